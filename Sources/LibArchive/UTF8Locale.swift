internal import CArchive

/// libarchive converts names through the locale of the thread; in the "C" locale a UTF-8 name is lost without an error.
enum UTF8Locale {
  nonisolated(unsafe) private static let locale: locale_t? = unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

  /// Runs `body` with a UTF-8 locale on this thread only; the process keeps its own.
  static func with<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    let before = unsafe uselocale(locale)
    defer { _ = unsafe uselocale(before) }
    return try body()
  }
}
