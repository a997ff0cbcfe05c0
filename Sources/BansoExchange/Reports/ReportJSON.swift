import BansoDomain

/// Reports as JSON: each report's canonical text as it is, with its hash beside it.
public enum ReportJSON {
    public static func text(of months: [ReportedMonth]) -> String {
        "[" + months.map(text).joined(separator: ",\n ") + "]\n"
    }

    private static func text(of month: ReportedMonth) -> String {
        var members = "\"frozen\":null"
        if let frozen = month.frozen {
            members =
                "\"frozen\":{\"sha256\":\"\(frozen.sha256)\",\"at\":\(frozen.at),\"by\":\(JSONText.quoted(frozen.by))}"
        }
        return "{\(members),\"report\":\(month.document)}"
    }
}
