import Detection
import Model
import RulePacks
import Testing

@Suite struct ScanTests {
  @Test func aGatedRuleFindsAllOnALine() throws {
    let detector = try Texts.detector(
      "- {id: t.a, title: t, category: account, pattern: 'id=(?<value>\\d+)', gate: ['id=']}")
    #expect(try Texts.found("id=1 id=22\nid=333", detector) == ["1", "22", "333"])
  }

  @Test func aRuleWithoutAGateIsTriedOnEveryLine() throws {
    let detector = try Texts.detector("- {id: t.a, title: t, category: account, pattern: '^\\d+$'}")
    #expect(try Texts.found("12\nx\n34\r\n\n56", detector) == ["12", "34", "56"])
  }

  @Test func aMatchNeverGoesOverALineEnd() throws {
    let detector = try Texts.detector("- {id: t.a, title: t, category: account, pattern: 'a[^;]*b', gate: [a]}")
    #expect(try Texts.found("a x\ny b\naxb", detector) == ["axb"])
  }

  @Test func aLimitThatIsHitEndsTheScan() throws {
    let detector = try Texts.detector("- {id: t.a, title: t, category: account, pattern: '(?:(a+)+)+b', gate: [aa]}")
    #expect { _ = try Texts.found(String(repeating: "a", count: 60) + "!b", detector) } throws: {
      ($0 as? Problem)?.code == .limit
    }
  }

  @Test func overlappingClaimsBecomeOneValue() throws {
    let detector = try Texts.detector(
      """
      - {id: t.inner, title: t, category: phone, confidence: high, pattern: '\\d{4}', gate: ['1']}
      - {id: t.outer, title: t, category: account, confidence: low, pattern: 'A\\d{4}B', gate: [A]}
      """)
    #expect(try Texts.found("A1234B 1234", detector) == ["A1234B", "1234"])
  }

  @Test func claimsThatCrossAreTakenTogether() throws {
    let detector = try Texts.detector(
      """
      - {id: t.left, title: t, category: host, pattern: 'abcd', gate: [ab]}
      - {id: t.right, title: t, category: password, pattern: 'cdef', gate: [cd]}
      """)
    let bytes = Array("abcdef".utf8)
    var scan = Scan(detector)
    let matches = try scan.scan(bytes.span).matches
    #expect(matches.map(\.range) == [0..<6])
    #expect(detector.rules[matches[0].rule].category == .password, "the worse leak names the value")
  }

  @Test func contextSpeaksForAndAgainst() throws {
    let detector = try Texts.detector(
      "- {id: t.a, title: t, category: account, pattern: '\\d{4}', shape: ['d{4}'], context: {near: [card], not_near: [year], within: 10}}"
    )
    #expect(try Texts.found("Card 1234\nyear card 1234\n1234\ncard          ..   1234", detector) == ["1234"])
  }

  @Test func textThatIsMaskedAlreadyIsNoFinding() throws {
    let detector = try Texts.detector("- {id: t.a, title: t, category: password, keys: [password]}")
    #expect(
      try Texts.found("password=**** password=xxxxx password=[output suppressed] password=null", detector).isEmpty)
  }

  /// Gates may only be wrong in one direction: what the pattern finds, the gated rule finds.
  @Test func aSecretWithAFewAsterisksIsStillASecret() throws {
    let detector = try Texts.detector(
      "- {id: t.a, title: t, category: password, pattern: 'password=(?<value>[^\\n]+)', gate: [password]}")
    #expect(try Texts.found("password=Winter2031***", detector) == ["Winter2031***"])
    #expect(try Texts.found("password=***Winter2031", detector) == ["***Winter2031"])
    #expect(try Texts.found("password=***** written down ***", detector) == ["***** written down ***"])
    #expect(try Texts.found("password=****2031\npassword=Wi**\npassword=W***", detector) == ["Wi**"])
  }

  @Test(arguments: ["hide", "hide-first,3", "hide-last,3", "unhide-first,3", "unhide-last,3", "tag(<,>)"])
  func whatARulesOwnMaskWroteIsNoFinding(action: String) throws {
    let rule =
      "- {id: t.a, title: t, category: account, pattern: 'id=(?<value>\\S+)', gate: ['id='], action: '\(action)'}"
    let detector = try Texts.detector(rule)
    let mask = try #require(Action(action).flatMap { if case .mask(let mask) = $0 { mask } else { nil } })
    let masked = String(decoding: mask.applied(to: Array("App_type_1".utf8)), as: UTF8.self)
    #expect(try Texts.found("id=App_type_1", detector) == ["App_type_1"])
    #expect(try Texts.found("id=\(masked)", detector) == [])
  }

  @Test(arguments: ["gate: ['USER ']", ""])
  func aValueOfSeveralLinesMayBeginBelowAnotherGate(gate: String) throws {
    let pattern = "USER \\w+\\n(?:[^\\n]*\\n)?PASS (?<value>\\w+)"
    let detector = try Texts.detector(
      "- {id: t.a, title: t, category: password, lines: 2, pattern: '\(pattern)'\(gate.isEmpty ? "" : ", " + gate)}")
    #expect(try Texts.found("USER a\nUSER b\nwait\nPASS hunter22\n", detector) == ["hunter22"])
  }

  @Test(arguments: 0..<20)
  func gatesLoseNothing(seed: UInt64) throws {
    let rules = try RuleSet().rules.filter { $0.block == nil && $0.validators.isEmpty }
    var random = SplitMix(seed)
    let pieces = rules.flatMap { $0.samples.match + $0.samples.reject }.map(\.text)
    var text: [UInt8] = []
    for _ in 0..<40 {
      var piece = pieces[Int(random.next() % UInt64(pieces.count))]
      if random.next() % 3 == 0, !piece.isEmpty {
        piece[Int(random.next() % UInt64(piece.count))] = UInt8(random.next() & 127)
      }
      text += piece + [[0x0A], [0x20], [0x3B]][Int(random.next() % 3)]
    }
    for rule in rules {
      let gated = try found(text, try Detector([rule]))
      let ungated = try found(text, try Detector([rule.withoutGates()]))
      // Only behind the gate of a key is the value looked for on the line below, too.
      let isSame = rule.keyNames.isEmpty ? gated == ungated : ungated.allSatisfy(gated.contains)
      #expect(isSame, "\(rule.id), seed \(seed)")
    }
  }

  private func found(_ text: [UInt8], _ detector: Detector) throws -> [Range<Int>] {
    var scan = Scan(detector)
    return try scan.scan(text.span).matches.map(\.range)
  }
}

struct SplitMix {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
