package import News

/// Raise it with every change after which the same article may give another reading: what was kept of stories is then
/// found anew.
package let extractionNumber = 8

/// Text in; who said what, who is named, and which countries it is about, out.
///
/// Pure and offline: the same article gives the same reading. The method reads as its stages:
/// words and sentences → quoted runs → phrases of the tables → names → speakers → quotes, entities, countries.
package func read(_ article: Article) -> Reading {
    let analysis = Analysis(article)
    var attributor = analysis.attributor()
    let quotes = analysis.quoteMaker(attributor.attribute()).quotes()
    let countries = CountryWeigher(
        prose: analysis.prose, facts: analysis.facts, names: analysis.names, matches: analysis.matches
    ).weights()
    return Reading(
        article: article, quotes: quotes, entities: entities(analysis.names, analysis.prose), countries: countries)
}

/// The language of a story, as in ISO 639-1; nil when its words tell none. Quick, however long it is.
package func language(of article: Article) -> String? {
    let code = LanguageRecogniser.standard.language(of: article.text).code
    return code == Language.undetermined.code ? nil : code
}

/// The stages up to the speakers, which reading a story and explaining its quotes share.
struct Analysis {
    let facts: Facts
    let prose: Prose
    let matches: PhraseMatches
    let runs: [QuotedRun]
    let names: Names

    init(_ article: Article) {
        facts = Facts.facts(for: LanguageRecogniser.standard.language(of: article.text))
        prose = Prose(article, facts)
        matches = PhraseMatches(prose, facts)
        runs = quotedRuns(in: prose, facts)
        names = Names(prose, facts, matches)
    }

    /// - Parameter keepsCandidates: whether it remembers who else came into question.
    func attributor(keepsCandidates: Bool = false) -> Attributor {
        let clauses = ClauseReader(
            prose: prose, facts: facts, names: names, matches: matches, isQuoted: quotedTokens(runs, prose))
        return Attributor(prose: prose, names: names, runs: runs, clauses: clauses, keepsCandidates: keepsCandidates)
    }

    func quoteMaker(_ attributions: [Attribution?]) -> QuoteMaker {
        QuoteMaker(prose: prose, names: names, runs: runs, attributions: attributions)
    }
}

/// All countries that a story can be about, by code.
package var knownCountries: [Country] { Facts.standard.countries }

/// For each token, whether it stands in a quotation, its marks included.
func quotedTokens(_ runs: [QuotedRun], _ prose: Prose) -> [Bool] {
    var isQuoted = Array(repeating: false, count: prose.tokens.count)
    for run in runs {
        for token in run.outside { isQuoted[token] = true }
    }
    return isQuoted
}

private func entities(_ names: Names, _ prose: Prose) -> [Entity] {
    let found = names.entities.indices.filter { !names.entities[$0].mentions.isEmpty }.map { index in
        let entity = names.entities[index]
        return Entity(
            name: names.name(of: index), kind: entity.kind,
            role: entity.kind == .person ? entity.role.map { prose.text($0) } : nil,
            mentions: entity.mentions.map { prose.span($0) })
    }
    let order: [Entity.Kind] = [.person, .organisation, .place, .other]
    return order.flatMap { kind in
        found.filter { $0.kind == kind }.sorted {
            $0.mentions.count != $1.mentions.count
                ? $0.mentions.count > $1.mentions.count : $0.mentions[0] < $1.mentions[0]
        }
    }
}
