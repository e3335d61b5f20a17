/// What services in containers and on the Java platform write.
enum ServiceLogs {
  static let all = [kubernetes, log4j, stackTrace, python, gelf]

  static let kubernetes = Context("kubernetes-json", "pods/app-0/app.log") { page, s in
    let (person, service) = (s.person(), s.service())
    let message: Text =
      switch s.number(0...3) {
      case 0: "order \(s.order()) paid by \(person.email)"
      case 1: "callback to \(person.phone.international) queued as \(s.uuid())"
      case 2: "cache at \(s.machine().name) answered in \(s.number(1...90)) ms"
      default: "\(s.chatter()), image \(service)@sha256:\(s.checksum())"
      }
    page.line(
      #"""
      {"log":"\#(s.iso).\#(s.millis())Z INFO \#(service) \#(message)\n","stream":"stdout","kubernetes":{"pod_name":\#
      "\#(service)-\#(s.dice.hex(10))-\#(s.dice.letters(5))","namespace_name":"shop","pod_ip":"\#(s.machine().address)",\#
      "pod_id":"\#(s.uuid())","host":"\#(s.machine().name)","labels":{"app":"\#(service)","version":"\#(s.version())"}},\#
      "time":"\#(s.iso).\#(s.dice.digits(9))Z"}
      """#)
  }

  static let log4j = Context("log4j", "app/server.log") { page, s in
    let (person, staff) = (s.person(), s.staff())
    let event: Text =
      switch s.number(0...5) {
      case 0: "Login ok user=\(staff.login) ip=\(staff.desk.address) session=\(s.token(32))"
      case 1: "Customer[id=\(s.order()), name=\(person.name), email=\(person.email), phone=\(person.phone.dashed)]"
      case 2: "Payment card=\(person.card.plain) exp=\(person.card.expiry) ref=\(s.brokenCard()) ok"
      case 3:
        "Connecting to jdbc:postgresql://\(s.machine().name):5432/shop?user=\(either: "shop_rw")&password=\(s.password())"
      case 4:
        "Correlation \(s.uuid()) took \(s.number(1...900)) ms, at \(s.epochMilliseconds()), card ****\(s.dice.digits(4))"
      default: "\(s.chatter()) (\(s.number(1...400)) of \(s.number(400...900))), tag \(s.pointer())"
      }
    page.line(
      """
      \(s.spaced),\(s.millis()) INFO  [http-nio-8080-exec-\(s.number(1...60))] com.example.shop.\(s.service()).Handler:\
      \(s.number(20...400)) - \(event)
      """)
  }

  static let stackTrace = Context("stack-trace", "app/exceptions.log") { page, s in
    let person = s.person()
    page.line(
      """
      \(s.spaced) ERROR c.e.shop.MailSender - could not send to \(person.email), ticket \(s.ticket())
      javax.mail.SendFailedException: 550 5.1.1 <\(person.email)>: Recipient address rejected
      \tat com.example.shop.MailSender.send(MailSender.java:\(s.number(20...400)))
      \tat com.example.shop.Worker$\(s.number(1...9)).run(Worker.java:\(s.number(20...400)))
      \tat java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)
      Caused by: java.net.ConnectException: Connection refused: \(s.machine().name)/\(s.machine().address):25
      \t... \(s.number(3...40)) common frames omitted
      """)
  }

  static let python = Context("python-traceback", "app/worker.err") { page, s in
    let (person, staff) = (s.person(), s.staff())
    page.line(
      """
      [\(s.spaced),\(s.millis()): ERROR/ForkPoolWorker-\(s.number(1...8))] Task shop.tasks.notify[\(s.uuid())] raised
      Traceback (most recent call last):
        File "/home/\(staff.login)/shop/tasks.py", line \(s.number(10...300)), in notify
          client.send(to="\(person.phone.international)", text=body)
        File "/usr/lib/python3.12/http/client.py", line \(s.number(900...1400)), in _send_output
      ValueError: invalid recipient {'first_name': '\(person.given)', 'last_name': '\(person.family)', 'dob': \
      '\(person.birthDate)', 'token': '\(s.token(32))'}
      """)
  }

  static let gelf = Context("key-value-log", "app/audit.kv") { page, s in
    let (staff, person) = (s.staff(), s.person())
    page.line(
      """
      ts=\(s.iso)Z level=info caller=audit.go:\(s.number(20...300)) actor=\(staff.email) action=read \
      target_account=\(person.account) src_ip=\(staff.desk.address) req_id=\(s.uuid()) span=\(s.dice.hex(16)) \
      dur=\(s.number(1...900))ms
      ts=\(s.iso)Z level=debug caller=pool.go:\(s.number(20...300)) msg="\(s.chatter())" conn=\(s.pointer()) \
      peer=\(s.machine().name):\(s.number(1025...9999)) build=\(s.version())
      """)
  }
}
