import BansoApp
import BansoDomain
import BansoStore
import Foundation

/// Drafts about somebody who is erased, in the files that desks keep beside the database.
struct ErasedDrafts {
    /// How many there are.
    private(set) var count = 0
    /// Files with what is to stay in them; nil where nobody can read what is in them but the spellings.
    private var files: [(path: String, staying: [Draft]?)] = []

    /// - Throws: `CommandFailure` where a desk that is open has one: it would save it again.
    init(database: String, of erasure: Erasure) throws {
        for path in DraftFile.all(beside: database) {
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            let drafts = try? JSONDecoder().decode([Draft].self, from: data)
            let staying = drafts?.filter { !$0.isAbout(erasure) }
            let isNamed = erasure.spellings.contains { data.range(of: Data($0.utf8)) != nil }
            guard drafts.map({ $0.count != staying?.count }) ?? isNamed else { continue }
            guard DraftFile.take(path) else {
                let name = DraftFile.person(of: path, beside: database)
                throw CommandFailure(
                    "\(name)の開いているデスクに、消去する人・企業の下書きがあります。保存するか消して（Ctrl-X）から実行してください。何も消去していません",
                    "the open desk of \(name) has a draft about them; save or discard it (Ctrl-X) first: nothing was erased",
                    code: ExitStatus.database.rawValue)
            }
            count += drafts.map { $0.count - (staying?.count ?? 0) } ?? 1
            files.append((path, staying))
        }
    }

    /// - Throws: `CommandFailure` where a file can't be changed.
    func remove() throws {
        for (path, staying) in files {
            do {
                try DraftFile.write(staying ?? [], to: path)
            } catch {
                throw CommandFailure(
                    "下書き \(path) を消せません。何も消去していません", "can't take the drafts out of \(path): nothing was erased",
                    code: ExitStatus.database.rawValue)
            }
        }
    }
}

extension Draft {
    /// Whether its form is of one of their records, refers to one, or names them.
    fileprivate func isAbout(_ erasure: Erasure) -> Bool {
        let numbers = (request.record.map { [$0] } ?? []) + request.several
        if numbers.contains(where: { erasure.records.contains(RecordKey(request.kind, $0)) }) { return true }
        let values =
            [request.given, request.suggested].flatMap { $0.map { ($0.key, $0.value) } }
            + (base.map { zip($0.kind.fields.map(\.id), $0.values).map { ($0, $1) } } ?? [])
        let said = texts.compactMap { name, text -> (String, FieldValue)? in
            let field = name.split(separator: ".").last.map(String.init) ?? name
            guard text.hasPrefix("#"), let number = Int64(text.dropFirst().prefix { $0.isNumber }) else { return nil }
            return (field, .number(number))
        }
        if (values + said).contains(where: { refers(by: $0, to: $1, erasure) }) { return true }
        let written = [subject] + texts.values + values.compactMap { $0.1.text }
        return written.contains { text in erasure.spellings.contains { text.contains($0) } }
    }

    /// Whether a value of a field is the number of one of their records; fields of one name refer to one kind.
    private func refers(by field: String, to value: FieldValue, _ erasure: Erasure) -> Bool {
        guard let number = value.number else { return false }
        return RecordKind.allCases.contains { kind in
            kind.fields.contains { other in
                guard other.id == field, case .reference(let target) = other.kind else { return false }
                return erasure.records.contains(RecordKey(target, number))
            }
        }
    }
}

extension DraftFile {
    private static let mark = "-draft-"

    /// Every file of drafts, those put aside too, but for the locks beside them.
    fileprivate static func all(beside database: String) -> [String] {
        let place = URL(fileURLWithPath: database)
        let folder = place.deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(place.lastPathComponent + mark) && !$0.hasSuffix(".lock") }.sorted()
            .map { folder + "/" + $0 }
    }

    /// Takes a file for this program until it ends.
    /// - Returns: false where a desk that is open has it.
    fileprivate static func take(_ path: String) -> Bool {
        let own = ["-unread", "-new"].reduce(path) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
        return isTaken(own)
    }

    /// Whose drafts they are, as far as the file's name tells it.
    fileprivate static func person(of path: String, beside database: String) -> String {
        let digits = Array(path.dropFirst(database.count + mark.count).utf8.prefix { $0 != 0x2D && $0 != 0x2E })
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
