import JSONText
import News
import Newsroom

/// A line of a stream: one story as a JSON object.
struct StoryLine {
    let object: JSONObject
    let story: GivenStory

    /// - Throws: what is wrong with the line, as words for the end of a sentence.
    init(_ line: ArraySlice<UInt8>, number: Int) throws(Problem) {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: line.span)
        } catch {
            throw Problem(error.words)
        }
        guard let object = value.object else { throw Problem("the line is no object") }
        self.object = object
        guard let story = GivenStory(object, line: number) else {
            throw Problem("the line has neither text nor html")
        }
        self.story = story
    }

    /// What to do when somebody gave a story itself.
    static let textRemedy = "A stream is one JSON object a line; name a .txt, .md or .html file to read a text."

    static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    /// False when somebody gave something else than lines of JSON, a story itself perhaps.
    static func startsAsJSON(_ line: ArraySlice<UInt8>) -> Bool { line.first { $0 > 0x20 } == UInt8(ascii: "{") }
}

extension GivenStory {
    /// Nil without a text.
    fileprivate init?(_ object: JSONObject, line: Int) {
        let content: Content
        if let text = object["text"]?.string {
            content = .text(text)
        } else if let html = object["html"]?.string {
            content = .html(html)
        } else {
            return nil
        }
        self.init(
            id: object["id"]?.string ?? "line \(line)", content: content, title: object["title"]?.string,
            source: object["source"]?.string, published: object["published"]?.string, link: object["url"]?.string)
    }
}
