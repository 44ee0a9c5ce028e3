import FolderKit
import GRDB
import Glibc
import News
import Testing

@testable import Storage

@Suite struct StoryIndexTests {
    private let folder = TemporaryFolder()
    private static let moment = Timestamp(seconds: 1_795_340_000)

    private func opened() throws -> StoryIndex { try StoryIndex(file: folder.path("data/index.sqlite")) }

    private func draft(
        _ key: String, _ text: String = "Rain fell.", link: String? = nil, published: Int? = 100
    ) -> StoryDraft {
        StoryDraft(
            key: key, name: "id-\(key)", title: "Title of \(key)", source: "The Gull", byline: nil,
            link: link ?? "https://gull.example/\(key)", published: published.map { Timestamp(seconds: $0) },
            language: nil, text: Array(text.utf8), packer: TextPacker())
    }

    private func content(_ title: String = "The Gull") -> FetchRecord.Outcome {
        .new(FetchRecord.Content(title: title, site: nil, validators: .init(etag: "\"1\""), size: 10))
    }

    private func fetch(_ outcome: FetchRecord.Outcome) -> FetchRecord { FetchRecord(at: Self.moment, outcome: outcome) }

    /// What extraction would have found: one person, who says one thing.
    private func reading(of source: StorySource, _ text: String) throws -> ReadStory {
        let span = TextSpan(0, text.utf8.count)
        let quote = Quote(
            words: [TextSpan(0, 4)], cue: nil, speaker: Speaker(written: nil, name: "Ana Lima", certainty: .written))
        let article = Article(
            id: source.name, feed: "", text: text, title: source.title, paragraphs: [Paragraph(span, .body)])
        let norway = Country(code: "NO", name: "Norway")
        let reading = Reading(
            article: article, quotes: [quote],
            entities: [Entity(name: "Ana Lima", kind: .person, role: nil, mentions: [TextSpan(0, 4)])],
            countries: [CountryWeight(country: norway, mentions: [], share: 1, isAbout: true)])
        return ReadStory(
            .indexed(source.number, version: source.version), reading, wordCount: 2,
            words: SearchableWords(
                title: source.title.lowercased(), names: "ana lima", quotes: String(text.prefix(4)).lowercased(),
                body: text.lowercased()))
    }

    private func extractAll(_ index: StoryIndex) throws {
        for source in try index.waiting(limit: 100) {
            let text = try #require(source.body?.text)
            _ = try index.keep([reading(of: source, text)], seen: Self.moment, folded: { $0.lowercased() })
        }
    }

    private func rows(_ index: StoryIndex) throws -> [StoryRow] {
        var rows: [StoryRow] = []
        try index.forEachStory { rows.append($0) }
        return rows
    }

    @Test func storiesOfAFeedLastAndComeNewestFirst() throws {
        let feed = try opened().number(ofFeed: "https://gull.example/feed", isWeb: true)
        let stories = [draft("a"), draft("b", published: 300), draft("c", published: nil)]
        let kept = try opened().keep(stories, fetch(content()), feed: feed)
        #expect(kept.new.count == 3 && kept.edited.isEmpty)
        let index = try opened()
        #expect(try rows(index).map(\.name) == ["id-b", "id-a", "id-c"])
        let record = try #require(try index.feeds().first)
        #expect(record.title == "The Gull" && record.validators.etag == "\"1\"" && record.failures == 0)
        #expect(record.succeeded == Self.moment && record.changed == Self.moment)
    }

    @Test func theSameEntryIsKeptOnceAndAnEditedOneKeepsItsOlderVersion() throws {
        let index = try opened()
        let feed = try index.number(ofFeed: "f", isWeb: true)
        try index.keep([draft("a"), draft("a", "twice")], fetch(content()), feed: feed)
        try extractAll(index)
        #expect(try index.keep([draft("a", published: 999)], fetch(content()), feed: feed).edited == [])
        let changed = try index.keep([draft("a", "Snow fell.")], fetch(content()), feed: feed)
        #expect(changed.new.isEmpty && changed.edited.count == 1)
        #expect(try index.stories(with: WordQuery(words: ["rain"])).isEmpty)
        try extractAll(index)
        #expect(try index.stories(with: WordQuery(words: ["sno"])) == NumberSet(changed.edited))
        #expect(try index.stories(with: WordQuery(words: ["rain"])).isEmpty)
        #expect(try index.versions(of: changed.edited[0]).map(\.text.text) == ["Rain fell."])
        #expect(try rows(index).count == 1)
    }

