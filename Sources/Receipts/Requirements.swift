internal import Model

extension Receipt {
  /// What a receiver asks of a receipt besides its signature.
  public struct Requirements: Sendable, Hashable {
    /// The verifiers that may have judged; nil lets any, since the key already tells who speaks.
    public var verifiers: Set<String>?
    /// The digests of rules that may have been used, of single packs or of all together; nil lets any.
    public var allowedRules: Set<ContentDigest>?
    /// What must have been found to hold.
    public var properties: Set<String>
    /// The greatest age in seconds; nil lets any.
    public var maxAge: Int?
    /// How far the signer's clock may be ahead, in seconds.
    public var clockSkew: Int

    /// Makes requirements; by default the gate must have passed, and the rest is left open.
    public init(
      verifiers: Set<String>? = nil, allowedRules: Set<ContentDigest>? = nil,
      properties: Set<String> = [ReceiptProperty.gatePassed], maxAge: Int? = nil, clockSkew: Int = 300
    ) {
      self.verifiers = verifiers
      self.allowedRules = allowedRules
      self.properties = properties
      self.maxAge = maxAge
      self.clockSkew = clockSkew
    }

    func problems(
      with statement: Statement, bundles: [ContentDigest], now: Timestamp, file: String
    ) -> [Problem] {
      var problems: [Problem] = []
      func refuse(_ reason: String, _ mend: String) { problems.append(Problem(.untrusted, file, reason, mend: mend)) }

      let known = Set(statement.subjects.map(\.digest))
      let strangers = bundles.filter { !known.contains($0) }
      if bundles.isEmpty {
        refuse("no bundle was given to compare the receipt with", "Name the bundle")
      }
      for digest in strangers {
        refuse(
          "the receipt is for another bundle than the one with SHA-256 \(digest.hex)",
          "Run the gate on the bundle as it is now")
      }
      if let verifiers, !verifiers.contains(statement.verifier) {
        refuse("the receipt comes from a verifier that is not allowed", "Run the gate with an allowed version")
      }
      if let allowedRules, !allowedRules.contains(statement.rulesDigest),
        !statement.rulePolicies.allSatisfy({ allowedRules.contains($0.digest) })
      {
        refuse("the bundle was judged by rules that are not allowed", "Run the gate with the rules the receiver names")
      }
      let missing = properties.subtracting(statement.properties).sorted()
      if !missing.isEmpty {
        refuse("the receipt does not claim \(missing.joined(separator: ", "))", "Run `casegate gate` to the end")
      }
      let age = now.secondsSinceEpoch - statement.timeCreated.secondsSinceEpoch
      if age < -clockSkew {
        refuse("the receipt is dated \(statement.timeCreated), in the future", "Set the clocks of both machines")
      }
      if let maxAge, age > maxAge {
        refuse(
          "the receipt of \(statement.timeCreated) is older than allowed (\(age) s, at most \(maxAge) s)",
          "Run the gate again")
      }
      return problems
    }
  }
}
