/// The log of the web service: typed key lists, JSON, headers with credentials, stack traces.
struct WebServiceLog: LogFormat {
  func path(on site: Site) -> String { "web/gws_node3" }

  func begin(_ log: inout Document, site: Site, at start: Moment) {
    log.line(
      """
      \(start, .comma) INFO  [main] starting gateway \(trap: "8.5.202.96") on \(site.web.name) \
      [2276@\(site.web.name)], bound to \(trap: "127.0.0.1") and \(site.web.address)
      """)
  }

  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64) {
    var time = call.start + 150
    keyList(call, &log, time, &random)
    json(call, &log, time.tick(21), &random)
    headers(call, &log, time.tick(4), &random)
    if random.one(in: 4) { stackTrace(call, &log, time.tick(9), &random) }
    for _ in 0..<random.within(6...15) {
      log.line(
        """
        \(time.tick(random.within(1...30)), .comma) DEBUG [qtp\(trap: random.within(100_000_000...2_000_000_000))-\
        \(random.within(10...99))] c.e.gateway.\(random.pick(Words.skills))Service \(random.pick(Words.chatter)) \
        in \(random.within(1...900)) ms, \(random.within(100...99_999)) bytes
        """)
    }
  }

  private func keyList(_ call: Call, _ log: inout Document, _ time: Moment, _ random: inout SplitMix64) {
    let caller = call.caller
    log.line(
      """
      \(time, .comma) INFO  [psdk-\(random.within(1...16))] 'EventRinging' (\(random.within(50...99))) attributes:
      \tAttributeThisDN [str] = "\(trap: call.agent.extensionNumber)"
      \tAttributeConnID [long] = \(trap: call.connection)
      \tAttributeCallUuid [str] = "\(trap: call.uuid)"
      \tAttributeANI [str] = "\(caller.phone.trunk)"
      \tAttributeAgentID [str] = "\(call.agent.login)"
      \tAttributeReferenceID [int] = \(trap: call.reference)
      \tAttributeUserData [bstr] = KVList:
      \t\t'Email' [str] = "\(caller.email)"
      \t\t'Mobile' [str] = "\(caller.mobile.parenthesised)"
      \t\t'ServiceType' [str] = "default"
      \t\t'Password' [output suppressed]
      \t\t'LastName' [str] = "\(caller.family)"
      """)
    switch random.below(8) {
    case 0: log.line("\t\t'NationalID' [str] = \"\(caller.papers.socialSecurity)\"")
    case 1: log.line("\t\t'DriverLicence' [str] = \"\(caller.papers.driverLicence)\"")
    case 2: log.line("\t\t'CardNumber' [str] = \"\(caller.card.plain)\"\n\t\t'cvv' [str] = \"\(caller.card.code)\"")
    case 3: log.line("\t\t'PolicyNumber' [str] = \"\(caller.account)\"\n\t\t'VIN' [str] = \"\(caller.papers.vehicle)\"")
    case 4: log.line("\t\t'CardNumber' [str] = \"\(trap: "************1111")\"")
    case 5: log.line("\t\t'FullName' [str] = <#\"\(caller.name)\"#>")
    case 6: log.line("\t\t'MemberNumber' [str] = \"\(trap: "******77")\"")
    default: log.line("\t\t'CorrelationId' [str] = \"\(trap: random.guid())\"")
    }
  }

  private func json(_ call: Call, _ log: inout Document, _ time: Moment, _ random: inout SplitMix64) {
    let (caller, agent) = (call.caller, call.agent)
    log.line(
      #"""
      \#(time, .comma) INFO  [http-\#(random.within(1...200))] reply {"statusCode":0,"user":{"userName":"\#(agent.login)",\#
      "firstName":"\#(agent.given)","lastName":"\#(agent.family)","emailAddress":"\#(agent.email)",\#
      "employeeId":"\#(agent.employee)"},"contact":{"phoneNumber":"\#(caller.phone.international)",\#
      "birthDate":"\#(caller.birthDate)","address":"\#(caller.address)"},"id":"\#(trap: random.guid())",\#
      "version":"\#(trap: "9.0.100.41")","created":\#(trap: time, .epochMilliseconds)}
      """#)
    if random.one(in: 3) {
      log.line(
        #"""
        \#(time, .comma) INFO  [callback] {"_customer_number":"\#(caller.mobile.international)",\#
        "imei":"\#(caller.papers.device)","position":"\#(caller.papers.location)","desired":"\#(time, .iso)Z",\#
        "wallet":"\#(caller.papers.cryptoAddress)"}
        """#)
    }
  }

  private func headers(_ call: Call, _ log: inout Document, _ time: Moment, _ random: inout SplitMix64) {
    let authorization: Text =
      random.one(in: 3)
      ? "Basic \(Secrets.basic(call.agent.login.text, &random))"
      : "Bearer \(Secrets.webToken(subject: call.agent.email.text, &random))"
    log.line(
      """
      \(time, .comma) TRACE [http-\(random.within(1...200))] POST /api/v2/me/calls/\(trap: call.uuid)/answer HTTP/1.1
      Host: \(call.site.web.name)
      Authorization: \(authorization)
      Cookie: JSESSIONID=\(Secrets.token(&random, length: 32)); theme=dark; BAYEUX_BROWSER=\(Secrets.token(&random, length: 20))
      X-CSRF-TOKEN: \(Value(random.guid(), .token))
      X-Forwarded-For: \(call.caller.homeAddress), \(call.site.web.address)
      Accept: application/json
      Content-Length: 0

      """)
  }

  private func stackTrace(_ call: Call, _ log: inout Document, _ time: Moment, _ random: inout SplitMix64) {
    log.line(
      """
      \(time, .comma) ERROR [worker-\(random.within(1...32))] lookup of \(call.caller.email) failed
      com.example.gateway.LookupException: no row for customer \(call.caller.account) at \(call.site.database.name):1521
      \tat com.example.gateway.ContactStore.find(ContactStore.java:\(random.within(20...900)))
      \tat com.example.gateway.CallController.answer(CallController.java:\(random.within(20...900)))
      \tat java.base/java.lang.Thread.run(Thread.java:\(trap: 840))
      Caused by: java.sql.SQLException: connect jdbc:oracle:thin:@//\(call.site.database.name):1521/cc as gws_rw \
      password=\(Secrets.password(&random))
      \t... \(random.within(10...60)) more
      """)
  }
}
