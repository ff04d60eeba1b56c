import Foundation
import Testing

/// The rules of the module graph, read off the sources.
@Suite struct ArchitectureTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The Swift files below `folder`, and the modules that each imports.
  private static func imports(below folder: String) throws -> [(file: String, module: String)] {
    let base = root.appendingPathComponent("Sources/\(folder)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: base.path).filter { $0.hasSuffix(".swift") }
    return try files.flatMap { file in
      let text = try String(contentsOf: base.appendingPathComponent(file), encoding: .utf8)
      return text.split(separator: "\n").compactMap { line -> (String, String)? in
        let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
        guard let position = words.firstIndex(of: "import"), position <= 1, position + 1 < words.count else {
          return nil
        }
        let allowedBefore: Set<Substring> = ["public", "package", "internal", "private", "fileprivate"]
        guard position == 0 || allowedBefore.contains(words[0]) else { return nil }
        return ("Sources/\(folder)/\(file)", String(words[position + 1].split(separator: ".")[0]))
      }
    }
  }

  @Test(arguments: ["Text", "JSON", "CSV", "XML", "ICalendar"])
  func `a family imports the hub and services, and no other family`(family: String) throws {
    let services: Set = [
      "DatelineCore", "DatelineRecord", "DatelineIdentity", "DatelineReading", "DatelineSpecs", "DatelineTables",
      "DatelineZones", "DatelineRecurrence", "DatelineSchemas", "DatelineHTML", "DatelineSyndication",
      "DatelineValidation",
    ]
    for (file, module) in try Self.imports(below: "Formats/\(family)") {
      #expect(services.contains(module) || (family == "XML" && module == "CLibXML2"), "\(file) imports \(module)")
    }
  }

  @Test func `the hub imports only libc`() throws {
    for (file, module) in try Self.imports(below: "Core") {
      #expect(["Glibc", "Musl", "Darwin"].contains(module), "\(file) imports \(module)")
    }
  }

  @Test(arguments: ["Zones", "Recurrence"])
  func `time zones and recurrence need the hub alone`(folder: String) throws {
    for (file, module) in try Self.imports(below: folder) {
      #expect(
        ["DatelineCore", "Synchronization", "Glibc", "Musl", "Darwin"].contains(module), "\(file) imports \(module)")
    }
  }

  @Test(arguments: [
    "Core", "Record", "Identity", "Reading", "Schemas", "Tables", "Zones", "Recurrence", "HTML", "Validation",
    "Formats",
    "Dateline",
  ])
  func `the library does without Foundation`(folder: String) throws {
    for (file, module) in try Self.imports(below: folder) {
      #expect(!module.hasPrefix("Foundation"), "\(file) imports \(module)")
    }
  }

  @Test func `libxml2 is seen by the XML family alone`() throws {
    for folder in [
      "Core", "Record", "Identity", "Reading", "Tables", "Zones", "Recurrence", "Dateline", "Command", "Benchmarks",
      "Generator",
    ] {
      for (file, module) in try Self.imports(below: folder) {
        #expect(module != "CLibXML2", "\(file) imports \(module)")
      }
    }
  }
}
