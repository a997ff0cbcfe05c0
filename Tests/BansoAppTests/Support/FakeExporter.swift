@testable import BansoApp

/// Writes nothing, and notes what it was asked to write.
final class FakeExporter: ListExporter {
    private(set) var requests: [ExportRequest] = []
    var reports: [ExportNews] = []

    func terms(of offer: ExportOffer) -> ExportTerms {
        ExportTerms(folder: "/home/tanaka/Downloads", holdsPersonalData: true)
    }

    func begin(_ request: ExportRequest) { requests.append(request) }

    func news() -> ExportNews? { reports.isEmpty ? nil : reports.removeFirst() }
}
