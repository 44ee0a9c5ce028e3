import ArgumentParser
import JSONText
import News
import Newsroom

/// `dateline bookmarks`: what is kept.
struct BookmarksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bookmarks", abstract: "Lists, adds, removes or exports bookmarks.",
        subcommands: [ListBookmarks.self, AddBookmarks.self, RemoveBookmarks.self, ExportBookmarks.self],
        defaultSubcommand: ListBookmarks.self)
}

/// Reads the bookmarks for a command, telling on standard error which lines cannot be read.
private func readBookmarks(_ options: CommonOptions) throws -> (bookmarks: [Bookmark], outcome: Outcome?) {
    try options.startLog()
    let list = try Newsroom(dataFolder: options.dataFolder).bookmarksInFile()
    for problem in list.problems { complain(problem) }
    return (list.bookmarks, list.problems.isEmpty ? nil : .inputFailed)
}

struct ListBookmarks: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists bookmarks, oldest first.")

    @Option(help: "How to write the list: table or ndjson.")
    var format = ListFormat.table

    @OptionGroup var options: CommonOptions

    func run() throws {
        let (bookmarks, outcome) = try readBookmarks(options)
        switch format {
        case .table:
            var table = Table()
            for bookmark in bookmarks {
                let words = bookmark.quote.map { "“\($0.words)” \($0.speaker ?? "unattributed")" } ?? bookmark.title
                table.add([
                    bookmark.saved?.day ?? "", bookmark.countries.prefix(3).joined(separator: " "), bookmark.id,
                    words + (bookmark.note.isEmpty ? "" : " — \(bookmark.note)"),
                ])
            }
            try table.print()
        case .ndjson:
            try put(bookmarks.ndjson)
        }
        if let outcome { throw outcome }
    }
}

struct ExportBookmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes bookmarks for other programs and people.")

    @Option(help: "How to write them: markdown or ndjson.")
    var format = Format.markdown

    @OptionGroup var options: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case markdown, ndjson }

    func run() throws {
        let (bookmarks, outcome) = try readBookmarks(options)
        switch format {
        case .markdown: try put(bookmarks.map(Self.markdown).joined())
        case .ndjson: try put(bookmarks.ndjson)
        }
        if let outcome { throw outcome }
    }

    private static func markdown(_ bookmark: Bookmark) -> String {
        let title = clean(bookmark.title)
        var text = "- " + (bookmark.link.map { "[\(title)](<\(clean($0))>)" } ?? title)
        if let source = bookmark.source { text += ", \(clean(source))" }
        if let saved = bookmark.saved { text += ", kept \(saved.shortDay)" }
        text += "\n"
        if let quote = bookmark.quote {
            text += "  > “\(clean(quote.words))” — \(clean(quote.speaker ?? "unattributed"))\n"
        }
        if !bookmark.note.isEmpty { text += "  \(clean(bookmark.note))\n" }
        return text
    }
}

