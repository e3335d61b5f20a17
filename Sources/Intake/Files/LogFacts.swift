public import Foundation

/// What attached logs tell about themselves, as plain facts: whoever opened them knows how.
public struct LogFacts: Sendable, Hashable {
  /// A release that a log names in its head.
  public struct Release: Sendable, Hashable {
    /// The type of the application, as the log has it.
    public let type: String
    /// The release.
    public let version: String

    /// Makes a release.
    public init(type: String, version: String) {
      self.type = type
      self.version = version
    }
  }

  /// The releases named.
  public let releases: Set<Release>
  /// Before this instant the logs hold nothing, whatever their zone is; nil when that is not known.
  public let earliest: Date?
  /// After this instant the logs hold nothing, whatever their zone is; nil when that is not known.
  public let latest: Date?

  /// Makes facts.
  public init(releases: Set<Release>, earliest: Date?, latest: Date?) {
    self.releases = releases
    self.earliest = earliest
    self.latest = latest
  }
}
