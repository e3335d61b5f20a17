internal import Model

/// The same lines in the encodings of other machines.
enum Encodings {
  static let all = [
    Context("utf16le-mark", "win/info-le.txt", form: { wide("\u{FEFF}", $0, false) }, write: lines),
    Context("utf16be-mark", "win/info-be.txt", form: { wide("\u{FEFF}", $0, true) }, write: lines),
    Context("utf16le-bare", "win/dump-le.txt", form: { wide("", $0, false) }, write: lines),
    Context("utf16be-bare", "win/dump-be.txt", form: { wide("", $0, true) }, write: lines),
    Context("latin1", "old/notes-latin1.txt", form: { $0.latin1() }, write: accented),
    Context("utf8-mark-crlf", "win/notes-utf8.txt", form: { "\u{FEFF}\($0.crlf())" }, write: accented),
    mixed, nul, wideTail,
  ]

  private static func wide(_ mark: String, _ text: Text, _ bigEndian: Bool) -> Text {
    "\(Text(mark).utf16(bigEndian: bigEndian))\(text.crlf().utf16(bigEndian: bigEndian))"
  }

  private static let lines: @Sendable (inout Page, inout Scene) -> Void = { page, s in
    let (person, staff, host) = (s.person(), s.staff(), s.machine())
    page.line(
      #"""
      Computer: \#(host.name) [\#(host.address)], adapter \#(host.dashedMAC)
      Profile: C:\Users\\#(staff.login)\AppData\Roaming, build \#(s.version())
      CustomerName=\#(person.name); Email=\#(person.email); Phone=\#(person.phone.brackets)
      Password=\#(s.password())
      InstallId={\#(s.uuid())} Serial=\#(s.order()) Card=\#(person.card.spaced)
      """#)
  }

  private static let accented: @Sendable (inout Page, inout Scene) -> Void = { page, s in
    let person = s.person()
    page.line(
      """
      * LastName: \(Value(s.pick(Names.accented), .personName)), mail \(person.email), café order \(s.order())
        phone \(person.phone.dotted), naïve retry \(s.number(1...9)) at \(s.clock), ref \(s.uuid())
      """)
  }

  /// UTF-8 and Latin-1 in turn, as servers write what clients sent.
  static let mixed = Context("mixed-8bit", "tserver/mixed.log") { page, s in
    let person = s.person()
    let name = Text("\t\t'CustomerName'\t'\(Value(s.pick(Names.accented), .personName))'\n")
    page.append(s.dice.one(in: 2) ? name : name.latin1())
    page.line("\t\t'EmailAddress'\t'\(person.email)'\n\t\t'Ref'\t'\(s.brokenCard())'")
  }

  /// Records of fixed width, filled up with zeros.
  static let nul = Context("nul-bytes", "old/records.dat") { page, s in
    let person = s.person()
    func field(_ value: Value, _ width: Int) -> Text {
      "\(value)\(String(repeating: "\0", count: max(1, width - value.text.utf8.count)))"
    }
    page.append("email=\(field(person.email, 44))phone=\(field(person.phone.dashed, 16))")
    // Text around it, so that the file as a whole is no binary.
    page.line("state=\(s.chatter()), \(s.chatter()), \(s.chatter()), id=\(s.uuid()), id=\(s.uuid()), \(s.iso)")
    for _ in 0..<24 { page.line("\(s.spaced) INFO \(s.chatter()) in \(s.number(1...900)) ms, batch \(s.order())") }
  }

  /// A log that a tool continued in UTF-16.
  static let wideTail = Context("utf16-tail", "win/appended.log") { page, s in
    let person = s.person()
    page.line("\(s.spaced) customer email=\(person.email)")
    page.append(Text("\(s.spaced) customer email=\(person.email)\r\n").utf16())
  }
}
