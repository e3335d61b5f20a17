internal import Model

/// Values that are known only because another place says what they are.
enum Learning {
  static let all = [names, logins, hosts, truncatedKeys, escapedKeys]

  /// A name behind a key, then in free text.
  static let names = Context("names-in-free-text", "notes/diary.log") { page, s in
    let person = s.person()
    page.line(
      """
      \(s.spaced) crm record opened, customerName="\(person.name)", ticket \(s.ticket())
      \(s.spaced) note: \(person.name) will call back after lunch; told \(person.name) about case \(s.order())
      \(s.spaced) \(s.chatter())
      """)
  }

  static let logins = Context("logins-elsewhere", "notes/sessions.log") { page, s in
    let staff = s.staff()
    page.line(
      """
      \(s.spaced) AttributeAgentID '\(staff.login)' logged in
      \(s.spaced) wrote /var/spool/agents/\(staff.login)/state.dat, \(s.number(1...900)) bytes
      \(s.spaced) \(staff.login) is now idle; queue \(s.queue()), lock \(s.pointer())
      """)
  }

  static let hosts = Context("short-host-names", "notes/cluster.log") { page, s in
    let host = s.machine()
    page.line(
      """
      \(s.spaced) joined: hostname=\(host.name) address=\(host.address)
      \(s.spaced) \(Value(host.short, .host)): \(s.chatter()), epoch \(s.epoch())
      """)
  }

  /// A key whose end was cut off.
  static let truncatedKeys = Context("key-without-end", "app/cut.log") { page, s in
    let key = s.privateKey("RSA ", lines: s.number(3...9))
    let cut = key.bytes.count - s.number(40...120)
    let body = key.marks.map { Mark(range: $0.range.lowerBound..<min($0.range.upperBound, cut), kind: $0.kind) }
    page.line(Text(bytes: Array(key.bytes[..<cut]), marks: body))
    page.line("\n")
    for _ in 0..<40 { page.line("\(s.spaced) INFO \(s.chatter()), id \(s.uuid()), \(s.number(1...900)) ms") }
  }

  /// A key in a JSON string, its line ends as `\n`.
  static let escapedKeys = Context("key-in-json", "etc/service-account.json") { page, s in
    page.line(
      #"""
      {"type":"service_account","private_key_id":"\#(either: s.dice.hex(40))","private_key":"\#(s.privateKey(lines: 6).json())",\#
      "client_email":"\#(s.staff().email)","client_id":"\#(Trap(s.dice.digits(21), "client id"))","build":"\#(s.version())"}
      """#)
  }
}
