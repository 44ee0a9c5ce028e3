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
    let look: PageLook

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
        for (number, line) in batch.lines where !StoryLine.isBlank(line) { answerLine(line, number, &answer) }
        if batch.isCutShort {
            fail("the line is longer than \(LineBatches.longestLine >> 20) MB", batch.firstLine, &answer)
        }
    }

    private func answerLine(_ line: ArraySlice<UInt8>, _ number: Int, _ answer: inout ExtractAnswer) {
        do throws(Problem) {
            let line = try StoryLine(line, number: number)
            let reading = line.story.reading
            let isTextKnown = line.object["text"]?.string == reading.article.text
            add(
                ReadingJSON(
                    reading: reading, id: line.object["id"] ?? .null, published: line.story.published,
                    showsText: !isTextKnown),
                &answer)
        } catch {
            fail(error.summary, number, startsAsJSON: StoryLine.startsAsJSON(line), &answer)
        }
    }

    private func add(_ reading: ReadingJSON, _ answer: inout ExtractAnswer) {
        switch format {
        case .ndjson, .json:
            reading.write(to: &answer.json)
            addObject(to: &answer)
        case .text:
            if !answer.bytes.isEmpty { answer.bytes += "\n\n".utf8 }
            answer.bytes += ReadingText(reading.reading, look: look).text.utf8
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
