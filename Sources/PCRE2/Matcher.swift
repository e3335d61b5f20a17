internal import CPCRE2

/// The working memory for matching: one for each thread that matches.
///
/// Every match runs under a limit of effort, so that no pattern and no text can hang a run; a limit that is hit is
/// a thrown `Failure`, never "no match".
@safe public struct Matcher: ~Copyable {
  /// Where a pattern matched.
  public struct Match: Sendable, Hashable {
    /// The whole match, in bytes from the start of the text.
    public let whole: Range<Int>
    /// The group named `value` where the pattern has one, else the whole match.
    public let value: Range<Int>
    /// The group named `key`, where the pattern has one.
    public let key: Range<Int>?
  }

  /// Why a match could not be decided.
  public struct Failure: Error, Sendable, Hashable {
    /// PCRE2's message, such as "match limit exceeded".
    public let message: String
  }

  private let data: OpaquePointer
  private let context: OpaquePointer
  private let stack: OpaquePointer?

  /// Makes the memory; `effort` bounds the work of one match (PCRE2's match limit).
  public init(effort: UInt32 = 1_000_000) {
    // 64 groups are more than any rule needs; PCRE2 reports a match with a smaller table all the same.
    guard let data = unsafe pcre2_match_data_create_8(64, nil), let context = unsafe pcre2_match_context_create_8(nil)
    else { fatalError("out of memory") }
    unsafe self.data = unsafe data
    unsafe self.context = unsafe context
    unsafe stack = unsafe pcre2_jit_stack_create_8(32 * 1024, 1024 * 1024, nil)
    unsafe pcre2_jit_stack_assign_8(context, nil, unsafe UnsafeMutableRawPointer(stack))
    unsafe pcre2_set_match_limit_8(context, effort)
    unsafe pcre2_set_depth_limit_8(context, 10_000)
    unsafe pcre2_set_heap_limit_8(context, 16 * 1024)
  }

  deinit {
    unsafe pcre2_jit_stack_free_8(stack)
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_match_data_free_8(data)
  }

  /// The first match of `pattern` that starts in `range` and ends in it; bytes before the range are seen by lookbehind.
  ///
  /// - Parameters:
  ///   - lastStart: the last place where a match may start; nil when it may start anywhere in `range`.
  ///   - atLineEnd: whether the end of `range` ends a line, so that `$` may match there.
  public mutating func firstMatch(
    of pattern: Pattern, in text: Span<UInt8>, range: Range<Int>, lastStart: Int? = nil, atLineEnd: Bool = true
  ) throws(Failure) -> Match? {
    let isNative = pattern.prepare()
    unsafe pcre2_set_offset_limit_8(context, lastStart ?? casegate_pcre2_unset())
    let options = atLineEnd ? 0 : UInt32(PCRE2_NOTEOL)
    precondition(range.lowerBound <= range.upperBound && range.upperBound <= text.count)
    let code = unsafe text.withUnsafeBufferPointer { buffer in
      // The direct way to the machine code leaves out checks of arguments, which the line above has made.
      unsafe isNative && buffer.baseAddress != nil
        ? pcre2_jit_match_8(
          pattern.code, buffer.baseAddress, range.upperBound, range.lowerBound, options, data, context)
        : pcre2_match_8(
          pattern.code, buffer.baseAddress, range.upperBound, range.lowerBound, options, data, context)
    }
    // 0 says that the table of groups was too small, which still is a match.
    guard code >= 0 else {
      if code == PCRE2_ERROR_NOMATCH { return nil }
      throw Failure(message: Pattern.message(code))
    }
    guard let ends = unsafe pcre2_get_ovector_pointer_8(data) else { return nil }
    let whole = unsafe min(ends[0], ends[1])..<ends[1]
    let count = code == 0 ? 64 : Int(code)
    func place(_ groups: [Int]) -> Range<Int>? {
      for group in groups where group < count {
        let start = unsafe ends[2 * group]
        if start != casegate_pcre2_unset() { return unsafe start..<ends[2 * group + 1] }
      }
      return nil
    }
    return Match(whole: whole, value: place(pattern.valueGroups) ?? whole, key: place(pattern.keyGroups))
  }
}
