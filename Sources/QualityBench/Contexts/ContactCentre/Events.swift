internal import Model

/// Telephony events and key lists, in other orders and spellings than the fixture generator's.
enum Events {
  static let all = [events, nested, typed, digitsEvents]

  /// User data first, attributes in another order, integers and binary values between them.
  static let events = Context("events-reordered", "tserver/ts_b2.log") { page, s in
    let (person, staff) = (s.person(), s.staff())
    page.line(
      """
      \(s.clock).\(s.millis()) Trc 04542 EventPartyChanged sent to [\(s.number(10...900))] (\(s.dice.hex(8)) agentdesk \
      \(staff.desk.address):\(s.number(49_152...65_000)))
      message EventPartyChanged
      \tAttributeUserData\t[\(s.number(60...400))] 00 05 01 00..
      \t\t'CUST_MOBILE'\t'\(person.mobile.hyphens)'
      \t\t'CustFirstName'\t'\(person.given)'
      \t\t'CustLastName'\t'\(person.family)'
      \t\t'LoyaltyTier'\t3
      \t\t'acct_no'\t'\(person.account)'
      \t\t'Photo'(bin)\t[8] \(Trap("41 11 11 11 11 11 11 11", "hex bytes"))
      \t\t'E-Mail'\t'\(person.email)'
      \tAttributeOtherDN\t'\(person.phone.trunk)'
      \tAttributeOtherDNRole\t1
      \tAttributeThisDN\t'\(Trap(staff.line, "internal number"))'
      \tAttributeANI\t'\(person.phone.plain)'
      \tAttributeAgentID\t'\(staff.employee)'
      \tAttributeTransferConnID\t\(s.connection())
      \tAttributeConnID\t\(s.connection())
      \tAttributeCallUUID\t'\(s.callUUID())'
      \tAttributeNetworkCallID\t\(s.reference())
      \tAttributeThisQueue\t'\(s.queue())'
      \tAttributeServer\t'\(Trap("SIP_Switch_2", "application"))'
      """)
  }

  /// A list printed into a string, with quotes inside quotes, and lists in lists.
  static let nested = Context("key-list-nested", "urs/attached.log") { page, s in
    let person = s.person()
    page.line(
      """
      \(s.clock).\(s.millis())_I_I_\(s.connection()) [01:0c] attached data:
      \t'IVR_Result'(list)\t'Customer'(list)\t'FullName'\t'\(person.name)'
      \t\t\t'BirthDate'\t'\(person.birthDate)'
      \t\t\t'Contact'\t'KVList: 'Phone' [str] = "\(person.phone.international)" 'Email' [str] = "\(person.email)"'
      \t\t'Payment'\t'{"pan":"\(person.card.plain)","exp":"\(person.card.expiry)","cvv":"\(person.card.code)"}'
      \t\t'CallRef'\t'\(s.brokenCard())'
      \t\t'VQID'\t'\(Trap(s.dice.string(26, of: Dice.base32), "virtual queue id"))'
      \t\t'PIN'\t'\(s.masked())'
      """)
  }

  /// Typed lists as the Java and .NET libraries print them.
  static let typed = Context("key-list-typed", "desktop/platform.log", form: { $0.crlf() }) { page, s in
    let (person, staff) = (s.person(), s.staff())
    page.line(
      """
      \(s.spaced),\(s.millis()) [\(s.number(1...40))] DEBUG  'RequestDistributeUserEvent' (\(s.number(20...120))) attributes:
      \tattr_ref_id [int] = \(s.reference())
      \tattr_itx_id [str] = "\(s.interaction())"
      \tattr_actor_agent_id [str] = "\(staff.login)"
      \tattr_place_id [str] = "\(Trap("Place_\(staff.line)", "place"))"
      \tattr_user_data [list, size (unpacked)=\(s.number(200...900))] =
      \t\t"FromAddress" [str] = "\(person.email)"
      \t\t"Caller_Name" [str] = "\(person.name)"
      \t\t"HomePhone" [str] = "\(person.phone.brackets)"
      \t\t"PassportNo" [str] = "\(person.passport)"
      \t\t"StreetAddress" [str] = "\(person.road)"
      \t\t"ContactId" [str] = "\(Trap("0000Ha\(s.dice.word(10))", "contact id"))"
      \t\t"ParentId" [str] = "\(s.uuid())"
      \t\t"OTP" [output suppressed]
      """)
  }

  static let digitsEvents = Context("collected-digits", "tserver/treatments.log") { page, s in
    let person = s.person()
    page.line(
      """
      @\(s.clock).\(s.millis())0 [0] \(s.version()) distribute_event: message EventTreatmentEnd
      \tAttributeCollectedDigits\t'\(Value(s.dice.one(in: 2) ? person.card.number : s.dice.digits(6), .digits))'
      \tAttributeTreatmentType\t2 (TreatmentCollectDigits)
      \tAttributeConnID\t\(s.connection())
      \tAttributeExtensions\t[40] 00 01 00 00..
      \t\t'DTMFDigits'\t'\(Value(s.dice.digits(8), .digits))'
      \t\t'LastError'\t\(s.number(0...99))
      """)
  }
}
