// How very many headlines come into a table at once.

extension HeadlineTable {
    /// What came by putting many headlines.
    package struct Arrivals: Sendable {
        package fileprivate(set) var new = StoryNumbers()
        /// Those that may stand elsewhere in every order.
        package private(set) var changed = StoryNumbers()
        /// The new ones in some orders, where these are known.
        package fileprivate(set) var rankings: [StoryOrder: StoryNumbers] = [:]

        package init() {}

        package mutating func add(_ put: Put) {
            switch put {
            case .new(let number): new.append(number)
            case .changed(let number): changed.append(number)
            case .same: break
            }
        }
    }

    /// Puts all headlines of another table into this one, but those removed there.
    package mutating func put(_ other: HeadlineTable) -> Arrivals {
        if count == 0 { return takeOver(other) }
        makeRoom(for: other)
        let numbering = Numbering(of: other, in: &self)
        return other.count / 4 > count ? append(other, numbering) : put(other, numbering)
    }

    /// All headlines are in it: sorts them by newest and by title, and makes room for a few more, which are then soon added.
    /// To be called where nobody waits.
    package mutating func finish() {
        rankings = [:]
        let titles = HeadlineOrdering(.title, of: self).ranking()
        let newest = HeadlineOrdering(.newest, of: self).ranking(titles: titles)
        rankings = [.title: titles, .newest: newest]
        makeRoom(for: HeadlineTable())
    }
}

extension HeadlineTable {
    /// What another table's feeds, sources and countries are called in this one.
    fileprivate struct Numbering {
        let feeds: [UInt32]
        let sources: [UInt32]
        let countries: [UInt16]

        init(of other: HeadlineTable, in table: inout HeadlineTable) {
            feeds = other.feeds.map { table.number(of: $0) }
            sources = [0] + other.sources.map { table.number(ofSource: $0) }
            // There are never more than fit, unless a file was made up.
            countries = other.countries.map { table.number(of: $0) ?? 0 }
        }
    }

    private mutating func takeOver(_ other: HeadlineTable) -> Arrivals {
        self = other
        var arrivals = Arrivals()
        arrivals.new = numbers
        arrivals.rankings = rankings
        rankings = [:]
        return arrivals
    }

    private mutating func put(_ other: HeadlineTable, _ numbering: Numbering) -> Arrivals {
        var arrivals = Arrivals()
        var newNumbers: [Int32?] = Array(repeating: nil, count: other.count)
        var scratch = Scratch()
        for number in 0..<other.count where !other.isRemoved(number) {
            let put = scratch.withRow(number, of: other, numbering) { self.put($0) }
            arrivals.add(put)
            if case .new(let new) = put { newNumbers[number] = Int32(truncatingIfNeeded: new) }
        }
        arrivals.rankings = other.rankings.mapValues { StoryNumbers($0.values.compactMap { newNumbers[Int($0)] }) }
        return arrivals
    }

    /// The same column by column, where nearly all are new.
    private mutating func append(_ other: HeadlineTable, _ numbering: Numbering) -> Arrivals {
        let before = count
        var arrivals = Arrivals()
        var scratch = Scratch()
        var known: [Int] = []
        for number in 0..<before where !isRemoved(number) {
            copyID(number, into: &scratch.id)
            guard let same = scratch.id.withUnsafeBytes({ other.number(ofID: $0) }) else { continue }
            known.append(before + same)
            arrivals.add(scratch.withRow(same, of: other, numbering) { self.replace(number, with: $0) })
        }
        appendColumns(of: other, numbering)
        // They stand where they stood.
        for number in known { marks[number] |= Marks.removed.rawValue }
        for number in before..<count where !isRemoved(number) {
            copyID(number, into: &scratch.id)
            ids.insert(number, hash: scratch.id.withUnsafeBytes { idHash($0) })
            arrivals.new.append(number)
        }
        arrivals.rankings = other.rankings.mapValues { ranking in
            StoryNumbers(ranking.values.compactMap { isRemoved(before + Int($0)) ? nil : Int32(before) + $0 })
        }
        rankings = [:]
        return arrivals
    }

