/// What firewalls, auditors and databases report.
enum SecurityLogs {
  static let all = [cef, firewall, audit, oracle, mssql]

  static let cef = Context("cef", "siem/events.cef") { page, s in
    let staff = s.staff()
    page.line(
      """
      CEF:0|Example|Gateway|\(s.version())|100|Login failed|5|src=\(staff.desk.address) dst=\(s.machine().address) \
      suser=\(staff.login) duser=\(s.staff().email) shost=\(staff.desk.name) smac=\(staff.desk.mac) \
      rt=\(s.epochMilliseconds()) externalId=\(s.uuid()) cnt=\(s.number(1...90))
      """)
  }

  static let firewall = Context("firewall", "var/log/firewall.log") { page, s in
    page.line(
      """
      \(s.syslog) \(s.machine().name) kernel: [UFW BLOCK] IN=eth0 OUT= MAC=\(either: s.machine().mac6) \
      SRC=\(s.person().address) DST=\(s.machine().address) LEN=60 TOS=0x00 TTL=\(s.number(30...128)) ID=\(s.number(1...65_000)) \
      PROTO=TCP SPT=\(s.number(1025...65_000)) DPT=22 WINDOW=\(s.number(1000...65_000)) SEQ=\(s.reference())
      """)
  }

  static let audit = Context("linux-audit", "var/log/audit.log") { page, s in
    let staff = s.staff()
    page.line(
      """
      type=USER_LOGIN msg=audit(\(s.epoch()).\(s.millis()):\(s.number(1000...99_999))): pid=\(s.number(800...32_000)) \
      uid=0 auid=\(Trap("4294967295", "unset id")) ses=\(s.number(1...900)) msg='op=login acct="\(staff.login)" \
      exe="/usr/sbin/sshd" hostname=\(staff.desk.name) addr=\(staff.desk.address) terminal=ssh res=success'
      """)
  }

  static let oracle = Context("oracle-listener", "oracle/listener.log") { page, s in
    let staff = s.staff()
    page.line(
      """
      \(s.date) \(s.clock) * (CONNECT_DATA=(SERVICE_NAME=shop)(CID=(PROGRAM=app)(HOST=\(staff.desk.name))(USER=\(staff.login)))) \
      * (ADDRESS=(PROTOCOL=tcp)(HOST=\(staff.desk.address))(PORT=\(s.number(1025...65_000)))) * establish * shop * 0
      ORA-0\(s.number(1000...9999)): \(s.chatter()), SCN \(s.counter(13))
      """)
  }

  static let mssql = Context("mssql-errorlog", "mssql/ERRORLOG", form: { Text("\u{FEFF}\($0)").crlf().utf16() }) {
    page, s in
    let staff = s.staff()
    page.line(
      """
      \(s.spaced).\(s.dice.digits(2)) Logon       Error: 18456, Severity: 14, State: 8.
      \(s.spaced).\(s.dice.digits(2)) Logon       Login failed for user '\(staff.login)'. Reason: Password did not match. \
      [CLIENT: \(staff.desk.address)]
      \(s.spaced).\(s.dice.digits(2)) Server      \(s.chatter()), instance \(s.uuid()), build \(Trap("16.0.4125.3", "version"))
      """)
  }
}
