/// What stands behind a field's colon: one word or phrase, or one of a list.
struct QueryValue {
    /// Why a value means nothing in its field.
    struct Fault: Error {
        let summary: String
        let remedy: String
        let suggestions: [String]

        init(_ summary: String, remedy: String, suggestions: [String] = []) {
            self.summary = summary
            self.remedy = remedy
            self.suggestions = suggestions
        }
    }

    let letters: ArraySlice<Unicode.Scalar>
    /// UTF-8 offsets into the query.
    let span: TextSpan
    let isQuoted: Bool

    var text: String { String(String.UnicodeScalarView(letters)) }

    init(_ written: QueryToken) {
        letters = written.letters
        span = written.span
        isQuoted = if case .phrase = written.kind { true } else { false }
    }

    private init(letters: ArraySlice<Unicode.Scalar>, start: Int) {
        self.letters = letters
        span = TextSpan(start, start + letters.utf8Width)
        isQuoted = false
    }

    /// The values that some pieces of a query hold, without the empty ones: "ua,pl" and its like are lists in fields that
    /// take such, and several pieces are otherwise one value.
    static func values(of written: [QueryToken], in field: QueryField) -> [QueryValue] {
        let values: [QueryValue]
        if field.takesList {
            values = written.flatMap { piece in
                if case .word = piece.kind { list(piece) } else { [QueryValue(piece)] }
            }
        } else if written.count == 1 {
            values = written.map { QueryValue($0) }
        } else {
            values = [QueryValue(letters: written.flatMap(\.letters)[...], start: written[0].span.start)]
        }
        return values.filter { SoughtWords($0.letters) != nil }
    }

    private static func list(_ word: QueryToken) -> [QueryValue] {
        var start = word.lettersStart
        return word.letters.split(separator: ",", omittingEmptySubsequences: false).map { part in
            let value = QueryValue(letters: part, start: start)
            start = value.span.end + 1
            return value
        }
    }

    /// The words themselves; nil where there is none to be looked for.
    func words(in place: SoughtPlace) -> SoughtWords? {
        guard let words = SoughtWords(letters) else { return nil }
        guard place.isProse else { return words }
        guard words.hasLetters else { return nil }
        return isQuoted ? words : words.stripped
    }

    /// What it asks for in a field.
    func meaning(in field: QueryField, names: QueryNames) throws(Fault) -> Query {
        switch field.kind {
        case .words(let place):
            guard let words = words(in: place) else {
                throw Fault("“\(text)” has no letter to look for.", remedy: "Such as \(field.example).")
            }
            return .term(.words(place, words))
        case .about: return .alternative(try territories(names, regionsFirst: false).map { .term(.about($0)) })
        case .mentions: return .alternative(try territories(names, regionsFirst: true).map { .term(.mentions($0)) })
        case .region: return .alternative(try territories(names, regionsFirst: true).map { .term(.about($0)) })
        case .language: return .term(.language(try language(names)))
        case .state: return try state()
        case .since: return .term(.published(.since(try moment(in: field))))
        case .before: return .term(.published(.before(try moment(in: field))))
        case .on: return .term(.published(.on(try moment(in: field))))
        case .length: return .term(.length(try length()))
        }
    }

    private func language(_ names: QueryNames) throws(Fault) -> String {
        if let code = names.language(text) { return code }
        throw Fault("“\(text)” is no language.", remedy: "Languages have codes: lang:en, lang:de, lang:uk.")
    }

    private func moment(in field: QueryField) throws(Fault) -> QueryMoment {
        if let moment = QueryMoment(text) { return moment }
        throw Fault(
            "“\(text)” is no date.",
            remedy: "Dates are 2d, 3h, 1w, 1m, yesterday, monday, 2026-01-31, 2026-01; words stand in quotation marks: "
                + "\"\(field.opening)\(text)\".")
    }
}

// MARK: Marks of stories

extension QueryValue {
    /// What a word asks without a field: "unread" and "bookmarked", which are hardly words of stories, as "read" is.
    static func bareState(_ word: String) -> Query? {
        let word = word.lowercased()
        return word == "unread" || word == "bookmarked" ? states.first { $0.name == word }?.meaning : nil
    }

    private func state() throws(Fault) -> Query {
        let name = text.lowercased()
        if let state = Self.states.first(where: { $0.name == name || $0.aliases.contains(name) }) {
            return state.meaning
        }
        let near = nearestWord(to: name, among: Self.states.map(\.name))
        throw Fault(
            "“\(text)” is no mark of a story.", remedy: near.map { "Did you mean is:\($0)?" } ?? Self.stateList,
            suggestions: near.map { [$0] } ?? Self.states.map(\.name))
    }

