import Foundation

/// Somebody whom permissions hold: for the administrator the system makes none.
enum Unprivileged {
    /// What stands before a command that is run as such a person.
    static let runner =
        geteuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

    /// Lets everybody read, and nobody but the administrator write.
    static func lock(_ folder: String) throws { try set(0o444, folder: 0o555, folder) }

    /// Lets everybody write.
    static func unlock(_ folder: String) throws { try set(0o666, folder: 0o777, folder) }

    private static func set(_ file: Int, folder: Int, _ path: String) throws {
        let manager = FileManager.default
        for name in try manager.contentsOfDirectory(atPath: path) {
            try manager.setAttributes([.posixPermissions: file], ofItemAtPath: path + "/" + name)
        }
        try manager.setAttributes([.posixPermissions: folder], ofItemAtPath: path)
    }
}
