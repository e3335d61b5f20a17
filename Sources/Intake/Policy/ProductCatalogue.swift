internal import Model
internal import StrictYAML

/// Product names, their short forms, and what a full release number is.
struct ProductCatalogue: Sendable {
  private let names: [String: String]
  private let cloud: Set<String>
  private let releaseParts: Int
  private let trainingForAll: Set<String>
  /// The types of applications that the logs of a product name.
  private let logTypes: [String: Set<String>]
  /// Name and short forms of each product, for searching in text.
  let spellings: [(name: String, phrase: Phrase)]

  init(_ root: YAMLValue) throws(Problem) {
    let map = try root.map(["products", "cloud", "release_parts", "training_for_all"])
    var names: [String: String] = [:]
    var spellings: [(String, Phrase)] = []
    var logTypes: [String: Set<String>] = [:]
    for item in try map.required("products").list() {
      let product = try item.map(["name", "aliases", "log_types"])
      let name = try product.required("name").string()
      logTypes[name] = Set((try product["log_types"]?.strings() ?? []).map(\.normalized))
      for spelling in [name] + (try product.required("aliases").strings()) {
        guard names.updateValue(name, forKey: spelling.normalized) == nil else {
          throw item.problem("repeats the name '\(spelling)'")
        }
        spellings.append((name, Phrase(spelling)))
      }
    }
    self.names = names
    self.spellings = spellings
    self.logTypes = logTypes
    cloud = Set(try map.required("cloud").strings().map(\.normalized))
    releaseParts = try map.required("release_parts").int()
    trainingForAll = Set(try map.required("training_for_all").strings().map(\.normalized))
  }

  /// One spelling for all spellings of a product; a product the catalogue does not know keeps its own.
  func canonical(_ name: String) -> String { names[name.normalized] ?? name.normalized }

  /// The types of applications, in small letters, whose logs are those of the product; none when the catalogue has none.
  func logTypes(of name: String) -> Set<String> { logTypes[canonical(name)] ?? [] }

  /// Whether the catalogue has the product; a name it does not have may be anything.
  func isKnown(_ name: String) -> Bool { names[name.normalized] != nil || isCloud(name) }

  /// Whether the product is a service of the cloud.
  func isCloud(_ name: String) -> Bool { cloud.contains(name.normalized) }

  /// Whether training recorded for `subject` is about `product`.
  func training(for subject: String, covers product: String) -> Bool {
    trainingForAll.contains(subject.normalized) || canonical(subject) == canonical(product)
  }

  /// What a release lacks to be a full release number; nil when it is one.
  func flaw(ofRelease version: String) -> String? {
    let parts = version.trimmingOuterSpace.split(separator: ".", omittingEmptySubsequences: false)
    let isNumeric = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isNumeric else { return "is not a release number" }
    guard parts.count >= releaseParts else {
      return "has \(parts.count) of the \(releaseParts) numbers that a full release has"
    }
    return nil
  }
}
