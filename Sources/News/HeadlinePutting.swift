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
    /// - Parameter indexKey: what an index calls the story; nil is what the headline says, and 0 leaves what is known.
    @discardableResult package mutating func put(_ headline: Headline, indexKey: UInt32? = nil) -> Put {
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
                    indexKey: indexKey ?? headline.indexKey)
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
        var keys = FoldedKeys(of: title)
        let titleKey = keys.next()
        return ([UInt16(about.count << 8 | mentioned.count)] + about + mentioned).withUnsafeBufferPointer { list in
            put(
                Row(
                    id: id, title: title, titleKey: titleKey, feed: feed, source: source,
                    published: published.map { Int64($0) } ?? Self.undated, wordCount: Int32(clamping: wordCount),
                    countryList: list, marks: marks, indexKey: indexKey))
        }
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
        feedPrefixes += feed.id.utf8
        feedPrefixes.append(0x2F)
        prefixEnds.append(feedPrefixes.count)
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
    /// A headline in the numbers of the table that it is put into. It points to others' memory: it is made and put
    /// within the closure that lends it, and never kept.
    struct Row {
        let id: UnsafeRawBufferPointer
        let title: UnsafeRawBufferPointer
        let titleKey: UInt64
        let feed: UInt32
        let source: UInt32
        let published: Int64
        let wordCount: Int32
        /// As in `countryLists`.
        let countryList: UnsafeBufferPointer<UInt16>
        let marks: Marks
        let indexKey: UInt32
    }

    mutating func put(_ row: Row) -> Put {
        let hash = idHash(row.id)
        if let number = number(ofID: row.id, hash: hash) { return replace(number, with: row) }
        let number = count
        if !ids.hasRoom(for: number + 1) { growSlots(for: number + 1) }
        ids.insert(number, hash: hash)
        if !rankings.isEmpty { rankings = [:] }
        textStarts.append(UInt32(text.count))
        feedColumn.append(row.feed)
        sourceColumn.append(row.source)
        published.append(row.published)
        wordCounts.append(row.wordCount)
        countryStarts.append(UInt32(countryLists.count))
        countryLists.append(contentsOf: row.countryList)
        indexKeys.append(row.indexKey)
        titleKeys.append(row.titleKey)
        marks.append(row.marks.rawValue)
        appendText(of: row, number)
        return .new(number)
    }

    mutating func replace(_ number: Int, with row: Row) -> Put {
        let person = Marks.ofPerson.rawValue
        marks[number] = marks[number] & ~person | row.marks.rawValue & person
        if row.indexKey != 0 { indexKeys[number] = row.indexKey }
        let hasTitle = isTitle(number, row.title)
        let start = Int(countryStarts[number])
        let hasCountries = countryLists[start..<start + 1 + countryList(number).count].elementsEqual(row.countryList)
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
            titleKeys[number] = row.titleKey
            appendText(of: row, number)
        }
        if !hasCountries {
            countryStarts[number] = UInt32(countryLists.count)
            countryLists.append(contentsOf: row.countryList)
        }
        sourceColumn[number] = row.source
        published[number] = row.published
        wordCounts[number] = row.wordCount
        return .changed(number)
    }

    private func number(ofID id: UnsafeRawBufferPointer, hash: UInt64) -> Int? {
        ids.number(hash: hash) { !isRemoved($0) && isID($0, id) }
    }

    /// The headline has its feed already.
    private mutating func appendText(of row: Row, _ number: Int) {
        marks[number] |= Marks.isWithinFeed.rawValue
        var shared = idPrefix(number)
        let isShared =
            row.id.count > shared.count
            && shared.indices.allSatisfy { feedPrefixes[$0] == row.id[$0 - shared.lowerBound] }
        if !isShared {
            marks[number] &= ~Marks.isWithinFeed.rawValue
            shared = 0..<0
        }
        appendLength(row.id.count - shared.count)
        appendLength(row.title.count)
        text.append(contentsOf: UnsafeRawBufferPointer(rebasing: row.id[shared.count...]))
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

    mutating func growSlots(for numbers: Int) {
        var slots = IDSlots(for: numbers)
        var id: [UInt8] = []
        for number in 0..<count where !isRemoved(number) {
            copyID(number, into: &id)
            slots.insert(number, hash: id.withUnsafeBytes { idHash($0) })
        }
        ids = slots
    }
}
