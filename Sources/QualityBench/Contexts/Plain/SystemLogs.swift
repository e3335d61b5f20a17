/// What the daemons of a machine tell the system log.
enum SystemLogs {
  static let all = [syslog, journal]

  static let syslog = Context("syslog", "var/log/messages") { page, s in
    let (host, staff, client) = (s.machine(), s.staff(), s.person())
    switch s.number(0...6) {
    case 0:
      page.line(
        """
        \(s.syslog) \(host.name) sshd[\(s.number(800...64_000))]: Accepted publickey for \(staff.login) from \
        \(staff.desk.address) port \(s.number(32_768...60_999)) ssh2: RSA SHA256:\(Trap(s.dice.string(43, of: Dice.base64), "fingerprint"))
        """)
    case 1:
      page.line(
        """
        \(s.syslog) \(host.name) sshd[\(s.number(800...64_000))]: Failed password for \(staff.login) from \
        \(client.address) port \(s.number(32_768...60_999)) ssh2
        """)
    case 2:
      page.line(
        """
        \(s.syslog) \(host.name) sudo: \(staff.login) : TTY=pts/\(s.number(0...9)) ; PWD=/home/\(staff.login) ; USER=root ; \
        COMMAND=/usr/bin/systemctl restart \(s.service())
        """)
    case 3:
      page.line(
        """
        \(s.syslog) \(host.name) postfix/smtp[\(s.number(800...64_000))]: \(s.dice.hex(10).uppercased()): \
        to=<\(client.email)>, relay=\(s.machine().name)[\(s.machine().address)]:25, delay=0.\(s.number(10...99)), \
        dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as \(s.dice.hex(10).uppercased()))
        """)
    case 4:
      page.line(
        """
        \(s.syslog) \(host.name) dhcpd[\(s.number(800...9000))]: DHCPACK on \(staff.desk.address) to \(staff.desk.mac) \
        via eth0
        """)
    case 5:
      page.line(
        """
        \(s.syslog) \(host.name) kernel: [\(s.number(1000...900_000)).\(s.dice.digits(6))] \(s.service())[\
        \(s.number(100...9999))]: segfault at \(s.pointer()) ip \(s.pointer()) error 4 in libc-2.31.so
        """)
    default:
      page.line(
        """
        \(s.syslog) \(host.name) \(s.service())[\(s.number(800...64_000))]: \(s.chatter()), build \(s.version()), \
        id \(s.uuid()), bound to \(s.loopback())
        """)
    }
  }

  /// As `journalctl -o export` writes it.
  static let journal = Context("journald-export", "journal/system.export") { page, s in
    let (host, staff) = (s.machine(), s.staff())
    page.line(
      """
      __CURSOR=s=\(Trap(s.dice.hex(32), "journal id"));i=\(s.dice.hex(4));b=\(Trap(s.dice.hex(32), "journal id"))
      __REALTIME_TIMESTAMP=\(Trap("\(s.now)\(s.dice.digits(6))", "epoch us"))
      _BOOT_ID=\(Trap(s.dice.hex(32), "journal id"))
      _MACHINE_ID=\(Trap(s.dice.hex(32), "journal id"))
      _HOSTNAME=\(host.name)
      PRIORITY=6
      _UID=1000
      _COMM=login
      _CMDLINE=/usr/bin/agent --user \(staff.login) --password \(s.password())
      MESSAGE=New session \(s.number(1...999)) of user \(staff.login) from \(staff.desk.address).

      """)
  }
}
