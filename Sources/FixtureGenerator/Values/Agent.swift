/// An employee who takes calls.
package struct Agent: Sendable {
  package let given: Value
  package let family: Value
  package let name: Value
  package let login: Value
  package let employee: Value
  package let email: Value
  package let extensionNumber: String
  package let workstation: Host

  package init(seed: UInt64, index: Int) {
    var random = SplitMix64(seed: seed, kind: 2, index: index)
    let (first, last) = (random.pick(Words.given), random.pick(Words.family))
    given = Value(first, .personName)
    family = Value(last, .personName)
    name = Value(first + " " + last, .personName)
    let word = Words.ascii(first).prefix(1) + Words.ascii(last) + String(index)
    login = Value(String(word), .userName)
    employee = Value("E\(10_000 + index * 7)", .userName)
    email = Value("\(Words.ascii(first)).\(Words.ascii(last))\(index)@example.com", .email)
    extensionNumber = String(6001 + index)
    workstation = Host("desk-\(400 + index).floor2", "192.168.\(20 + index / 200).\(10 + index % 200)", &random)
  }

  /// The login as Windows prints it, with the name of the domain.
  package var domainLogin: Text { #"EXAMPLE\\#(login)"# }
}
