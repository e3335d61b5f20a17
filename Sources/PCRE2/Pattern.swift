internal import CPCRE2
internal import Synchronization

/// A compiled PCRE2 pattern over bytes; immutable and shared between threads.
///
/// Patterns see bytes, not characters, so that invalid UTF-8, Latin-1 and mixtures pass untouched. `^` and `$` match at
/// every line, and CR, LF and CRLF all end a line. UTF mode and `\C` are refused: on damaged text they are undefined.
@safe public final class Pattern: @unchecked Sendable {
  /// The pattern as it was written.
  public let source: String
  let code: OpaquePointer
  /// The numbers of the groups named `value`; several branches of an alternation may each have one.
  let valueGroups: [Int]
  /// The numbers of the groups named `key`.
  let keyGroups: [Int]
  private let compiled = Atomic<Bool>(false)
  /// Whether machine code is there; known once `prepare` has run.
  private let isNative = Atomic<Bool>(false)
  private let compiling = Mutex<Void>(())

  /// The pattern that broke, and where.
  public struct Invalid: Error, Sendable {
    /// PCRE2's own message.
    public let message: String
    /// Where in the pattern, in bytes from 0.
    public let offset: Int
  }

  /// Compiles `source`.
  ///
  /// - Parameters:
  ///   - caseless: whether the case of ASCII letters is ignored.
  ///   - wholeText: whether the pattern must match a text from its start to its end.
  public init(_ source: String, caseless: Bool = false, wholeText: Bool = false) throws(Invalid) {
    self.source = source
    let context = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(context) }
    unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_ANYCRLF))
    let options =
      UInt32(PCRE2_MULTILINE) | UInt32(PCRE2_DUPNAMES) | UInt32(PCRE2_NEVER_UTF)
      | UInt32(PCRE2_NEVER_BACKSLASH_C) | UInt32(PCRE2_USE_OFFSET_LIMIT) | (caseless ? UInt32(PCRE2_CASELESS) : 0)
    var errorCode: Int32 = 0
    var errorOffset = 0
    // Said in the pattern, because machine code does not know the options for it.
    let bytes = Array((wholeText ? "\\A(?:\(source))\\z" : source).utf8)
    let code = unsafe pcre2_compile_8(bytes, bytes.count, options, &errorCode, &errorOffset, context)
    guard let code = unsafe code else {
      throw Invalid(message: Self.message(errorCode), offset: max(0, errorOffset - (wholeText ? 5 : 0)))
    }
    unsafe self.code = unsafe code
    valueGroups = unsafe Self.groups(named: "value", in: code)
    keyGroups = unsafe Self.groups(named: "key", in: code)
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// Whether the pattern has a group named `value`.
  public var hasValueGroup: Bool { !valueGroups.isEmpty }

  /// Whether the pattern has a group named `key`.
  public var hasKeyGroup: Bool { !keyGroups.isEmpty }

  /// Whether the pattern has capturing groups that are neither named `value` nor referred to.
  public var hasStrayGroups: Bool {
    var count: UInt32 = 0
    var highest: UInt32 = 0
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_BACKREFMAX), &highest)
    return count > highest && valueGroups.isEmpty
  }

  /// Compiles to machine code before the first match.
  ///
  /// It is put off because a rule set has hundreds of patterns of which one input needs few; PCRE2 forbids matching
  /// while another thread does this, hence the lock.
  ///
  /// - Returns: whether there is machine code; without it the interpreter gives the same result, more slowly.
  func prepare() -> Bool {
    if compiled.load(ordering: .acquiring) { return isNative.load(ordering: .relaxed) }
    return compiling.withLock { _ in
      if !compiled.load(ordering: .relaxed) {
        isNative.store(unsafe pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0, ordering: .relaxed)
        compiled.store(true, ordering: .releasing)
      }
      return isNative.load(ordering: .relaxed)
    }
  }

  private static func groups(named name: String, in code: OpaquePointer) -> [Int] {
    var count: UInt32 = 0
    var size: UInt32 = 0
    var table: UnsafePointer<UInt8>? = nil
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table = unsafe table else { return [] }
    var groups: [Int] = []
    for row in 0..<Int(count) {
      // A row is the group number in two bytes, then the name with a closing NUL (pcre2api, "Information about a pattern").
      let entry = unsafe table + row * Int(size)
      let entryName = unsafe String(cString: entry + 2)
      if entryName == name { groups.append(unsafe Int(entry[0]) << 8 | Int(entry[1])) }
    }
    return groups
  }

  static func message(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe pcre2_get_error_message_8(code, &buffer, buffer.count)
    return length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "error \(code)"
  }
}
