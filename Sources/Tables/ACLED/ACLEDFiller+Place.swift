import DatelineCore
import DatelineRecord

/// Where an event happened.
extension ACLEDFiller {
  /// Reads the columns of the place; one that none of them fills is left out.
  mutating func fillPlaces(_ places: inout [Place], from row: borrowing ACLEDCells) {
    if places.isEmpty { places.append(Place()) }
    fill(&places[0], from: row)
    if places.span.hasEmptyElement { return places = [] }
    places[0].role = .scene
    places[0].basis = .source
  }

  private mutating func fill(_ place: inout Place, from row: borrowing ACLEDCells) {
    place.role = nil
    place.basis = nil
    place.name = row.text(.location)
    place.admin3 = row.text(.admin3)
    place.admin2 = row.text(.admin2)
    place.admin1 = row.text(.admin1)
    place.region = row.text(.region)
    place.countryName = row.text(.country)
    fillCountry(of: &place, from: row)
    fillCoordinates(of: &place, from: row)
    switch number(.geoPrecision, of: row, in: 1...3) {
    case 1?: place.precision = .settlement
    case 2?: place.precision = .near
    case 3?: place.precision = .admin1
    default: place.precision = nil
    }
  }

  private mutating func fillCountry(of place: inout Place, from row: borrowing ACLEDCells) {
    let (number, name) = (row.range(.iso), row.range(.country))
    guard !number.isEmpty || !name.isEmpty else {
      place.country = nil
      return
    }
    let doubt = countries.fill(&place.country, number: number, name: name, of: row.storage.span)
    guard let doubt else { return }
    if doubt == .unknownNumber, !number.isEmpty {
      extras.add(.iso, of: row)
      if self.number(.iso, of: row, in: 0...999) ?? 0 > 0 {
        report(
          .warning, .acledUnknownCode,
          "\(quoted(row.text(.iso))) is no country's number in ISO 3166-1; it goes to 'extras'", .iso)
      }
    } else if doubt == .namesDiffer {
      report(
        .warning, .acledCountryDiffers,
        "the number is that of \(place.country?.description ?? ""), and the country is \(quoted(place.countryName)); both are kept",
        .iso)
    }
  }

  private mutating func fillCoordinates(of place: inout Place, from row: borrowing ACLEDCells) {
    place.longitude = nil
    place.latitude = nil
    let (hasLongitude, hasLatitude) = (!row.isEmpty(.longitude), !row.isEmpty(.latitude))
    guard hasLongitude || hasLatitude else { return }
    let east = row.withBytes(.longitude, PlainNumber.decimal).flatMap { -180...180 ~= $0 ? $0 : nil }
    let north = row.withBytes(.latitude, PlainNumber.decimal).flatMap { -90...90 ~= $0 ? $0 : nil }
    if let east, let north {
      place.longitude = east
      place.latitude = north
      return
    }
    for (value, column) in [(east, ACLEDColumn.longitude), (north, .latitude)] where !row.isEmpty(column) {
      if value == nil {
        report(
          .warning, .acledBadNumber,
          "\(quoted(row.text(column))) is no number from \(column == .longitude ? "-180 to 180" : "-90 to 90"); the coordinates go to 'extras'",
          column)
      } else if !hasLongitude || !hasLatitude {
        report(.warning, .acledBadNumber, "a \(column.name) alone marks no point; it goes to 'extras'", column)
      }
      extras.add(column, of: row)
    }
  }
}
