/// Settings of a servlet container.
struct ServletSettings: SingleFile {
  func path(on site: Site) -> String { "config/server.xml" }

  func write(_ file: inout Document, site: Site, with random: inout SplitMix64) {
    file.line(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Server port="8005" shutdown="SHUTDOWN">
        <GlobalNamingResources>
          <Resource name="jdbc/cc" type="javax.sql.DataSource" username="\(Value("cc_app", .userName))"
                    password="\(Secrets.password(&random))"
                    url="jdbc:oracle:thin:@\(site.database.name):1521:cc" maxActive="4294967295"/>
        </GlobalNamingResources>
        <Connector port="8443" address="\(site.web.address)" keystorePass="\(Secrets.password(&random))"
                   server="gateway/\(trap: "8.5.202.96")"/>
        <Host name="\(site.web.name)" appBase="webapps">
          <Valve className="AccessLog" prefix="access" requestAttributesEnabled="true"/>
        </Host>
      </Server>
      """)
  }
}
