// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "BoundaryFit",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "samtale", path: "../..")],
  targets: [
    .executableTarget(
      name: "BoundaryFit",
      dependencies: [.product(name: "Samtale", package: "samtale")])
  ],
  swiftLanguageModes: [.v6]
)
