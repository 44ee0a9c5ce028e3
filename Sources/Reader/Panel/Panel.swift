import News

/// The side panel of one story: which row of each tab is chosen, and which stands on top.
struct Panel: Sendable {
    enum Tab: Hashable, Sendable, CaseIterable {
        case quotes, names, countries
    }

    enum Row: Hashable, Sendable {
        case heading(String)
        /// Index in `Reading.quotes`.
        case quote(Int)
        /// Index in `Reading.entities`.
        case entity(Int)
        /// Index in `Reading.countries`.
        case country(Int)

        var isHeading: Bool {
            switch self {
            case .heading: true
            case .quote, .entity, .country: false
            }
        }
    }

    /// Row numbers, headings not counted.
    var chosen: [Tab: Int] = [:]
    /// Row numbers, headings counted.
    var tops: [Tab: Int] = [:]

    /// The rows of a tab, headings among them.
    static func rows(of reading: Reading, in tab: Tab) -> [Row] {
        switch tab {
        case .quotes: reading.quotes.indices.map { .quote($0) }
        case .names:
            Entity.Kind.allCases.flatMap { kind in
                section(
                    kind.heading,
                    reading.entities.indices.filter { reading.entities[$0].kind == kind }.map { .entity($0) })
            }
        case .countries:
            section(
                Texts.aboutCountries,
                reading.countries.indices.filter { reading.countries[$0].isAbout }.map { .country($0) })
                + section(
                    Texts.otherCountries,
                    reading.countries.indices.filter { !reading.countries[$0].isAbout }.map { .country($0) })
        }
    }

    private static func section(_ heading: String, _ rows: [Row]) -> [Row] {
        rows.isEmpty ? [] : [.heading("\(heading) \(rows.count)")] + rows
    }
}

extension Panel.Tab {
    var name: String {
        switch self {
        case .quotes: Texts.quotesTab
        case .names: Texts.namesTab
        case .countries: Texts.countriesTab
        }
    }

    var emptyWords: String {
        switch self {
        case .quotes: Texts.nobodyQuoted
        case .names: Texts.noNames
        case .countries: Texts.noCountries
        }
    }

    func count(in reading: Reading) -> Int {
        switch self {
        case .quotes: reading.quotes.count
        case .names: reading.entities.count
        case .countries: reading.countries.count
        }
    }
}

extension Entity.Kind {
    fileprivate var heading: String {
        switch self {
        case .person: Texts.people
        case .organisation: Texts.organisations
        case .place: Texts.places
        case .other: Texts.otherNames
        }
    }
}

/// The first row on screen so that a chosen row of a list of uneven rows is seen, moved no more than needed.
/// - Parameters:
///   - height: lines that a row takes.
///   - lines: what the screen has; at least one row is shown even when it does not fit.
///   - ahead: lines beyond the chosen row that come into sight with it when the list has to move: what comes next is
///     seen, and the list is drawn anew once in a while, not for every row.
func top(_ top: Int, showing chosen: Int, of count: Int, lines: Int, ahead: Int = 0, height: (Int) -> Int) -> Int {
    guard count > 0 else { return 0 }
    let chosen = max(0, min(chosen, count - 1))
    if fills(lines, from: top, of: count, with: chosen, height: height) { return top }
    /// The furthest row up that is seen together with a last one.
    func first(seenWith last: Int, in lines: Int) -> Int {
        var first = last
        var used = height(last)
        while first > 0, used + height(first - 1) <= lines {
            first -= 1
            used += height(first)
        }
        return first
    }
    let end = first(seenWith: count - 1, in: lines)
    if chosen < top { return min(first(seenWith: chosen, in: height(chosen) + ahead), end) }
    guard first(seenWith: chosen, in: lines) > top else { return min(top, end) }
    var last = chosen
    var used = 0
    while last + 1 < count, used + height(last + 1) <= ahead {
        last += 1
        used += height(last)
    }
    return min(first(seenWith: last, in: lines), chosen)
}

/// Whether more rows than fit follow from the first one on, and a chosen one is among those that fit.
private func fills(_ lines: Int, from top: Int, of count: Int, with chosen: Int, height: (Int) -> Int) -> Bool {
    var used = 0
    for row in min(max(0, top), count)..<count {
        used += height(row)
        if used > lines { return row > chosen && chosen >= top }
    }
    return false
}
