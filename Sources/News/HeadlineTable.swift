/// Very many headlines in little memory: a column for each thing that is known of them, so that what asks about one thing
/// reads nothing else, and a `Headline` is made when somebody looks at it.
///
/// A headline's number is its place in the order of arrival. It keeps its number for good, also when it is replaced, and
/// what was told of one that was removed can still be asked for. A value: make it where nobody waits and hand it over.
package struct HeadlineTable: Sendable {
    /// What somebody, not the news, says of a headline.
    struct Marks: OptionSet {
        let rawValue: UInt8
        static let read = Marks(rawValue: 1)
        static let bookmarked = Marks(rawValue: 2)
        /// A quote of it is bookmarked.
        static let quoted = Marks(rawValue: 4)
        static let removed = Marks(rawValue: 8)
        /// Its id is its feed's and a stroke before what is kept of it: so it is with files.
        static let isWithinFeed = Marks(rawValue: 16)

        static let ofPerson: Marks = [.read, .bookmarked]
    }

    /// Every feed that a headline had, each id once, by the name that it had last.
    package internal(set) var feeds: [Feed] = []
    /// Every country that a headline named, in the order of arrival.
    package internal(set) var countries: [Country] = []
    var sources: [String] = []
    var feedNumbers: [String: UInt32] = [:]
    /// The ids of `feeds`, each with a stroke behind, and where they end.
    var feedPrefixes: [UInt8] = []
    var prefixEnds: [Int] = []
    var countryNumbers: [Country: UInt16] = [:]
    var sourceNumbers: [String: UInt32] = [:]

    /// Of each headline the length of its id and of its title, and both.
    var text: [UInt8] = []
    var textStarts: [UInt32] = []
    /// Numbers of `feeds`.
    var feedColumn: [UInt32] = []
    /// One more than a number of `sources`, or 0.
    var sourceColumn: [UInt32] = []
    /// Seconds since 1970, `undated` for none.
    var published: [Int64] = []
    var wordCounts: [Int32] = []
    /// Of each headline how many countries it is about (the high byte) and names besides, and then their numbers.
    var countryLists: [UInt16] = []
    var countryStarts: [UInt32] = []
    /// The beginnings of the titles, to sort by.
    var titleKeys: [UInt64] = []
    var indexKeys: [UInt32] = []
    var marks: [UInt8] = []
    var ids = IDSlots()

    /// Its headlines in some orders, where they are known.
    var rankings: [StoryOrder: StoryNumbers] = [:]

    /// The value of `published` for none: undated stories come last.
    static let undated = Int64.min

    package init() {}

    package init(_ headlines: some Sequence<Headline>) { for headline in headlines { put(headline) } }

    /// Removed ones too: every number is below it.
    package var count: Int { marks.count }

    package subscript(number: Int) -> Headline {
        let (about, mentioned) = countries(number)
        return Headline(
            id: id(number), feed: feed(number), title: title(number), source: source(number),
            published: published[number] == Self.undated ? nil : Timestamp(seconds: Int(published[number])),
            wordCount: Int(wordCounts[number]), countries: about, mentioned: mentioned, isRead: isRead(number),
            isBookmarked: isBookmarked(number), indexKey: indexKeys[number])
    }

    package func id(_ number: Int) -> String {
        var id: [UInt8] = []
        copyID(number, into: &id)
        return String(decoding: id, as: UTF8.self)
    }

    package func title(_ number: Int) -> String { String(decoding: text[record(number).title], as: UTF8.self) }
    package func feed(_ number: Int) -> Feed { feeds[feedNumber(number)] }
    /// A number of `feeds`.
    package func feedNumber(_ number: Int) -> Int { Int(feedColumn[number]) }
    package func isRead(_ number: Int) -> Bool { has(number, .read) }
    package func isBookmarked(_ number: Int) -> Bool { has(number, .bookmarked) }
    package func isRemoved(_ number: Int) -> Bool { has(number, .removed) }
    /// What an index calls the story; 0 when it is in none.
    package func indexKey(_ number: Int) -> UInt32 { indexKeys[number] }

    package mutating func setRead(_ isOn: Bool, _ number: Int) { set(.read, isOn, number) }
    package mutating func setBookmarked(_ isOn: Bool, _ number: Int) { set(.bookmarked, isOn, number) }

    /// Nil when there is none of this id, or it was removed.
    package func number(of id: String) -> Int? {
        var id = id
        return id.withUTF8 { number(ofID: UnsafeRawBufferPointer($0)) }
    }

    func has(_ number: Int, _ mark: Marks) -> Bool { marks[number] & mark.rawValue != 0 }

    private mutating func set(_ mark: Marks, _ isOn: Bool, _ number: Int) {
        if isOn { marks[number] |= mark.rawValue } else { marks[number] &= ~mark.rawValue }
    }

    private func source(_ number: Int) -> String? {
        let source = sourceColumn[number]
        return source == 0 ? nil : sources[Int(source) - 1]
    }

    private func countries(_ number: Int) -> (about: [Country], mentioned: [Country]) {
        let list = countryList(number)
        let about = list.prefix(Int(countryLists[list.startIndex - 1] >> 8))
        return (about.map { countries[Int($0)] }, list[about.endIndex...].map { countries[Int($0)] })
    }
}

