/// The lines that servers print at the top of each file.
enum SegmentHeader {
  static func append(
    to log: inout Document, application: String, type: String, version: String, host: Host, site: Site, at start: Moment
  ) {
    log.line(
      """
      Application name:\t\(application)
      Application type:\t\(type)
      Application version:\t\(trap: version)
      Command line:\t/opt/cc/\(application)/bin/server -host \(site.configuration.name) -port 2020 -app \(application)\
       -l 7260@\(site.database.name)
      Host name:\t\(host.name)
      Host address:\t\(host.address)
      UTC time:\t\(start, .iso)
      Start time (UTC):\t\(start, .iso)
      Time zone:\t0, UTC
      File:\t(1) /var/log/cc/\(application).\(trap: start, .fileName).log

      """)
  }
}
