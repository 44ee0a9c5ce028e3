/// Whole numbers from zero on, one bit each: 100,000 take 12.5 kB, and what is done to two sets takes microseconds. For the
/// numbers of stories and feeds.
package struct NumberSet: Hashable, Sendable {
    /// 64 numbers a word; none behind the last one that has a number, so that equal sets are equal.
    private var words: [UInt64] = []

    package init() {}

    /// All below `count`.
    package init(count: Int) {
        words = Array(repeating: .max, count: count / 64)
        if count % 64 != 0 { words.append(1 << UInt64(count % 64) - 1) }
    }

    /// Those below `count` that are wanted.
    package init(count: Int, where isWanted: (Int) -> Bool) {
        words.reserveCapacity((count + 63) / 64)
        for start in stride(from: 0, to: count, by: 64) {
            var word: UInt64 = 0
            for number in start..<min(start + 64, count) where isWanted(number) { word |= 1 << UInt64(number - start) }
            words.append(word)
        }
        trim()
    }

    /// - Parameter numbers: none below 0; in any order.
    package init(_ numbers: some Sequence<Int>) {
        for number in numbers { insert(number) }
    }

    package var isEmpty: Bool { words.isEmpty }
    /// Linear.
    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    package func contains(_ number: Int) -> Bool {
        let word = number >> 6
        return words.indices.contains(word) && words[word] >> UInt64(number & 63) & 1 == 1
    }

    /// - Precondition: the number is not below 0.
    /// - Returns: whether it was not in it.
    @discardableResult package mutating func insert(_ number: Int) -> Bool {
        let word = number >> 6
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
        let bit: UInt64 = 1 << UInt64(number & 63)
        guard words[word] & bit == 0 else { return false }
        words[word] |= bit
        return true
    }

    package mutating func formUnion(_ other: NumberSet) {
        if other.words.count > words.count {
            words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
        }
        for index in other.words.indices { words[index] |= other.words[index] }
    }

    package mutating func formIntersection(_ other: NumberSet) {
        if words.count > other.words.count { words.removeLast(words.count - other.words.count) }
        for index in words.indices { words[index] &= other.words[index] }
        trim()
    }

    package mutating func subtract(_ other: NumberSet) {
        for index in 0..<min(words.count, other.words.count) { words[index] &= ~other.words[index] }
        trim()
    }

    /// Hands over each number, lowest first.
    package func forEach(_ take: (Int) -> Void) {
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                take(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// All numbers, lowest first.
    package var numbers: [Int] {
        var numbers: [Int] = []
        numbers.reserveCapacity(count)
        forEach { numbers.append($0) }
        return numbers
    }

    private mutating func trim() {
        while words.last == 0 { words.removeLast() }
    }
}
