/// The router's log: what a strategy assigned, asked and chose for each call.
struct RouterLog: LogFormat {
  func path(on site: Site) -> String { "router/urs_a1" }

  func begin(_ log: inout Document, site: Site, at start: Moment) {
    SegmentHeader.append(
      to: &log, application: "URS_A1", type: "RouterServer (15)", version: "8.1.400.50", host: site.router, site: site,
      at: start)
  }

  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64) {
    var time = call.start + 60
    let caller = call.caller
    log.line(
      """
      \(time, .clock)_M_I_\(trap: call.connection) [14:0c] strategy: **** \(random.pick(Words.strategies)) (\
      \(random.within(1000...9999))) on VQ \(trap: call.queue)
      \(time.tick(1), .clock)_I_I_\(trap: call.connection) [09:04] ASSIGN: v_ani(LOCAL) <- STRING: "\(caller.phone.plain)"
      \(time.tick(1), .clock)_I_I_\(trap: call.connection) [09:04] ASSIGN: cust_name(SCRIPT) <- STRING: "\(caller.name)"
      \(time.tick(0), .clock)_I_I_\(trap: call.connection) [09:04] ASSIGN: attempts(LOCAL) <- INTEGER: \(random.within(0...4))
      """)
    sensitive(call, &log, time.tick(1), &random)
    chatter(call, &log, &time, &random)
    log.line(
      """
      \(time.tick(14), .clock)_T_I_\(trap: call.connection) [19:10] request http://\(call.site.web.name):8080/rest/lookup?\
      name=\(caller.namePercent)&mail=\(caller.emailPercent)&ani=\(caller.phone.percent)&req=\(trap: random.guid())
      \(time.tick(22), .clock)_T_I_\(trap: call.connection) [19:11] reply {"tier":"gold","customer":"\(caller.account)",\
      "updated":\(trap: time, .epochMilliseconds)}
      \(time.tick(2), .clock)_R_I_\(trap: call.connection) [07:07] target \(trap: "1@StatServer.GA") waits, \
      skill \(random.pick(Words.skills)) > \(random.within(1...9))
      \(time.tick(2), .clock)_A_I_\(trap: call.connection) [10:17] state ready, \
      name=\(call.agent.login)@StatServer.A, place \(trap: "PL_\(call.agent.extensionNumber)")
      \(time.tick(2), .clock)_M_I_\(trap: call.connection) [10:1a] HERE IS TARGETS \
      LOCAL_\(call.queue)@StatServer.GQ -> dn \(trap: call.agent.extensionNumber)
      """)
    chatter(call, &log, &time, &random)
  }

  private func sensitive(_ call: Call, _ log: inout Document, _ time: Moment, _ random: inout SplitMix64) {
    let papers = call.caller.papers
    let (name, value): (String, Text) =
      switch random.below(7) {
      case 0: ("v_ssn", "\(papers.socialSecurityPlain)")
      case 1: ("v_card", "\(call.caller.card.plain)")
      case 2: ("v_member", "\(papers.health)")
      case 3: ("v_zip", "\(call.caller.postcode)")
      case 4: ("v_pin", "\(papers.pin)")
      case 5: ("v_case_ref", "\(trap: call.caller.card.broken)")
      default: ("v_guid", "\(trap: random.guid())")
      }
    log.line("\(time, .clock)_I_I_\(trap: call.connection) [09:04] ASSIGN: \(name)(LOCAL) <- STRING: \"\(value)\"")
  }

  private func chatter(_ call: Call, _ log: inout Document, _ time: inout Moment, _ random: inout SplitMix64) {
    for _ in 0..<random.within(8...20) {
      log.line(
        """
        \(time.tick(random.within(0...9)), .clock)_I_I_\(call.connection) [\(random.hex(2)):\(random.hex(2))] \
        \(random.pick(Words.chatter)) (\(random.within(1...400)) of \(random.within(400...900))), \
        function \(random.pick(Words.strategies)) took \(random.within(0...20)) ms
        """)
    }
  }
}
