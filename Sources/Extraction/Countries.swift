import News

/// Weighs the countries that a story points to: by name, people, city, capital and institution.
struct CountryWeigher {
    let prose: Prose
    let facts: Facts
    let names: Names
    let matches: PhraseMatches

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
        let toponyms = ToponymReader(prose: prose, facts: facts, names: names, matches: matches).toponyms()
        return weigh(ToponymResolver(prose: prose, facts: facts).resolve(toponyms))
    }

    // MARK: Weighing

    private func weigh(_ settled: [ToponymResolver.Resolved]) -> [CountryWeight] {
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
                let geographic = terms.filter { $0.isGeographic && !$0.notes.contains(.namesake) }
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
