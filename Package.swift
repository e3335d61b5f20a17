// swift-tools-version: 6.2
import PackageDescription

// The rules every Swift target of this package lives by: warnings are errors, unsafe code is marked
// where it stands, and imports say which module a member comes from.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Needed only where a borrowed view is handed out: `TextStream.Chunk`.
let lifetimes: [SwiftSetting] = [.enableExperimentalFeature("Lifetimes")]

// Tests look into this tool, and tests are built in release mode like everything else; no product contains it.
let testable: [SwiftSetting] = [.unsafeFlags(["-enable-testing"])]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

// One line per module, lowest layer first. Arrows only point downward; `LayerTests` checks it.
let layers: [[Target]] = [
  // Layer 0: C only.
  [
    .systemLibrary(
      name: "CPCRE2", path: "Sources/C/PCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .systemLibrary(
      name: "CArchive", path: "Sources/C/Archive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(
      name: "CZlib", path: "Sources/C/Zlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // Debian's libbz2 comes without a file for pkg-config.
    .systemLibrary(name: "CBzip2", path: "Sources/C/Bzip2", providers: [.apt(["libbz2-dev"]), .brew(["bzip2"])]),
    .systemLibrary(
      name: "CLzma", path: "Sources/C/Lzma", pkgConfig: "liblzma",
      providers: [.apt(["liblzma-dev"]), .brew(["xz"])]),
    .systemLibrary(
      name: "CZstd", path: "Sources/C/Zstd", pkgConfig: "libzstd",
      providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(
      name: "CLZ4", path: "Sources/C/LZ4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"]), .brew(["lz4"])]),
    .target(name: "CSandbox", path: "Sources/C/Sandbox"),
    .target(
      name: "CRulePacks", path: "Rules",
      exclude: ["notations", "pii", "secrets", "words", "intake", "schemas", "starters", "README.md"]),
  ],
  // Layer 1: thin, safe Swift over each C library, and the vocabulary.
  [
    swift("Model"),
    swift("PCRE2", ["CPCRE2"]),
    swift("Files", ["CSandbox", "Model"]),
    swift("LibArchive", ["CArchive", "Files", "Model"]),
    swift("Codecs", ["CBzip2", "CLZ4", "CLzma", "CZlib", "CZstd", "Files", "Model"]),
    swift("StrictYAML", ["Model", yams]),
    swift("EmbeddedRules", ["CRulePacks"]),
  ],
  // Layer 2: pure logic.
  [
    swift("RulePacks", ["EmbeddedRules", "Model", "PCRE2", "StrictYAML"]),
    swift("Intake", ["EmbeddedRules", "Files", "Model", "StrictYAML", crypto]),
    swift("Redaction", ["Model", crypto]),
    swift("Receipts", ["Files", "Model", crypto]),
    swift("Mail", ["Model"]),
  ],
  // Layer 3: the hot path.
  [swift("Detection", ["Model", "PCRE2", "RulePacks"], lifetimes)],
  // Layer 4: entries, nesting, limits, rewriting, the ledger.
  [
    swift("Bundles", ["Codecs", "Detection", "Files", "LibArchive", "Mail", "Model", "Redaction", "RulePacks", crypto])
  ],
  // Layer 5: what people and programs touch.
  [
    swift("Reports", ["EmbeddedRules", "Model"]),
    swift(
      "CaseGateKit",
      [
        "Bundles", "Detection", "EmbeddedRules", "Files", "Intake", "Mail", "Model", "PCRE2", "Receipts", "Redaction",
        "Reports",
        "RulePacks", "StrictYAML",
      ]),
    swift(
      "CaseGateCommands",
      [
        "CaseGateKit", "Bundles", "Detection", "EmbeddedRules", "Files", "Intake", "Model", "PCRE2", "Receipts",
        "Redaction", "Reports",
        "RulePacks", argumentParser,
      ]),
    .executableTarget(name: "casegate", dependencies: ["CaseGateCommands"], swiftSettings: house),
  ],
]

// Tools of the repository itself; never shipped.
let tools: [Target] = [
  swift("FixtureGenerator"),
  .executableTarget(name: "casegate-fixtures", dependencies: ["FixtureGenerator"], swiftSettings: house),
  swift(
    "QualityBench",
    [
      "Bundles", "CaseGateKit", "Detection", "Files", "FixtureGenerator", "Intake", "Model", "Redaction", "RulePacks",
      "StrictYAML",
    ], testable),
  .executableTarget(name: "casegate-quality", dependencies: ["Intake", "QualityBench"], swiftSettings: house),
  .executableTarget(
    name: "casegate-fuzz", dependencies: ["Bundles", "Detection", "Model", "Redaction", "RulePacks"],
    swiftSettings: house),
  .executableTarget(
    name: "casegate-bench",
    dependencies: ["Detection", "Files", "FixtureGenerator", "Model", "PCRE2", "Redaction", "RulePacks"],
    swiftSettings: house),
]

// One test target per module, and two for the whole: the layers, and the program as a user runs it.
let tests: [Target] = [
  .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
  test("PCRE2", ["PCRE2"]),
  test("Files", ["Files", "Model"]),
  test("LibArchive", ["Files", "LibArchive", "Model"]),
  test("Codecs", ["Codecs", "Files", "Model"]),
  test("RulePacks", ["RulePacks", "EmbeddedRules", "Model", "StrictYAML"]),
  test("Intake", ["Intake", "Model", "StrictYAML"], excluding: ["business_time_oracle.py"]),
  test("Redaction", ["Redaction", "Model"]),
  test("Mail", ["Mail", "Model"]),
  test("Receipts", ["Receipts", "Model"], excluding: ["verify_receipt.py"]),
  test("Detection", ["Detection", "Model", "RulePacks"]),
  test("Bundles", ["Bundles", "Detection", "Model", "Redaction", "RulePacks"]),
  test("FixtureGenerator", ["FixtureGenerator"]),
  test("QualityBench", ["FixtureGenerator", "Intake", "Model", "QualityBench"]),
  test(
    "Command", ["Intake", "Model", "casegate", "casegate-fixtures"], excluding: ["planted_values.py", "pty_dialog.py"]),
  test(
    "Schema", ["CaseGateKit", "EmbeddedRules", "Intake", "Model", "RulePacks", "StrictYAML", "casegate", yams],
    excluding: ["validate_schema.py"]),
  test("Layer", []),
]

func swift(_ name: String, _ dependencies: [Target.Dependency] = [], _ more: [SwiftSetting] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house + more)
}

func test(_ name: String, _ dependencies: [Target.Dependency], excluding: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["TestSupport"], exclude: excluding, swiftSettings: house)
}

let package = Package(
  name: "casegate",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "casegate", targets: ["casegate"]),
    .library(name: "CaseGateKit", targets: ["CaseGateKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: layers.flatMap { $0 } + tools + tests,
  cLanguageStandard: .gnu2x
)
