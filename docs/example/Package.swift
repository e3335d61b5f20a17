// swift-tools-version: 6.2
import PackageDescription

// A program of one's own on top of the library.
let package = Package(
  name: "support-bundle",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "casegate", path: "../..")],
  targets: [
    .executableTarget(
      name: "support-bundle", dependencies: [.product(name: "CaseGateKit", package: "casegate")])
  ]
)
