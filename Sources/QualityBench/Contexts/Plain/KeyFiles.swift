/// Keys where people leave them.
enum KeyFiles {
  static let all = [pem, inline]

  static let pem = Context("pem", "ssl/keys.txt") { page, s in
    let kind = s.pick(["", "RSA ", "EC ", "OPENSSH ", "ENCRYPTED "])
    page.line(
      """
      subject=CN = \(s.machine().name)
      fingerprint=\(Trap((0..<20).map { _ in s.dice.hex(2).uppercased() }.joined(separator: ":"), "fingerprint"))
      \(s.privateKey(kind, lines: s.number(3...24)))
      """)
  }

  /// In the middle of a log, with lines before and after.
  static let inline = Context("key-in-log", "app/debug.log") { page, s in
    page.line("\(s.spaced) DEBUG loading identity of \(s.machine().name), serial \(s.order())")
    page.line(s.privateKey(lines: s.number(2...12)))
    for _ in 0..<6 { page.line("\(s.spaced) DEBUG \(s.chatter()), \(s.number(1...900)) ms, id \(s.uuid())") }
  }
}
