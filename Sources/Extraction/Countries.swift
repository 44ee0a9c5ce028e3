import News

/// Weighs the countries that a story points to: by name, people, city, capital and institution.
struct CountryWeigher {
    let prose: Prose
    let facts: Facts
    let names: Names
    let matches: PhraseMatches

    /// One place in the text that may point to a country.
    private struct Pointer {
        let tokens: Range<Int>
        let terms: [Term]
        /// The country of the words right behind, in "Paris, Texas".
        let tail: Int16?
    }

    /// How the weight of a story is made; from the method of CLIFF (D'Ignazio et al. 2014), its constants tuned.
    private enum Weight {
        static let inTitle = 3.0
        static let inLead = 1.5
        /// How far the lead goes, in bytes.
        static let leadLength = 400
        /// At most so many mentions of title and lead count extra.
        static let extraMentions = 2
        /// What "about" asks for beside the main country: of its weight, of all weight.
        static let shareOfMain = 0.3
        static let shareOfAll = 0.12
        static let mostCountries = 5
    }

    func weights() -> [CountryWeight] {
        var pointers = self.pointers()
        let settled = settle(&pointers)
        return weigh(settled)
    }

    // MARK: Finding

    private func pointers() -> [Pointer] {
        var found: [Pointer] = []
        for (index, paragraph) in prose.paragraphs.enumerated() {
            switch prose.article.paragraphs[index].part {
            case .furniture, .byline: continue
            case .headline, .standfirst, .body, .heading, .listEntry, .blockQuote, .caption, .credits: break
            }
            var at = paragraph.lowerBound
            while at < paragraph.upperBound {
                guard let match = matches.names[at] else {
                    at += 1
                    continue
                }
                let terms = facts.phrases.terms(at: match.node)
                if !terms.contains(where: { $0.kind == .blocker }), let pointer = pointer(at..<match.end, terms) {
                    found.append(pointer)
                }
                at = match.end
            }
        }
        return found
    }

    private func pointer(_ tokens: Range<Int>, _ terms: Terms) -> Pointer? {
        var geographic = terms.filter(\.isGeographic)
        guard !geographic.isEmpty, !isOutlet(tokens) else { return nil }
        if geographic.contains(where: { $0.kind == .languageOrDemonym }), isLanguage(tokens) { return nil }
        // What a person is called points nowhere: Michael Jordan.
        if let entity = names.entity(at: tokens.lowerBound), names.entities[entity].kind == .person { return nil }
        let tail = tail(after: tokens.upperBound)
        if let tail {
            let fitting = geographic.filter {
                $0.country == tail.country && (tail.region == 0 || $0.region == 0 || $0.region == tail.region)
            }
            // "Paris, Texas": the tail alone points to a country.
            if fitting.isEmpty, geographic.allSatisfy({ $0.kind == .city || $0.kind == .capital }) { return nil }
            if !fitting.isEmpty { geographic = fitting }
        }
        let hasSupport = tail != nil
        if !hasSupport, geographic.allSatisfy({ $0.notes.contains(.word) }), prose.isFirstInSentence(tokens.lowerBound),
            tokens.count == 1,
            geographic.allSatisfy({ $0.kind == .city })
        {
            return nil
        }
        return Pointer(tokens: tokens, terms: geographic, tail: tail?.country)
    }

    /// A paper named after a place ("Tulsa Herald") says nothing of the place.
    private func isOutlet(_ tokens: Range<Int>) -> Bool {
        guard let entity = names.entity(at: tokens.lowerBound), names.entities[entity].kind == .organisation else {
            return false
        }
        let end = names.end(ofMentionAt: tokens.lowerBound)
        return end > tokens.upperBound && prose.tokens[end - 1].traits.has(.outletWord)
    }

