// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "study",
  platforms: [.macOS(.v13)],
  products: [
    .executable(name: "study", targets: ["study"]),
    .library(name: "StudyCore", targets: ["StudyCore"]),
  ],
  targets: [
    .target(name: "RoadmapData"),
    .target(name: "SystemCalls"),
    .target(name: "StudyCore", swiftSettings: settings),
    .executableTarget(
      name: "study", dependencies: ["StudyCore", "RoadmapData", "SystemCalls"],
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["StudyCore", "RoadmapData"], path: "Tests/Support",
      swiftSettings: settings),
    .testTarget(
      name: "StudyCoreTests", dependencies: ["StudyCore", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "StudyTests", dependencies: ["study", "StudyCore", "TestSupport"],
      exclude: ["Sessions"],
      swiftSettings: settings),
    .testTarget(
      name: "LabTests", dependencies: ["study", "StudyCore", "TestSupport"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
