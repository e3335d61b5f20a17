/// The access log of the web server, in the combined form.
struct AccessLog: LogFormat {
  func path(on site: Site) -> String { "web/access" }

  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64) {
    var time = call.start + 160
    let browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Gecko/20100101 Firefox/1\(random.within(10...29)).0"
    for _ in 0..<random.within(3...8) {
      log.line(
        """
        \(call.agent.workstation.address) - \(call.agent.login) [\(time.tick(random.within(100...4000)), .access)] \
        "GET /ui/assets/\(random.hex(8)).js?v=\(trap: "8.5.202.96") HTTP/1.1" 200 \(random.within(400...900_000)) "-" \
        "\(browser)"
        """)
    }
    log.line(
      """
      \(call.caller.homeAddress) - - [\(time.tick(60), .access)] "GET /callback?phone=\(call.caller.mobile.percent)\
      &mail=\(call.caller.emailPercent)&token=\(Secrets.token(&random)) HTTP/1.1" 200 \(random.within(200...4000)) \
      "https://\(call.site.web.name)/start?sid=\(trap: random.guid())" "\(browser)"
      \(trap: "127.0.0.1") - - [\(time.tick(3), .access)] "GET /health HTTP/1.1" 200 15 "-" "probe/\(trap: "1.4.2.10")"
      """)
  }
}
