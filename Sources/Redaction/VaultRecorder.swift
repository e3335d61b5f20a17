internal import Model
internal import Synchronization

/// Takes down pseudonyms while a run makes them, for the vault.
///
/// It grows with the number of distinct values, which is why a run has one only when a vault is asked for.
public final class VaultRecorder: Sendable {
  private let met = Mutex(Vault())

  /// Makes an empty recorder.
  public init() {}

  /// Whether nothing was taken down since the last `forget`.
  public var isEmpty: Bool { met.withLock { $0.count == 0 } }

  /// What was taken down since the last `forget`.
  public var vault: Vault { met.withLock { $0 } }

  /// Forgets what is safe on disk.
  public func forget() { met.withLock { $0 = Vault() } }

  func record(_ category: Category, pseudonym: [UInt8], original: [UInt8]) {
    met.withLock { _ = $0.add(category, pseudonym: pseudonym, original: original) }
  }
}
