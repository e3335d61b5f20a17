/// Values that one file introduces and another only mentions.
extension Planner {
  /// A directory of people and machines, with a file before and one after it that mention them.
  mutating func directory() -> [Node] {
    var scene = Scene(world, index: 78)
    let people = (0..<12).map { _ in scene.person() }
    let staff = (0..<12).map { _ in scene.staff() }
    var list = Page(context: "directory", path: "export/directory.json")
    for (person, agent) in zip(people, staff) {
      list.line(#"{"fullName":"\#(person.name)","userName":"\#(agent.login)","id":"\#(scene.uuid())"}"#)
    }
    func mentions(_ path: Text) -> Page {
      var page = Page(context: "known from another file", path: path)
      for (person, agent) in zip(people, staff) {
        page.line(
          """
          \(scene.spaced) spoke with \(person.name) about the bill, order \(scene.order())
          \(scene.spaced) \(agent.login) took over from the night shift, \(scene.chatter())
          """)
      }
      return page
    }
    let (before, after) = (mentions("notes/before.log"), mentions("notes/after.log"))
    return [.file(leaf(before)), .file(leaf(list)), .file(leaf(after))]
  }
}
