extension Planner {
  /// Archives in one another, as customers pack them, and names that hold values.
  mutating func archives() -> [Node] {
    var scene = Scene(world, index: 77)
    let (person, staff) = (scene.person(), scene.staff())
    return [
      .archive(
        Archive(
          serial: serial(), name: "case.zip", format: .zip,
          members: [
            .archive(
              Archive(
                serial: serial(), name: "logs.tar.gz", format: .tarGzip,
                members: [.file(member("tar.gz in zip", &scene)), .file(member("tar.gz in zip", &scene))],
                owner: staff.login, remark: "\(staff.login).tar")),
            .file(named("name in a zip", "reports/\(person.email).log", &scene)),
          ], remark: "packed by \(staff.email)")),
      .archive(
        Archive(
          serial: serial(), name: "bundle.tar.gz", format: .tarGzip,
          members: [
            .archive(
              Archive(
                serial: serial(), name: "inner.zip", format: .zip, members: [.file(member("zip in tar.gz", &scene))])),
            gzip("old.log.gz", member("gz in tar.gz", &scene), remark: "\(person.email)-old.log"),
          ], owner: scene.staff().login)),
      .archive(
        Archive(
          serial: serial(), name: "plain.tar", format: .tar,
          members: [
            gzip("day.log.gz", member("gz in tar", &scene)),
            .file(named("name in a tar", "Users/\(scene.staff().login)/AppData/log.txt", &scene)),
          ], owner: scene.staff().name)),
    ] + names(&scene)
  }

  /// A compressed file is one file with its content: they share a serial number.
  private func gzip(_ name: String, _ leaf: Leaf, remark: Text = "") -> Node {
    .archive(Archive(serial: leaf.serial, name: name, format: .gzip, members: [.file(leaf)], remark: remark))
  }

  /// Files and folders whose names hold values.
  private mutating func names(_ scene: inout Scene) -> [Node] {
    let (person, staff, host) = (scene.person(), scene.staff(), scene.machine())
    let paths: [Text] = [
      "\(person.email)/session.log", "recordings/\(person.phone.international).txt",
      "home/\(staff.login)/history.txt", "captures/\(host.address)_trace.txt", "hosts/\(host.name)/messages",
      "Users/\(staff.login)/AppData/Local/state.txt", "mail/\(person.email).eml",
      "calls/\(scene.uuid())/\(scene.connection()).log", "app.\(scene.version()).log",
      "server.\(Trap("20260414_081500_120", "stamp")).log",
    ]
    return paths.map { .file(named("file and folder names", $0, &scene)) }
  }

  private mutating func member(_ context: String, _ scene: inout Scene) -> Leaf {
    named(context, "var/app.log", &scene)
  }

  private mutating func named(_ context: String, _ path: Text, _ scene: inout Scene) -> Leaf {
    var page = Page(context: context, path: path)
    for _ in 0..<12 {
      let (person, host) = (scene.person(), scene.machine())
      page.line(
        """
        \(scene.spaced) email=\(person.email) from \(host.address) password=\(scene.password()) id=\(scene.uuid())
        \(scene.spaced) card \(person.card.plain), call \(person.phone.dashed), build \(scene.version()), \(scene.chatter())
        """)
    }
    return leaf(page)
  }
}
