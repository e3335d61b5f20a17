/// An employee who takes calls.
struct Agent: Sendable {
  let given: Value
  let family: Value
  let name: Value
  let login: Value
  let employee: Value
  let email: Value
  let extensionNumber: String
  let workstation: Host

  init(seed: UInt64, index: Int) {
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
  var domainLogin: Text { #"EXAMPLE\\#(login)"# }
}
