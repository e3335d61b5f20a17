/// Settings of the web service, as Java reads them.
struct WebProperties: SingleFile {
  func path(on site: Site) -> String { "config/gateway.properties" }

  func write(_ file: inout Document, site: Site, with random: inout SplitMix64) {
    file.line(
      """
      # gateway settings, build \(trap: random.guid())
      server.port=8080
      server.address=\(site.web.address)
      spring.datasource.url=jdbc:oracle:thin:@//\(site.database.name):1521/cc
      spring.datasource.username=\(Value("gws_rw", .userName))
      spring.datasource.password=\(Secrets.password(&random))
      keystore.password=\(Secrets.password(&random))
      oauth.client-id=\(trap: "gateway-ui")
      oauth.client-secret=\(Secrets.token(&random, length: 48))
      sms.api-key=\(Secrets.token(&random))
      password.policy.enabled=true
      password.policy.min-length=12
      session.timeout.seconds=1800
      """)
  }
}
