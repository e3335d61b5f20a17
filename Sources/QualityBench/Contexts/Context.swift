/// A kind of file, and how it is written.
struct Context: Sendable {
  let name: String
  /// Where its file lies, below a folder of its own.
  let path: String
  /// Adds an entry, or some lines; called until the file is long enough.
  let write: @Sendable (inout Page, inout Scene) -> Void
  /// How the finished text is put down in bytes.
  var form: @Sendable (Text) -> Text = { $0 }

  init(
    _ name: String, _ path: String, form: @escaping @Sendable (Text) -> Text = { $0 },
    write: @escaping @Sendable (inout Page, inout Scene) -> Void
  ) {
    self.name = name
    self.path = path
    self.form = form
    self.write = write
  }

  /// The file of about `size` bytes; fewer where values stand close together, so that no context outweighs the others.
  func page(_ scene: inout Scene, size: Int) -> Page {
    var page = Page(context: name, path: Text(path))
    repeat {
      write(&page, &scene)
      scene.tick()
    } while page.text.bytes.count < size && page.text.marks.count(where: \.isPlant) < size / 100
    page.text = form(page.text)
    return page
  }
}

/// The three levels of difficulty.
public enum Tier: String, Sendable, Hashable, CaseIterable, Codable {
  /// What every operator's machines write.
  case plain
  /// What the servers of a contact centre write.
  case contactCentre = "contact-centre"
  /// Encodings, borders, nesting: where values hide.
  case hard

  var contexts: [Context] {
    switch self {
    case .plain: Catalogue.plain
    case .contactCentre: Catalogue.contactCentre
    case .hard: Catalogue.hard
    }
  }
}
