import News
import Reader

/// A reader without a screen, and a world that answers it.
struct PlainDesk {
    private var reader: PlainReader
    private var world: Desk

    init(_ reader: PlainReader, stories: [Reading]) {
        self.reader = reader
        world = Desk(120, 40, stories: stories)
        perform(self.reader.take(.loaded(Stories.headlines(of: stories))))
    }

    /// All that is said after some lines.
    mutating func said(_ lines: [String]) -> String {
        var said = reader.greeting().joined(separator: "\n") + "\n"
        for line in lines {
            perform(reader.take(line: line))
            said += "> \(line)\n" + reader.answer().joined(separator: "\n") + "\n"
        }
        return said
    }

    private mutating func perform(_ effects: [Effect]) {
        for effect in effects {
            if let answer = world.answer(to: effect) { perform(reader.take(answer)) }
        }
    }
}
