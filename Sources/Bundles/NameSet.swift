/// Which names there were, a million of them in little memory: a name is known by a hash with a secret of the process
/// (SipHash), so that nobody can make two names meet on purpose.
struct NameSet {
  private var hashes: Set<Int> = []

  func contains(_ name: [UInt8]) -> Bool { hashes.contains(Self.hash(name)) }

  mutating func insert(_ name: [UInt8]) { hashes.insert(Self.hash(name)) }

  private static func hash(_ name: [UInt8]) -> Int {
    var hasher = Hasher()
    unsafe name.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
