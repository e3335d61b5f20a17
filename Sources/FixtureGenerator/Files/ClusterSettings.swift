/// Settings of a cluster.
struct ClusterSettings: SingleFile {
  func path(on site: Site) -> String { "config/application.yaml" }

  func write(_ file: inout Document, site: Site, with random: inout SplitMix64) {
    file.line(
      """
      cluster:
        name: cc-blue
        version: "\(trap: "9.0.100.41")"
        created: \(trap: Moment.origin, .epoch)
        nodes:
      """)
    for host in [site.web, site.router, site.media] + site.gateways {
      file.line(
        """
            - host: \(host.name)
              address: \(host.address)
              mac: "\(host.mac)"
              port: 8443
        """)
    }
    file.line(
      """
      redis:
        host: \(site.configuration.name)
        password: \(Secrets.password(&random))
      tokens:
        refresh: "\(Secrets.webToken(subject: site.agents[1].email.text, &random))"
      on-call:
        name: \(site.agents[5].name)
        phone: "\(Person(seed: site.seed, index: 0).phone.international)"
        bind: \(trap: "0.0.0.0")
      """)
  }
}