    /// "in English", "speaks Arabic", "French-speaking", "the Spanish language".
    private func isLanguage(_ tokens: Range<Int>) -> Bool {
        if tokens.upperBound < prose.tokens.count, prose.tokens[tokens.upperBound].traits.has(.languageWord) {
            return true
        }
        guard tokens.lowerBound > 0 else { return false }
        let before = prose.tokens[tokens.lowerBound - 1].traits
        if before.has(.languageOpener) {
            guard tokens.upperBound < prose.tokens.count else { return true }
            let next = prose.tokens[tokens.upperBound]
            return next.kind != .word
                || next.traits.has([.conjunction, .preposition, .auxiliary, .determiner, .adverb, .pronoun])
        }
        // "in English and Spanish"
        guard before.has(.conjunction), tokens.lowerBound > 2 else { return false }
        let first = tokens.lowerBound - 2
        guard let match = matches.names[first], match.end == first + 1 else { return false }
        return facts.phrases.term(at: match.node) { $0 == .languageOrDemonym } != nil && isLanguage(first..<first + 1)
    }

    /// The state or country named right behind a comma: "Athens, Ga.", "Kazan, Russia".
    private func tail(after end: Int) -> (country: Int16, region: WordKey)? {
        guard end + 1 < prose.tokens.count, prose.tokens[end].kind == .comma, prose.tokens[end + 1].kind == .word,
            prose.tokens[end + 1].paragraph == prose.tokens[end].paragraph
        else { return nil }
        if let match = matches.names[end + 1] {
            let terms = facts.phrases.terms(at: match.node)
            if let term = terms.first(where: { ($0.kind == .country || $0.kind == .region) && $0.country >= 0 }) {
                return (term.country, term.kind == .region ? prose.tokens[end + 1].key : 0)
            }
        }
        var key: WordKey = 0
        if prose.tokens[end + 1].shape == .capitals, let node = facts.phrases.step(&key, prose.tokens[end + 1].key),
            let term = facts.phrases.term(at: node, where: { $0 == .postalState })
        {
            return (term.country, prose.tokens[end + 1].key)
        }
        return nil
    }

    // MARK: Settling

    private struct Settled {
        let tokens: Range<Int>
        let country: Int
    }

