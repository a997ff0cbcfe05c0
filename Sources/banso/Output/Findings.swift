import BansoDomain
import BansoStore

// What checks found, in words.

extension CheckReport {
    /// A line for each thing that is wrong.
    var findings: [LocalizedText] {
        damages.map { LocalizedText(ja: "ファイルの破損：\($0)", en: "the file is damaged: \($0)") }
            + danglingReferences.map { LocalizedText(ja: "参照先のない記録：\($0)", en: "a record refers to nothing: \($0)") }
            + differingIndicators.map {
                LocalizedText(ja: "\($0)：集計が記録と一致しません", en: "\($0): the count differs from its records")
            }
            + differingPipelines.map {
                LocalizedText(ja: "パイプライン\($0)：段階ごとの件数が一致しません", en: "pipeline \($0): the counts of stages differ")
            }
            + differingOrganisations.map {
                LocalizedText(
                    ja: "組織#\($0)：最後の動きの日付が記録と一致しません", en: "organisation #\($0): its last days differ from its records")
            } + (audit.flaw.map { [$0.text] } ?? [])
    }
}

extension AuditVerdict.Flaw {
    var text: LocalizedText {
        switch self {
        case .broken(let seq):
            LocalizedText(
                ja: "監査記録\(seq)番：書き換えられているか、前の記録とつながりません",
                en: "audit entry \(seq) was edited or doesn't follow the one before it")
        case .detail(let seq):
            LocalizedText(ja: "監査記録\(seq)番：内容が書き換えられています", en: "the texts of audit entry \(seq) were edited")
        case .cut(let seq):
            LocalizedText(
                ja: "監査記録\(seq)番がありません：末尾が失われています", en: "audit entry \(seq) is missing: the trail's end was cut off")
        case .rewritten(let seq):
            LocalizedText(
                ja: "監査記録\(seq)番が別の内容です：記録が作り直されています",
                en: "audit entry \(seq) is another one: the trail was written anew")
        }
    }
}
