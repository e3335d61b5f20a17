/// Tables of customers, and what databases say.
enum Records {
  static let all = [csv, sql, slow, vcard, ldif]

  static let csv = Context("csv", "export/customers.csv") { page, s in
    if page.isEmpty {
      page.line("id,first_name,last_name,email,phone,date_of_birth,street,zip,iban,card_number,ssn,created_at,etag")
    }
    let person = s.person()
    page.line(
      """
      \(s.order()),\(person.given),\(person.family),\(person.email),\(person.phone.dashed),\(person.birthDate),\
      "\(person.road)",\(person.postcode),\(person.iban),\(person.card.plain),\(person.socialSecurity),\(s.iso)Z,\
      \(Trap(s.dice.hex(32), "etag"))
      """)
  }

  static let sql = Context("sql-dump", "export/dump.sql") { page, s in
    let (person, staff) = (s.person(), s.staff())
    page.line(
      """
      INSERT INTO customer (id, first_name, last_name, email, phone, account_number, passport, guid) VALUES \
      (\(s.order()), '\(person.given)', '\(person.family)', '\(person.email)', '\(person.phone.international)', \
      '\(person.account)', '\(person.passport)', '\(s.uuid())');
      UPDATE users SET password = '\(s.password())', updated = '\(s.spaced)' WHERE user_name = '\(staff.login)';
      """)
  }

  static let slow = Context("slow-log", "mysql/slow.log") { page, s in
    let (person, staff) = (s.person(), s.staff())
    page.line(
      """
      # Time: \(s.iso).\(s.dice.digits(6))Z
      # User@Host: \(staff.login)[\(staff.login)] @ \(s.machine().name) [\(s.machine().address)]  Id: \(s.number(100...99_999))
      # Query_time: \(s.number(1...9)).\(s.dice.digits(6))  Lock_time: 0.000\(s.dice.digits(3)) Rows_sent: 1  \
      Rows_examined: \(s.order())
      SET timestamp=\(s.epoch());
      SELECT * FROM customer WHERE email = '\(person.email)' OR phone = '\(person.mobile.plain)' LIMIT 10;
      """)
  }

  static let vcard = Context("vcard", "export/contacts.vcf") { page, s in
    let person = s.person()
    page.line(
      """
      BEGIN:VCARD
      VERSION:3.0
      N:\(person.family);\(person.given);;;
      FN:\(person.name)
      TEL;TYPE=CELL:\(person.mobile.international)
      TEL;TYPE=HOME,VOICE:\(person.phone.brackets)
      EMAIL;TYPE=INTERNET:\(person.email)
      ADR;TYPE=HOME:;;\(person.road);\(either: person.town);;\(person.postcode);US
      BDAY:\(person.birthDate)
      UID:\(s.uuid())
      REV:\(s.iso)Z
      END:VCARD
      """)
  }

  static let ldif = Context("ldif", "export/people.ldif") { page, s in
    let staff = s.staff()
    page.line(
      """
      dn: uid=\(staff.login),ou=people,dc=example,dc=net
      objectClass: inetOrgPerson
      uid: \(staff.login)
      cn: \(staff.name)
      givenName: \(staff.given)
      sn: \(staff.family)
      mail: \(staff.email)
      telephoneNumber: \(s.person().phone.spaced)
      employeeNumber: \(staff.employee)
      userPassword: \(s.password())
      entryUUID: \(s.uuid())
      modifyTimestamp: \(Trap("20260414\(s.clock.replacing(":", with: ""))Z", "timestamp"))

      """)
  }
}
