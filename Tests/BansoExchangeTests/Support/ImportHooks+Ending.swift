@testable import BansoExchange

extension ImportHooks {
    static func ending(at row: LastRow?) -> ImportHooks {
        var hooks = ImportHooks()
        hooks.endsAt = row
        return hooks
    }
}
