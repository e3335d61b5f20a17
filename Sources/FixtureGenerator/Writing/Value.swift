/// A value that a scrubbed log must no longer hold; put into a `Text`, it is recorded as a plant.
package struct Value: Sendable, Hashable {
  package let text: String
  package let label: Label

  package init(_ text: String, _ label: Label) {
    self.text = text
    self.label = label
  }
}
