public import Foundation

/// Where the checkout is, for tests that read its files.
public enum Repository {
  /// The folder that holds `Package.swift`.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of committed fixtures.
  public static let fixtures = root.appending(path: "Fixtures")
}
