import News

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
        let span: TextSpan
        let country: Int

        init(_ toponym: Toponym, _ country: Int16) {
            self.init(toponym.tokens, toponym.span, Int(country))
        }

        init(_ tokens: Range<Int>, _ span: TextSpan, _ country: Int) {
            self.tokens = tokens
            self.span = span
            self.country = country
        }
    }

    /// Constants tuned on news of five kinds.
    private enum Evidence {
        /// What setting words must weigh to move a well-known name to a large or a lesser place of that name.
        static let ofLargeRival = 3
        static let ofNamesake = 4
        /// … together with names, when it is a country's or its capital's.
        static let ofCountryNamesake = 5
        /// In bytes.
        static let leadLength = 400
        /// So many names of other countries a local story may have.
        static let ofForeign = 1
        /// So many names make a country the story's.
        static let ofSeveralNames = 2
        /// So many doubtful names of one country make each other sure.
        static let ofAgreeing = 3
        /// … to settle a name that is doubtful by itself, or a story without any known place.
        static let ofDoubtful = 2
        static let ofStory = 4
        /// One sure name is worth so much of setting words.
        static let ofName = 3
    }

    /// In text order.
    func resolve(_ toponyms: [Toponym]) -> [Resolved] {
        var resolved: [Resolved] = []
        var contested: [(toponym: Toponym, home: Term)] = []
        var doubtful: [Toponym] = []
        var support = Array(repeating: 0, count: facts.countries.count)
        let told = countriesToldByTails(toponyms)
        for toponym in toponyms {
            if let country = toponym.tail ?? told[toponym.name] {
                support[Int(country)] += 1
                resolved.append(Resolved(toponym, country))
            } else if let home = toponym.home {
                let rivals = toponym.rivals(of: home)
                if rivals.large.isEmpty && rivals.small.isEmpty {
                    support[Int(home.country)] += 1
                    resolved.append(Resolved(toponym, home.country))
                } else {
                    contested.append((toponym, home))
                }
            } else {
                doubtful.append(toponym)
            }
        }
        guard !contested.isEmpty || !doubtful.isEmpty || resolved.isEmpty else { return resolved }
        let setting = facts.settingWords.weights(in: prose, countries: facts.countries.count)
        settle(contested, setting, &support, &resolved)
        supportAgreeing(doubtful, &support)
        for toponym in doubtful {
            guard let country = choose(toponym, support, setting) else { continue }
            resolved.append(Resolved(toponym, country))
        }
        if resolved.isEmpty { resolved = storyBySetting(setting) }
        return resolved.sorted { $0.span.start < $1.span.start }
    }

    /// "Lurgan", "Moira", "Portadown": small towns of one country speak for one another where little else is named.
    private func supportAgreeing(_ doubtful: [Toponym], _ support: inout [Int]) {
        let most = support.max() ?? 0
        var namesOfCountry: [Int16: Set<Int>] = [:]
        for toponym in doubtful {
            guard let country = toponym.meanings.first?.country, toponym.namesakes.isEmpty,
                toponym.meanings.allSatisfy({ $0.country == country && $0.kind == .city && !$0.notes.contains(.word) })
            else { continue }
            namesOfCountry[country, default: []].insert(toponym.name)
        }
        for (country, names) in namesOfCountry where names.count >= max(Evidence.ofAgreeing, 2 * most) {
            support[Int(country)] += 1
        }
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
    private func settle(
        _ contested: [(toponym: Toponym, home: Term)], _ setting: [Int], _ support: inout [Int],
        _ resolved: inout [Resolved]
    ) {
        var namesOfCountry: [Int16: Set<Int>] = [:]
        for (toponym, home) in contested where home.kind != .demonym {
            namesOfCountry[home.country, default: []].insert(toponym.name)
        }
        let mentions = Dictionary(grouping: contested.map(\.toponym), by: \.name)
        let sure = support
        var countryOfName: [Int: Int16] = [:]
        for (toponym, home) in contested where countryOfName[toponym.name] == nil {
            let names = namesOfCountry[home.country] ?? []
            let others = sure[Int(home.country)] + names.count - (names.contains(toponym.name) ? 1 : 0)
            let isProminent = isProminent(mentions[toponym.name] ?? [])
            let rival = others == 0 ? rival(of: home, toponym, isProminent, sure, setting) : nil
            countryOfName[toponym.name] = rival ?? home.country
        }
        for (toponym, home) in contested {
            let country = countryOfName[toponym.name] ?? home.country
            support[Int(country)] += 1
            resolved.append(Resolved(toponym, country))
        }
    }

    /// A story's own places stand in its lead, or again and again.
    private func isProminent(_ mentions: [Toponym]) -> Bool {
        mentions.count > 1 || mentions.contains { $0.span.start < Evidence.leadLength }
    }

    /// The country of a lesser place for a name whose home nothing else in the story speaks for.
    private func rival(
        of home: Term, _ toponym: Toponym, _ isProminent: Bool, _ support: [Int], _ setting: [Int]
    ) -> Int16? {
        let rivals = toponym.rivals(of: home)
        let atHome = setting[Int(home.country)]
        let heaviest = { (a: Int16, b: Int16) in weight(a, support, setting) < weight(b, support, setting) }
        if let large = rivals.large.max(by: heaviest) {
            let set = setting[Int(large)]
            if support[Int(large)] > 0 && set >= atHome || set >= Evidence.ofLargeRival && set > atHome { return large }
        }
        guard let small = rivals.small.max(by: heaviest) else { return nil }
        let set = setting[Int(small)]
        guard set > atHome else { return nil }
        if home.kind == .country || home.kind == .capital {
            // World news is told far from home too; then other countries are named.
            let isLocal = support.reduce(0, +) - support[Int(small)] <= Evidence.ofForeign
            let names = home.kind == .country ? 0 : min(support[Int(small)], Evidence.ofForeign + 1)
            return isLocal && isProminent && set + names >= Evidence.ofCountryNamesake ? small : nil
        }
        // Setting words weigh as much for both only where those of both are known.
        if facts.settingWords.tellHabits(of: home.country), support[Int(small)] >= Evidence.ofSeveralNames {
            return small
        }
        return set >= max(Evidence.ofNamesake, 2 * atHome) ? small : nil
    }

    private func weight(_ country: Int16, _ support: [Int], _ setting: [Int]) -> Int {
        support[Int(country)] * Evidence.ofName + setting[Int(country)]
    }

    /// The country of a doubtful name: where the rest of the story is, else where its words are at home, else the
    /// first meaning that comes to mind, nil when that is doubtful too.
    private func choose(_ toponym: Toponym, _ support: [Int], _ setting: [Int]) -> Int16? {
        let best = toponym.meanings.max { (a, b) in
            let weightOfA = weight(a.country, support, setting)
            let weightOfB = weight(b.country, support, setting)
            if weightOfA != weightOfB { return weightOfA < weightOfB }
            if a.rank != b.rank { return a.rank < b.rank }
            return a.population < b.population
        }
        guard let best else { return nil }
        if let country = countryAmongOthers(toponym, insteadOf: best, support) { return country }
        let here = weight(best.country, support, setting)
        if let rival = toponym.namesakes.max(by: { weight($0, support, setting) < weight($1, support, setting) }),
            weight(rival, support, setting) > here, setting[Int(rival)] >= Evidence.ofDoubtful,
            isSettled(rival, support, setting)
        {
            return rival
        }
        if isSettled(best.country, support, setting, isWeak: best.kind == .weakSeat) || !best.isDoubtful {
            return best.country
        }
        let first = toponym.meanings.filter { !$0.notes.contains(.needsSupport) }.max { $0.rank < $1.rank }
        return first.flatMap { $0.rank >= 3 ? $0.country : nil }
    }

    /// "Georgia’s singer" in a story of Armenia and Turkey: a country, where nothing but words speaks for the state of the name.
    private func countryAmongOthers(_ toponym: Toponym, insteadOf best: Term, _ support: [Int]) -> Int16? {
        guard best.kind == .region, support[Int(best.country)] == 0,
            let country = toponym.meanings.first(where: { $0.kind == .country && $0.country != best.country })
        else { return nil }
        return support.count { $0 > 0 } >= Evidence.ofSeveralNames ? country.country : nil
    }

    /// Whether other names, or plainly the setting, speak for a country.
    private func isSettled(_ country: Int16, _ support: [Int], _ setting: [Int], isWeak: Bool = false) -> Bool {
        if support[Int(country)] > 0 { return true }
        guard !isWeak, setting[Int(country)] >= Evidence.ofDoubtful else { return false }
        return setting.allSatisfy { $0 <= setting[Int(country)] }
    }

    /// A story that names no known place is set where its words are at home, when they agree.
    private func storyBySetting(_ setting: [Int]) -> [Resolved] {
        guard let best = setting.indices.max(by: { setting[$0] < setting[$1] }), setting[best] >= Evidence.ofStory,
            setting.indices.allSatisfy({ $0 == best || setting[$0] * 3 <= setting[best] * 2 })
        else { return [] }
        var resolved: [Resolved] = []
        _ = facts.settingWords.weights(in: prose, countries: setting.count) { country, tokens in
            if Int(country) == best { resolved.append(Resolved(tokens, prose.span(tokens), best)) }
        }
        return resolved
    }
}
