/// The event server's log: telephony events with their attributes, one per line after a tab.
struct EventServerLog: LogFormat {
  func path(on site: Site) -> String { "eventserver/tsrv_a1" }

  func begin(_ log: inout Document, site: Site, at start: Moment) {
    SegmentHeader.append(
      to: &log, application: "TSRV_A1", type: "TServer (1)", version: "8.1.102.60", host: site.eventServer, site: site,
      at: start)
    log.line("\(start, .clock) Trc 04110 Option 'log-password-checks' set to the value 'no'")
  }

  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64) {
    var time = call.start + 20
    event("EventQueued", call, &log, time, &random)
    event("EventRinging", call, &log, time.tick(2400), &random)
    request(call, &log, time.tick(40), &random)
    event("EventEstablished", call, &log, time.tick(2100), &random)
    collectedDigits(call, &log, time.tick(4_000), &random)
    chatter(call, &log, &time, &random)
    event("EventReleased", call, &log, time.tick(6_000), &random)
  }

  private func event(
    _ name: String, _ call: Call, _ log: inout Document, _ time: Moment, _ random: inout SplitMix64
  ) {
    log.line(
      """
      @\(time, .fineClock) [0] \(trap: "8.1.102.60") distribute_event: message \(name)
      \tAttributeEventSequenceNumber\t00000000\(random.hex(8))
      \tAttributeTimeinuSecs\t\(random.within(100_000...999_999))
      \tAttributeTimeinSecs\t\(trap: time, .epoch) (\(time, .clock))
      \tAttributeCallUUID\t'\(trap: call.uuid)'
      \tAttributeConnID\t\(trap: call.connection)
      \tAttributeCallID\t\(random.within(1000...9999))
      \tAttributeCallType\t2
      \tAttributeANI\t'\(random.one(in: 3) ? call.caller.phone.international : call.caller.phone.plain)'
      \tAttributeDNIS\t'\(call.service.plain.text)'
      \tAttributeThisDN\t'\(trap: call.agent.extensionNumber)'
      \tAttributeThisDNRole\t2
      \tAttributeOtherDN\t'\(call.caller.phone.plain)'
      \tAttributeThisQueue\t'\(trap: call.queue)'
      \tAttributeAgentID\t'\(call.agent.login)'
      \tAttributeCustomerID\t'\(trap: "Resources")'
      \tAttributeReferenceID\t\(trap: call.reference)
      """)
    log.line("\tAttributeUserData\t[\(random.within(120...400))] 00 0b 00 00 01 00 04..")
    userData(call, &log, &random)
  }

  private func userData(_ call: Call, _ log: inout Document, _ random: inout SplitMix64) {
    let caller = call.caller
    log.line("\t\t'CustomerPhone'\t'\(caller.phone.dashed)'")
    // Servers write the bytes they were given: one name in four comes from a client that speaks Latin-1.
    log.line("\t\t'LastName'\t'\(caller.family)'", as: random.one(in: 4) ? .latin1 : nil)
    log.line(
      """
      \t\t'FirstName'\t'\(caller.given)'
      \t\t'EmailAddress'\t'\(caller.email)'
      \t\t'AccountNumber'\t'\(caller.account)'
      \t\t'Language'\t'EN'
      \t\t'RTargetObjectSelected'\t'\(trap: call.queue)'
      \t\t'ORSI:c1:\(trap: call.session)'(list)\t'Session'\t'\(trap: call.session)'
      \t\t\t'Ani'\t'\(caller.mobile.international)'
      """)
    switch random.below(6) {
    case 0: log.line("\t\t'SSN'\t'\(caller.papers.socialSecurity)'\n\t\t'DateOfBirth'\t'\(caller.birthDate)'")
    case 1: log.line("\t\t'CardNo'\t'\(caller.card.spaced)'\n\t\t'CVV'\t'\(caller.card.code)'")
    case 2: log.line("\t\t'CardNo'\t'\(trap: "****")'\n\t\t'PIN' \(trap: "[output suppressed]")")
    case 3: log.line("\t\t'IBAN'\t'\(caller.papers.iban)'")
    case 4: log.line("\t\t'TicketRef'\t'\(trap: caller.card.broken)'\n\t\t'Passport'\t'\(caller.papers.passport)'")
    default: log.line("\t\t'RouteGuid'\t'\(trap: random.guid())'")
    }
  }

  private func request(_ call: Call, _ log: inout Document, _ time: Moment, _ random: inout SplitMix64) {
    log.line(
      """
      \(time, .clock) Trc 04541 RequestAgentLogin received from [\(random.within(40...900))] \
      (0000\(random.hex(4)) Desktop \(call.agent.workstation.address):\(random.within(49_152...65_535)))
      message RequestAgentLogin
      \tAttributeThisDN\t'\(trap: call.agent.extensionNumber)'
      \tAttributeAgentID\t'\(call.agent.login)'
      \tAttributePassword\t'\(Secrets.password(&random))'
      \tAttributeAgentWorkMode\t0 (Unknown)
      \tAttributeReferenceID\t\(trap: call.reference)
      """)
  }

  private func collectedDigits(_ call: Call, _ log: inout Document, _ time: Moment, _ random: inout SplitMix64) {
    let typed = random.one(in: 4) ? call.caller.card.plain.text : random.digits(random.within(4...9))
    log.line(
      """
      @\(time, .fineClock) [0] \(trap: "8.1.102.60") distribute_event: message EventDigitsCollected
      \tAttributeConnID\t\(trap: call.connection)
      \tAttributeCollectedDigits\t'\(Value(typed, .digits))'
      \tAttributeLastCollectedDigit\t'#'
      \tAttributeThisDN\t'\(trap: call.agent.extensionNumber)'
      """)
  }

  private func chatter(_ call: Call, _ log: inout Document, _ time: inout Moment, _ random: inout SplitMix64) {
    log.line(
      """
      \(time, .clock) Dbg [link] received \(random.within(12...40)) bytes
      \t[0000] \(trap: "3c 00 17 00:2f 41 11 11:11 11 11 11:55 50 10 42")
      """)
    for _ in 0..<random.within(6...16) {
      log.line(
        """
        \(time.tick(random.within(1...30)), .clock) Int 0\(random.within(4300...4399)) [ISCC] \
        \(random.pick(Words.chatter)), tran=\(random.within(1...999_999)), sent \(random.within(64...8192)) bytes
        """)
    }
    log.line(
      "\(time.tick(3), .clock) Trc 04542 to [\(random.within(40...900))] conn \(trap: call.connection) acknowledged")
  }
}