    /// One country for each pointer: the sure ones first; the doubtful follow where they lead, or are dropped.
    private func settle(_ pointers: inout [Pointer]) -> [Settled] {
        var support = [Int](repeating: 0, count: facts.countries.count)
        var settled: [Settled] = []
        var doubtful: [Pointer] = []
        for pointer in pointers {
            let countries = Set(pointer.terms.map(\.country))
            let isSure = pointer.tail != nil || countries.count == 1 && pointer.terms.contains { !$0.isDoubtful }
            if isSure, let country = pointer.tail ?? countries.first, countries.contains(country) {
                support[Int(country)] += 1
                settled.append(Settled(tokens: pointer.tokens, country: Int(country)))
            } else {
                doubtful.append(pointer)
            }
        }
        for pointer in doubtful {
            guard let country = choose(pointer, support) else { continue }
            settled.append(Settled(tokens: pointer.tokens, country: country))
        }
        return settled.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private func choose(_ pointer: Pointer, _ support: [Int]) -> Int? {
        let best = pointer.terms.max { (a, b) in
            let supportOfA = support[Int(a.country)]
            let supportOfB = support[Int(b.country)]
            if supportOfA != supportOfB { return supportOfA < supportOfB }
            if a.rank != b.rank { return a.rank < b.rank }
            return a.population < b.population
        }
        guard let best else { return nil }
        if support[Int(best.country)] == 0, best.isDoubtful {
            // Nobody else speaks for any of its countries: the first meaning counts when it is a country's own name.
            guard
                let first = pointer.terms.filter({ !$0.notes.contains(.needsSupport) }).max(by: { $0.rank < $1.rank }),
                first.rank >= 3
            else { return nil }
            return Int(first.country)
        }
        return Int(best.country)
    }

    // MARK: Weighing

    private func weigh(_ settled: [Settled]) -> [CountryWeight] {
        struct Tally {
            var mentions: [TextSpan] = []
            var inTitle = 0
            var inLead = 0
            var inBody = 0
            var first = Int.max

            mutating func add(_ span: TextSpan, _ part: Paragraph.Part, isLead: Bool) {
                mentions.append(span)
                first = min(first, span.start)
                switch part {
                case .headline: inTitle += 1
                case .credits: break
                case .standfirst, .byline, .body, .heading, .listEntry, .blockQuote, .caption, .furniture:
                    inBody += 1
                    if isLead { inLead += 1 }
                }
            }
        }
        var tallies: [Int: Tally] = [:]
        let leadEnd =
            (prose.article.paragraphs.first { $0.part.isBody || $0.part == .standfirst }?.span.start ?? 0)
            + Weight.leadLength
        for pointer in settled {
            let span = prose.span(pointer.tokens)
            let part = prose.article.paragraphs[Int(prose.tokens[pointer.tokens.lowerBound].paragraph)].part
            tallies[pointer.country, default: Tally()].add(span, part, isLead: span.start < leadEnd)
        }
        if prose.article.titleSpan == nil {
            for country in titleCountries(support: Set(tallies.keys)) {
                tallies[country, default: Tally()].inTitle += 1
            }
        }
        let weights = tallies.map { country, tally -> (country: Int, tally: Tally, weight: Double) in
            let extra =
                Weight.inTitle * Double(min(tally.inTitle, Weight.extraMentions)) + Weight.inLead
                * Double(min(tally.inLead, Weight.extraMentions))
            return (country, tally, Double(tally.inBody) + extra)
        }.sorted { a, b in
            if a.weight != b.weight { return a.weight > b.weight }
            if a.tally.inTitle != b.tally.inTitle { return a.tally.inTitle > b.tally.inTitle }
            return a.tally.first != b.tally.first ? a.tally.first < b.tally.first : a.country < b.country
        }
        let all = max(1, weights.reduce(0) { $0 + $1.weight })
        let most = weights.first?.weight ?? 0
        return weights.enumerated().map { rank, entry in
            let mentions = entry.tally.inTitle + entry.tally.inBody
            let isAbout =
                rank == 0 && entry.weight > 0
                || rank < Weight.mostCountries && entry.weight >= Weight.shareOfMain * most
                    && entry.weight >= Weight.shareOfAll * all
                    && (mentions >= 2 || entry.tally.inTitle > 0)
            return CountryWeight(
                country: facts.countries[entry.country], mentions: entry.tally.mentions, share: entry.weight / all,
                isAbout: isAbout)
        }
    }

    /// The countries of a headline that was given apart from the text.
    private func titleCountries(support: Set<Int>) -> [Int] {
        let title = prose.article.title
        let span = TextSpan(0, title.utf8.count)
        guard !span.isEmpty, prose.article.hasGivenTitle else { return [] }
        let headline = Prose(
            Article(
                id: "", feed: "", text: title, title: title, titleSpan: span, paragraphs: [Paragraph(span, .headline)]),
            facts)
        let matches = PhraseMatches(headline, facts)
        var found: [Int] = []
        var at = 0
        while at < headline.tokens.count {
            guard let match = matches.names[at] else {
                at += 1
                continue
            }
            let terms = facts.phrases.terms(at: match.node)
            if !terms.contains(where: { $0.kind == .blocker }) {
                let geographic = terms.filter(\.isGeographic)
                let known =
                    geographic.first { support.contains(Int($0.country)) } ?? geographic.first { !$0.isDoubtful }
                if let known { found.append(Int(known.country)) }
            }
            at = match.end
        }
        return found
    }
}

extension Article {
    /// Whether the title was given apart; one made up from the first words says nothing more than they do.
    fileprivate var hasGivenTitle: Bool { titleSpan == nil && !text.hasPrefix(title.prefix(20)) }
}

extension Term {
    fileprivate var isGeographic: Bool {
        switch kind {
        case .country, .demonym, .languageOrDemonym, .capital, .seat, .weakSeat, .region, .feature, .city: country >= 0
        case .postalState, .blocker, .role, .organisation, .place, .cuePhrase: false
        }
    }

    /// Needs other words of the article to agree before it counts.
    fileprivate var isDoubtful: Bool {
        kind == .weakSeat || notes.contains(.needsSupport)
            || kind == .city && !notes.isDisjoint(with: [.person, .word])
    }

    /// Which meaning of a word comes first to mind.
    fileprivate var rank: Int {
        switch kind {
        case .country: 6
        case .demonym, .languageOrDemonym: 5
        case .capital: 4
        case .seat: 3
        case .region: 3
        case .city: 2
        case .feature: 2
        case .weakSeat: 1
        case .postalState, .blocker, .role, .organisation, .place, .cuePhrase: 0
        }
    }
}
