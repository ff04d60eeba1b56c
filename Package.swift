// swift-tools-version: 6.2
import PackageDescription

/// Settings shared by every Swift target: Swift 6 language mode, explicit `any`, explicit imports, and a warning for
/// every use of an unsafe construct that is not marked `unsafe`.
let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// A service between the hub and the families: it sees the hub, and other services that it names.
func service(_ name: String, folder: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: ["DatelineCore"] + dependencies, path: "Sources/\(folder)", swiftSettings: strict)
}

/// A format family: one folder below `Sources/Formats`, one module, and no sight of its siblings.
func family(_ name: String, folder: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: ["DatelineCore", "DatelineRecord"] + dependencies, path: "Sources/Formats/\(folder)",
    swiftSettings: strict)
}

/// Tests of the module `name`, in `Tests/<folder>`.
func tests(_ folder: String, of dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: folder, dependencies: ["DatelineCore", "TestSupport"] + dependencies, path: "Tests/\(folder)",
    swiftSettings: strict)
}

/// The command carries the Swift runtime in itself: it starts faster, takes less memory, and runs on a machine without Swift.
/// The last two libraries are what `FoundationEssentials`, which the argument parser and the hashes import, needs then.
let standalone = [
  "-static-stdlib", "-Xlinker", "--gc-sections", "-l_FoundationCollections", "-l_FoundationCShims",
]

let families: [Target.Dependency] = [
  "DatelineText", "DatelineJSON", "DatelineCSV", "DatelineXML", "DatelineICalendar",
]

let package = Package(
  name: "dateline",
  products: [
    .library(name: "Dateline", targets: ["Dateline"]),
    .executable(name: "dateline", targets: ["DatelineCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.0.0"),
  ],
  targets: [
    // The hub: model, schema, byte streams, diagnostics, the format protocols. Imports the standard library and libc.
    .target(name: "DatelineCore", path: "Sources/Core", swiftSettings: strict),

    // Services: what several families or the umbrella share.
    service("DatelineRecord", folder: "Record"),
    service("DatelineSchemas", folder: "Schemas", ["DatelineRecord"]),
    service("DatelineIdentity", folder: "Identity", [.product(name: "Crypto", package: "swift-crypto")]),
    service("DatelineHTML", folder: "HTML"),
    service("DatelineValidation", folder: "Validation", ["DatelineHTML"]),
    service("DatelineSyndication", folder: "Syndication", ["DatelineHTML", "DatelineIdentity"]),
    service("DatelineTables", folder: "Tables", ["DatelineRecord", "DatelineIdentity"]),
    service("DatelineZones", folder: "Zones"),
    service("DatelineRecurrence", folder: "Recurrence"),
    service("DatelineReading", folder: "Reading", ["DatelineIdentity", "CReadingResources"]),
    .target(
      name: "CReadingResources", path: "Sources/ReadingResources", exclude: ["generate", "gazetteer.bin", "words.bin"]),

    // The spokes: one module for each syntax family.
    family("DatelineText", folder: "Text", ["DatelineReading"]),
    family(
      "DatelineJSON", folder: "JSON",
      ["DatelineTables", "DatelineSyndication", "DatelineIdentity", "DatelineValidation"]),
    family("DatelineCSV", folder: "CSV", ["DatelineTables"]),
    family(
      "DatelineXML", folder: "XML",
      ["CLibXML2", "DatelineSchemas", "DatelineHTML", "DatelineIdentity", "DatelineSyndication", "DatelineValidation"]),
    family("DatelineICalendar", folder: "ICalendar", ["DatelineIdentity", "DatelineRecurrence", "DatelineZones"]),
    .systemLibrary(
      name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "DatelineSpecs", path: "Specs",
      exclude: [
        "README.md", "DECISIONS.md", "SOURCES.md", "article.md", "csv.md", "diagnostics.md", "edtf.md", "icalendar.md",
        "incident.md", "json.md", "text.md", "validation.md", "vocabulary.md", "xml.md", "csv", "dialects", "json",
        "xml",
      ],
      sources: ["Specs.swift"], swiftSettings: strict),

    // The rim: what people link and type.
    .target(
      name: "Dateline",
      dependencies: [
        "DatelineCore", "DatelineRecord", "DatelineReading", "DatelineSchemas", "DatelineSpecs", "DatelineValidation",
      ] + families,
      path: "Sources/Dateline", swiftSettings: strict),
    .executableTarget(
      name: "DatelineCommand",
      dependencies: ["DatelineCore", "Dateline", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      path: "Sources/Command", swiftSettings: strict,
      linkerSettings: [.unsafeFlags(standalone, .when(platforms: [.linux], configuration: .release))]),

    // Tools of ours, no products: users never build them.
    .executableTarget(
      name: "dateline-bench",
      dependencies: ["DatelineCore", "DatelineRecord", "Dateline", "DatelineReading"] + families,
      path: "Sources/Benchmarks", swiftSettings: strict),
    .executableTarget(
      name: "dateline-generate",
      dependencies: ["DatelineCore", "DatelineReading", "DatelineRecord", "DatelineSchemas"],
      path: "Sources/Generator", swiftSettings: strict),

    // Tests mirror Sources.
    .target(name: "TestSupport", dependencies: ["DatelineCore"], path: "Tests/Support", swiftSettings: strict),
    tests("CoreTests", of: []),
    tests("RecordTests", of: ["DatelineRecord"]),
    tests("JSONTests", of: ["DatelineJSON"]),
    tests("TextTests", of: ["DatelineText"]),
    tests(
      "XMLTests",
      of: ["DatelineXML", "DatelineRecord", "DatelineSchemas", "DatelineSyndication", "DatelineValidation"]),
    tests("HTMLTests", of: ["DatelineHTML"]),
    tests("ValidationTests", of: ["DatelineValidation", "Dateline"]),
    tests("CSVTests", of: ["DatelineCSV", "DatelineRecord", "DatelineSchemas"]),
    tests("ReadingTests", of: ["DatelineReading"]),
    tests("TablesTests", of: ["DatelineTables", "DatelineCSV", "DatelineJSON", "DatelineRecord"]),
    tests("ZonesTests", of: ["DatelineZones"]),
    tests("RecurrenceTests", of: ["DatelineRecurrence"]),
    tests("IdentityTests", of: ["DatelineIdentity"]),
    tests("ICalendarTests", of: ["DatelineICalendar", "DatelineJSON", "DatelineRecord", "DatelineZones"]),
    tests("GeneratorTests", of: ["dateline-generate", "DatelineJSON"]),
    tests("ConformanceTests", of: ["Dateline"]),
    tests("CommandTests", of: ["Dateline"]),
  ]
)
