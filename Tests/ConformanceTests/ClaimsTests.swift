import Dateline
import DatelineCore
import Testing

/// What formats say of themselves.
@Suite struct ClaimsTests {
  @Test func `a format names only fields of the schema`() {
    for format in FormatRegistry.standard.formats {
      for path in format.info.carries.namedPaths {
        #expect(SchemaPaths.all.contains(path), "\(format.info.id) carries '\(path)'")
      }
    }
  }

  @Test func `no two formats have the same name or say nothing of themselves`() {
    let formats = FormatRegistry.standard.formats.map(\.info)
    #expect(Set(formats.map(\.id)).count == formats.count)
    for info in formats {
      #expect(!info.summary.isEmpty && !info.fileExtensions.isEmpty, "\(info.id)")
    }
  }
}
