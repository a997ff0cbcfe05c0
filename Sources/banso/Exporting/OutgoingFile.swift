/// A file on its way out: nobody sees it before it is published.
protocol OutgoingFile: AnyObject {
    /// The last part of its path; empty for standard output.
    var name: String { get }

    func write(_ bytes: ArraySlice<UInt8>) throws

    /// Has all of it on the disk.
    func seal() throws

    /// Lets it go out. It is sealed.
    func publish() throws

    /// Leaves nothing of it.
    func discard()
}