struct AddBookmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Bookmarks stories, or anything that has a title or a link.",
        discussion: """
            A STORY is a file, or the id of a story as “dateline stories --format ndjson” prints it: of a feed, or in \
            Articles/ (or in the folders given with --in). What is no story can be kept by its --title and --link alone.
            """)

    @Argument(help: "Files or ids of stories.")
    var stories: [String] = []

    @Option(name: .customLong("in"), help: ArgumentHelp("Where to look for ids.", valueName: "path"))
    var folders: [String] = []

    @Option(help: "The title of what is no story here.")
    var title: String?

    @Option(help: "Its web address.")
    var link: String?

    @Option(help: "Its publisher.")
    var source: String?

    @Option(help: "Your own words about it.")
    var note = ""

    @Option(help: ArgumentHelp("Keep these words out of it, not the whole story.", valueName: "words"))
    var quote: String?

    @Option(help: ArgumentHelp("Who said them.", valueName: "name"))
    var speaker: String?

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if stories.isEmpty, title == nil, link == nil {
            throw ValidationError("Name a story, or give a --title or a --link.")
        }
        if stories.count > 1, title != nil || link != nil {
            throw ValidationError("A --title or a --link is for one story.")
        }
        if speaker != nil, quote == nil { throw ValidationError("A --speaker needs a --quote.") }
    }

    func run() throws {
        try options.startLog()
        let newsroom = Newsroom(dataFolder: try options.dataFolder)
        var hasFailed = false
        for story in stories.isEmpty ? [link ?? title ?? ""] : stories {
            do {
                let found = try Self.find(story, in: folders, newsroom)
                guard found != nil || title != nil || link != nil else {
                    throw Problem(
                        "There is no story “\(story)”.", remedy: "Name a file or the id of a story, or give a --title.")
                }
                _ = try newsroom.keep(bookmark(of: story, found), of: found?.article)
            } catch let problem as Problem {
                hasFailed = true
                complain(problem)
            }
        }
        if hasFailed { throw Outcome.inputFailed }
    }

    private func bookmark(of story: String, _ found: Reading?) -> Bookmark {
        let kept = quote.map { Bookmark.KeptQuote(words: $0, speaker: speaker) }
        if let found, title == nil, link == nil, source == nil {
            return Bookmark(found, saved: .now, note: note, quote: kept)
        }
        let known = found.map { Bookmark($0, saved: .now) }
        return Bookmark(
            id: known?.id ?? story, title: title ?? known?.title ?? story, source: source ?? known?.source,
            link: link ?? known?.link, countries: known?.countries ?? [], saved: .now, note: note, quote: kept)
    }

    /// By id or path where stories are, else a file of that name, else by id among all that were fetched or read. By the
    /// id that the library has for it, so that the reader shows the bookmark.
    private static func find(_ story: String, in folders: [String], _ newsroom: Newsroom) throws -> Reading? {
        let places = folders.isEmpty ? ["Articles"] : folders
        let named = isThere(story) ? try FoundStories(at: [story]) : nil
        for place in places where isThere(place) {
            let files = try FoundStories(at: [place])
            if let index = files.index(of: story, or: named) { return try newsroom.libraryReading(index, of: files) }
        }
        guard let named else { return try newsroom.libraryReading(id: story) }
        guard named.count == 1 else { throw Problem("“\(story)” is not one story but \(named.count).") }
        return try newsroom.libraryReading(0, of: named)
    }

    private static func isThere(_ path: String) -> Bool {
        do {
            try Newsroom.check([path])
            return true
        } catch {
            return false
        }
    }
}

struct RemoveBookmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Removes bookmarks, as `dateline bookmarks list` names them.")

    @Argument(help: "Ids of stories.")
    var ids: [String]

    @Option(help: ArgumentHelp("Remove the bookmark of these words, not that of the story.", valueName: "words"))
    var quote: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.startLog()
        let newsroom = Newsroom(dataFolder: try options.dataFolder)
        var hasFailed = false
        for id in ids {
            let identity = Bookmark.Identity(id: id, quote: quote)
            if try newsroom.bookmarksInFile().bookmarks.contains(where: { $0.identity == identity }) {
                _ = try newsroom.removeBookmark(identity)
            } else {
                hasFailed = true
                complain(Problem("There is no bookmark “\(quote ?? id)”."))
            }
        }
        if hasFailed { throw Outcome.inputFailed }
    }
}

extension [Bookmark] {
    fileprivate var ndjson: [UInt8] {
        var json = JSONWriter()
        for bookmark in self {
            json.object { json in
                json.field("id", bookmark.id)
                json.field("title", bookmark.title)
                json.field("source", bookmark.source)
                json.field("link", bookmark.link)
                json.field("countries") { $0.array { json in for code in bookmark.countries { json.value(code) } } }
                json.field("saved", bookmark.saved?.iso8601)
                json.field("note", bookmark.note)
                if let quote = bookmark.quote {
                    json.field("quote", quote.words)
                    json.field("speaker", quote.speaker)
                }
            }
            json.newLine()
        }
        return json.bytes
    }
}
