import BansoDomain

/// What a full check of the database found.
public struct CheckReport: Hashable, Sendable {
    /// What SQLite says about its file; empty where it is whole.
    public var damages: [String]
    /// Records that refer to one that is not there, as `table row → parent`.
    public var danglingReferences: [String]
    /// Indicators whose rows or sums are not what the records come to.
    public var differingIndicators: [IndicatorID]
    /// Pipelines whose counts of stages are not what their entries come to.
    public var differingPipelines: [PipelineID]
    /// Organisations, by number, whose days (the last that anything happened …) are not what their records come to.
    public var differingOrganisations: [Int64]
    public var audit: AuditVerdict
    /// How many contributions were derived again.
    public var contributions: Int

    public init(
        damages: [String], danglingReferences: [String], differingIndicators: [IndicatorID],
        differingPipelines: [PipelineID], differingOrganisations: [Int64] = [], audit: AuditVerdict, contributions: Int
    ) {
        self.damages = damages
        self.danglingReferences = danglingReferences
        self.differingIndicators = differingIndicators
        self.differingPipelines = differingPipelines
        self.differingOrganisations = differingOrganisations
        self.audit = audit
        self.contributions = contributions
    }

    public var isSound: Bool {
        damages.isEmpty && danglingReferences.isEmpty && differingIndicators.isEmpty && differingPipelines.isEmpty
            && differingOrganisations.isEmpty
            && audit.flaw == nil
    }
}
