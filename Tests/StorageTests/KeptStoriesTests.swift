import FolderKit
import News
import Testing

@testable import Storage

@Suite struct KeptStoriesTests {
    private let folder = TemporaryFolder()
    private var bookmarks: Bookmarks { DataFolder(path: folder.path).bookmarks }

    @Test func aKeptStoryIsReadAsItWas() throws {
        let story = BookmarksTests.story("Articles/World/é.txt")
        _ = try bookmarks.add(BookmarksTests.bookmark(story.id), keeping: story)
        #expect(try bookmarks.kept.story(story.id) == story)
        #expect(folder.names("kept") == ["Articles%2FWorld%2F%C3%A9.txt.json"])
        #expect(try bookmarks.kept.story("another") == nil)
    }

    @Test func formsAndLinksAreKept() throws {
        let forms: [Paragraph.Form] = [
            .heading(level: 2), .entry(depth: 1, .dot), .entry(depth: 2, .number(7)), .entry(depth: 1, .none),
            .preformatted, .cell(row: 0, column: 1, isHeader: true), .cell(row: 3, column: 0, isHeader: false), .plain,
        ]
        let story = Article(
            id: "a", feed: "f", text: "01234567", title: "a",
            paragraphs: forms.enumerated().map {
                Paragraph(TextSpan($0, $0 + 1), .body, form: $1, isAfterRule: $0 % 3 == 1)
            },
            links: [Link(span: TextSpan(2, 4), address: "https://harbour.example/")])
        _ = try bookmarks.add(BookmarksTests.bookmark("a"), keeping: story)
        #expect(try bookmarks.kept.story("a") == story)
        // What cannot be read of them is not worth the story.
        let file = try #require(folder.read("kept/a.json"))
        folder.write(
            file.replacing("[5,\"header\",0,1]", with: "[5,\"hedder\",0]").replacing("https:", with: "file:"),
            to: "kept/a.json")
        let damaged = try #require(try bookmarks.kept.story("a"))
        #expect(damaged.paragraphs.map(\.form) == forms.map { $0 == forms[5] ? .plain : $0 })
        #expect(damaged.links == [])
    }

    @Test func storiesKeptByOlderProgramsAreRead() throws {
        _ = try bookmarks.add(BookmarksTests.bookmark("a"), keeping: BookmarksTests.story("a"))
        let file = try #require(folder.read("kept/a.json"))
        folder.write(file.replacing(",\"forms\":[],\"links\":[]", with: ""), to: "kept/a.json")
        #expect(try #require(folder.read("kept/a.json")).contains("links") == false)
        #expect(try bookmarks.kept.story("a") == BookmarksTests.story("a"))
    }

    @Test func aStoryGoesWithItsLastBookmark() throws {
        let story = BookmarksTests.story("a")
        for quote in [nil, "one"] {
            _ = try bookmarks.add(BookmarksTests.bookmark("a", quote: quote), keeping: story)
        }
        _ = try bookmarks.remove(Bookmark.Identity(id: "a"))
        #expect(try bookmarks.kept.story("a") == story)
        _ = try bookmarks.remove(Bookmark.Identity(id: "a", quote: "one"))
        #expect(try bookmarks.kept.story("a") == nil)
        #expect(folder.names("kept") == [])
    }

    @Test func aStoryStaysWhileALineCannotBeRead() throws {
        folder.write("{\"id\":\"a\",\n", to: "bookmarks.jsonl")
        _ = try bookmarks.add(BookmarksTests.bookmark("a"), keeping: BookmarksTests.story("a"))
        _ = try bookmarks.remove(Bookmark.Identity(id: "a"))
        #expect(try bookmarks.kept.story("a") != nil)
    }

    @Test(arguments: ["{", "{}", "[]", ""])
    func aDamagedStoryIsAProblemAndIsWrittenAnew(_ damage: String) throws {
        let story = BookmarksTests.story("a")
        _ = try bookmarks.add(BookmarksTests.bookmark("a"), keeping: story)
        folder.write(damage, to: "kept/a.json")
        #expect(throws: Problem.self) { try bookmarks.kept.story("a") }
        _ = try bookmarks.add(BookmarksTests.bookmark("a"), keeping: story)
        #expect(try bookmarks.kept.story("a") == story)
    }

    @Test(arguments: [("[0,99]", false), ("[0,6]", false), ("[5,0]", false), ("[-1,0]", false), ("[0,8]", true)])
    func spansThatDoNotFitTheTextAreRefused(_ span: String, _ isRight: Bool) throws {
        _ = try bookmarks.add(BookmarksTests.bookmark("a"), keeping: BookmarksTests.story("a"))
        let pair = span.dropFirst().dropLast()
        let file = try #require(folder.read("kept/a.json"))
        folder.write(file.replacing("[\"headline\",0,13]", with: "[\"headline\",\(pair)]"), to: "kept/a.json")
        if isRight {
            #expect(try bookmarks.kept.story("a") != nil)
        } else {
            #expect(throws: Problem.self) { try bookmarks.kept.story("a") }
        }
    }

    @Test func fileNamesAreSafeAndDiffer() {
        let ids = [
            "a", "A", "a.", ".a", "..", "a/b", "a%2Fb", "a\u{0}b", "a\nb", "~", String(repeating: "x", count: 300),
            String(repeating: "x", count: 301), String(repeating: "é", count: 40), "-rf",
        ]
        let names = ids.map(KeptStories.fileName)
        #expect(Set(names).count == ids.count)
        for name in names {
            #expect(name.utf8.count <= 200 && !name.contains("/") && !name.hasPrefix("."))
            #expect(name.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 })
        }
    }
}
