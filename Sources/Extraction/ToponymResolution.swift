/// Gives every toponym of a story its country, or drops it.
///
/// The sure ones come first and the doubtful follow where they lead (Leidner 2007's "one sense per discourse", CLIFF's
/// co-location). Where names leave it open, the words of the setting decide: sheriffs and school districts make Paris
/// the one in Texas.
struct ToponymResolver {
    let prose: Prose
    let facts: Facts

    struct Resolved {
        let tokens: Range<Int>
        let country: Int
    }

    /// Constants tuned on news of five kinds.
    private enum Evidence {
        /// What setting words must weigh to move a well-known name to a lesser place, and how much more than at home.
        static let ofNamesake = 4
        static let ofCountryNamesake = 5
        /// … to settle a name that is doubtful by itself, or a story without any known place.
        static let ofDoubtful = 2
        static let ofStory = 4
        /// One sure name is worth so much of setting words.
        static let ofName = 3
    }

    /// In text order.
    func resolve(_ toponyms: [Toponym]) -> [Resolved] {
        var resolved: [Resolved] = []
        var contested: [Toponym] = []
        var doubtful: [Toponym] = []
        var support = Array(repeating: 0, count: facts.countries.count)
        let told = countriesToldByTails(toponyms)
        for toponym in toponyms {
            if let country = toponym.tail ?? told[toponym.name] {
                support[Int(country)] += 1
                resolved.append(Resolved(tokens: toponym.tokens, country: Int(country)))
            } else if !toponym.isSure {
                doubtful.append(toponym)
            } else if toponym.namesakes.isEmpty {
                support[Int(toponym.meanings[0].country)] += 1
                resolved.append(Resolved(tokens: toponym.tokens, country: Int(toponym.meanings[0].country)))
            } else {
                contested.append(toponym)
            }
        }
        guard !contested.isEmpty || !doubtful.isEmpty || resolved.isEmpty else { return resolved }
        let setting = facts.settingWords.weights(in: prose, countries: facts.countries.count)
        settle(contested, setting, &support, &resolved)
        for toponym in doubtful {
            guard let country = choose(toponym, support, setting) else { continue }
            resolved.append(Resolved(tokens: toponym.tokens, country: country))
        }
        if resolved.isEmpty { resolved = storyBySetting(setting) }
        return resolved.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// One sense for each name in a story: after "Paris, Texas" every Paris is that one.
    private func countriesToldByTails(_ toponyms: [Toponym]) -> [Int: Int16] {
        var told: [Int: Int16] = [:]
        for toponym in toponyms {
            if let tail = toponym.tail, told[toponym.name] == nil { told[toponym.name] = tail }
        }
        return told
    }

    /// Well-known names that lesser places share: at home, unless the story is plainly set with the lesser one.
    private func settle(_ contested: [Toponym], _ setting: [Int], _ support: inout [Int], _ resolved: inout [Resolved]) {
        var namesOfCountry: [Int16: Set<Int>] = [:]
        for toponym in contested { namesOfCountry[toponym.meanings[0].country, default: []].insert(toponym.name) }
        let sure = support
        for toponym in contested {
            let home = toponym.meanings[0]
            let others = sure[Int(home.country)] + (namesOfCountry[home.country]?.count ?? 1) - 1
            let threshold = home.kind == .country ? Evidence.ofCountryNamesake : Evidence.ofNamesake
            let rival = toponym.namesakes.max {
                weight($0, sure, setting) < weight($1, sure, setting)
            }
            var country = home.country
            if let rival, others == 0, setting[Int(rival)] >= threshold,
                setting[Int(rival)] >= 2 * setting[Int(home.country)]
            {
                country = rival
            }
            support[Int(country)] += 1
            resolved.append(Resolved(tokens: toponym.tokens, country: Int(country)))
        }
    }

    private func weight(_ country: Int16, _ support: [Int], _ setting: [Int]) -> Int {
        support[Int(country)] * Evidence.ofName + setting[Int(country)]
    }

    private func choose(_ toponym: Toponym, _ support: [Int], _ setting: [Int]) -> Int? {
        let best = toponym.meanings.max { (a, b) in
            let weightOfA = weight(a.country, support, setting)
            let weightOfB = weight(b.country, support, setting)
            if weightOfA != weightOfB { return weightOfA < weightOfB }
            if a.rank != b.rank { return a.rank < b.rank }
            return a.population < b.population
        }
        guard let best else { return nil }
        if weight(best.country, support, setting) < Evidence.ofDoubtful, best.isDoubtful {
            // Nobody else speaks for any of its countries: the first meaning counts when it is a country's own name.
            guard
                let first = toponym.meanings.filter({ !$0.notes.contains(.needsSupport) }).max(by: { $0.rank < $1.rank }
                ), first.rank >= 3
            else { return nil }
            return Int(first.country)
        }
        return Int(best.country)
    }

    /// A story that names no known place is set where its words are at home, when they agree.
    private func storyBySetting(_ setting: [Int]) -> [Resolved] {
        guard let best = setting.indices.max(by: { setting[$0] < setting[$1] }), setting[best] >= Evidence.ofStory,
            setting.indices.allSatisfy({ $0 == best || setting[$0] * 3 <= setting[best] * 2 })
        else { return [] }
        var resolved: [Resolved] = []
        _ = facts.settingWords.weights(in: prose, countries: setting.count) { country, tokens in
            if Int(country) == best { resolved.append(Resolved(tokens: tokens, country: best)) }
        }
        return resolved
    }
}
