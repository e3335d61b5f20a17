/// Small files that programs keep passwords in, and command lines that carry them.
enum CredentialFiles {
  static let all = [netrc, pgpass, cookies, flags, form]

  static let netrc = Context("netrc", "home/.netrc") { page, s in
    page.line("machine \(s.machine().name)\n  login \(s.staff().login)\n  password \(s.password())")
  }

  static let pgpass = Context("pgpass", "home/.pgpass") { page, s in
    page.line("\(s.machine().name):5432:shop:\(s.staff().login):\(s.password())")
  }

  /// Netscape's format, which curl and wget write.
  static let cookies = Context("cookie-jar", "home/cookies.txt") { page, s in
    page.line("\(s.machine().name)\tFALSE\t/\tTRUE\t\(s.epoch())\tsessionid\t\(s.token(32))")
  }

  static let flags = Context("command-flags", "cron/jobs.log") { page, s in
    let command: Text =
      switch s.number(0...4) {
      case 0: "backup.exe /server:\(s.machine().name) /user:\(s.staff().login) /password:\(s.password()) /full"
      case 1: "PGPASSWORD=\(s.password()) psql -h \(s.machine().address) -U \(s.staff().login) shop"
      case 2: "openssl pkcs12 -in app.p12 -passin pass:\(s.password()) -nodes"
      case 3: "sshpass -p '\(s.password())' rsync -a /data \(s.staff().login)\(either: "@")\(s.machine().address):/in"
      default: "kubectl --token=\(s.token(40)) --server=https://\(s.machine().name):6443 get pod \(s.uuid())"
      }
    page.line("\(s.syslog) CRON[\(s.number(800...32_000))]: (\(either: "root")) CMD (\(command))")
  }

  static let form = Context("form-data", "trace/upload.txt", form: { $0.crlf() }) { page, s in
    let (person, border) = (s.person(), "----form\(s.dice.hex(16))")
    func field(_ name: String, _ value: Text) -> Text {
      "--\(border)\nContent-Disposition: form-data; name=\"\(name)\"\n\n\(value)"
    }
    page.line(
      """
      \(field("email", "\(person.email)"))
      \(field("phone", "\(person.phone.spaced)"))
      \(field("password", "\(s.password())"))
      \(field("orderId", "\(s.order())"))
      --\(border)--
      """)
  }
}
