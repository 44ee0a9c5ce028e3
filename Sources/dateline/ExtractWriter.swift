import JSONText
import News
import Newsroom

/// What one task does.
enum ExtractJob: Sendable {
    case lines(LineBatch)
    case file(Int, FoundStories)

    /// Reading a story takes some twenty times its length in memory: long ones are not read side by side.
    var isLong: Bool {
        switch self {
        case .lines(let batch): batch.bytes.count > Self.long
        case .file(let index, let stories): stories.size(at: index) > Self.long
        }
    }

    private static let long = 2 << 20
}

/// What one task did.
struct ExtractAnswer: Sendable {
    /// Its part of the output.
    var bytes: [UInt8] = []
    /// For one object after another, so that they share its room.
    fileprivate var json = JSONWriter()
    var failures: [ExtractFailure] = []
}

struct ExtractFailure: Sendable {
    /// In its stream, from 1; 0 for a file.
    let line: Int
    let problem: Problem
    /// Whether the line was meant as JSON.
    var startsAsJSON = true
}

/// Reads stories and writes answers, in any task.
struct ExtractWriter: Sendable {
    let format: ExtractCommand.Format

    func answer(_ job: ExtractJob) -> ExtractAnswer {
        var answer = ExtractAnswer()
        switch job {
        case .lines(let batch):
            // What is found takes more room than the text.
            answer.bytes.reserveCapacity(batch.bytes.count * 3)
            answerLines(batch, &answer)
        case .file(let index, let stories):
            do {
                let reading = try stories.reading(at: index)
                let article = reading.article
                add(
                    ReadingJSON(
                        reading: reading, id: .string(article.id), showsText: article.original != nil),
                    &answer)
            } catch {
                answer.failures.append(ExtractFailure(line: 0, problem: error))
            }
        }
        answer.json = JSONWriter()
        return answer
    }

    private func answerLines(_ batch: LineBatch, _ answer: inout ExtractAnswer) {
        var number = batch.firstLine
        var start = 0
        let bytes = batch.bytes
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = bytes[start..<end].withoutMark(if: number == 1)
            let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            if !isBlank { answerLine(line, number, &answer) }
            number += 1
            start = end + 1
        }
        if batch.isCutShort { fail("the line is longer than \(LineBatches.longestLine >> 20) MB", number, &answer) }
    }

    private func answerLine(_ line: ArraySlice<UInt8>, _ number: Int, _ answer: inout ExtractAnswer) {
        do {
            guard let object = try JSONValue(parsing: line.span).object else {
                return fail("the line is no object", number, &answer)
            }
            guard let story = GivenStory(object, line: number) else {
                return fail("the line has neither text nor html", number, &answer)
            }
            let reading = story.reading
            let isTextKnown = object["text"]?.string == reading.article.text
            add(
                ReadingJSON(
                    reading: reading, id: object["id"] ?? .null, published: story.published, showsText: !isTextKnown),
                &answer)
        } catch {
            let start = line.first { $0 > 0x20 }
            fail(error.words, number, startsAsJSON: start == UInt8(ascii: "{"), &answer)
        }
    }

    private func add(_ reading: ReadingJSON, _ answer: inout ExtractAnswer) {
        switch format {
        case .ndjson, .json:
            reading.write(to: &answer.json)
            addObject(to: &answer)
        case .text:
            if !answer.bytes.isEmpty { answer.bytes += "\n\n".utf8 }
            answer.bytes += ReadingText(reading.reading).text.utf8
        }
    }

    private func fail(_ reason: String, _ line: Int, startsAsJSON: Bool = true, _ answer: inout ExtractAnswer) {
        answer.failures.append(
            ExtractFailure(line: line, problem: Problem(reason), startsAsJSON: startsAsJSON))
        if format == .text { return }
        answer.json.object {
            $0.field("line", line)
            $0.field("error", reason)
        }
        addObject(to: &answer)
    }

    private func addObject(to answer: inout ExtractAnswer) {
        if format == .json, !answer.bytes.isEmpty { answer.bytes += ",\n".utf8 }
        answer.bytes += answer.json.bytes
        if format == .ndjson { answer.bytes.append(0x0A) }
        answer.json.clear()
    }
}

extension ArraySlice<UInt8> {
    /// Without the byte order mark that Windows programs put before UTF-8.
    fileprivate func withoutMark(if isFirst: Bool) -> ArraySlice<UInt8> {
        isFirst && starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self
    }
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
