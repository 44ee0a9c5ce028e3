/// A set of stories by their numbers, whatever it is made of: all that `QueryPlan` needs of one.
package protocol RowSet {
    var isEmpty: Bool { get }
    mutating func formIntersection(_ other: Self)
    mutating func subtract(_ other: Self)
}

/// Numbers of stories, one bit each: 100,000 take 12.5 kB, and what is done to two sets takes microseconds.
package struct RowBits: RowSet, Hashable, Sendable {
    /// 64 rows a word; none behind the last one that has a row, so that equal sets are equal.
    private var words: [UInt64] = []

    package init() {}

    /// All from 0 on.
    package init(count: Int) {
        words = Array(repeating: .max, count: count / 64)
        if count % 64 != 0 { words.append(1 << UInt64(count % 64) - 1) }
    }

    /// Those of the first `count` that are wanted.
    package init(count: Int, where isWanted: (Int) -> Bool) {
        words.reserveCapacity((count + 63) / 64)
        for start in stride(from: 0, to: count, by: 64) {
            var word: UInt64 = 0
            for row in start..<min(start + 64, count) where isWanted(row) { word |= 1 << UInt64(row - start) }
            words.append(word)
        }
        trim()
    }

    /// - Parameter rows: none below 0; in any order.
    package init(_ rows: some Sequence<Int>) {
        for row in rows { insert(row) }
    }

    package var isEmpty: Bool { words.isEmpty }
    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    package func contains(_ row: Int) -> Bool {
        0..<words.count * 64 ~= row && words[row / 64] >> UInt64(row % 64) & 1 == 1
    }

    /// - Precondition: the row is not below 0.
    package mutating func insert(_ row: Int) {
        if row / 64 >= words.count {
            words.append(contentsOf: repeatElement(0, count: row / 64 + 1 - words.count))
        }
        words[row / 64] |= 1 << UInt64(row % 64)
    }

    package mutating func formUnion(_ other: RowBits) {
        if other.words.count > words.count {
            words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
        }
        for index in other.words.indices { words[index] |= other.words[index] }
    }

    package mutating func formIntersection(_ other: RowBits) {
        if words.count > other.words.count { words.removeLast(words.count - other.words.count) }
        for index in words.indices { words[index] &= other.words[index] }
        trim()
    }

    package mutating func subtract(_ other: RowBits) {
        for index in 0..<min(words.count, other.words.count) { words[index] &= ~other.words[index] }
        trim()
    }

    /// Hands over each row, lowest first.
    package func forEach(_ take: (Int) -> Void) {
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                take(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    private mutating func trim() {
        while words.last == 0 { words.removeLast() }
    }
}
