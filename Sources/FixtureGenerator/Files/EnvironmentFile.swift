/// The environment of a container.
struct EnvironmentFile: SingleFile {
  func path(on site: Site) -> String { "config/gateway.env" }

  func write(_ file: inout Document, site: Site, with random: inout SplitMix64) {
    file.line(
      """
      NODE_ENV=production
      BUILD_ID=\(trap: random.hex(40))
      DATABASE_URL=postgres://\(Value("cc_app", .userName)):\(Secrets.password(&random))@\(site.database.name):5432/cc
      export API_TOKEN="\(Secrets.token(&random))"
      SMTP_PASSWORD='\(Secrets.password(&random))'
      ADMIN_EMAIL=\(site.agents[2].email)
      HOME=/home/\(site.agents[2].login)
      PASSWORD_MIN_LENGTH=12
      FEATURE_TOKEN_REFRESH=true
      JAVA_OPTS="-Xmx4g -Djavax.net.ssl.trustStorePassword=\(Secrets.password(&random)) -Dhost=\(site.web.name)"
      """)
  }
}
