/// The formats of reports.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people.
  case text
  /// For programs: the schemas that begin with `casegate-`.
  case json
  /// SARIF 2.1.0 (OASIS), for platforms that show findings in code reviews.
  case sarif
  /// JUnit XML, for build servers.
  case junit
  /// Workflow commands of GitHub Actions, which become annotations.
  case github
  /// A page for people: one file, without scripts and without links.
  case html
}
