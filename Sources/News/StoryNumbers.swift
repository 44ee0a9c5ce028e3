/// Numbers of stories in a table, in an order: half as large as an array of `Int`.
package struct StoryNumbers: RandomAccessCollection, Hashable, Sendable {
    package private(set) var values: [Int32]

    package init() { values = [] }
    package init(_ values: [Int32]) { self.values = values }
    package init(_ numbers: some Sequence<Int>) { values = numbers.map { Int32(truncatingIfNeeded: $0) } }

    package var startIndex: Int { 0 }
    package var endIndex: Int { values.count }
    package subscript(place: Int) -> Int { Int(values[place]) }

    /// Linear.
    package func place(of number: Int) -> Int? { values.firstIndex(of: Int32(truncatingIfNeeded: number)) }

    package mutating func append(_ number: Int) { values.append(Int32(truncatingIfNeeded: number)) }

    /// Without those of a set.
    package func without(_ numbers: NumberSet) -> StoryNumbers {
        StoryNumbers(values.filter { !numbers.contains(Int($0)) })
    }
}

/// Whole numbers from zero on, one bit each: for sets that hold many of not very many.
package struct NumberSet: Hashable, Sendable {
    private var words: [UInt64] = []
    package private(set) var count = 0

    package init() {}

    package init(_ numbers: some Sequence<Int>) { for number in numbers { insert(number) } }

    package var isEmpty: Bool { count == 0 }

    package func contains(_ number: Int) -> Bool {
        let word = number >> 6
        return words.indices.contains(word) && words[word] & 1 << UInt64(number & 63) != 0
    }

    /// - Parameter number: not negative.
    /// - Returns: whether it was not in it.
    @discardableResult package mutating func insert(_ number: Int) -> Bool {
        let word = number >> 6
        if word >= words.count { words += repeatElement(0, count: word + 1 - words.count) }
        let bit: UInt64 = 1 << UInt64(number & 63)
        guard words[word] & bit == 0 else { return false }
        words[word] |= bit
        count += 1
        return true
    }
}
