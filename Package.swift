// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "samtale",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Samtale", targets: ["Samtale"]),
    .library(name: "SamtaleFormats", targets: ["SamtaleFormats"]),
    .library(name: "SamtaleProject", targets: ["SamtaleProject"]),
    .library(name: "SamtalePublishing", targets: ["SamtalePublishing"]),
    .executable(name: "samtale", targets: ["SamtaleCommand"]),
  ],
  dependencies: [
    // The command line: parsing, help, completions.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    // The project file: SQLite with migrations, WAL, FTS5, cached statements.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Tests only: an HTTP client that can talk to ChromeDriver, to try pages in a browser.
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev", "pkg-config"]), .brew(["libxml2"])]),
    // SHA-256 of the event chain and of sources; encryption of pseudonym keys.
    .systemLibrary(
      name: "CSodium",
      pkgConfig: "libsodium",
      providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    // The container of Word documents and REFI-QDA projects, by a library in wide use.
    .systemLibrary(
      name: "CLibZip",
      pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .target(name: "SamtaleArchive", dependencies: ["CLibZip"]),
    // The lexicons are compiled in as text (.ci/embed-data): the library needs no file beside it.
    .target(
      name: "Samtale", dependencies: ["CLibXML2"],
      exclude: ["Language/Lexicons", "Topics/Boundaries/coefficients.tsv"]),
    // libsodium: check sums of recordings, and locked keys of pseudonyms. The lists of names are
    // compiled in (.ci/embed-names).
    .target(
      name: "SamtaleFormats", dependencies: ["Samtale", "SamtaleArchive", "CSodium"],
      exclude: ["Pseudonyms/Lists"]),
    // So are the script and the style sheet of the report (.ci/embed-page).
    .target(
      name: "SamtalePublishing", dependencies: ["Samtale", "SamtaleArchive"],
      exclude: ["Report/Page"]),
    .target(
      name: "SamtaleProject",
      dependencies: [
        "Samtale", "CSodium", .product(name: "GRDB", package: "GRDB.swift"),
        // Bulk loads bind values themselves.
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    // Not named `samtale`: on a file system that ignores case its module would overwrite `Samtale`.
    .executableTarget(
      name: "SamtaleCommand",
      dependencies: [
        "Samtale", "SamtaleFormats", "SamtalePublishing", "SamtaleProject",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // What tests of several targets use; no product.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "SamtaleTests", dependencies: ["TestSupport", "Samtale"]),
    .testTarget(
      name: "SamtaleFormatsTests",
      dependencies: ["TestSupport", "SamtaleFormats", "SamtaleArchive", "Samtale"],
      exclude: ["Identifiers/Talk"]),
    .testTarget(
      name: "SamtalePublishingTests",
      dependencies: ["TestSupport", "SamtalePublishing", "SamtaleArchive", "Samtale"]),
    .testTarget(
      name: "SamtaleProjectTests",
      dependencies: [
        "TestSupport",
        "SamtaleProject", "Samtale", "CrashWriter", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    // Killed over and over by the tests of the project file; no product.
    .executableTarget(
      name: "CrashWriter", dependencies: ["SamtaleProject", "Samtale"], path: "Tests/CrashWriter"),
    // Measured by Tests/Benchmarks/project/measure; no product.
    .executableTarget(
      name: "ProjectBenchmark", dependencies: ["SamtaleProject", "Samtale"],
      path: "Tests/Benchmarks/project/program"),
    .testTarget(
      name: "SamtaleCommandTests",
      dependencies: [
        "TestSupport",
        "SamtaleCommand", "Samtale", "SamtaleArchive", "SamtalePublishing", "SamtaleProject",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
