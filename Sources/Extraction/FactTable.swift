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
        fileprivate var fields: [Field]
        subscript(index: Int) -> Field {
            index < fields.count ? fields[index] : Field(bytes: UnsafeBufferPointer(start: nil, count: 0))
        }
    }

    private let bytes: UnsafeBufferPointer<UInt8>

    /// - Parameter name: the file's name in CLanguageFacts/data, without its ending.
    init(_ name: String) {
        let facts = dateline_facts(name)
        precondition(facts.count > 0, "the table \(name) is not compiled in")
        bytes = UnsafeBufferPointer(start: facts.bytes, count: facts.count)
    }

    func makeIterator() -> AnyIterator<Row> {
        var at = 0
        return AnyIterator {
            while at < bytes.count {
                let start = at
                var fieldStart = at
                var fields: [Field] = []
                while at < bytes.count, bytes[at] != 0x0A {
                    if bytes[at] == 0x09 {
                        fields.append(Field(bytes: UnsafeBufferPointer(rebasing: bytes[fieldStart..<at])))
                        fieldStart = at + 1
                    }
                    at += 1
                }
                fields.append(Field(bytes: UnsafeBufferPointer(rebasing: bytes[fieldStart..<at])))
                at += 1
                if at - start > 1, bytes[start] != UInt8(ascii: "#") { return Row(fields: fields) }
            }
            return nil
        }
    }
}
