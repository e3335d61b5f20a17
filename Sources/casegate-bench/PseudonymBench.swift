internal import Foundation
internal import Model
internal import Redaction

/// What a value costs that is new, whether few or many are known already, and one that is known.
func benchPseudonyms() throws {
  let count = 100_000
  let kinds: [(String, Model.Category, (Int) -> String)] = [
    ("telephone numbers", .phone, { "+1 \(200 + $0 % 700) 555 \(1000 + $0 / 700)" }),
    ("IPv4 addresses", .ipAddress, { "10.\($0 / 65536).\($0 / 256 % 256).\($0 % 256)" }),
    ("names of users", .userName, { "user\($0)x" }),
  ]
  print("100,000 distinct values     new, first tenth    new, last tenth    known      (a value costs)")
  for (name, category, make) in kinds {
    let values = (0..<count).map { Array(make($0).utf8) }
    var redactor = Redactor(key: .ephemeral())
    func cost(_ range: Range<Int>) throws -> Double {
      try best(of: 1) {
        for index in range {
          _ = redactor.replacement(for: values[index].span, category: category, action: .pseudonym)
        }
      } / Double(range.count) * 1e6
    }
    let first = try cost(0..<count / 10)
    _ = try cost(count / 10..<count * 9 / 10)
    let last = try cost(count * 9 / 10..<count)
    let known = try cost(count * 9 / 10..<count)
    print(
      name.padding(toLength: 28, withPad: " ", startingAt: 0)
        + [first, last, known].map { (rounded($0) + " us").padding(toLength: 19, withPad: " ", startingAt: 0) }.joined()
    )
  }
  print("")
}
