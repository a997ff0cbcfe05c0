import BansoDomain

/// A call for proposals as a TOML file, and its strict reader.
public enum CatalogueFile {
    /// The R7 call, `r7-kyushu.toml`, as it is built into the program.
    public static let embedded = String(decoding: PackageResources.r7_kyushu_toml, as: UTF8.self)

    /// The name that errors in `embedded` are reported under.
    public static let embeddedName = "r7-kyushu.toml"

    /// What `embedded` says: read without what only a file that a person wrote has to be asked.
    public static func parseEmbedded() throws(CatalogueError) -> Catalogue {
        try parse(embedded, file: embeddedName, isOwn: true)
    }

    /// Reads a catalogue.
    ///
    /// Everything is checked: keys, types, ranges, duplicate ids, and that whatever is referred to is defined in the file.
    /// - Parameters:
    ///   - text: TOML, of the form that `embedded` shows.
    ///   - file: the name to report errors under.
    /// - Throws: the first thing that is wrong, with its place in the file.
    public static func parse(_ text: String, file: String) throws(CatalogueError) -> Catalogue {
        try parse(text, file: file, isOwn: false)
    }

    private static func parse(_ text: String, file: String, isOwn: Bool) throws(CatalogueError) -> Catalogue {
        let root = try TableReader(text: text, file: file, isOwn: isOwn)
        try root.allow(
            "id", "version", "title", "period", "prefectures", "consultation", "programme", "activity", "pipeline",
            "definition", "indicator")
        var sections = CatalogueSections(period: try root.days("period"))
        let id = try root.name("id")
        let version = try root.integer("version", in: 1...9999)
        let title = try root.localized("title")
        let prefectures = try sections.prefectures(root)
        try sections.readProgrammes(root)
        try sections.readActivities(root)
        try sections.readPipelines(root)
        let consultation = try sections.consultation(root.table("consultation"))
        let definitions = try sections.definitions(root)
        let indicators = try IndicatorSection(sections: sections, consultation: consultation).indicators(root)
        return Catalogue(
            id: id, version: version, title: title, period: sections.period, prefectures: prefectures,
            programmes: sections.programmes, activities: sections.activities, pipelines: sections.pipelines,
            consultation: consultation, indicators: indicators, definitions: definitions)
    }
}
