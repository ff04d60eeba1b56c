internal import DatelineCore
internal import DatelineRecord
internal import DatelineValidation

/// What is carried.
extension FeedState {
  /// Reads a record or a header that is carried, as the reader of feeds does.
  mutating func checkCarried(_ value: Span<UInt8>, _ custom: CustomValue) {
    var json: [UInt8] = []
    json.append(copying: value)
    let log = DiagnosticLog(input: "", errorLimit: .max)
    let reason: String?
    do throws(ConversionError) {
      switch try CarriedJSON.read(json, at: SourcePosition(), log: log, limits: Limits()) {
      case .success(.header): reason = isHeader(custom) ? nil : "it is a header"
      case .success(.record): reason = isHeader(custom) ? "it is a record" : nil
      case .failure(let fault): reason = fault.reason
      }
    } catch .malformed(let diagnostic) {
      reason = diagnostic.message
    } catch {
      reason = "it can't be read"
    }
    if let reason {
      fail(.carriedRecord, "what is carried can't be used: \(reason); what is visible will be read instead")
    }
  }

  private func isHeader(_ custom: CustomValue) -> Bool { if case .carriedHeader = custom { true } else { false } }
}
