internal import CRulePacks

/// The files of `Rules/`, built into the binary.
public enum EmbeddedRules {
  /// One embedded file.
  public struct File: Sendable {
    /// The path below `Rules/`, such as `pii/telecom.yaml`.
    public let path: String
    /// The content.
    public let text: String
  }

  /// The files whose path starts with `prefix`, in the order of the table.
  public static func files(under prefix: String) -> [File] {
    (0..<casegate_embedded_count()).compactMap { index in
      let file = unsafe casegate_embedded_at(index)
      let path = unsafe String(cString: file.name)
      guard path.hasPrefix(prefix) else { return nil }
      let bytes = unsafe UnsafeRawBufferPointer(start: file.bytes, count: file.count)
      return unsafe File(path: path, text: String(decoding: bytes, as: UTF8.self))
    }
  }

  /// The content of the file at `path`; nil when there is none.
  public static func text(_ path: String) -> String? {
    files(under: path).first { $0.path == path }?.text
  }
}
