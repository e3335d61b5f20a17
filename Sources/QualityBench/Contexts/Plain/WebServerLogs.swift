/// What web servers write.
enum WebServerLogs {
  static let all = [nginx, apache, access]

  static let nginx = Context("nginx-error", "nginx/error.log") { page, s in
    let (person, host) = (s.person(), s.machine())
    let query: Text =
      s.dice.one(in: 2) ? "email=\(person.email)&ref=\(s.uuid())" : "phone=\(person.phone.plain)&v=\(s.version())"
    page.line(
      """
      \(s.date.replacing("-", with: "/")) \(s.clock) [error] \(s.number(10...90))#\(s.number(10...90)): \
      *\(s.number(1000...99_999)) upstream timed out (110: Connection timed out) while reading response header from \
      upstream, client: \(person.address), server: \(host.name), request: "GET /\(s.service())?\(query) HTTP/1.1", \
      upstream: "http://\(host.address):8080/\(s.service())", host: "\(host.name)"
      """)
  }

  static let apache = Context("apache-error", "apache2/error_log") { page, s in
    let (person, staff) = (s.person(), s.staff())
    page.line(
      """
      [Tue Apr 14 \(s.clock).\(s.dice.digits(6)) 2026] [core:error] [pid \(s.number(800...32_000)):tid \(s.thread())] \
      [client \(person.address):\(s.number(1025...65_000))] AH00035: access to /\(s.service()) denied, \
      referer: https://\(s.machine().name)/\(s.service())
      [Tue Apr 14 \(s.clock).\(s.dice.digits(6)) 2026] [auth_basic:error] [pid \(s.number(800...32_000))] \
      [client \(staff.desk.address):\(s.number(1025...65_000))] AH01617: user \(staff.login): authentication failure for \
      "/admin": Password Mismatch
      [Tue Apr 14 \(s.clock).\(s.dice.digits(6)) 2026] [mpm_event:notice] [pid \(s.number(800...32_000)):tid \(s.thread())] \
      AH00489: Apache/2.4.58 (Unix) OpenSSL/3.0.13 configured -- \(s.chatter())
      """)
  }

  static let access = Context("access-log-json", "nginx/access.json") { page, s in
    let person = s.person()
    page.line(
      #"""
      {"time":"\#(s.iso)+00:00","remote_addr":"\#(person.address)","remote_user":"\#(person.login)","request":\#
      "POST /v2/\#(s.service())/\#(s.uuid()) HTTP/2.0","status":200,"bytes":\#(s.number(100...900_000)),\#
      "request_time":0.\#(s.dice.digits(3)),"x_forwarded_for":"\#(person.address), \#(s.machine().address)",\#
      "trace":"\#(Trap(s.dice.hex(32), "trace id"))","ua":"Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/128.0"}
      """#)
  }
}