extension HeadlineTable {
    /// Where in `text` the id (without its feed's, where it begins so) and the title of a headline stand.
    func record(_ number: Int) -> (id: Range<Int>, title: Range<Int>) {
        var start = Int(textStarts[number])
        func length() -> Int {
            var (length, shift) = (0, 0)
            while true {
                let byte = text[start]
                start += 1
                length |= Int(byte & 0x7F) << shift
                if byte < 0x80 { return length }
                shift += 7
            }
        }
        let (idLength, titleLength) = (length(), length())
        return (start..<start + idLength, start + idLength..<start + idLength + titleLength)
    }

    /// The numbers of the countries that a headline is about and names; the place before them holds how many.
    func countryList(_ number: Int) -> ArraySlice<UInt16> {
        let start = Int(countryStarts[number])
        let counts = countryLists[start]
        return countryLists[start + 1..<start + 1 + Int(counts >> 8 + counts & 0xFF)]
    }

    /// Where in `feedPrefixes` the beginning of an id stands; empty where all of it is in `text`.
    func idPrefix(_ number: Int) -> Range<Int> {
        let feed = Int(feedColumn[number])
        return has(number, .isWithinFeed) ? (feed == 0 ? 0 : prefixEnds[feed - 1])..<prefixEnds[feed] : 0..<0
    }

    /// Whether that is the whole id.
    func isID(_ number: Int, _ id: UnsafeRawBufferPointer) -> Bool {
        let (prefix, rest) = (idPrefix(number), record(number).id)
        guard id.count == prefix.count + rest.count else { return false }
        return feedPrefixes.withUnsafeBytes { isSame($0, prefix, id, 0) }
            && text.withUnsafeBytes { isSame($0, rest, id, prefix.count) }
    }

    func isTitle(_ number: Int, _ title: UnsafeRawBufferPointer) -> Bool {
        let range = record(number).title
        return range.count == title.count && text.withUnsafeBytes { isSame($0, range, title, 0) }
    }

    /// Writes the whole id over what stands there.
    func copyID(_ number: Int, into id: inout [UInt8]) {
        id.removeAll(keepingCapacity: true)
        id.append(contentsOf: feedPrefixes[idPrefix(number)])
        id.append(contentsOf: text[record(number).id])
    }
}

/// Whether some bytes stand at a place among others that has room for them.
private func isSame(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ others: UnsafeRawBufferPointer, _ place: Int
) -> Bool {
    for offset in 0..<range.count where bytes[range.lowerBound + offset] != others[place + offset] { return false }
    return true
}