    private static var stateList: String { "There are \(states.map { "is:\($0.name)" }.joined(separator: ", "))." }

    /// The words behind "is:", and what each means.
    static let states: [(name: String, aliases: [String], meaning: Query)] = [
        ("unread", ["new"], .not(.term(.state(.read)))),
        ("read", ["seen"], .term(.state(.read))),
        ("bookmarked", ["bookmark", "bookmarks", "starred", "kept"], .term(.state(.bookmarked))),
        ("quoted", ["quote", "quotes"], .term(.state(.quoted))),
    ]
}

// MARK: Countries and regions

extension QueryValue {
    private func territories(_ names: QueryNames, regionsFirst: Bool) throws(Fault) -> [Territory] {
        if regionsFirst, let region = WorldRegion(named: text) { return [.region(region)] }
        let code = text.uppercased()
        if WorldRegion(countryCode: code) != nil { return [.country(code)] }
        let countries = names.countries(text)
        if !countries.isEmpty { return countries.map { .country($0.code) } }
        if let region = WorldRegion(named: text) ?? WorldRegion(begun: text) { return [.region(region)] }
        throw regionsFirst ? regionFault : countryFault(names)
    }

    private var regionFault: Fault {
        let known = WorldRegion.allCases.map(\.queryName)
        let near = nearestWord(to: text, among: known)
        return Fault(
            "“\(text)” is no region.",
            remedy: near.map { "Did you mean region:\($0)?" } ?? "There are \(known.joined(separator: ", ")).",
            suggestions: near.map { [$0] } ?? known)
    }

    private func countryFault(_ names: QueryNames) -> Fault {
        let near = nearestWord(to: text, among: names.knownCountries.map(\.name))
            .map { QueryWriting.value($0.lowercased()) }
        return Fault(
            "“\(text)” is no country.",
            remedy: near.map { "Did you mean country:\($0)?" }
                ?? "Countries have a code or name: country:ua, country:ukraine.",
            suggestions: near.map { [$0] } ?? [])
    }
}

extension WorldRegion {
    /// "latin-america"
    var queryName: String {
        rawValue.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }

    /// "middle east", "latin-america", "latin america and caribbean"
    init?(named words: String) {
        let wanted = Self.letters(words)
        let region = Self.allCases.first { [$0.rawValue.lowercased(), Self.letters($0.name)].contains(wanted) }
        guard let region else { return nil }
        self = region
    }

    /// "euro", "middle"
    init?(begun words: String) {
        let wanted = Self.letters(words)
        let region = Self.allCases.first { Self.letters($0.name).hasPrefix(wanted) }
        guard let region, wanted.utf8.count > 2 else { return nil }
        self = region
    }

    private static func letters(_ name: String) -> String { name.lowercased().filter { $0 != " " && $0 != "-" } }
}

// MARK: Lengths

extension QueryValue {
    /// More than any story has.
    private static let mostWords = 1_000_000_000

    /// ">500", ">=500", "<500", "<=500", "=500", "500..1000".
    private func length() throws(Fault) -> ClosedRange<Int> {
        let written = text.filter { $0 != " " }
        let sign = written.prefix { "<>=".contains($0) }
        let numbers = written.dropFirst(sign.count).components(between: "..").map { Int($0) ?? -1 }
        let areNumbers = numbers.allSatisfy { 0...Self.mostWords ~= $0 }
        let range: (Int, Int)? =
            switch (String(sign), numbers.count) {
            case (">", 1): (numbers[0] + 1, .max)
            case (">=", 1): (numbers[0], .max)
            case ("<", 1): (0, numbers[0] - 1)
            case ("<=", 1): (0, numbers[0])
            case ("=", 1): (numbers[0], numbers[0])
            case ("", 2): (numbers[0], numbers[1])
            default: nil
            }
        if areNumbers, let range, range.0 <= range.1 { return range.0...range.1 }
        throw Fault(
            "“\(text)” is no number of words.", remedy: "Lengths are words>800, words<300, words:300..800.",
            suggestions: areNumbers && sign.isEmpty && numbers.count == 1 ? [">\(numbers[0])", "<\(numbers[0])"] : [])
    }
}

extension Substring {
    /// The one part, or the two on both sides of where something stands first.
    fileprivate func components(between dots: String) -> [Substring] {
        guard let place = indices.first(where: { self[$0...].hasPrefix(dots) }) else { return [self] }
        return [self[..<place], self[place...].dropFirst(dots.count)]
    }
}
