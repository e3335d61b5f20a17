/// The configuration server's log: who logged in, and what was changed.
struct ConfigurationLog: LogFormat {
  func path(on site: Site) -> String { "configuration/confserv_p" }

  func begin(_ log: inout Document, site: Site, at start: Moment) {
    SegmentHeader.append(
      to: &log, application: "confserv", type: "ConfigServer (18)", version: "8.5.101.48", host: site.configuration,
      site: site, at: start)
  }

  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64) {
    var time = call.start + 300
    let agent = call.agent
    log.line(
      """
      \(time, .clock) Trc 24301 Extended info: client [\(random.within(20...900))] type [Desktop], user name \
      [\(agent.login)], address [\(agent.workstation.address)]
      \(time.tick(2), .clock) Trc 04541 Message MSGCFG_AUTHENTICATE received from \(random.within(20...900)) \
      (Desktop 'WS_\(agent.extensionNumber)')
       attr: SATRCFG_USERNAME  value: "\(agent.login)"
       attr: SATRCFG_PASSWORD  value: "\(Secrets.password(&random))"
       attr: SATRCFG_REQUESTID  value: \(trap: call.reference)
      """)
    if random.one(in: 3) {
      log.line(
        """
        \(time.tick(5), .clock) AUTH: BIND sent to ldaps://\(call.site.configuration.name):636 as \
        CN=\(agent.name),OU=Floor2,DC=example,DC=com
        \(time.tick(8), .clock) Std 24200 Object: [CfgPerson], name [\(agent.login)], DBID: \
        [\(trap: random.within(100_000_000...899_999_999))] is changed by client [WS_\(agent.extensionNumber)] user: \
        [\(agent.login)]
        \(time, .clock) Dbg CfgPerson={DBID=\(random.within(101...9999)),tenantDBID=1,lastName='\(agent.family)',\
        firstName='\(agent.given)',employeeID='\(agent.employee)',userName='\(agent.login)',\
        emailAddress='\(agent.email)',state=1}
        """)
    }
    for _ in 0..<random.within(3...9) {
      log.line(
        """
        \(time.tick(random.within(1...60)), .clock) Dbg \(random.within(20_000...29_999)) \(random.pick(Words.chatter)), \
        object type \(random.within(1...60)), DBID \(random.within(100...99_999)), folder \(random.within(1...400))
        """)
    }
  }
}
