import DatelineCore
import DatelineRecord

/// Where an event happened.
extension ACLEDRowReader {
  /// Reads the columns of the place; one that none of them fills is left out.
  func readPlace(of row: TableRow, into incident: inout Incident, _ extras: inout RowExtras) {
    incident.places = [Place()]
    fill(&incident.places[0], of: row, &extras)
    if incident.places[0].isEmpty { return incident.places = [] }
    incident.places[0].role = .scene
    incident.places[0].basis = .source
  }

  private func fill(_ place: inout Place, of row: TableRow, _ extras: inout RowExtras) {
    place.name = cell(.location, of: row)
    place.admin3 = cell(.admin3, of: row)
    place.admin2 = cell(.admin2, of: row)
    place.admin1 = cell(.admin1, of: row)
    place.region = cell(.region, of: row)
    place.countryName = cell(.country, of: row)
    readCountry(of: row, into: &place, &extras)
    readCoordinates(of: row, into: &place, &extras)
    switch number(.geoPrecision, of: row, in: 1...3, &extras) {
    case 1?: place.precision = .settlement
    case 2?: place.precision = .near
    case 3?: place.precision = .admin1
    default: break
    }
  }

  private func readCountry(of row: TableRow, into place: inout Place, _ extras: inout RowExtras) {
    let printed = cell(.iso, of: row)
    guard printed != nil || place.countryName != nil else { return }
    let answer = countries.country(number: printed, name: place.countryName)
    place.country = answer.code
    guard let doubt = answer.doubt else { return }
    if doubt == .unknownNumber, let printed {
      extras.add(ACLEDColumn.iso.extraKey, printed)
      if number(.iso, of: row, in: 0...999, &extras) ?? 0 > 0 {
        report(
          .warning, .acledUnknownCode,
          "\(quoted(printed.description)) is no country's number in ISO 3166-1; it goes to 'extras'", .iso)
      }
    } else if doubt == .namesDiffer {
      report(
        .warning, .acledCountryDiffers,
        "the number is that of \(place.country?.description ?? ""), and the country is \(quoted(place.countryName?.description ?? "")); both are kept",
        .iso)
    }
  }

  private func readCoordinates(of row: TableRow, into place: inout Place, _ extras: inout RowExtras) {
    let (longitude, latitude) = (cell(.longitude, of: row), cell(.latitude, of: row))
    guard longitude != nil || latitude != nil else { return }
    let east = longitude.flatMap { $0.withUTF8(PlainNumber.decimal) }.flatMap { -180...180 ~= $0 ? $0 : nil }
    let north = latitude.flatMap { $0.withUTF8(PlainNumber.decimal) }.flatMap { -90...90 ~= $0 ? $0 : nil }
    if let east, let north {
      place.longitude = east
      place.latitude = north
      return
    }
    for (text, value, column) in [(longitude, east, ACLEDColumn.longitude), (latitude, north, .latitude)] {
      guard let text else { continue }
      if value == nil {
        report(
          .warning, .acledBadNumber,
          "\(quoted(text.description)) is no number from \(column == .longitude ? "-180 to 180" : "-90 to 90"); the coordinates go to 'extras'",
          column)
      } else if longitude == nil || latitude == nil {
        report(
          .warning, .acledBadNumber, "a \(column.name) alone marks no point; it goes to 'extras'", column)
      }
      extras.add(column.extraKey, text)
    }
  }
}
