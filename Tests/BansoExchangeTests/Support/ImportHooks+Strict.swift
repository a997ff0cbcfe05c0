@testable import BansoExchange

extension ImportHooks {
    static func strict(_ isStrict: Bool = true) -> ImportHooks {
        var hooks = ImportHooks()
        hooks.isStrict = isStrict
        return hooks
    }
}
