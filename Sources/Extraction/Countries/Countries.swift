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
        /// Of a town for what is held there.
        static let hosting = 0.5
        /// What setting words must weigh to make a country that is named once the story’s.
        static let ofSetting = 4
    }

    /// What speaks for one country.
    private struct Tally {
        var mentions: [TextSpan] = []
        var inTitle = 0
        var inLead = 0
        var inBody = 0
        var isInDateline = false
        /// Mentions of a town for the court or the talks that are held there.
        var hosting = 0
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

        /// A place where others meet.
        mutating func addHosting(_ span: TextSpan) {
            mentions.append(span)
            first = min(first, span.start)
            hosting += 1
        }

        var weight: Double {
            Weight.hosting * Double(hosting) + Double(inBody) + Weight.inTitle
                * Double(min(inTitle, Weight.extraMentions)) + Weight.inLead
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
                ? entry.value.isMoreThanPassing || isSet(in: entry.key)
                : rank < Weight.mostCountries && entry.value.isAbout(most: most, all: all)
            return CountryWeight(
                country: facts.countries[entry.key], mentions: entry.value.mentions, share: entry.value.weight / all,
                isAbout: isAbout)
        }
    }

    /// Whether the words of a story are at home in a country that it names by the way: its judges and their letters.
    private func isSet(in country: Int) -> Bool {
        let setting = facts.settingWords.weights(in: prose, countries: facts.countries.count)
        return setting[country] >= Weight.ofSetting
            && setting.indices.allSatisfy { $0 == country || setting[$0] * 3 <= setting[country] * 2 }
    }

    private func tallies(_ resolved: [ToponymResolver.Resolved]) -> [Int: Tally] {
        var tallies: [Int: Tally] = [:]
        let opening = prose.article.paragraphs.firstIndex { $0.part.isBody || $0.part == .standfirst }
        let leadEnd = (opening.map { prose.article.paragraphs[$0].span.start } ?? 0) + Weight.leadLength
        let dateline = self.dateline()
        for toponym in resolved {
            let span = toponym.span
            let part = prose.article.paragraphs[Int(prose.tokens[toponym.tokens.lowerBound].paragraph)].part
            if isHosting(toponym.tokens) || isCompound(toponym.tokens) {
                tallies[toponym.country, default: Tally()].addHosting(span)
            } else {
                tallies[toponym.country, default: Tally()].add(span, part, isLead: span.start < leadEnd)
            }
            if let dateline, dateline.contains(toponym.tokens.lowerBound) {
                tallies[toponym.country]?.isInDateline = true
            }
        }
        if prose.article.titleSpan == nil {
            for country in titleCountries(resolved) {
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

    /// "the court in The Hague", "talks in Geneva": a town where other countries’ affairs are dealt with, in the sentence of what
    /// deals with them.
    private func isHosting(_ tokens: Range<Int>) -> Bool {
        guard let match = matches.names[tokens.lowerBound],
            facts.phrases.terms(at: match.node).contains(where: { $0.notes.contains(.host) })
        else { return false }
        let sentence = prose.sentence(of: tokens.lowerBound)
        let near =
            max(
                sentence.lowerBound, tokens.lowerBound - Self.reachOfHosts)..<min(
                sentence.upperBound, tokens.upperBound + Self.reachOfHosts)
        return near.contains {
            prose.tokens[$0].kind == .word && facts.placeContext(of: prose.tokens[$0].key).contains(.hosted)
        }
    }

    /// "Swiss-made", "Iranian-born": where somebody or something is from, wherever the story is.
    private func isCompound(_ tokens: Range<Int>) -> Bool {
        guard tokens.upperBound < prose.tokens.count, prose.tokens[tokens.upperBound].gap == .hyphen,
            prose.tokens[tokens.upperBound].isSmallWord,
            ["made", "born", "owned", "built", "style", "educated", "trained"].contains(prose.text(tokens.upperBound)),
            let match = matches.names[tokens.lowerBound]
        else { return false }
        return facts.phrases.terms(at: match.node).contains { $0.kind == .demonym || $0.kind == .languageOrDemonym }
    }

    /// In tokens.
    private static let reachOfHosts = 30

    /// The countries of a headline that was given apart from the text.
    private func titleCountries(_ resolved: [ToponymResolver.Resolved]) -> [Int] {
        let title = prose.article.title
        let span = TextSpan(0, title.utf8.count)
        guard !span.isEmpty, prose.article.hasGivenTitle else { return [] }
        let headline = Prose(
            Article(
                id: "", feed: "", text: title, title: title, titleSpan: span, paragraphs: [Paragraph(span, .headline)]),
            facts)
        let matches = PhraseMatches(headline, facts)
        let support = Set(resolved.map(\.country))
        var countryOfNode: [Int: Int] = [:]
        for toponym in resolved {
            if let match = self.matches.names[toponym.tokens.lowerBound] { countryOfNode[match.node] = toponym.country }
        }
        var found: [Int] = []
        var at = 0
        while at < headline.tokens.count {
            guard let match = matches.names[at] else {
                at += 1
                continue
            }
            let end = Int(headline.tokens[match.end - 1].end)
            // US$42 million
            let isSum = end < headline.bytes.count && headline.bytes[end] == UInt8(ascii: "$")
            if isSum {
                at = match.end
                continue
            }
            if let country = countryOfNode[match.node] {
                found.append(country)
            } else if let country = country(ofTitle: at..<match.end, match, headline, support) {
                found.append(country)
            }
            at = match.end
        }
        return found
    }

    /// What a phrase of the headline points to that the text does not have.
    private func country(
        ofTitle words: Range<Int>, _ match: PhraseMatches.Match, _ headline: Prose, _ support: Set<Int>
    ) -> Int? {
        let terms = facts.phrases.terms(at: match.node)
        guard !terms.contains(where: { $0.kind == .blocker }) else { return nil }
        let geographic = terms.filter { $0.isGeographic && $0.notes.isDisjoint(with: [.namesake, .otherLanguage]) }
        if let known = geographic.first(where: { support.contains(Int($0.country)) }) { return Int(known.country) }
        // "SALE OF CORN", "Don Imus dies": a headline has capitals enough for towns that are words or names too.
        let word = headline.tokens[words.lowerBound]
        let isDoubtful =
            names.peopleByWord[word.key] != nil || words.count == 1 && word.traits.has([.common, .surname, .placeWord])
        return geographic.first { !$0.isDoubtful && !(isDoubtful && $0.rank < 3) }.map { Int($0.country) }
    }
}

extension Article {
    /// Whether the title was given apart; one made up from the first words says nothing more than they do.
    fileprivate var hasGivenTitle: Bool { titleSpan == nil && !text.hasPrefix(title.prefix(20)) }
}
