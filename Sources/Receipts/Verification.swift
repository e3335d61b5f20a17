public import Model

extension Receipt {
  /// What became of verifying a receipt.
  public enum Verification: Sendable {
    /// The receipt is genuine and says what was asked for.
    case trusted(Receipt)
    /// Why the receipt does not count, with at least one reason.
    case refused([Problem])

    /// The receipt, or the first reason why it does not count.
    public func get() throws(Problem) -> Receipt {
      switch self {
      case .trusted(let receipt): return receipt
      case .refused(let problems):
        throw problems.first ?? Problem(.internalError, "receipt", "it was refused for no reason")
      }
    }
  }
}
