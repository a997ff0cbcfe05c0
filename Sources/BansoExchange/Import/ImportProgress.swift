/// Told after each block read: bytes read so far, and the file's size in bytes. Called on the importing thread.
public typealias ImportProgress = (_ bytesRead: Int, _ totalBytes: Int) -> Void
