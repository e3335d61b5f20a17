/// A file of the bundle before it is packed: its path and its content, both with marks.
struct Page: Sendable {
  /// The context it belongs to, for the report.
  let context: String
  var path: Text
  var text = Text("")

  init(context: String, path: Text) {
    self.context = context
    self.path = path
  }

  var isEmpty: Bool { text.bytes.isEmpty }

  mutating func line(_ text: Text) {
    self.text.append(text)
    self.text.append("\n")
  }

  mutating func append(_ text: Text) { self.text.append(text) }
}
