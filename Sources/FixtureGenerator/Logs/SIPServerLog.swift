/// The SIP server's log: messages as they went over the wire, with a line of bookkeeping before each.
struct SIPServerLog: LogFormat {
  func path(on site: Site) -> String { "sipserver/sip_a1-001" }

  func begin(_ log: inout Document, site: Site, at start: Moment) {
    SegmentHeader.append(
      to: &log, application: "SIP_A1", type: "TServer (1)", version: "8.1.104.71", host: site.sipServer, site: site,
      at: start)
  }

  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64) {
    var time = call.start
    let dialogue = Dialogue(call, &random)
    incoming(dialogue.invite(&random), call, &log, time)
    if random.one(in: 3) {
      outgoing(dialogue.challenge(&random), call, &log, time.tick(4))
      incoming(dialogue.authorizedInvite(&random), call, &log, time.tick(31))
    }
    outgoing(dialogue.compactRinging(), call, &log, time.tick(12))
    chatter(call, &log, &time, &random)
    outgoing(dialogue.accepted(&random), call, &log, time.tick(2400))
    if random.one(in: 2) { incoming(dialogue.typedDigit(&random), call, &log, time.tick(900)) }
    if random.one(in: 3) { outgoing(dialogue.recording(), call, &log, time.tick(30)) }
    if random.one(in: 4) { outgoing(dialogue.refer(), call, &log, time.tick(5_000)) }
    chatter(call, &log, &time, &random)
    incoming(dialogue.bye(), call, &log, time.tick(7_000))
  }

  private func incoming(_ message: Text, _ call: Call, _ log: inout Document, _ time: Moment) {
    log.line(
      """
      \(time, .clock): SIPTR: Received [0,UDP] \(message.wireLength) bytes from \(call.gateway.address):5060 <<<<<
      \(message)
      """)
  }

  private func outgoing(_ message: Text, _ call: Call, _ log: inout Document, _ time: Moment) {
    log.line(
      """
      \(time, .clock): Sending  [0,UDP] \(message.wireLength) bytes to \(call.gateway.address):5060 >>>>>
      \(message)
      """)
  }

  private func chatter(
    _ call: Call, _ log: inout Document, _ time: inout Moment, _ random: inout SplitMix64
  ) {
    log.line("\(time.tick(1), .clock): CID:CUUID>\(trap: call.dialogue):\(trap: call.uuid):")
    for _ in 0..<random.within(4...12) {
      log.line(
        """
        \(time.tick(random.within(1...40)), .clock): SIPDLG[\(random.within(1...9999))]: \(random.pick(Words.chatter)), \
        ref=0x7f\(random.hex(10)) state=\(random.within(1...14)) t1=500 left=\(random.within(1...3600))
        """)
    }
    log.line("\(time.tick(2), .clock): $+CTI:PRM:\(trap: call.connection):\(random.within(100...999)):0")
  }
}
