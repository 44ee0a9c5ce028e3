private import CLanguageFacts

/// One data file of language facts: tab-separated rows, '#' lines are comments.
struct FactTable {
    let rows: [[Substring]]

    /// - Parameter name: the file's name in CLanguageFacts/data, without its ending.
    init(_ name: String) {
        let facts = dateline_facts(name)
        precondition(facts.count > 0, "the table \(name) is not compiled in")
        let text = String(decoding: UnsafeBufferPointer(start: facts.bytes, count: facts.count), as: UTF8.self)
        rows = text.split(separator: "\n").lazy.filter { $0.utf8.first != UInt8(ascii: "#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    }
}
