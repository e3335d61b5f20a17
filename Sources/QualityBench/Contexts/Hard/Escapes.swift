internal import Model

/// Values written in the escapes of another format.
enum Escapes {
  static let all = [percent, jsonInLog, jsonTwice, xmlEntities, quotedPrintable, base64Mail, basic, dataURL, url]

  static let percent = Context("percent-encoded", "proxy/query.log") { page, s in
    let (person, lower) = (s.person(), s.dice.one(in: 2))
    page.line(
      """
      \(s.iso)Z 302 /login?returnTo=\(Text("https://\(s.machine().name)/home?mail=\(person.email)").percent(lower: lower))&\
      state=\(s.uuid())
      \(s.iso)Z 200 /form first_name=\(Text("\(person.given)").percent())&email=\(Text("\(person.email)").percent(lower: lower))&\
      phone=\(Text("\(person.phone.spaced)").percent())&password=\(Text("\(s.password())").percent())&\
      card=\(Text("\(person.card.spaced)").percent())&address=\(Text("\(person.road)").percent())
      """)
  }

  /// A JSON text as a string in a JSON log.
  static let jsonInLog = Context("json-in-json", "app/events.jsonl") { page, s in
    let person = s.person()
    let inner = Text(
      #"""
      {"user":{"email":"\#(person.email)","fullName":"\#(person.name)","phone":"\#(person.phone.international)"},\#
      "pwd":"\#(s.password())","card":"\#(person.card.dashed)","id":"\#(s.uuid())"}
      """#)
    let trace = Trap(s.dice.hex(32), "trace id")
    page.line(#"{"at":"\#(s.iso)Z","level":"debug","payload":"\#(inner.json(slashes: true))","trace":"\#(trace)"}"#)
  }

  /// A JSON text in a string in a string, with everything but letters and digits as `\u`.
  static let jsonTwice = Context("json-escaped-twice", "app/outbox.jsonl") { page, s in
    let person = s.person()
    let phone = person.mobile.international
    let core = Text(#"{"emailAddress":"\#(person.email)","mobile":"\#(phone)","secret":"\#(s.password())"}"#)
    let (mail, ip) = (Text("\(person.email)").json(strict: true), Text("\(person.address)").json(strict: true))
    let strict = Text(#"{"mail":"\#(mail)","ip":"\#(ip)"}"#)
    let envelope = Text(#"{"body":"\#(core.json())","seq":\#(s.order())}"#)
    page.line(#"{"message":"\#(envelope.json())","n":\#(s.number(1...999))}"#)
    page.line(#"{"strict":\#(strict),"at":\#(s.epochMilliseconds())}"#)
  }

  static let xmlEntities = Context("xml-entities", "soap/trace.xml") { page, s in
    let person = s.person()
    let inner = Text(
      """
      <Customer><FirstName>\(person.given)</FirstName><Email>\(person.email)</Email><Password>\(s.password())</Password>\
      <Phone>\(person.phone.international)</Phone><Ref>\(s.uuid())</Ref></Customer>
      """)
    page.line("<soap:Body><payload>\(inner.xml())</payload></soap:Body>")
    page.line(
      """
      <note email="\(Text("\(person.email)").xml(numeric: true))" phone="\(Text("\(person.mobile.brackets)").xml(numeric: true))" \
      build="\(s.version())"/>
      """)
  }

  static let quotedPrintable = Context("quoted-printable", "mail/message-qp.eml") { page, s in
    let person = s.person()
    page.line(
      """
      From: \(person.email)
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      """)
    page.line(
      Text(
        """
        Customer name: \(Value(s.pick(Names.accented), .personName)) phone=\(person.phone.dashed), card number: \(person.card.spaced)
        write to \(person.email) or \(s.person().email), password=\(s.password()) and quote order \(s.order()) please

        """
      ).quotedPrintable())
  }

  static let base64Mail = Context("base64-mail", "mail/message-b64.eml") { page, s in
    let person = s.person()
    page.line(
      """
      From: \(person.email)
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64

      """)
    page.line(
      Text(
        """
        Customer name: \(person.name)
        Phone: \(person.phone.dashed), mail \(person.email)
        Card number: \(person.card.plain), SSN: \(person.socialSecurity)
        """
      ).base64(width: 76))
    page.line("")
  }

  static let basic = Context("basic-credentials", "proxy/basic.log") { page, s in
    let staff = s.staff()
    page.line("GET /\(s.service()) HTTP/1.1\nAuthorization: Basic \(s.basic(staff.login))\nX-Request-Id: \(s.uuid())\n")
    page.line(
      "\(s.iso)Z headers={'Proxy-Authorization': 'Basic \(s.basic(staff.email))', 'ETag': '\(Trap(s.dice.hex(32), "etag"))'}"
    )
  }

  static let dataURL = Context("base64-values", "k8s/secret.yaml") { page, s in
    let person = s.person()
    page.line(
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: \(s.service())-\(s.dice.letters(4)), uid: \(s.uuid())}
      type: Opaque
      data:
        password: \(Text("\(s.password())").base64())
        smtp-user: \(Text("\(person.email)").base64())
      ---
      dn:: \(Text("cn=\(person.name),ou=people,dc=example,dc=org").base64())
      cn:: \(Text("\(person.name)").base64())
      ---
      """)
  }

  static let url = Context("url-credentials", "app/connect.log") { page, s in
    let staff = s.staff()
    let encoded = Text("\(s.password())").percent()
    page.line(
      """
      \(s.iso)Z open postgresql://\(staff.login):\(encoded)@\(s.machine().name):5432/shop?sslmode=require
      \(s.iso)Z amqp://\(staff.login):\(s.token(20))@\(s.machine().address):5672/%2F heartbeat=30 id=\(s.uuid())
      \(s.iso)Z ftp://\(Text("\(staff.email)").percent()):\(s.token(16))@\(s.machine().name)/in/\(s.date).csv
      """)
  }
}