    /// Earlier versions took the fingerprint of a packed text.
    @Test func anEntryOfAnEarlierVersionIsNotTakenForEdited() throws {
        let index = try opened()
        let feed = try index.number(ofFeed: "f", isWeb: true)
        let long = draft("a", String(repeating: "Rain fell on the pier. ", count: 40))
        let number = try index.keep([long], fetch(content()), feed: feed).new[0]
        func fingerprint() throws -> Int64? {
            try index.database.read { try Int64.fetchOne($0, sql: "SELECT fingerprint FROM story") }
        }
        try index.database.write {
            try $0.execute(sql: "UPDATE story SET fingerprint = ?", arguments: [long.formerFingerprint])
        }
        #expect(try index.keep([long], fetch(content()), feed: feed).edited == [])
        #expect(try fingerprint() == long.fingerprint && long.fingerprint != long.formerFingerprint)
        #expect(try index.keep([draft("a", "Snow fell.")], fetch(content()), feed: feed).edited == [number])
    }

    @Test func everyByteOfATextCountsForItsFingerprint() {
        let text = Array("Rain fell on the pier.".utf8)
        var hashes: Set<Int64> = []
        for place in text.indices {
            var other = text
            other[place] ^= 0x80
            var hash = StableHash()
            hash.add(long: other)
            hashes.insert(hash.value)
        }
        #expect(hashes.count == text.count)
    }

    /// Before and after a feed begins to give ids, or stops to.
    @Test(arguments: [("17", "https://gull.example/a"), ("https://gull.example/a", "17")])
    func anEntryWhoseIdGoesOrComesIsKnownByItsLink(_ before: String, _ after: String) throws {
        let index = try opened()
        let feed = try index.number(ofFeed: "f", isWeb: true)
        let link = "https://gull.example/a"
        let first = try index.keep([draft(before, link: link)], fetch(content()), feed: feed)
        let second = try index.keep([draft(after, "Snow fell.", link: link)], fetch(content()), feed: feed)
        #expect(second.new.isEmpty && second.edited == first.new)
        #expect(try index.keep([draft(before, "Snow fell.", link: link)], fetch(content()), feed: feed).new.isEmpty)
        // What the user did with it stays.
        #expect(try rows(index).map(\.name) == ["id-\(before)"])
    }

    @Test func entriesThatShareALinkStayApart() throws {
        let index = try opened()
        let feed = try index.number(ofFeed: "f", isWeb: true)
        let link = "https://gull.example/"
        try index.keep([draft("1", link: link), draft("2", link: link)], fetch(content()), feed: feed)
        let changes = try index.keep(
            [draft("3", link: link), draft("1", link: link), draft(link, link: link)], fetch(content()), feed: feed)
        #expect(changes.new.count == 2)
        #expect(try rows(index).count == 4)
    }

    @Test func aFailedFetchIsCountedAndChangesNothing() throws {
        let index = try opened()
        let feed = try index.number(ofFeed: "f", isWeb: true)
        try index.keep([draft("a")], fetch(content()), feed: feed)
        let problem = Problem("The server is away.", remedy: "Wait.")
        for _ in 0..<2 { try index.keep([], fetch(.failed(problem, isGone: false)), feed: feed) }
        let record = try #require(try index.feeds().first)
        #expect(record.failures == 2 && record.failure == problem && record.succeeded == Self.moment)
        #expect(try rows(index).count == 1)
        try index.keep([], fetch(.unchanged), feed: feed)
        #expect(try index.feeds().first?.failure == nil)
        #expect(try index.fetches(ofFeed: feed).map(\.failure) == [nil, problem.summary, problem.summary, nil])
    }

    @Test func whatExtractionFindsIsFoundByWordsNamesAndSpeakers() throws {
        let index = try opened()
        let feed = try index.number(ofFeed: "f", isWeb: true)
        let kept = try index.keep([draft("a"), draft("b", "Snow lay.")], fetch(content()), feed: feed)
        #expect(try index.countWaiting() == 2)
        try extractAll(index)
        #expect(try index.countWaiting() == 0)
        let lima = try index.names(with: WordQuery(words: ["lim"]))
        #expect(lima.map(\.value) == ["Ana Lima"])
        #expect(try index.stories(naming: lima.keys, asSpeakers: true) == NumberSet(kept.new))
        #expect(try index.stories(with: WordQuery(words: ["title"]), in: .title) == NumberSet(kept.new))
        #expect(try index.stories(with: WordQuery(words: ["ana"]), in: .names) == NumberSet(kept.new))
        #expect(try index.stories(with: WordQuery(words: ["rain"]), in: .quotes) == NumberSet([kept.new[0]]))
        let quotes = try #require(try index.quotes(of: kept.new[0]))
        #expect(quotes.entries.map(\.words) == [[0..<4]])
        #expect(try rows(index).map(\.countries) == ["NO|", "NO|"])
    }

