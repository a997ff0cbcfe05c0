import Foundation

/// Where files from a screen go: `$XDG_DOWNLOAD_DIR` where it is a folder, else where the program was started.
enum DownloadFolder {
    static var path: String {
        var isFolder: ObjCBool = false
        if let named = Variable.downloads.value, named.hasPrefix("/"),
            FileManager.default.fileExists(atPath: named, isDirectory: &isFolder), isFolder.boolValue
        {
            return named
        }
        return FileManager.default.currentDirectoryPath
    }

    /// `cards-A-20251120-140512.xlsx`, with a number behind it where that is there already.
    static func newFile(_ subject: String, _ ending: String) -> String {
        let moment = WallClock.text(Date().timeIntervalSince1970, format: "%Y%m%d-%H%M%S")
        let base = "\(path)/\(subject)-\(moment)"
        var (name, number) = ("\(base).\(ending)", 2)
        while FileManager.default.fileExists(atPath: name) {
            name = "\(base)-\(number).\(ending)"
            number += 1
        }
        return name
    }
}
