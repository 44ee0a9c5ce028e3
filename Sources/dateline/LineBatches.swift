import Glibc
import News

/// Whole lines that were read together.
struct LineBatch: Sendable {
    /// Of the first line, from 1.
    let firstLine: Int
    /// Lines with their line ends; the last of a file may have none.
    let bytes: [UInt8]
    /// Set when the line at the end was too long to keep; its start is not in `bytes`.
    let isCutShort: Bool

    /// Each line with its number, without its line end and the mark that Windows programs put before UTF-8.
    var lines: some Sequence<(number: Int, words: ArraySlice<UInt8>)> {
        sequence(state: (number: firstLine, start: 0)) { state in
            guard state.start < bytes.count else { return nil }
            let end = bytes[state.start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = bytes[state.start..<end]
            let isMarked = state.number == 1 && line.starts(with: [0xEF, 0xBB, 0xBF])
            defer { state = (state.number + 1, end + 1) }
            return (state.number, isMarked ? line.dropFirst(3) : line)
        }
    }
}

/// Reads a stream of lines in chunks, so that a stream of any length takes the same memory.
struct LineBatches {
    /// A story is some thousand bytes; this lets a book pass, as among files, and stops a stream that is no text.
    static let longestLine = 20 << 20
    private static let chunk = 256 << 10

    private let descriptor: Int32
    private let name: String
    /// The beginning of a line whose end was not read yet.
    private var rest: [UInt8] = []
    private var line = 1
    private var isSkipping = false

    /// - Parameters:
    ///   - descriptor: an open file, which stays the caller's.
    ///   - name: what to call it when it cannot be read.
    init(reading descriptor: Int32, named name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    /// Whether `next` would wait for whoever writes the stream.
    var wouldWait: Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) == 0
    }

    /// Nil at the end of the stream.
    mutating func next() throws(Problem) -> LineBatch? {
        while true {
            let old = rest.count
            guard try readOn() else { return last() }
            guard let end = rest[old...].lastIndex(of: 0x0A) else {
                if let batch = skipIfTooLong() { return batch }
                continue
            }
            var bytes = Array(rest[...end])
            rest.removeSubrange(...end)
            let first = line
            line += bytes.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
            guard isSkipping else { return LineBatch(firstLine: first, bytes: bytes, isCutShort: false) }
            // What is left of the line that was too long.
            isSkipping = false
            bytes.removeSubrange(...(bytes.firstIndex(of: 0x0A) ?? end))
            if !bytes.isEmpty { return LineBatch(firstLine: first + 1, bytes: bytes, isCutShort: false) }
        }
    }

    private mutating func last() -> LineBatch? {
        defer { rest = [] }
        return rest.isEmpty || isSkipping ? nil : LineBatch(firstLine: line, bytes: rest, isCutShort: false)
    }

    private mutating func skipIfTooLong() -> LineBatch? {
        if isSkipping {
            rest = []
            return nil
        }
        guard rest.count > Self.longestLine else { return nil }
        rest = []
        isSkipping = true
        return LineBatch(firstLine: line, bytes: [], isCutShort: true)
    }

    /// - Returns: false at the end.
    private mutating func readOn() throws(Problem) -> Bool {
        var failure: Int32 = 0
        // Read into the array itself, without zeros first; `count` is what the kernel wrote.
        let piece = [UInt8](unsafeUninitializedCapacity: Self.chunk) { room, count in
            var got: Int
            repeat { got = read(descriptor, room.baseAddress, room.count) } while got < 0 && errno == EINTR
            failure = got < 0 ? errno : 0
            count = max(0, got)
        }
        if failure != 0 { throw Problem("\(name) cannot be read on.", detail: String(cString: strerror(failure))) }
        rest.append(contentsOf: piece)
        return !piece.isEmpty
    }
}
