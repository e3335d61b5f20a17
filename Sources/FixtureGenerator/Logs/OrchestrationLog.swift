/// The orchestration server's log: metrics of a state chart, and JSON in the middle of lines.
struct OrchestrationLog: LogFormat {
  func path(on site: Site) -> String { "orchestration/ors_a1" }

  func begin(_ log: inout Document, site: Site, at start: Moment) {
    SegmentHeader.append(
      to: &log, application: "ORS_A1", type: "OrchestrationServer (137)", version: "8.1.400.61", host: site.router,
      site: site, at: start)
  }

  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64) {
    var time = call.start + 80
    let caller = call.caller
    let thread = "[T:14\(random.digits(13))]"
    log.line(
      """
      \(time, .clock) \(trap: thread) {ScxmlMetric:3} METRIC <doc_request sid='\(trap: call.session)' \
      uri='http://\(call.site.web.name)/flows/main.scxml?ani=\(caller.phone.percent)' />
      \(time.tick(5), .clock) \(trap: thread) {ScxmlMetric:3} METRIC <eval_expr sid='\(trap: call.session)' \
      expression='system.ANI' result='\(caller.phone.plain)' />
      \(time.tick(2), .clock) \(trap: thread) {ScxmlMetric:3} METRIC <eval_condition sid='\(trap: call.session)' \
      condition='mail == &quot;\(caller.emailXML)&quot; || ANI == "\(caller.mobile.trunk)"' result='false' />
      """)
    log.line(
      #"""
      \#(time.tick(3), .clock) \#(trap: thread) {HttpFetch:2} args(\#(random.within(1_000_000_000...1_000_000_999))) \#
      '{"UserData":{"EmailAddress":"\#(caller.email)","FullName":"\#(caller.name)","home":{"street":"\#(caller.street)",\#
      "city":"\#(caller.town)","zip":"\#(caller.postcode)"},"ticket":\#(trap: random.within(100_000_000...199_999_999)),\#
      "at":\#(trap: time, .epochMilliseconds)}}'
      """#)
    chatter(trap: thread, &log, &time, &random)
    if random.one(in: 3) {
      log.line(
        """
        \(time.tick(6), .clock) \(trap: thread) {ScxmlMetric:3} METRIC <log sid='\(trap: call.session)' expr='card' \
        value='\(caller.card.dashed)' exp='\(caller.card.expiry)' />
        """)
    }
    log.line(
      """
      \(time.tick(1), .clock) \(trap: thread) HTTP[\(random.within(10...99)),TCP] <<<< \(random.within(200...9000)) bytes \
      from \(call.site.web.address)
      \(time.tick(1), .clock) \(trap: thread) {SCXML:2} interaction \(trap: call.interaction) bound to \(trap: call.uuid), \
      event interaction.added, queue \(trap: call.queue)
      """)
    chatter(trap: thread, &log, &time, &random)
  }

  private func chatter(
    trap thread: String, _ log: inout Document, _ time: inout Moment, _ random: inout SplitMix64
  ) {
    for _ in 0..<random.within(5...14) {
      log.line(
        """
        \(time.tick(random.within(0...9)), .clock) \(thread) {FM:\(random.within(1...4))} \(random.pick(Words.chatter)), \
        id=\(random.hex(8)), wait=\(random.within(0...300))
        """)
    }
  }
}
