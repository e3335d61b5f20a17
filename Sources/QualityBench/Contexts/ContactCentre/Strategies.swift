internal import Model

/// What routing strategies and voice dialogues print.
enum Strategies {
  static let all = [trace, scxml, vxml, rest]

  static let trace = Context("strategy-trace", "urs/urs_b.log") { page, s in
    let (person, staff) = (s.person(), s.staff())
    let id = s.connection()
    func head(_ letters: String, _ code: String) -> Text {
      "\(s.clock).\(s.dice.digits(3))_\(letters)_\(id) [\(code)] "
    }
    page.line(
      """
      \(head("I_I", "09:04"))ASSIGN: CallerPhone(SCRIPT) <- STRING: "\(person.phone.trunk)"
      \(head("I_I", "09:04"))ASSIGN: v_Customer_Name(LOCAL) <- STRING: "\(person.name)"
      \(head("I_I", "09:04"))ASSIGN: str_EMAIL(GLOBAL) <- STRING: "\(person.email)"
      \(head("I_I", "09:04"))ASSIGN: CardNum(LOCAL) <- STRING: "\(person.card.plain)"
      \(head("I_I", "09:04"))ASSIGN: OrderRef(LOCAL) <- STRING: "\(s.brokenCard())"
      \(head("I_I", "0E:15"))func UData['CustomerPIN'] = "\(Value(s.dice.digits(4), .pin))"
      \(head("M_I", "10:17"))SO(\(Trap(s.dice.hex(12), "pointer")) ten=1 name=\(staff.login)@StatSrv_2.A): state ready
      \(head("R_I", "07:07"))WAITING FOR \(Trap("VQ_Sales@StatSrv_2.GQ", "target")), \
      \(Trap("2@RStat.GA", "target")), priority \(s.number(1...99))
      \(head("T_I", "04:0a"))TALKED \(s.number(1...900)) of \(s.number(900...4000)) on \(s.queue())
      """)
  }

  static let scxml = Context("scxml-metrics", "ors/ors_b.log") { page, s in
    let person = s.person()
    let sid = s.session()
    page.line(
      """
      \(s.clock).\(s.millis()) [T:\(s.thread())] {ScxmlMetric:3} METRIC <assign sid='\(sid)' location='_data.custMobile' \
      expression='&quot;\(person.mobile.plain)&quot;' />
      \(s.clock).\(s.millis()) [T:\(s.thread())] {ScxmlMetric:3} METRIC <eval_expr sid='\(sid)' \
      expression='system.EmailAddress' result='\(person.email)' />
      \(s.clock).\(s.millis()) [T:\(s.thread())] {ScxmlMetric:3} METRIC <log sid='\(sid)' expr='birth' label='dob' \
      value='\(person.birthDate)' />
      \(s.clock).\(s.millis()) [T:\(s.thread())] {ScxmlMetric:3} METRIC <state_enter sid='\(sid)' name='\(s.service())' />
      \(s.clock).\(s.millis()) [T:\(s.thread())] {SessionManager:3} start params {"ani":"\(person.phone.plain)",\
      "interactionid":"\(s.interaction())","queue":"\(s.queue())","at":\(s.epoch())}
      """)
  }

  static let vxml = Context("vxml-dialogue", "media/mcp_b.log") { page, s in
    let person = s.person()
    func head(_ level: String) -> Text {
      "\(s.spaced).\(s.dice.digits(3)) \(level) \(Trap("00\(s.dice.digits(6))-1\(s.dice.digits(7))", "GVP id")) \(Trap("3\(s.dice.digits(9))", "thread id")) "
    }
    page.line(
      """
      \(head("INFO"))dtmf_input \(Value(person.card.number, .digits))
      \(head("INFO"))filled_enter phone "\(Value(person.phone.plain.text, .digits))" mode dtmf
      \(head("DBUG"))EvaluateExpression(): customer.lastName = '\(person.family)'
      \(head("DBUG"))EvaluateCond(): accountNumber == '\(person.account)'
      \(head("INFO"))asr_trace utterance "\(Value(s.pick(Names.sayings), .content))" score 0.\(s.number(10...99))
      \(head("INFO"))prompt_play tts:"\(either: "Is ")\(person.phone.dashed)\(either: " the best number?")"
      \(head("INFO"))call_reference \(s.callUUID())|\(s.dice.hex(8))|Environment|IVR_B
      \(head("DBUG"))Fetch http://\(s.machine().name)/ivr/next.vxml?ani=\(person.phone.trunk)&session=\(Trap(s.dice.hex(8), "session id"))
      """)
  }

  static let rest = Context("rest-lookup", "urs/http.log") { page, s in
    let person = s.person()
    page.line(
      """
      \(s.clock).\(s.millis())_T_I_\(s.connection()) [19:10] request http://\(s.machine().name):8080/crm/find?\
      customerPhone=\(Text("\(person.phone.international)").percent())&mail=\(Text("\(person.email)").percent())&\
      lastName=\(person.family)&req=\(s.uuid())
      \(s.clock).\(s.millis())_T_I_\(s.connection()) [19:11] reply func?params=\
      \(Text(#"["\#(person.email)","\#(person.account)"]"#).percent())
      """)
  }
}
