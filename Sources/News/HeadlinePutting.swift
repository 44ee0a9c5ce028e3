// How headlines come into a table, and go.

extension HeadlineTable {
    /// What became of a headline that was put into a table.
    package enum Put: Hashable, Sendable {
        case new(Int)
        /// Something else than its marks is another than it was: it may stand elsewhere in every order.
        case changed(Int)
        case same(Int)

        package var number: Int {
            switch self {
            case .new(let number), .changed(let number), .same(let number): number
            }
        }
    }

    /// Adds a headline, or replaces the one of its id.
    /// - Parameter indexKey: what an index calls the story; 0 leaves what is known.
    @discardableResult package mutating func put(_ headline: Headline, indexKey: UInt32 = 0) -> Put {
        var (id, title) = (headline.id, headline.title)
        let about = headline.countries.compactMap { number(of: $0) }
        let mentioned = headline.mentioned.compactMap { number(of: $0) }
        let (feed, source) = (number(of: headline.feed), headline.source.map { number(ofSource: $0) } ?? 0)
        return id.withUTF8 { id in
            title.withUTF8 { title in
                put(
                    id: UnsafeRawBufferPointer(id), title: UnsafeRawBufferPointer(title), feed: feed, source: source,
                    published: headline.published?.seconds, wordCount: headline.wordCount, countries: about,
                    mentioned: mentioned, isRead: headline.isRead, isBookmarked: headline.isBookmarked,
                    indexKey: indexKey)
            }
        }
    }

    /// The same for what names things by their numbers in this table: three times as fast, where many headlines come.
    /// - Parameters:
    ///   - id: UTF-8, like the title.
    ///   - feed: what `number(of:)` told.
    ///   - source: what `number(ofSource:)` told; 0 for none.
    ///   - published: seconds since 1970; nil when it is not known.
    ///   - countries: what `number(of:)` told, at most 255; so of those mentioned.
    @discardableResult package mutating func put(
        id: UnsafeRawBufferPointer, title: UnsafeRawBufferPointer, feed: UInt32, source: UInt32, published: Int?,
        wordCount: Int, countries: [UInt16], mentioned: [UInt16], isRead: Bool, isBookmarked: Bool, indexKey: UInt32 = 0
    ) -> Put {
        let (about, mentioned) = (countries.prefix(255), mentioned.prefix(255))
        var marks: Marks = []
        if isRead { marks.insert(.read) }
        if isBookmarked { marks.insert(.bookmarked) }
        let row = Row(
            id: id, title: title, feed: feed, source: source, published: published.map { Int64($0) } ?? Self.undated,
            wordCount: Int32(clamping: wordCount), countries: about + mentioned,
            countryCounts: UInt16(about.count << 8 | mentioned.count),
            marks: marks, indexKey: indexKey)
        return put(row)
    }

    /// Puts all headlines of another table into this one, but those removed there.
    /// - Returns: the numbers of the new, and of those that may stand elsewhere in every order.
    package mutating func put(_ other: HeadlineTable) -> (new: StoryNumbers, changed: StoryNumbers) {
        var (new, changed) = (StoryNumbers(), StoryNumbers())
        makeRoom(for: other)
        let feeds = other.feeds.map { number(of: $0) }
        let sources = other.sources.map { number(ofSource: $0) }
        // There are never more than fit, unless a file was made up.
        let countries = other.countries.map { number(of: $0) ?? 0 }
        for number in 0..<other.count where !other.isRemoved(number) {
            let source = other.sourceColumn[number]
            let list = other.countryList(number)
            let result = other.withID(number) { id -> Put in
                other.withTitle(number) { title -> Put in
                    put(
                        Row(
                            id: id, title: title, feed: feeds[other.feedNumber(number)],
                            source: source == 0 ? 0 : sources[Int(source) - 1], published: other.published[number],
                            wordCount: other.wordCounts[number], countries: list.map { countries[Int($0)] }[...],
                            countryCounts: other.countryLists[list.startIndex - 1],
                            marks: Marks(rawValue: other.marks[number]).intersection(.ofPerson),
                            indexKey: other.indexKeys[number]))
                }
            }
            switch result {
            case .new(let number): new.append(number)
            case .changed(let number): changed.append(number)
            case .same: break
            }
        }
        return (new, changed)
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

    /// Hands over the orders that are known, and keeps them no longer.
    package mutating func takeRankings() -> [StoryOrder: StoryNumbers] {
        defer { rankings = [:] }
        return rankings
    }

    /// Its number stays, and what was told of it can still be asked for; but its id is nobody's.
    package mutating func remove(_ number: Int) {
        marks[number] |= Marks.removed.rawValue
        rankings = [:]
    }

    /// The number of a feed in `feeds`; a new name of it is taken over.
    package mutating func number(of feed: Feed) -> UInt32 {
        if let number = feedNumbers[feed.id] {
            if feeds[Int(number)] != feed { feeds[Int(number)] = feed }
            return number
        }
        let number = UInt32(feeds.count)
        feeds.append(feed)
        feedNumbers[feed.id] = number
        return number
    }

    /// The number of a country in `countries`; nil when there are 65,536 others.
    package mutating func number(of country: Country) -> UInt16? {
        if let number = countryNumbers[country] { return number }
        guard let number = UInt16(exactly: countries.count) else { return nil }
        countries.append(country)
        countryNumbers[country] = number
        return number
    }

    /// Never 0.
    package mutating func number(ofSource source: String) -> UInt32 {
        if let number = sourceNumbers[source] { return number }
        sources.append(source)
        let number = UInt32(sources.count)
        sourceNumbers[source] = number
        return number
    }

    func number(ofID id: UnsafeRawBufferPointer) -> Int? { number(ofID: id, hash: idHash(id)) }
}

extension HeadlineTable {
    /// A headline in the numbers of the table that it is put into.
    fileprivate struct Row {
        let id: UnsafeRawBufferPointer
        let title: UnsafeRawBufferPointer
        let feed: UInt32
        let source: UInt32
        let published: Int64
        let wordCount: Int32
        let countries: ArraySlice<UInt16>
        let countryCounts: UInt16
        let marks: Marks
        let indexKey: UInt32
    }

