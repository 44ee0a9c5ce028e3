package import News

/// Text in; who said what, who is named, and which countries it is about, out.
///
/// Pure and offline: the same article gives the same reading. The method reads as its stages:
/// words and sentences → quoted runs → phrases of the tables → names → speakers → quotes, entities, countries.
package func read(_ article: Article) -> Reading {
    let facts = Facts.standard
    let prose = Prose(article, facts)
    let matches = PhraseMatches(prose, facts)
    let runs = quotedRuns(in: prose, facts)
    let names = Names(prose, facts, matches)
    let clauses = ClauseReader(
        prose: prose, facts: facts, names: names, matches: matches, isQuoted: quotedTokens(runs, prose))
    var attributor = Attributor(prose: prose, names: names, runs: runs, clauses: clauses)
    let quotes = QuoteMaker(prose: prose, names: names, runs: runs, attributions: attributor.attribute()).quotes()
    let countries = CountryWeigher(prose: prose, facts: facts, names: names, matches: matches).weights()
    return Reading(article: article, quotes: quotes, entities: entities(names, prose), countries: countries)
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
