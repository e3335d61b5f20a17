internal import Model

/// A receipt that was verified: whoever holds the key says this of the bundles.
///
/// It proves who said so, not that it is so.
public struct Receipt: Sendable, Hashable {
  /// What the receipt says.
  public let statement: Statement
  /// The id of the key that signed it.
  public let keyID: String
  /// How old the receipt is, in seconds.
  public let age: Int

  /// Verifies the file `envelope` against the bundles at hand.
  ///
  /// - Parameters:
  ///   - envelope: the file's bytes, a DSSE envelope or a Sigstore bundle.
  ///   - bundles: the digests of the bundles, taken from the open files that are sent on.
  ///   - key: the key the receipt must be signed with.
  ///   - requirements: what else must hold.
  ///   - now: the moment to count ages to.
  ///   - file: the receipt's name in errors.
  public static func verify(
    _ envelope: [UInt8], bundles: [ContentDigest], key: VerifyingKey, requirements: Requirements = Requirements(),
    now: Timestamp = .now, subject file: String = "receipt"
  ) -> Verification {
    let statement: Statement
    do {
      let payload = try Envelope(parsing: envelope, subject: file).verifiedPayload(by: key, subject: file)
      statement = try Statement(parsing: payload, subject: file)
    } catch {
      return .refused([error])
    }
    // From here on the text is the signer's own, so everything that is wrong with it can be said at once.
    let problems = requirements.problems(with: statement, bundles: bundles, now: now, file: file)
    guard problems.isEmpty else { return .refused(problems) }
    let age = max(0, now.secondsSinceEpoch - statement.timeCreated.secondsSinceEpoch)
    return .trusted(Receipt(statement: statement, keyID: key.keyID, age: age))
  }
}
