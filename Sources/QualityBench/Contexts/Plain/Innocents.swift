/// Files without anything personal, full of look-alikes.
enum Innocents {
  static let all = [buildLog, dumps, placeholders, metrics]

  /// Names of packages and files that look like addresses.
  static let buildLog = Context("build-log", "ci/build.log") { page, s in
    let numbers = "\(s.number(1...9)).\(s.number(0...30)).\(s.number(0...9))"
    page.line(
      """
      [\(s.clock)] Downloaded \(Trap("commons-io-\(numbers).4.jar", "file name")) (\(s.number(10...900)) kB at \(s.number(1...90)) MB/s)
      [\(s.clock)] added \(Trap("@types/node@\(numbers)", "package")), \(Trap("left-pad@\(numbers)", "package"))
      [\(s.clock)] FROM \(Trap("debian:12@sha256:\(s.checksum().text)", "digest"))
      [\(s.clock)] OID \(Trap("1.3.6.1.4.1.\(s.number(1000...60_000)).\(s.number(1...99))", "OID")), build \
      \(Trap("\(s.number(10...12)).0.\(s.number(10_000...29_999)).\(s.number(1...4000))", "version"))
      [\(s.clock)] \(either: "CN=Example Root CA, O=Example") serial \(Trap(s.dice.hex(32).uppercased(), "serial number"))
      [\(s.clock)] compiled \(s.number(1...900)) files in \(s.number(1...90)) s at \(s.commit()), seed \(s.reference())
      """)
  }

  static let dumps = Context("hex-dump", "os/dump.txt") { page, s in
    let bytes = (0..<16).map { _ in s.dice.hex(2) }.joined(separator: " ")
    page.line(
      """
      0000\(s.dice.hex(4))  \(Trap(bytes, "hex dump"))  |\(s.dice.letters(16))|
      rip \(s.pointer()) rsp \(s.pointer()) cr2 0x\(s.dice.hex(16)) err \(s.counter(16))
      thread \(s.thread()) tid=\(s.reference()) ns=\(s.counter(19)) offset +0x\(s.dice.hex(6))
      """)
  }

  /// Keys of secrets without secrets behind them.
  static let placeholders = Context("placeholders", "etc/template.conf") { page, s in
    page.line(
      """
      password = \(Trap("${\(s.service().uppercased())_PASSWORD}", "placeholder"))
      db_password: "\(Trap("{{ vault_\(s.service()) }}", "placeholder"))"
      api_key=\(Trap("$(cat /run/secrets/\(s.service()))", "placeholder"))
      secret: \(Trap("null", "placeholder"))
      password=\(s.masked())
      card=\(Trap("************\(s.dice.digits(4))", "masked"))
      email: \(Trap("none", "placeholder"))
      user: \(Trap("unknown", "placeholder"))
      password_min_length=\(Trap("12", "setting"))
      token_expiry_seconds=\(Trap("36000000", "setting"))
      log-password-checks = \(Trap("false", "setting"))
      # \(s.chatter()): the phone queue \(s.queue()) has no host name, see \(s.ticket())
      """)
  }

  static let metrics = Context("metrics", "os/metrics.prom") { page, s in
    page.line(
      """
      http_requests_total{code="200",handler="/\(s.service())",instance="\(s.loopback()):9090"} \(s.counter(10)) \
      \(s.epochMilliseconds())
      process_start_time_seconds \(s.epoch()).\(s.dice.digits(2))
      latency_bucket{le="0.\(s.dice.digits(3))",trace_id="\(Trap(s.dice.hex(32), "trace id"))"} \(Trap("1.\(s.dice.digits(15))e+09", "counter"))
      bytes_total{pod_uid="\(s.uuid())",rev="\(s.version())"} \(s.counter(16))
      """)
  }
}
