import News

/// Weighs the countries that a story points to: by name, people, city, capital and institution.
struct CountryWeigher {
    let prose: Prose
    let facts: Facts
    let names: Names
    let matches: PhraseMatches

    /// How the weight of a story is made; from the method of CLIFF (D'Ignazio et al. 2014), its constants tuned.
    private enum Weight {
        static let inTitle = 4.0
        static let inLead = 1.5
        static let inDateline = 1.0
        /// How far the lead goes, in bytes.
        static let leadLength = 400
        /// At most so many mentions of title and lead count extra.
        static let extraMentions = 2
        /// What "about" asks for beside the main country: of its weight, of all weight.
        static let shareOfMain = 0.3
        static let shareOfAll = 0.15
        /// … of a country that stands in the headline or dateline.
        static let shareOfMainInTitle = 0.15
        static let shareOfAllInTitle = 0.04
        static let mostCountries = 5
    }

    /// What speaks for one country.
    private struct Tally {
        var mentions: [TextSpan] = []
        var inTitle = 0
        var inLead = 0
        var inBody = 0
        var isInDateline = false
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

        var weight: Double {
            Double(inBody) + Weight.inTitle * Double(min(inTitle, Weight.extraMentions)) + Weight.inLead
                * Double(min(inLead, Weight.extraMentions)) + (isInDateline ? Weight.inDateline : 0)
        }

        /// One mention behind the lead is by the way: a patient who moved to Bolivia.
        var isMoreThanPassing: Bool { inTitle > 0 || isInDateline || inLead > 0 || inBody > 1 }

        /// Whether a story is about it, beside its main country.
        func isAbout(most: Double, all: Double) -> Bool {
            if inTitle > 0 || isInDateline {
                return weight >= Weight.shareOfMainInTitle * most && weight >= Weight.shareOfAllInTitle * all
            }
            return weight >= Weight.shareOfMain * most && weight >= Weight.shareOfAll * all && inBody >= 2
        }
    }

    func weights() -> [CountryWeight] {
        let toponyms = ToponymReader(prose: prose, facts: facts, names: names, matches: matches).toponyms()
        let tallies = tallies(ToponymResolver(prose: prose, facts: facts).resolve(toponyms))
        let ranked = tallies.sorted { a, b in
            if a.value.weight != b.value.weight { return a.value.weight > b.value.weight }
            if a.value.inTitle != b.value.inTitle { return a.value.inTitle > b.value.inTitle }
            return a.value.first != b.value.first ? a.value.first < b.value.first : a.key < b.key
        }
        let all = max(1, ranked.reduce(0) { $0 + $1.value.weight })
        let most = ranked.first?.value.weight ?? 0
        return ranked.enumerated().map { rank, entry in
            let isAbout =
                rank == 0
                ? entry.value.isMoreThanPassing
                : rank < Weight.mostCountries && entry.value.isAbout(most: most, all: all)
            return CountryWeight(
                country: facts.countries[entry.key], mentions: entry.value.mentions, share: entry.value.weight / all,
                isAbout: isAbout)
        }
    }

    private func tallies(_ resolved: [ToponymResolver.Resolved]) -> [Int: Tally] {
        var tallies: [Int: Tally] = [:]
        let opening = prose.article.paragraphs.firstIndex { $0.part.isBody || $0.part == .standfirst }
        let leadEnd = (opening.map { prose.article.paragraphs[$0].span.start } ?? 0) + Weight.leadLength
        let dateline = self.dateline()
        for toponym in resolved {
            let span = toponym.span
            let part = prose.article.paragraphs[Int(prose.tokens[toponym.tokens.lowerBound].paragraph)].part
            tallies[toponym.country, default: Tally()].add(span, part, isLead: span.start < leadEnd)
            if let dateline, dateline.contains(toponym.tokens.lowerBound) {
                tallies[toponym.country]?.isInDateline = true
            }
        }
        if prose.article.titleSpan == nil {
            for country in titleCountries(support: Set(tallies.keys)) {
                tallies[country, default: Tally()].inTitle += 1
            }
        }
        return tallies
    }

    /// The tokens of "BRUSSELS, March 27 -" or "KYIV, Ukraine (AP) —" before a story's first words; nil without.
    private func dateline() -> Range<Int>? {
        guard let first = prose.article.paragraphs.firstIndex(where: { $0.part.isBody }) else { return nil }
        let tokens = prose.paragraphs[first].prefix(Self.longestDateline)
        guard let opening = tokens.first, prose.tokens[opening].shape == .capitals,
            let dash = tokens.first(where: { prose.tokens[$0].kind == .dash })
        else { return nil }
        return opening..<dash
    }

    /// In tokens: "MEXICO CITY, Mexico, Dec. 12 (Reuters) -".
    private static let longestDateline = 16

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
                let geographic = terms.filter {
                    $0.isGeographic && $0.notes.isDisjoint(with: [.namesake, .otherLanguage])
                }
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
