import DatelineCore
import Foundation
import TestSupport
import Testing

/// Files that appear whole or not at all.
@Suite struct FileSinkTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func path(_ name: String) -> String { scratch.folder.appendingPathComponent(name).path }
  private var files: [String] { scratch.files }
  private func text(_ name: String) throws -> String { try scratch.text(of: name) }

  @Test func `a committed file replaces the target and keeps its permissions`() throws {
    try "old".write(toFile: path("out"), atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path("out"))
    let sink = try FileSink(path: path("out"))
    try sink.write(Array("new".utf8).span)
    #expect(try text("out") == "old")
    try sink.commit()
    #expect(try text("out") == "new")
    #expect(files == ["out"])
    #expect(try FileManager.default.attributesOfItem(atPath: path("out"))[.posixPermissions] as? Int == 0o640)
  }

  @Test func `a file that is not committed leaves nothing behind`() throws {
    try "old".write(toFile: path("out"), atomically: false, encoding: .utf8)
    do {
      let sink = try FileSink(path: path("out"))
      try sink.write(Array("half".utf8).span)
    }
    #expect(try text("out") == "old")
    #expect(files == ["out"])
  }

  @Test func `a symbolic link is followed`() throws {
    try "old".write(toFile: path("target"), atomically: false, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("target"))
    let sink = try FileSink(path: path("link"))
    try sink.write(Array("new".utf8).span)
    try sink.commit()
    #expect(try text("target") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == path("target"))
  }

  @Test func `a folder that is not there is said`() {
    #expect(throws: ConversionError.system(.create, path: path("no/out"), errno: 2)) {
      _ = try FileSink(path: path("no/out"))
    }
  }

  @Test func `a device is written to directly`() throws {
    let sink = try FileSink(path: "/dev/null")
    try sink.write([0x41].span)
    try sink.commit()
    #expect(throws: ConversionError.self) {
      try FileSink(path: "/dev/full").write([0x41].span)
    }
  }
}
