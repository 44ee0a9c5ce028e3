import Glibc
package import News

/// The bookmarks file and the stories kept for it.
///
/// A change reads the file again under its lock, so that what others wrote since then stays.
package struct Bookmarks: Sendable {
    package let file: String
    package let kept: KeptStories
    /// Milliseconds to wait for another writer.
    var patience = 3_000
    var replacement = SafeReplacement()

    package init(file: String, kept: KeptStories) {
        self.file = file
        self.kept = kept
    }

    /// What the file says. A missing or an empty file has no bookmarks.
    package func list() throws(Problem) -> BookmarkList {
        // Before reading: a change that comes in between is then seen as one.
        let version = version()
        return BookmarkList(try lines(), file: file, version: version)
    }

    /// Which state the file is in; compare two to learn whether somebody changed it. One system call.
    package func version() -> FileVersion? { FileVersion(of: file) }

    /// Adds a bookmark at the end. One that is there already stays as it is, but for a note that says something.
    /// - Parameter story: kept beside, so that it can be read when its file is gone.
    package func add(_ bookmark: Bookmark, keeping story: Article?) throws(Problem) -> BookmarkList {
        try change { lines throws(Problem) in
            if let story, !kept.holds(story) { try kept.keep(story, by: replacement) }
            if !lines.bookmarks.contains(where: { $0.identity == bookmark.identity }) {
                lines.append(bookmark)
            } else if !bookmark.note.isEmpty {
                lines.setNote(bookmark.note, of: bookmark.identity)
            }
        }
    }

    /// Puts a bookmark that was taken out back as its line was, unknown fields and all; one that is there again stays.
    /// - Parameter story: kept beside, as in `add`.
    package func restore(_ bookmark: Bookmark, keeping story: Article?) throws(Problem) -> BookmarkList {
        try change { lines throws(Problem) in
            if let story, !kept.holds(story) { try kept.keep(story, by: replacement) }
            if !lines.bookmarks.contains(where: { $0.identity == bookmark.identity }) { lines.putBack(bookmark) }
        }
    }

    /// Takes a bookmark out; no error when there is none. The kept story goes with the last bookmark of it.
    package func remove(_ identity: Bookmark.Identity) throws(Problem) -> BookmarkList {
        guard version() != nil else { return try list() }
        return try change(
            { lines throws(Problem) in
                lines.remove(identity)
            },
            then: { lines throws(Problem) in
                // A line that cannot be read may be about this story.
                let isNeeded = lines.lines.contains { line in
                    switch line.content {
                    case .bookmark(let bookmark, _): bookmark.id == identity.id
                    case .unreadable: true
                    case .blank: false
                    }
                }
                if !isNeeded { try kept.drop(identity.id) }
            })
    }

    private func lines() throws(Problem) -> BookmarkLines {
        let bytes: [UInt8]
        do {
            bytes = try wholeFile(file) ?? []
        } catch {
            throw error.problem("\(file) cannot be read.")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw Problem("\(file) is in UTF-16.", remedy: "Save it as UTF-8.")
        }
        return BookmarkLines(bytes)
    }

    private func change(
        _ edit: (inout BookmarkLines) throws(Problem) -> Void,
        then finish: (BookmarkLines) throws(Problem) -> Void = { _ in }
    ) throws(Problem) -> BookmarkList {
        let lock = try FileLock(changing: file, patience: patience)
        var lines = try lines()
        let old = lines.bytes
        try edit(&lines)
        let new = lines.bytes
        if new != old { try replacement.replace(file, with: new) }
        try finish(lines)
        extendLifetime(lock)
        return BookmarkList(lines, file: file, version: version())
    }
}

/// The bookmarks file as it was at one moment.
package struct BookmarkList: Sendable {
    /// In the file's order, oldest first, each identity once.
    package let bookmarks: [Bookmark]
    /// Lines that could not be read.
    package let problems: [Problem]
    package let version: FileVersion?

    init(_ lines: BookmarkLines, file: String, version: FileVersion?) {
        var seen: Set<Bookmark.Identity> = []
        bookmarks = lines.bookmarks.filter { seen.insert($0.identity).inserted }
        problems = lines.problems(in: file)
        self.version = version
    }
}

/// What tells one state of a file from another without reading it.
package struct FileVersion: Hashable, Sendable {
    private let inode: UInt
    private let size: Int
    private let changed: Int

    /// Nil when there is no such file.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        inode = UInt(status.st_ino)
        size = Int(status.st_size)
        changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    }

    /// To be kept and compared in another run.
    package var words: String { "\(inode) \(size) \(changed)" }
}
