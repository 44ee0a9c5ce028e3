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
