/// The statistics server's log: states of agents and figures of queues.
struct StatisticsLog: LogFormat {
  func path(on site: Site) -> String { "statistics/stat_a1" }

  func begin(_ log: inout Document, site: Site, at start: Moment) {
    SegmentHeader.append(
      to: &log, application: "STAT_A1", type: "StatServer (3)", version: "8.5.112.20", host: site.router, site: site,
      at: start)
  }

  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64) {
    var time = call.start + 200
    log.line(
      """
      \(time, .clock) Int 04543 Event Ringing for DN \(trap: call.agent.extensionNumber)@SIPS, conn \(trap: call.connection)
      \(time.tick(1), .clock) Status: Agent '\(call.agent.login)' CallRinging since \(trap: time, .epoch), \
      place '\(trap: "PL_\(call.agent.extensionNumber)")', group \(trap: "Loans@StatServer.GA")
      \(time.tick(1), .clock) Status: Agent '\(call.agent.login)' name '\(call.agent.name)' capacity voice 1/1 chat 0/3
      """)
    log.line("\(time.tick(1), .clock) Stat \(trap: random.within(2_000_000_000...9_999_999_999)): opened by client 7")
    for _ in 0..<random.within(8...18) {
      log.line(
        """
        \(time.tick(random.within(1...90)), .clock) Stat \(random.within(100_000_000...999_999_999)): \
        \(random.pick(Words.queues)) \(random.pick(Words.chatter)), value \(random.within(0...500)).\(random.within(0...99)), \
        window [\(time, .epoch);3600]
        """)
    }
  }
}