    @Test func anotherExtractionReadsEverythingAgain() throws {
        let index = try opened()
        #expect(try !index.expect(extraction: 1))
        try index.keep([draft("a")], fetch(content()), feed: index.number(ofFeed: "f", isWeb: true))
        try extractAll(index)
        #expect(try !index.expect(extraction: 1))
        #expect(try index.expect(extraction: 2))
        #expect(try index.countWaiting() == 1)
        #expect(try index.stories(with: WordQuery(words: ["rain"])).isEmpty)
        try extractAll(index)
        #expect(try index.stories(with: WordQuery(words: ["rain"])).count == 1)
    }

    @Test func aRemovedFeedTakesItsStoriesAlong() throws {
        let index = try opened()
        try index.keep([draft("a")], fetch(content()), feed: index.number(ofFeed: "f", isWeb: true))
        try extractAll(index)
        try index.removeFeed("f")
        #expect(try rows(index).isEmpty && index.feeds().isEmpty)
        let names = try index.names(with: WordQuery(words: ["ana"])).keys
        #expect(try index.stories(naming: names).isEmpty)
    }

    @Test func readMarksHoldForStoriesThatComeLater() throws {
        let index = try opened()
        try index.replaceReadMarks(["id-a", "id-z"], state: "1")
        try index.keep([draft("a"), draft("b")], fetch(content()), feed: index.number(ofFeed: "f", isWeb: true))
        #expect(try rows(index).map(\.isRead) == [true, false])
        try index.setRead(true, names: ["id-b"], state: nil)
        try index.setRead(false, names: ["id-a"], state: "2")
        #expect(try rows(index).map(\.isRead) == [false, true])
        #expect(try index.readMarksState() == "2")
    }

    @Test(arguments: [
        "not a database at all, but long enough to look like one to whoever reads only lengths", "SQLite",
    ])
    func aDamagedIndexIsSetAsideAndMadeAnew(_ bytes: String) throws {
        mkdir(folder.path("data"), 0o700)
        folder.write(String(repeating: bytes, count: 200), to: "data/index.sqlite")
        let index = try opened()
        #expect(index.openingProblem?.summary.contains("damaged") == true)
        #expect(try rows(index).isEmpty)
        #expect(folder.names("data").contains { $0.hasPrefix("index.sqlite.aside-") })
    }

    @Test func anIndexOfANewerDatelineIsSetAside() throws {
        let index = try opened()
        try index.write { try $0.execute(sql: "INSERT INTO grdb_migrations(identifier) VALUES('of tomorrow')") }
        index.close()
        #expect(try opened().openingProblem?.summary.contains("newer Dateline") == true)
        #expect(try opened().openingProblem == nil)
    }

    @Test func anIndexFromBeforeTheFiltersGetsThem() throws {
        var index = try opened()
        try index.write { db in
            try db.execute(
                sql: """
                    DROP INDEX story_countries; DROP INDEX story_read;
                    DELETE FROM grdb_migrations WHERE identifier = 'filters'
                    """)
        }
        index.close()
        index = try opened()
        let names = ["story_countries", "story_read"]
        let made = try index.read { db in
            try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND name IN (?, ?)",
                arguments: StatementArguments(names))
        }
        #expect(Set(made) == Set(names) && index.openingProblem == nil)
    }

    @Test func textsComeBackAsTheyWere() {
        let packer = TextPacker()
        for text in ["", "a", String(repeating: "The strike spread. ", count: 500), "日本\u{0}é"] {
            #expect(packer.pack(Array(text.utf8)).text == text)
        }
        #expect(packer.pack(Array(String(repeating: "rain ", count: 900).utf8)).bytes.count < 200)
        #expect(PackedText(size: 90, bytes: [1, 2, 3]).text == nil)
    }

    @Test func quotesComeBackAsTheyWere() {
        let quotes = QuoteList([
            .init(words: [3..<90, 200..<70_000], cue: 91..<95, speaker: 7),
            .init(words: [80_000..<80_001], cue: nil, speaker: nil),
        ])
        #expect(QuoteList(packed: quotes.packed) == quotes)
        for length in 0..<quotes.packed.count { _ = QuoteList(packed: Array(quotes.packed.prefix(length))) }
    }
}
