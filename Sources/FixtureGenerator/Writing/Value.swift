/// A value that a scrubbed log must no longer hold; put into a `Text`, it is recorded as a plant.
struct Value: Sendable, Hashable {
  let text: String
  let label: Label

  init(_ text: String, _ label: Label) {
    self.text = text
    self.label = label
  }
}
