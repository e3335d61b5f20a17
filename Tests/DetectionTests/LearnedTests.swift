import Detection
import Model
import RulePacks
import Testing

/// Values that were certain elsewhere in a bundle.
@Suite struct LearnedTests {
  private func found(_ text: String, learning values: [(String, Model.Category)]) throws -> [String] {
    var learned = LearnedValues()
    for (value, category) in values {
      let bytes = Array(value.utf8)
      learned.consider(bytes.span, category)
    }
    learned.settle()
    return try Texts.found(text, try Detector([]).knowing(learned))
  }

  @Test func aValueIsFoundWhereNoWordGoesOn() throws {
    let values: [(String, Model.Category)] = [("jroe77", .userName), ("Jane Roe", .personName), ("db-12", .host)]
    #expect(
      try found(
        "a jroe77, JROE77;xjroe77 jroe778 by%20jroe77 \\njroe77|Roe, Jane|jane_roe db-12:1 db-12.5 db-12.x",
        learning: values)
        == ["jroe77", "JROE77", "jroe77", "jroe77", "Roe, Jane", "jane_roe", "db-12", "db-12"])
    #expect(try found("jroe77", learning: values) == ["jroe77"])
    #expect(try found("jroe7", learning: values).isEmpty)
  }

  @Test(arguments: [
    ("jhalvors", true), ("halvorsenj", true), ("jonashal", true), ("halvjonas", true), ("jhalvax", false),
    ("monitor", false), ("jonas", false),
  ])
  func aLoginIsCertainWhenItIsMadeFromANameOfTheBundle(login: String, isCertain: Bool) throws {
    let values: [(String, Model.Category)] = [("Jonas Halvorsen", .personName), (login, .userName)]
    #expect(try found("by \(login) or \(login.uppercased())", learning: values).count == (isCertain ? 2 : 0))
    #expect(try found("by \(login)", learning: [(login, .userName)]).isEmpty)
  }

  @Test func aFamilyNameIsFoundAlone() throws {
    let values: [(String, Model.Category)] = [
      ("Jonas Halvorsen", .personName), ("Baker", .personName), ("Jane Baker", .personName),
      ("Thorsager, Liv", .personName), ("Bob Connection", .personName), ("Jane Docker", .personName),
    ]
    #expect(
      try found(
        "Halvorsen called; halvorsen, HALVORSEN. Halvorsens “Halvorsen” Baker Thorsager Jonas Connection CONNECTION docker",
        learning: values)
        == ["Halvorsen", "HALVORSEN", "Halvorsen", "Thorsager"])
  }

  @Test func thereMayBeVeryMany() throws {
    var learned = LearnedValues()
    for number in 0..<150_000 {
      let bytes = Array("user\(number)x\(number &* 2_654_435_761 % 1_000_003)".utf8)
      learned.consider(bytes.span, .userName)
    }
    let detector = try Detector([]).knowing(learned)
    // All begin alike, and each is looked for among all.
    let text = (0..<50_000).map { "user\($0)x\($0 &* 2_654_435_761 % 1_000_003)\n" }.joined()
    #expect(try Texts.found(text, detector).count == 50_000)
    #expect(try Texts.found("in user149999x\(149_999 &* 2_654_435_761 % 1_000_003) out", detector).count == 1)
  }
}
