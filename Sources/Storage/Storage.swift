/// What the user made, on disk: bookmarks, the stories behind them, which stories were read, what they are subscribed to,
/// what can be taken back, and where the reader was left.
///
/// All of it is text in one folder, readable and mergeable by hand. Nothing is made by reading; the folder comes with
/// the first write. Every write is safe against a kill, a power cut, a full disk and a second Dateline:
/// `SafeReplacement` says how, and `FileLock` who waits for whom.
package struct DataFolder: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    package var bookmarks: Bookmarks {
        Bookmarks(file: "\(path)/bookmarks.jsonl", kept: KeptStories(folder: "\(path)/kept"))
    }
    package var readMarks: ReadMarks { ReadMarks(file: "\(path)/read.jsonl") }
    package var subscriptions: SubscriptionsFile { SubscriptionsFile(file: "\(path)/feeds.opml") }
    package var undo: UndoFile { UndoFile(file: "\(path)/undo.jsonl") }
    /// Of the index, which holds nothing that only the user has.
    package var indexFile: String { "\(path)/index.sqlite" }
    package var bearings: BearingsFile { BearingsFile(file: "\(path)/state.json") }

    /// Where it is when nobody says otherwise: the folder of the XDG base directory specification, which ignores a
    /// relative `XDG_DATA_HOME`. Nil without a home.
    package static func usual(environment: [String: String]) -> DataFolder? {
        if let folder = environment["XDG_DATA_HOME"], folder.hasPrefix("/") {
            return DataFolder(path: "\(folder)/dateline")
        }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return DataFolder(path: "\(home)/.local/share/dateline")
    }
}
