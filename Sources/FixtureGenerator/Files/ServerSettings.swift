/// Settings of a server, in sections.
struct ServerSettings: SingleFile {
  func path(on site: Site) -> String { "config/confserv.ini" }
  let lineEnd = Document.LineEnd.crlf

  func write(_ file: inout Document, site: Site, with random: inout SplitMix64) {
    file.line(
      """
      ; settings of the configuration server
      [confserv]
      port = 2020
      server = \(site.configuration.name)
      encryption = false
      log-password-checks = false
      version = \(trap: "8.5.101.48")
      license = 7260@\(site.database.name)

      [dbserver]
      dbengine = oracle
      dbserver = \(site.database.address)
      port = 1521
      username = confserv_rw
      password = \(Secrets.password(&random))

      [mail]
      sender = \(site.agents[3].email)
      pager = \(site.agents[3].login)

      [log]
      verbose = all
      segment = 10240
      expire = 10
      """)
  }
}
