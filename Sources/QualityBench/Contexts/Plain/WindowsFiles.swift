/// What Windows tools print.
enum WindowsFiles {
  static let all = [events, registry]

  static let events = Context("windows-event", "win/security.txt", form: { $0.crlf() }) { page, s in
    let staff = s.staff()
    page.line(
      #"""
      Log Name:      Security
      Date:          \#(s.iso)
      Event ID:      4624
      Computer:      \#(staff.desk.name)
      Description:
      An account was successfully logged on.
      	Account Name:		\#(staff.login)
      	Account Domain:		\#(either: "EXAMPLE")
      	Logon ID:		0x\#(s.dice.hex(6).uppercased())
      	Logon GUID:		{\#(s.uuid())}
      	Process Name:		C:\Windows\System32\winlogon.exe
      	Source Network Address:	\#(staff.desk.address)
      	Source Port:		\#(s.number(49_152...65_000))

      """#)
  }

  static let registry = Context("registry-export", "win/settings.reg", form: { $0.crlf() }) { page, s in
    let staff = s.staff()
    if page.isEmpty { page.line("Windows Registry Editor Version 5.00\n") }
    page.line(
      #"""
      [HKEY_LOCAL_MACHINE\SOFTWARE\Example\Gateway\\#(s.number(1...999))]
      "InstallId"="{\#(s.uuid())}"
      "Server"="\#(s.machine().name)"
      "UserName"="\#(staff.login)"
      "Password"="\#(s.password())"
      "ProfilePath"="C:\\Users\\\#(staff.login)\\AppData\\Local"
      "Version"="\#(s.version())"
      "Flags"=dword:0000\#(s.dice.hex(4))
      "Blob"=hex:\#(Trap("41,11,11,11,11,11,11,11,00,\(s.dice.hex(2))", "hex bytes"))

      """#)
  }
}
