/// Requests, mails, recordings of a browser.
enum Messages {
  static let all = [http, mail, har, curl]

  static let http = Context("http-dump", "trace/http.txt", form: { $0.crlf() }) { page, s in
    let (person, staff) = (s.person(), s.staff())
    page.line(
      #"""
      POST /v1/customers/\#(s.uuid()) HTTP/1.1
      Host: \#(s.machine().name)
      Authorization: Bearer \#(s.webToken(staff.email))
      Cookie: sessionid=\#(s.token(32)); lang=en
      X-Api-Key: \#(s.token())
      X-Forwarded-For: \#(person.address)
      X-Request-Id: \#(s.uuid())
      If-None-Match: "\#(Trap(s.dice.hex(32), "etag"))"
      Content-Type: application/json

      {"firstName":"\#(person.given)","lastName":"\#(person.family)","mobile":"\#(person.mobile.international)",\#
      "card":{"number":"\#(person.card.plain)","cvv":"\#(person.card.code)"},"orderNo":"\#(s.order())"}

      HTTP/1.1 201 Created
      Set-Cookie: sessionid=\#(s.token(32)); Path=/; HttpOnly
      Server: gateway/\#(s.version())

      """#)
  }

  static let mail = Context("mail-headers", "mail/headers.txt") { page, s in
    let (person, staff) = (s.person(), s.staff())
    page.line(
      """
      Return-Path: <\(person.email)>
      Received: from \(s.machine().name) (\(s.machine().name) [\(person.address)])
      \tby \(s.machine().name) (Postfix) with ESMTPS id \(s.dice.hex(11).uppercased())
      \tfor <\(staff.email)>; \(s.mail)
      From: "\(person.name)" <\(person.email)>
      To: \(staff.name) <\(staff.email)>
      Subject: \(either: "Re: [\(s.ticket().text)] line quality")
      Date: \(s.mail)
      Message-ID: <\(s.messageID())@\(either: s.machine().name.text)>
      X-Originating-IP: [\(person.address)]
      MIME-Version: 1.0

      """)
  }

  static let har = Context("har", "trace/session.har") { page, s in
    let (person, staff) = (s.person(), s.staff())
    page.line(
      #"""
      {"startedDateTime":"\#(s.iso).\#(s.millis())Z","time":\#(s.number(1...900)),"serverIPAddress":\#
      "\#(s.machine().address)","request":{"method":"POST","url":"https://\#(s.machine().name)/\#(s.service())?uid=\#(s.uuid())",\#
      "headers":[{"name":"Cookie","value":"SESSION=\#(s.token(32))"},{"name":"Authorization","value":\#
      "Bearer \#(s.webToken(staff.email))"}],"postData":{"params":[{"name":"email","value":"\#(person.email)"},\#
      {"name":"password","value":"\#(s.password())"}]}},"response":{"status":200,"bodySize":\#(s.number(100...90_000))}}
      """#)
  }

  static let curl = Context("curl-verbose", "trace/curl.log") { page, s in
    let staff = s.staff()
    let host = s.machine()
    page.line(
      """
      *   Trying \(host.address):443...
      * Connected to \(host.name) (\(host.address)) port 443 (#0)
      * Server auth using Basic with user '\(staff.login)'
      > PUT /\(s.service())/\(s.uuid()) HTTP/1.1
      > Host: \(host.name)
      > Authorization: Basic \(s.basic(staff.login))
      > User-Agent: curl/8.5.0
      < HTTP/1.1 204 No Content
      < ETag: "\(Trap(s.dice.hex(32), "etag"))"
      < X-Runtime: 0.\(s.dice.digits(6))
      """)
  }
}
