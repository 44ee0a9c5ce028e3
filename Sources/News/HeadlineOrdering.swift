/// Puts the headlines of a table into an order. Ties go by title, then id, so an order is always total.
package struct HeadlineOrdering {
    private let table: HeadlineTable
    package let order: StoryOrder
    /// Of each source, one more than its number, its place among all by their folded names; the last for none.
    private let sourceRanks: [UInt32]

    package init(_ order: StoryOrder, of table: HeadlineTable) {
        self.order = order
        self.table = table
        sourceRanks = order == .source ? table.sourceRanks : []
    }

    package func stands(_ one: Int, before other: Int) -> Bool {
        let (key, otherKey) = (key(of: one), key(of: other))
        return key != otherKey ? key < otherKey : stands(one, beforeByTitle: other)
    }

    /// All headlines but those removed.
    /// - Parameter titles: the same by title, where that is known; it saves most of the work for every other order.
    package func ranking(titles: StoryNumbers? = nil) -> StoryNumbers {
        // Where they came in their order already, as from an index.
        let all = (0..<table.count).lazy.filter { !table.isRemoved($0) }
        if isInOrder(all) { return StoryNumbers(all) }
        let titles = titles ?? ranked(byTitleOf: StoryNumbers(all))
        return order == .title ? titles : StoryNumbers(sorted(titles.values.map { Entry($0, key(of: Int($0))) }))
    }

    package func sorted(_ numbers: StoryNumbers) -> StoryNumbers {
        StoryNumbers(numbers.sorted { stands($0, before: $1) })
    }

    /// - Parameters:
    ///   - ranked: in this order.
    ///   - more: in this order too, none of the others.
    package func merged(_ ranked: StoryNumbers, _ more: StoryNumbers) -> StoryNumbers {
        if more.count > ranked.count { return merged(more, ranked) }
        var result: [Int32] = []
        result.reserveCapacity(ranked.count + more.count)
        var done = 0
        for number in more {
            let place = place(of: number, in: ranked, from: done, isNear: more.count > ranked.count / 16)
            result.append(contentsOf: ranked.values[done..<place])
            result.append(Int32(truncatingIfNeeded: number))
            done = place
        }
        result.append(contentsOf: ranked.values[done...])
        return StoryNumbers(result)
    }

    /// What is compared first, the smallest first.
    private func key(of number: Int) -> UInt64 {
        switch order {
        case .newest: return UInt64(bitPattern: ~table.published[number]) ^ 1 << 63
        case .source:
            let source = Int(table.sourceColumn[number])
            return UInt64(sourceRanks[source])
        case .title: return table.titleKeys[number]
        case .length: return UInt64(UInt32(bitPattern: table.wordCounts[number]) ^ 1 << 31)
        }
    }

    private func stands(_ one: Int, beforeByTitle other: Int) -> Bool {
        if table.titleKeys[one] != table.titleKeys[other] {
            return table.titleKeys[one] < table.titleKeys[other]
        }
        let (title, otherTitle) = (table.record(one).title, table.record(other).title)
        let isBefore: Bool? = table.text.withUnsafeBytes { text in
            var keys = FoldedKeys(of: text, in: title)
            var otherKeys = FoldedKeys(of: text, in: otherTitle)
            while !keys.isOver || !otherKeys.isOver {
                let (key, otherKey) = (keys.next(), otherKeys.next())
                if key != otherKey { return key < otherKey }
            }
            return nil
        }
        return isBefore ?? stands(one, beforeByID: other)
    }

    private func stands(_ one: Int, beforeByID other: Int) -> Bool {
        var (id, otherID): ([UInt8], [UInt8]) = ([], [])
        table.copyID(one, into: &id)
        table.copyID(other, into: &otherID)
        return id.lexicographicallyPrecedes(otherID)
    }

    private func isInOrder(_ numbers: some Sequence<Int>) -> Bool {
        var last: Int?
        for number in numbers {
            if let last, !stands(last, before: number) { return false }
            last = number
        }
        return true
    }

    /// Where a headline belongs, at `first` or behind.
    private func place(of number: Int, in ranked: StoryNumbers, from first: Int, isNear: Bool) -> Int {
        var (low, high) = (first, ranked.count)
        if isNear {
            while low < high, stands(ranked[low], before: number) { low += 1 }
            return low
        }
        while low < high {
            let middle = (low + high) / 2
            if stands(ranked[middle], before: number) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension HeadlineOrdering {
    /// A headline with the key it is sorted by.
    private struct Entry {
        var key: UInt64
        let number: Int32
        /// Where the title goes on behind the key.
        var place: UInt32 = 0

        init(_ number: Int32, _ key: UInt64) {
            self.number = number
            self.key = key
        }
    }

    /// Eight bytes of the titles at a time: those that are alike so far are sorted by the next eight.
    private func ranked(byTitleOf numbers: StoryNumbers) -> StoryNumbers {
        var entries = numbers.values.map { Entry($0, table.titleKeys[Int($0)]) }
        sort(&entries)
        var runs = alike(entries, 0..<entries.count)
        table.text.withUnsafeBytes { text in
            for run in runs { for place in run { _ = advance(&entries[place], in: text) } }
            while let run = runs.popLast() {
                var alikes = Array(entries[run])
                var isOver = true
                for place in alikes.indices where !advance(&alikes[place], in: text) { isOver = false }
                if isOver {
                    alikes.sort { stands(Int($0.number), beforeByID: Int($1.number)) }
                } else {
                    sort(&alikes)
                }
                entries.replaceSubrange(run, with: alikes)
                if !isOver { runs += alike(entries, run) }
            }
        }
        return StoryNumbers(entries.map(\.number))
    }

    /// - Returns: whether the title was over already.
    private func advance(_ entry: inout Entry, in text: UnsafeRawBufferPointer) -> Bool {
        var keys = FoldedKeys(of: text, in: table.record(Int(entry.number)).title, from: entry.place)
        let wasOver = keys.isOver
        entry.key = keys.next()
        entry.place = keys.place
        return wasOver
    }

    /// The runs of two entries or more whose keys are the same.
    private func alike(_ entries: [Entry], _ range: Range<Int>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = range.lowerBound
        for place in range where place + 1 == range.upperBound || entries[place + 1].key != entries[start].key {
            if place > start { runs.append(start..<place + 1) }
            start = place + 1
        }
        return runs
    }

    private func sorted(_ entries: [Entry]) -> [Int32] {
        var entries = entries
        sort(&entries)
        return entries.map(\.number)
    }

    /// Stable: by the lowest byte of the keys first, the highest last.
    private func sort(_ entries: inout [Entry]) {
        if entries.count < 64 { return insert(&entries) }
        var counts = Array(repeating: 0, count: 8 * 256)
        for entry in entries {
            for digit in 0..<8 {
                counts[digit << 8 | Int(truncatingIfNeeded: entry.key >> UInt64(8 * digit) & 0xFF)] += 1
            }
        }
        var other = entries
        for digit in 0..<8 {
            let shift = UInt64(8 * digit)
            let first = Int(truncatingIfNeeded: entries[0].key >> shift & 0xFF)
            // All have the same byte there.
            if counts[digit << 8 | first] == entries.count { continue }
            var places: [Int] = []
            places.reserveCapacity(256)
            var sum = 0
            for count in counts[digit << 8..<(digit + 1) << 8] {
                places.append(sum)
                sum += count
            }
            for entry in entries {
                let byte = Int(truncatingIfNeeded: entry.key >> shift & 0xFF)
                other[places[byte]] = entry
                places[byte] += 1
            }
            swap(&entries, &other)
        }
    }

    private func insert(_ entries: inout [Entry]) {
        for place in entries.indices.dropFirst() {
            let entry = entries[place]
            var free = place
            while free > 0, entries[free - 1].key > entry.key {
                entries[free] = entries[free - 1]
                free -= 1
            }
            entries[free] = entry
        }
    }
}

extension HeadlineTable {
    fileprivate var sourceRanks: [UInt32] {
        let folded = sources.map { source in
            var bytes: [UInt8] = []
            for scalar in source.unicodeScalars { fold(scalar) { bytes.append($0) } }
            return bytes
        }
        var ranks = Array(repeating: UInt32.max, count: sources.count + 1)
        var (rank, last): (UInt32, [UInt8]) = (0, [])
        for source in sources.indices.sorted(by: { folded[$0].lexicographicallyPrecedes(folded[$1]) }) {
            // One without a letter is as good as none.
            if folded[source].isEmpty { continue }
            if folded[source] != last { rank += 1 }
            last = folded[source]
            ranks[source + 1] = rank
        }
        return ranks
    }
}
