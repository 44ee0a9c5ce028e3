private import CLanguageFacts

/// One data file of language facts: tab-separated rows, '#' lines are comments. Read in place, nothing is copied.
struct FactTable: Sequence {
    /// The bytes of one field, without its tabs. They live as long as the program.
    struct Field {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>

        var isEmpty: Bool { bytes.isEmpty }
        var text: String { String(decoding: bytes, as: UTF8.self) }
        var scalars: String.UnicodeScalarView { text.unicodeScalars }
        /// A whole number; 0 when it is none.
        var number: Int32 { bytes.reduce(0) { $1 >= 0x30 && $1 <= 0x39 ? $0 * 10 + Int32($1 - 0x30) : $0 } }

        /// Whether it holds these words.
        func contains(_ words: StaticString) -> Bool {
            let count = words.utf8CodeUnitCount
            guard count <= bytes.count else { return false }
            return (0...bytes.count - count).contains { start in
                (0..<count).allSatisfy { bytes[start + $0] == words.utf8Start[$0] }
            }
        }

        func split(separator: UInt8) -> [Field] {
            bytes.split(separator: separator).map { Field(bytes: UnsafeBufferPointer(rebasing: $0)) }
        }

        func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result { body(bytes) }

        static func == (field: Field, words: StaticString) -> Bool {
            field.bytes.count == words.utf8CodeUnitCount && field.contains(words)
        }
    }

    /// One row; a field that is not there is empty.
    struct Row {
        /// Columns that a table may have.
        fileprivate static let mostFields = 8
        fileprivate let line: UnsafeBufferPointer<UInt8>
        /// Where each field ends in the line.
        fileprivate var ends: InlineArray<8, Int32> = .init(repeating: 0)
        fileprivate var count = 0

        subscript(index: Int) -> Field {
            guard index < count else { return Field(bytes: UnsafeBufferPointer(start: nil, count: 0)) }
            let start = index == 0 ? 0 : Int(ends[index - 1]) + 1
            return Field(bytes: UnsafeBufferPointer(rebasing: line[start..<Int(ends[index])]))
        }
    }

    /// Compiled in, so that rows and fields may point into it for ever.
    private let bytes: UnsafeBufferPointer<UInt8>

    /// - Parameter name: the file's name in CLanguageFacts/data, without its ending.
    init(_ name: String) {
        let facts = dateline_facts(name)
        precondition(facts.count > 0, "the table \(name) is not compiled in")
        bytes = UnsafeBufferPointer(start: facts.bytes, count: facts.count)
    }

    func makeIterator() -> Rows { Rows(bytes: bytes) }

    struct Rows: IteratorProtocol {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        private var at = 0

        fileprivate init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        mutating func next() -> Row? {
            while at < bytes.count {
                let line = UnsafeBufferPointer(rebasing: bytes[at...])
                guard line[0] != UInt8(ascii: "#"), line[0] != 0x0A else {
                    at += (line.firstIndex(of: 0x0A) ?? line.count) + 1
                    continue
                }
                let row = Self.row(line)
                at += Int(row.ends[row.count - 1]) + 1
                return row
            }
            return nil
        }

        private static func row(_ line: UnsafeBufferPointer<UInt8>) -> Row {
            var row = Row(line: line)
            var end = 0
            while true {
                while end < line.count, line[end] != 0x09, line[end] != 0x0A { end += 1 }
                precondition(row.count < Row.mostFields, "a row has too many fields")
                row.ends[row.count] = Int32(end)
                row.count += 1
                if end == line.count || line[end] == 0x0A { return row }
                end += 1
            }
        }
    }
}
