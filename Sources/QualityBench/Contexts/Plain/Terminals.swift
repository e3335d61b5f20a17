/// What people typed, and what their tools answered.
enum Terminals {
  static let all = [history, ps, gitLog, ansible, network, powershell]

  static let history = Context("shell-history", "home/.bash_history") { page, s in
    let staff = s.staff()
    let command: Text =
      switch s.number(0...6) {
      case 0: "mysql -h \(s.machine().name) -u \(staff.login) --password=\(s.password()) shop"
      case 1: "curl -u \(staff.login):\(s.password()) https://\(s.machine().name)/api/\(s.uuid())"
      case 2: "ssh \(staff.login)@\(s.machine().address)"
      case 3: "export AUTH_TOKEN=\(s.token())"
      case 4: "git checkout \(s.commit())"
      case 5: "curl -H 'Authorization: Bearer \(s.webToken(staff.email))' https://\(s.machine().name)/v1/\(s.service())"
      default: "scp app-\(s.version()).tgz \(staff.login)\(either: "@")\(s.machine().name):/tmp/"
      }
    page.line("#\(s.epoch())\n\(command)")
  }

  static let ps = Context("ps-output", "os/ps.txt") { page, s in
    if page.isEmpty { page.line("USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND") }
    let staff = s.staff()
    let command: Text =
      switch s.number(0...3) {
      case 0: "java -Xmx4g -Ddb.password=\(s.password()) -Dhost=\(s.machine().name) -jar /opt/shop/\(s.service()).jar"
      case 1: "/opt/shop/bin/\(s.service()) --listen \(s.loopback()):8080 --api-key \(s.token())"
      case 2: "python3 /home/\(staff.login)/sync.py --build \(s.commit())"
      default: "/usr/sbin/\(s.service()) -D --state 0x\(s.dice.hex(8))"
      }
    page.line(
      """
      \(either: "root")         \(s.number(100...32_000))  0.\(s.number(0...9))  1.\(s.number(0...9)) \
      \(s.number(100_000...9_999_999)) \(s.number(1000...999_999)) ?        Ssl  08:0\(s.number(0...9))   0:0\(s.number(0...9)) \
      \(command)
      """)
  }

  static let gitLog = Context("git-log", "src/git-log.txt") { page, s in
    let staff = s.staff()
    page.line(
      """
      commit \(s.commit())
      Merge: \(s.dice.hex(9)) \(s.dice.hex(9))
      Author: \(staff.name) <\(staff.email)>
      Date:   Tue Apr 14 \(s.clock) 2026 +0200

          \(s.service()): \(s.chatter()), see #\(s.number(100...9999))

          Signed-off-by: \(staff.name) <\(staff.email)>

      """)
  }

  static let ansible = Context("ansible", "deploy/ansible.log") { page, s in
    let host = s.machine()
    page.line(
      #"""
      TASK [\#(s.service()) : install package] **************************************************
      ok: [\#(host.name)] => {"changed": false, "name": "\#(s.service())-\#(s.version())", "ip": "\#(host.address)"}
      changed: [\#(host.name)] => {"checksum": "\#(s.commit())", "dest": "/home/\#(s.staff().login)/.ssh/config", \#
      "owner": "\#(either: "root")", "mode": "0600", "db_password": "\#(s.password())"}
      \#(host.name) : ok=\#(s.number(1...40))   changed=\#(s.number(0...9))    unreachable=0    failed=0
      """#)
  }

  static let network = Context("network-output", "os/network.txt") { page, s in
    let host = s.machine()
    page.line(
      """
      eth\(s.number(0...9)): flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
              inet \(host.address)  netmask \(Trap("255.255.255.0", "netmask"))
              ether \(host.mac)  txqueuelen 1000  (Ethernet)
              RX packets \(s.order())  bytes \(s.number(1_000_000_000...9_999_999_999)) (3.1 GiB)
      tcp        0      0 \(host.address):\(s.number(1025...60_000))   \(s.machine().address):443      ESTABLISHED
      tcp        0      0 \(s.loopback()):8125          0.0.0.0:*               LISTEN
      \(s.machine().address)   \(s.machine().name)
      """)
  }

  static let powershell = Context(
    "powershell-transcript", "win/transcript.txt", form: { $0.crlf() }
  ) { page, s in
    let staff = s.staff()
    page.line(
      #"""
      **********************
      Windows PowerShell transcript start
      Start time: 20260414\#(s.clock.replacing(":", with: ""))
      Username: \#(either: "EXAMPLE")\\#(staff.login)
      Machine: \#(either: s.machine().short.uppercased()) (Microsoft Windows NT \#(Trap("10.0.20348.0", "version")))
      Process ID: \#(s.number(1000...30_000))
      **********************
      PS C:\Users\\#(staff.login)> Get-Mailbox \#(s.person().email) | Select Guid
      Guid : \#(s.uuid())
      PS C:\Users\\#(staff.login)> $password = ConvertTo-SecureString "\#(s.password())" -AsPlainText -Force
      PS C:\Users\\#(staff.login)> Test-NetConnection \#(s.machine().name) -Port 443
      RemoteAddress : \#(s.machine().address)
      """#)
  }
}
