internal import Model

/// Configuration, licences, lists, transcripts.
enum Administration {
  static let all = [export, licence, callingList, chat, confserv, statServer, ocs, gms]

  static let export = Context("config-export", "export/cme.xml") { page, s in
    let staff = s.staff()
    page.line(
      """
      <CfgPerson DBID="\(Trap(s.dice.digits(6), "DBID"))">
        <tenantDBID value="1"/>
        <lastName value="\(staff.family)"/>
        <firstName value="\(staff.given)"/>
        <employeeID value="\(staff.employee)"/>
        <userName value="\(staff.login)"/>
        <emailAddress value="\(staff.email)"/>
        <password value="\(s.password())"/>
        <changePasswordOnNextLogin value="1"/>
      </CfgPerson>
      <CfgHost DBID="\(Trap(s.dice.digits(3), "DBID"))"><name value="\(s.machine().name)"/><IPaddress value="\(s.machine().address)"/>\
      <LCAPort value="4999"/></CfgHost>
      <CfgDAP name="dap_\(s.service())" dbmsName="oracle" userName="\(either: "gen_cfg")" password="\(s.password())"/>
      """)
  }

  static let licence = Context("licence-file", "config/license.dat") { page, s in
    page.line(
      """
      # issued \(s.date), order \(s.order())
      SERVER \(s.machine().name) \(Value(s.machine().mac6.replacing(":", with: ""), .macAddress)) 7260
      VENDOR example.d PORT=7261
      FEATURE \(s.service())_seats example.d \(Trap("8.000", "version")) 31-dec-2027 \(s.number(10...9000)) \
      HOSTID=\(Value(s.machine().mac6.replacing(":", with: ""), .macAddress)) SIGN="\(either: s.dice.hex(24).uppercased())"
      """)
  }

  static let callingList = Context("calling-list", "export/list.csv", form: { $0.latin1().crlf() }) { page, s in
    if page.isEmpty {
      page.line("record_id;contact_info;contact_info_type;cust_name;agent_id;chain_id;dial_sched_time;user_email")
    }
    let (person, staff) = (s.person(), s.staff())
    page.line(
      """
      \(s.order());\(person.phone.plain);1;\(person.name);\(staff.login);\(s.order());\(s.epoch());\(person.email)
      """)
  }

  static let chat = Context("chat-transcript", "chat/transcript.xml") { page, s in
    let person = s.person()
    page.line(
      """
      <chatTranscript startAt="\(s.iso)Z" sessionId="\(s.interaction())">
      <newParty userId="\(Trap(s.dice.hex(16), "user id"))" timeShift="0"><userInfo userNick="\(person.given)" userType="CLIENT"/></newParty>
      <message userId="\(Trap(s.dice.hex(16), "user id"))" timeShift="\(s.number(1...90))"><msgText>\
      \(Value(s.pick(Names.sayings), .content))</msgText></message>
      <userData><item key="EmailAddress">\(person.email)</item><item key="PhoneNumber">\(person.mobile.dotted)</item></userData>
      </chatTranscript>
      """)
  }

  static let confserv = Context("config-protocol", "config/confserv_b.log") { page, s in
    let staff = s.staff()
    page.line(
      """
      \(s.clock).\(s.millis()) Trc 24300 Extended info: Client [\(s.number(1...900))] from \(staff.desk.name) \
      [\(staff.desk.address)] connected, user name [\(staff.login)]
      \(s.clock).\(s.millis()) Dbg MSGCFG_CHANGEOBJECT attr: SATRCFG_USERNAME  value: "\(staff.login)"
       key: emailAddress type: [String], value : \(staff.email)
       key: firstName type: [String], value : \(staff.given)
       key: password type: [String], value : \(s.password())
       key: DBID type: [int], value : \(Trap(s.dice.digits(9), "DBID"))
      \(s.clock).\(s.millis()) Trc AUTH_DBG: BIND sent uid=\(staff.login),ou=agents,dc=example,dc=net to \
      ldaps://\(s.machine().name):636
      """)
  }

  static let statServer = Context("stat-server", "stat/stat_b.log") { page, s in
    let staff = s.staff()
    page.line(
      """
      \(s.clock).\(s.millis()) Status: Agent '\(staff.login)' WaitForNextCall since \(s.epoch()), place '\(Trap("PL_\(staff.line)", "place"))'
      \(s.clock).\(s.millis()) Int 04543 Interaction message "EventAgentLogin" received from \
      \(s.reference()) ("\(Trap("SIP_Switch_2@\(staff.line)", "switch target"))"), AgentID '\(staff.login)'
      \(s.clock).\(s.millis()) Stat \(s.reference()): TotalCalls \(s.queue())@\(Trap("SIP_Switch_2", "application")), value \(s.number(0...900))
      """)
  }

  static let ocs = Context("dialler-records", "ocs/ocs_b.log") { page, s in
    let (person, staff) = (s.person(), s.staff())
    page.line(
      """
      \(s.clock).\(s.millis()) DBList.UpdateRecord
      \tRecordHandle = \(s.order())
      \tChainID = \(s.order())
      \tPhone = \(person.phone.international)
      \tCustomField(cust_last) = \(person.family)
      \tTimeZone = 'EST'
      \tDailyFrom = 28800
      \(s.clock).\(s.millis()) SQL: update cl_\(s.service()) set agent_id='\(staff.login)', email='\(person.email)', \
      contact_info='\(person.mobile.plain)' where record_id=\(s.order())
      \t'GSW_PHONE'\t'\(person.phone.dashed)'
      \t'GSW_CHAIN_ID'\t\(s.order())
      """)
  }

  static let gms = Context("callback-service", "gms/gms_b.log") { page, s in
    let person = s.person()
    page.line(
      #"""
      \#(s.spaced),\#(s.millis()) INFO  [qtp\#(Trap(s.dice.digits(9), "thread id"))-\#(s.number(10...99))] (POST) Client IP \#
      Address: \#(person.address), URI : /genesys/1/service/callback/\#(s.service())
      \#(s.spaced),\#(s.millis()) INFO  JSon: KVList:
      \#t'_customer_number' [str] = "\#(person.phone.international)"
      \#t'_desired_time' [str] = "\#(s.iso).000Z"
      \#t'phone_number' [str] = "\#(person.mobile.plain)"
      \#t'email' [str] = "\#(person.email)"
      \#t'_service_id' [str] = "\#(Trap(s.dice.digits(3) + "-" + s.uuid().text, "service id"))"
      \#t'usr_reason' [str] = "\#(either: s.pick(Names.sayings))"
      """#)
  }
}
