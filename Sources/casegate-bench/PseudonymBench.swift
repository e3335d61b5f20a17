internal import Foundation
internal import Model
internal import Redaction

/// What a value costs that is new, whether few or many are known already, and one that is known.
func benchPseudonyms() {
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
    func cost(_ range: Range<Int>) -> Double {
      best(of: 1) {
        for index in range {
          let value = values[index]
          _ = redactor.replacement(for: value.span, category: category, action: .pseudonym)
        }
      } / Double(range.count) * 1e6
    }
    let first = cost(0..<count / 10)
    _ = cost(count / 10..<count * 9 / 10)
    let last = cost(count * 9 / 10..<count)
    let known = cost(count * 9 / 10..<count)
    print(
      name.padding(toLength: 28, withPad: " ", startingAt: 0)
        + [first, last, known].map { (rounded($0) + " us").padding(toLength: 19, withPad: " ", startingAt: 0) }.joined()
    )
  }
  print("")
}
