package import News

/// `feeds.opml`: what the user is subscribed to, theirs to edit. What stands in it is for others to understand: here are
/// bytes, which are read again before each change, under a lock, and replaced whole.
package struct SubscriptionsFile: Sendable {
    package let file: String
    /// Milliseconds to wait for another writer.
    var patience = 3_000
    var replacement = SafeReplacement()

    package init(file: String) { self.file = file }

    /// Which state the file is in; compare two to learn whether somebody changed it. One system call.
    package func version() -> FileVersion? { FileVersion(of: file) }

    /// Empty when there is no file.
    package func read() throws(Problem) -> [UInt8] {
        do {
            return try wholeFile(file) ?? []
        } catch {
            throw error.problem("\(file) cannot be read.")
        }
    }

    /// Changes the file, so that what others wrote since it was read last stays.
    /// - Parameter edit: makes the new content of what the file has now. What it throws leaves the file as it is, and so
    ///   does what it did not change.
    package func change(_ edit: ([UInt8]) throws(Problem) -> [UInt8]) throws(Problem) {
        let lock = try FileLock(changing: file, patience: patience)
        let old = try read()
        let new = try edit(old)
        if new != old { try replacement.replace(file, with: new) }
        extendLifetime(lock)
    }
}
