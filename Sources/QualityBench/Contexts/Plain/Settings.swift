/// Settings in the notations of many programs; each block is about another service.
enum Settings {
  static let all = [dotenv, compose, terraform, ini, toml, properties, json, xml, values, nginxConf]

  static let dotenv = Context("dotenv", "shop/.env") { page, s in
    let name = s.service().uppercased()
    page.line(
      """
      # \(name) settings, built from \(s.commit())
      \(name)_DB_HOST=\(s.machine().name)
      \(name)_DB_PASSWORD=\(s.password())
      \(name)_SECRET_KEY="\(s.token(50))"
      \(name)_REDIS_URL=redis://:\(s.password())@\(s.machine().address):6379/0
      \(name)_SMTP_FROM=\(s.staff().email)
      \(name)_PASSWORD_RESET_TIMEOUT=3600
      \(name)_DEBUG=false
      \(name)_RELEASE=\(s.version())
      """)
  }

  static let compose = Context("docker-compose", "shop/docker-compose.yml") { page, s in
    if page.isEmpty { page.line("version: \"3.9\"\nservices:") }
    let name = s.service()
    page.line(
      """
        \(name)-\(s.dice.letters(3)):
          image: \(either: "registry.example.com")/shop/\(name)@sha256:\(s.checksum())
          hostname: \(s.machine().name)
          environment:
            - POSTGRES_USER=\(either: "shop_rw")
            - POSTGRES_PASSWORD=\(s.password())
            API_TOKEN: "\(s.token())"
            ADMIN_EMAIL: \(s.staff().email)
          extra_hosts:
            - "\(s.machine().name):\(s.machine().address)"
          ports: ["\(s.loopback()):8\(s.dice.digits(3)):8080"]
          healthcheck: {interval: 30s, retries: 3}
      """)
  }

  static let terraform = Context("terraform", "infra/main.tf") { page, s in
    let name = s.service()
    page.line(
      """
      resource "example_database" "\(name)_\(s.dice.letters(4))" {
        engine_version = "\(s.version())"
        username       = "\(either: "admin_rw")"
        password       = "\(s.password())"
        endpoint       = "\(s.machine().name)"
        allowed_ips    = ["\(s.machine().address)", "\(s.person().address)"]
        snapshot_id    = "snap-\(Trap(s.dice.hex(17), "snapshot id"))"
        tags = { owner = "\(s.staff().email)", build = "\(s.commit())" }
      }
      provider "example" {
        access_key = "\(s.token(20))"
        secret_key = "\(s.token(40))"
      }
      """)
  }

  static let ini = Context("ini", "etc/gateway.ini") { page, s in
    page.line(
      """
      [\(s.service())-\(s.number(1...999))]
      ; version \(s.version())
      host = \(s.machine().name)
      bind = \(s.loopback())
      user = \(s.staff().login)
      passwd = \(s.password())
      license = 7260@\(s.machine().name)
      checksum = \(s.checksum())
      password_policy = strong
      retries = 3
      """)
  }

  static let toml = Context("toml", "etc/agent.toml") { page, s in
    page.line(
      """
      [[outputs.\(s.service())]]
      urls = ["https://\(s.machine().name):8086"]
      token = "\(s.token(64))"
      organization = "ops"
      [outputs.owner]
      name = "\(either: s.staff().name.text)"
      email = "\(s.staff().email)"
      started = \(s.iso)Z
      serial = \(s.order())
      client_secret = '\(s.password())'
      """)
  }

  static let properties = Context("properties", "etc/application.properties") { page, s in
    let name = s.service()
    page.line(
      """
      \(name).url=https\\://\(s.machine().name)\\:8443/api
      \(name).username=\(s.staff().login)
      \(name).password=\(s.password())
      \(name).api.key=\(s.token())
      \(name).keystore.password=\(s.password())
      \(name).instance.id=\(s.uuid())
      \(name).timeout.ms=30000
      \(name).version=\(s.version())
      """)
  }

  static let json = Context("json-config", "etc/settings.json") { page, s in
    page.line(
      #"""
      {
        "service": "\#(s.service())",
        "database": {
          "host": "\#(s.machine().name)", "port": 5432,
          "userName": "\#(s.staff().login)",
          "password": "\#(s.password())"
        },
        "oauth": { "clientId": "\#(s.uuid())", "clientSecret": "\#(s.token(48))" },
        "support": { "phone": "\#(s.person().phone.spaced)", "email": "\#(s.staff().email)" },
        "servers": ["\#(s.machine().address)", "\#(s.loopback())"],
        "etag": "\#(Trap(s.dice.hex(32), "etag"))", "createdAt": \#(s.epochMilliseconds())
      }
      """#)
  }

  static let xml = Context("xml-config", "etc/web.config") { page, s in
    page.line(
      """
      <application name="\(s.service())" version="\(s.version())">
        <connectionStrings>
          <add name="main" connectionString="Data Source=\(s.machine().name);User ID=\(s.staff().login);\
      Password=\(s.password());Application Name=shop" />
        </connectionStrings>
        <machineKey validationKey="\(s.hexToken())" decryption="AES" />
        <smtp host="\(s.machine().name)" userName="\(s.staff().email)" password="\(s.password())" port="587" />
        <assembly publicKeyToken="\(Trap("b77a5c561934e089", "assembly token"))" id="\(s.uuid())" />
      </application>
      """)
  }

  static let values = Context("helm-values", "deploy/values.yaml") { page, s in
    page.line(
      """
      \(s.service())-\(s.dice.letters(3)):
        image: {tag: "\(s.version())", digest: sha256:\(s.checksum())}
        ingress:
          host: \(s.machine().name)
        auth:
          adminPassword: \(s.password())
          existingSecret: ""
        contact:
          fullName: "\(s.person().name)"
          email: '\(s.person().email)'
        nodeIP: \(s.machine().address)
        podAnnotations: {checksum/config: "\(s.checksum())"}
      """)
  }

  static let nginxConf = Context("nginx-conf", "etc/nginx.conf") { page, s in
    page.line(
      """
      upstream \(s.service())_\(s.dice.letters(3)) {
        server \(s.machine().address):8080 weight=5;
        server \(s.machine().name):8080 backup;
      }
      server {
        listen 443 ssl;
        server_name \(s.machine().name);
        proxy_set_header Authorization "Basic \(s.token(28))";
        allow \(s.staff().desk.address);
        set_real_ip_from \(s.loopback());
        add_header X-Build "\(s.commit())";
      }
      """)
  }
}