    private mutating func appendColumns(of other: HeadlineTable, _ numbering: Numbering) {
        let (text, lists) = (UInt32(text.count), UInt32(countryLists.count))
        self.text += other.text
        textStarts += other.textStarts.lazy.map { $0 + text }
        feedColumn += other.feedColumn.lazy.map { numbering.feeds[Int($0)] }
        sourceColumn += other.sourceColumn.lazy.map { numbering.sources[Int($0)] }
        published += other.published
        wordCounts += other.wordCounts
        // A list that another took the place of is copied too: its numbers do not matter.
        countryStarts += other.countryStarts.lazy.map { $0 + lists }
        countryLists += other.countryLists
        titleKeys += other.titleKeys
        indexKeys += other.indexKeys
        for number in 0..<other.count {
            let start = Int(other.countryStarts[number] + lists)
            for place in start + 1..<start + 1 + other.countryList(number).count {
                countryLists[place] = numbering.countries[Int(other.countryLists[place - Int(lists)])]
            }
        }
        marks += other.marks.lazy.map { $0 & ~Marks.quoted.rawValue }
    }

    /// Memory to lay a row of a table out in, used again and again.
    private struct Scratch {
        var id: [UInt8] = []
        private var list: [UInt16] = []

        mutating func withRow(
            _ number: Int, of table: HeadlineTable, _ numbering: Numbering, _ put: (Row) -> Put
        ) -> Put {
            table.copyID(number, into: &id)
            let countries = table.countryList(number)
            list.removeAll(keepingCapacity: true)
            list.append(table.countryLists[countries.startIndex - 1])
            for country in countries { list.append(numbering.countries[Int(country)]) }
            let title = table.record(number).title
            return id.withUnsafeBytes { id in
                table.text.withUnsafeBytes { text in
                    list.withUnsafeBufferPointer { list in
                        put(
                            Row(
                                id: id, title: UnsafeRawBufferPointer(rebasing: text[title]),
                                titleKey: table.titleKeys[number], feed: numbering.feeds[table.feedNumber(number)],
                                source: numbering.sources[Int(table.sourceColumn[number])],
                                published: table.published[number], wordCount: table.wordCounts[number],
                                countryList: list, marks: Marks(rawValue: table.marks[number]).intersection(.ofPerson),
                                indexKey: table.indexKeys[number]))
                    }
                }
            }
        }
    }
}

extension HeadlineTable {
    /// An empty table with room for so many headlines: what it does not need costs nothing.
    package init(roomFor headlines: Int) {
        self.init()
        ids = IDSlots(for: headlines)
        makeRoom(headlines, text: 128 * headlines, countries: 8 * headlines)
    }

    /// Once for all that comes rather than again and again.
    fileprivate mutating func makeRoom(for other: HeadlineTable) {
        if !ids.hasRoom(for: count + other.count) { growSlots(for: count + other.count) }
        makeRoom(other.count, text: other.text.count, countries: other.countryLists.count)
    }

    private mutating func makeRoom(_ headlines: Int, text bytes: Int, countries: Int) {
        makeRoom(in: &text, for: bytes)
        makeRoom(in: &textStarts, for: headlines)
        makeRoom(in: &feedColumn, for: headlines)
        makeRoom(in: &sourceColumn, for: headlines)
        makeRoom(in: &published, for: headlines)
        makeRoom(in: &wordCounts, for: headlines)
        makeRoom(in: &countryLists, for: countries)
        makeRoom(in: &countryStarts, for: headlines)
        makeRoom(in: &titleKeys, for: headlines)
        makeRoom(in: &indexKeys, for: headlines)
        makeRoom(in: &marks, for: headlines)
    }

    /// Room for a sixteenth more at least: pages that nobody wrote on cost nothing, and a full array is copied to grow.
    private func makeRoom<Value>(in column: inout [Value], for more: Int) {
        let needed = column.count + more
        if needed + needed / 16 > column.capacity { column.reserveCapacity(needed + needed / 8) }
    }
}
