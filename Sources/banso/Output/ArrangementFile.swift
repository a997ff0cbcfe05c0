import BansoApp
import BansoDomain
import Foundation

/// How pipelines' pages look, in `$XDG_STATE_HOME/banso`, for its owner alone.
final class ArrangementFile: ArrangementKeeper {
    static var folder: String { Variable.state.folder(else: ".local/state") }

    static var path: String { folder + "/views.json" }

    private struct Content: Codable {
        var pipelines: [String: PipelineArrangement]
    }

    /// What can't be understood is put aside.
    func load() throws(KeepingError) -> [PipelineID: PipelineArrangement] {
        do throws(KeepingError) {
            return Dictionary(uniqueKeysWithValues: try content().pipelines.map { (PipelineID($0), $1) })
        } catch {
            throw ArrangementFile.putAside(because: error)
        }
    }

    /// - Throws: what is wrong with the file, which stays as it is.
    func check() throws(KeepingError) { _ = try content() }

    /// Takes in what another program has kept of other pipelines.
    /// - Throws: where it can't be written; and where what was there could not be understood, after it was put aside.
    func save(_ arrangement: PipelineArrangement, of pipeline: PipelineID) throws(KeepingError) {
        var kept = Content(pipelines: [:])
        var fault: KeepingError?
        do throws(KeepingError) {
            kept = try content()
        } catch {
            fault = ArrangementFile.putAside(because: error)
        }
        kept.pipelines[pipeline.text] = arrangement
        try write(kept)
        if let fault { throw fault }
    }

    /// Takes what pages are narrowed to out of it where that names somebody who is erased.
    /// - Parameter isNaming: whether a text does.
    /// - Returns: how many pages.
    func forget(_ isNaming: (String) -> Bool) throws(KeepingError) -> Int {
        guard FileManager.default.fileExists(atPath: ArrangementFile.path) else { return 0 }
        var kept = try content()
        let named = kept.pipelines.filter { _, page in
            page.filter?.values.contains { $0.text.map(isNaming) ?? false } ?? false
        }
        guard !named.isEmpty else { return 0 }
        for pipeline in named.keys { kept.pipelines[pipeline]?.filter = nil }
        try write(kept)
        return named.count
    }

    private func write(_ content: Content) throws(KeepingError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        do {
            try FileManager.default.createDirectory(
                atPath: ArrangementFile.folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try PrivateFile.replace(ArrangementFile.path, with: try encoder.encode(content))
        } catch {
            throw KeepingError(
                "\(ArrangementFile.path) に書けないため、画面の形は次回に引き継がれません",
                "can't write \(ArrangementFile.path): the next start won't know how pages look")
        }
    }

    /// Gives the file a name of its own, so that nothing writes over it.
    /// - Returns: what to say of it.
    private static func putAside(because error: KeepingError) -> KeepingError {
        let names = (1...).lazy.map { path + ".bad" + ($0 == 1 ? "" : "\($0)") }
        let name = names.first { !FileManager.default.fileExists(atPath: $0) } ?? path + ".bad"
        guard rename(path, name) == 0 else { return error }
        return KeepingError(
            error.text.ja + "。元のファイルは \(name) に残しました", error.text.en + "; the file is kept as \(name)")
    }

    private func content() throws(KeepingError) -> Content {
        guard let data = FileManager.default.contents(atPath: ArrangementFile.path) else {
            return Content(pipelines: [:])
        }
        do {
            return try JSONDecoder().decode(Content.self, from: data)
        } catch {
            let place = (error as? DecodingError)?.place ?? ""
            throw KeepingError(
                "\(ArrangementFile.path) が読めないため、標準の形で始めます\(place.isEmpty ? "" : "（\(place)）")",
                "can't understand \(ArrangementFile.path): pages begin as usual\(place.isEmpty ? "" : " (\(place))")")
        }
    }
}

extension DecodingError {
    /// Which key is wrong: pipelines.A.view; empty where it is none.
    fileprivate var place: String {
        let context: Context? =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: nil
            }
        return (context?.codingPath ?? []).map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}