    private mutating func put(_ row: Row) -> Put {
        let hash = idHash(row.id)
        if let number = number(ofID: row.id, hash: hash) { return replace(number, with: row) }
        let number = count
        if !ids.hasRoom(for: number + 1) { growSlots(for: number + 1) }
        ids.insert(number, hash: hash)
        rankings = [:]
        textStarts.append(UInt32(text.count))
        marks.append(row.marks.rawValue)
        feedColumn.append(row.feed)
        appendText(of: row, number)
        sourceColumn.append(row.source)
        published.append(row.published)
        wordCounts.append(row.wordCount)
        countryStarts.append(UInt32(countryLists.count))
        appendCountries(of: row)
        indexKeys.append(row.indexKey)
        var keys = FoldedKeys(of: row.title)
        titleKeys.append(keys.next())
        return .new(number)
    }

    private mutating func replace(_ number: Int, with row: Row) -> Put {
        let person = Marks.ofPerson.rawValue
        marks[number] = marks[number] & ~person | row.marks.rawValue & person
        if row.indexKey != 0 { indexKeys[number] = row.indexKey }
        let hasTitle = withTitle(number) { $0.elementsEqual(row.title) }
        let list = countryList(number)
        let hasCountries = countryLists[list.startIndex - 1] == row.countryCounts && list == row.countries
        if hasTitle, hasCountries, feedColumn[number] == row.feed, sourceColumn[number] == row.source,
            published[number] == row.published, wordCounts[number] == row.wordCount
        {
            return .same(number)
        }
        rankings = [:]
        // What stood there stays behind unused: few headlines change.
        if !hasTitle || feedColumn[number] != row.feed {
            feedColumn[number] = row.feed
            textStarts[number] = UInt32(text.count)
            appendText(of: row, number)
            var keys = FoldedKeys(of: row.title)
            titleKeys[number] = keys.next()
        }
        if !hasCountries {
            countryStarts[number] = UInt32(countryLists.count)
            appendCountries(of: row)
        }
        sourceColumn[number] = row.source
        published[number] = row.published
        wordCounts[number] = row.wordCount
        return .changed(number)
    }

    private func number(ofID id: UnsafeRawBufferPointer, hash: UInt64) -> Int? {
        ids.number(hash: hash) { number in
            !isRemoved(number) && withID(number) { $0.count == id.count && $0.elementsEqual(id) }
        }
    }

    private mutating func appendText(of row: Row, _ number: Int) {
        var feed = feeds[Int(row.feed)].id
        let shared = feed.withUTF8 { feed in
            row.id.count > feed.count && row.id[feed.count] == 0x2F && row.id.starts(with: feed) ? feed.count + 1 : 0
        }
        if shared > 0 {
            marks[number] |= Marks.isWithinFeed.rawValue
        } else {
            marks[number] &= ~Marks.isWithinFeed.rawValue
        }
        appendLength(row.id.count - shared)
        appendLength(row.title.count)
        text.append(contentsOf: row.id[shared...])
        text.append(contentsOf: row.title)
    }

    private mutating func appendLength(_ length: Int) {
        var rest = length
        while rest >= 0x80 {
            text.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        text.append(UInt8(rest))
    }

    private mutating func appendCountries(of row: Row) {
        countryLists.append(row.countryCounts)
        countryLists.append(contentsOf: row.countries)
    }

    private mutating func growSlots(for numbers: Int) {
        var slots = IDSlots(for: numbers)
        for number in 0..<count where !isRemoved(number) { slots.insert(number, hash: withID(number) { idHash($0) }) }
        ids = slots
    }

    /// Once for all that comes rather than again and again.
    private mutating func makeRoom(for other: HeadlineTable) {
        if !ids.hasRoom(for: count + other.count) { growSlots(for: count + other.count) }
        makeRoom(in: &text, for: other.text.count)
        makeRoom(in: &textStarts, for: other.count)
        makeRoom(in: &feedColumn, for: other.count)
        makeRoom(in: &sourceColumn, for: other.count)
        makeRoom(in: &published, for: other.count)
        makeRoom(in: &wordCounts, for: other.count)
        makeRoom(in: &countryLists, for: other.countryLists.count)
        makeRoom(in: &countryStarts, for: other.count)
        makeRoom(in: &titleKeys, for: other.count)
        makeRoom(in: &indexKeys, for: other.count)
        makeRoom(in: &marks, for: other.count)
    }

    /// Room for a sixteenth more at least: pages that nobody wrote on cost nothing, and a full array is copied to grow.
    private func makeRoom<Value>(in column: inout [Value], for more: Int) {
        let needed = column.count + more
        if needed + needed / 16 > column.capacity { column.reserveCapacity(needed + needed / 8) }
    }
}
