internal import Model

/// Values at the edges of lines and buffers, and with nothing around them.
enum Borders {
  static let all = [longLine, bufferEdges, nextLine, noBorders, neighbours, digitByDigit, folded, endOfFile]

  /// One line of some megabytes.
  static let longLine = Context("long-line", "app/one-line.json") { page, s in
    page.append(#"{"records":["#)
    while page.text.bytes.count < 2 << 20 {
      let person = s.person()
      page.append(
        #"""
        {"id":"\#(s.uuid())","email":"\#(person.email)","phone":"\#(person.phone.international)","password":"\#(s.password())",\#
        "noise":"\#(s.dice.word(s.number(200...9000)))","at":\#(s.epochMilliseconds())},
        """#)
    }
    page.line(#"{}]}"#)
  }

  /// Values that lie across multiples of 64 KiB.
  static let bufferEdges = Context("buffer-edges", "app/edges.log") { page, s in
    for block in 1...6 {
      let edge = block << 16
      let person = s.person()
      let value: Text = block % 2 == 0 ? "email=\(person.email)" : "card=\(person.card.plain)"
      while page.text.bytes.count < edge - 200 { page.line("\(s.spaced) INFO \(s.chatter()), batch \(s.order())") }
      let filling = edge - s.number(1...30) - page.text.bytes.count
      page.line("\(String(repeating: ".", count: max(0, filling)))\(value)")
    }
  }

  /// The key on one line, the value on the next.
  static let nextLine = Context("value-on-next-line", "etc/pretty.json") { page, s in
    let person = s.person()
    page.line(
      #"""
      {
        "password":
          "\#(s.password())",
        "customer": {
          "fullName" :
            "\#(person.name)",
          "reference":
            "\#(s.uuid())"
        },
        "apiKey": [
          "\#(s.token())"
        ]
      }
      <property name="password">
        <value>\#(s.password())</value>
      </property>
      smtp_password: >-
        \#(s.password())
      """#)
  }

  static let noBorders = Context("no-borders", "app/glued.log") { page, s in
    let (person, host) = (s.person(), s.machine())
    let line: Text =
      switch s.number(0...7) {
      case 0: "export_\(person.email)_final.csv"
      case 1: "card\(person.card.plain)exp\(person.card.expiry)"
      case 2: "ip\(host.address)port443up"
      case 3: "call_\(person.phone.international)_rec"
      case 4: "mac\(host.mac)vlan20"
      case 5: "<b>\(person.phone.dashed)</b><i>\(person.email)</i>"
      case 6: "[\(host.address)][\(person.address)]{\(person.email)}"
      default: "job-\(Value(host.address.text.replacing(".", with: "-"), .ipAddress)).tmp"
      }
    page.line("\(line)\n\(s.chatter()) v\(s.version()) #\(s.order())")
  }

  /// Several values on one line, some the beginning of others.
  static let neighbours = Context("neighbours", "app/pairs.log") { page, s in
    let (person, other) = (s.person(), s.person())
    let net = "10.\(s.number(1...99)).\(s.number(1...99))"
    page.line(
      """
      password=\(s.password()) newPassword=\(s.password()) token=\(s.token(24)) token=\(s.token(24))
      peers \(Value("\(net).1", .ipAddress)),\(Value("\(net).12", .ipAddress)),\(Value("\(net).123", .ipAddress)) \
      \(Value("\(net).1", .ipAddress)):5060->\(Value("\(net).12", .ipAddress)):5061
      to=\(person.email),\(other.email);\(person.email) \(person.phone.dashed)|\(other.phone.dashed)|\(s.order())
      cards \(person.card.plain) \(other.card.plain) \(s.brokenCard()) \(s.reference())
      """)
  }

  /// A digit in each event.
  static let digitByDigit = Context("digit-by-digit", "media/keys.log") { page, s in
    page.line("\(s.clock).\(s.millis()) INFO treatment begins, call \(s.callUUID())")
    for digit in s.person().card.number {
      page.line(
        """
        \(s.clock).\(s.millis()) DBUG \(s.uuid()) rfc4733 event received
        Signal=\(Value(String(digit), .digits))
        Duration=\(s.number(8...30))0
        """)
    }
  }

  /// Headers and attributes that go on in the next line.
  static let folded = Context("folded", "mail/folded.txt", form: { $0.crlf() }) { page, s in
    let (person, other) = (s.person(), s.person())
    page.line(
      """
      To: "\(person.name)"
       <\(person.email)>,
      \t\(other.email)
      Authorization: Bearer
       \(s.webToken(person.email))
      Message-ID: <\(s.messageID())@\(either: "mail.example.com")>
      dn: uid=\(s.staff().login),ou=people,
       dc=example,dc=com
      """)
  }

  /// A value is the last thing, without a line end.
  static let endOfFile = Context("end-of-file", "etc/last.conf") { page, s in
    page.append("\(page.isEmpty ? "" : "\n")# \(s.chatter())\nhost=\(s.machine().name)\npassword=\(s.password())")
  }
}
