internal import Foundation
internal import Model
@testable import QualityBench
internal import Testing

@Suite("The bench's bundles")
struct GeneratorTests {
  @Test("are the same for the same seed, and others for another", arguments: Tier.allCases)
  func determinism(_ tier: Tier) throws {
    let (one, same, other) = (
      try bundle(tier, seed: 5).leaves, try bundle(tier, seed: 5).leaves, try bundle(tier, seed: 6).leaves
    )
    #expect(one.map(\.path) == same.map(\.path))
    #expect(one.map(\.page.text.bytes) == same.map(\.page.text.bytes))
    #expect(one.map(\.page.text.marks) == same.map(\.page.text.marks))
    #expect(one.map(\.page.text.bytes) != other.map(\.page.text.bytes))
  }

  @Test("have at least forty kinds of files")
  func kinds() throws {
    let contexts = try Tier.allCases.flatMap { try bundle($0, seed: 1).leaves.map(\.page.context) }
    #expect(Set(contexts).count >= 100)
  }

  @Test("have marks in order that lie in their file and do not overlap", arguments: Tier.allCases)
  func ranges(_ tier: Tier) throws {
    for leaf in try bundle(tier, seed: 7).leaves {
      for text in [leaf.page.text, leaf.page.path] {
        var end = 0
        for mark in text.marks {
          #expect(mark.range.lowerBound >= end && !mark.range.isEmpty, "\(leaf.page.context)")
          end = mark.range.upperBound
        }
        #expect(end <= text.bytes.count, "\(leaf.page.context)")
      }
    }
  }

  @Test("have plants of the shape their category has")
  func shapes() throws {
    let shapes: [Model.Category: String] = [
      .phone: #"^\+?1?[ -]?\(?[2-9]\d\d\)?[-. ]?555[-. ]?01\d\d$"#,
      .email: #"^[a-z]+[._-][a-z]+\d*@[a-z.]*example\.(com|org|net)$"#,
      .host: #"^[a-z]+-?\d+\.[a-z]+\.example\.com$"#,
      .ipAddress: #"^\d{1,3}(\.\d{1,3}){3}$"#,
      .card: #"^\d{15,16}$"#, .nationalID: #"^8\d\d-\d\d-\d{4}$"#, .password: #"^\w{4}[-!#_.+]\w{6}$"#,
    ]
    for leaf in try bundle(.plain, seed: 8).leaves {
      for mark in leaf.page.text.marks {
        guard case .plant(let category) = mark.kind, let shape = shapes[category] else { continue }
        let text = leaf.page.plain(mark)
        #expect(text.range(of: shape, options: .regularExpression) != nil, "\(leaf.page.context): \(text)")
      }
    }
  }

  @Test("know of every number, address and host in them", arguments: [Tier.plain, .contactCentre, .hard])
  func nothingUnlabelled(_ tier: Tier) throws {
    let shapes = /555[-. ]?01\d\d|@[a-z.]*example\.|\.example\.(?:com|net|org)|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/
    for leaf in try bundle(tier, seed: 9).leaves where !leaf.page.context.hasPrefix("fixture") {
      let rest = leaf.page.rest.replacing("0.0.0.0:*", with: "")
      let hit = rest.firstMatch(of: shapes)
      #expect(hit == nil, "\(leaf.page.context): \(hit.map { rest[$0.range].description } ?? "")")
    }
  }

  @Test("have traps that are no cards")
  func traps() {
    var scene = Scene(World(seed: 3), index: 1)
    for _ in 0..<200 {
      let digits = scene.brokenCard().text
      #expect(Luhn.completed(String(digits.dropLast())) != digits)
    }
    #expect(Luhn.completed("411111111111111") == "4111111111111111")
    #expect(Mod97.iban("GB", "WEST12345698765432") == "GB82WEST12345698765432")
  }
}
