import News

/// Why a command line is not understood, in one sentence that says what would be.
struct Misunderstanding: Error, Hashable, Sendable {
    let sentence: String

    init(_ sentence: String) { self.sentence = sentence }
}

extension AppState {
    /// Reads what was typed after the colon: "country ua", "sort source", "next-story", "12". A name may be cut short where
    /// only one begins so. Nil for nothing.
    func command(_ line: String) throws(Misunderstanding) -> Command? {
        let line = line.trimmed
        guard !line.isEmpty else { return nil }
        if let number = Int(line) { return .story(number) }
        let typed = line.prefix { !$0.isWhitespace }
        let argument = String(line[typed.endIndex...]).trimmed
        let name = try wholeName(String(typed), hasArgument: !argument.isEmpty)
        if let form = CommandForm.all.first(where: { $0.name == name }), !argument.isEmpty || Action(named: name) == nil
        {
            return try command(form, argument)
        }
        guard let action = Action(named: name) else { throw Misunderstanding(Texts.noCommand(String(typed))) }
        guard argument.isEmpty else { throw Misunderstanding(Texts.takesNothing(name)) }
        return .action(action)
    }

    /// The name that somebody means.
    private func wholeName(_ typed: String, hasArgument: Bool) throws(Misunderstanding) -> String {
        let typed = typed.lowercased()
        let name = CommandForm.aliases[typed] ?? typed
        let names = Self.commandNames
        if names.contains(name) { return name }
        // Behind a cut name stand words: those that take none cannot be meant.
        let forms = CommandForm.all.map(\.name).filter { $0.hasPrefix(name) }
        let begun = hasArgument ? forms : names.filter { $0.hasPrefix(name) }
        if begun.count == 1 { return begun[0] }
        if begun.isEmpty {
            throw Misunderstanding(Texts.noCommand(typed, help: keymap.keyName(of: .help)))
        }
        throw Misunderstanding(
            Texts.mayBe(typed, begun.prefix(3).joined(separator: ", "), hasMore: begun.count > 3))
    }

    /// By name, each once.
    static let commandNames: [String] = Set(
        Action.allCases.filter(\.isCommand).map(\.name) + CommandForm.all.map(\.name)
    ).sorted()

    private func command(_ form: CommandForm, _ argument: String) throws(Misunderstanding) -> Command {
        guard !argument.isEmpty else {
            let examples = completions(of: form.argument).prefix(3).joined(separator: ", ")
            throw Misunderstanding(
                examples.isEmpty ? Texts.needsWord(form.name) : Texts.needsWord(form.name, as: examples))
        }
        switch form.argument {
        case .country: return .country(try country(argument))
        case .feed: return .feed(try feed(argument))
        case .order:
            if let order = StoryOrder.allCases.first(where: { $0.rawValue.hasPrefix(argument.lowercased()) }) {
                return .sort(order)
            }
            let orders = StoryOrder.allCases.map(\.rawValue).joined(separator: ", ")
            throw Misunderstanding(Texts.cannotSort(by: argument, but: orders))
        case .theme: return .set(try setting("theme " + argument))
        case .words: return .search(words: argument)
        case .query:
            if let error = queryError(in: argument) {
                throw Misunderstanding([error.summary, error.remedy].joined(separator: " "))
            }
            return .search(words: argument)
        case .address: return .subscribe(try subscription(argument))
        case .name: return .rename(argument)
        case .folder: return .move(Subscriptions.folder(written: argument))
        case .path: return form.name == "export" ? .export(path: argument) : .open(path: argument)
        case .setting: return .set(try setting(argument))
        case .smart: return try smartFeed(argument)
        case .feedSetting: return .setFeed(try feedSetting(argument))
        }
    }

    private func country(_ words: String) throws(Misunderstanding) -> CountryFilter.Part? {
        let wanted = Folded(words)
        if ["all", "any", "none"].contains(words.lowercased()) { return nil }
        let countries = library.countries
        // Whoever names a country means it, whatever else has the same letters: "ua" is not Papua New Guinea.
        if let country = countryNames.country(wanted, among: countries) { return .country(country) }
        if let country = countryNames.country(wanted, among: queryNames.knownCountries) {
            throw Misunderstanding(noStory(about: country))
        }
        let named = countries.filter { countryNames.matches($0, wanted) }
        if let begun = named.first(where: { countryNames.starts($0, with: wanted) }) { return .country(begun) }
        if let region = library.regions.first(where: { Folded($0.name).starts(with: wanted) }) {
            return .region(region)
        }
        if let country = countryNames.country(otherwise: wanted, among: countries) { return .country(country) }
        if let country = countryNames.country(otherwise: wanted, among: queryNames.knownCountries) {
            throw Misunderstanding(noStory(about: country))
        }
        let other =
            named.first
            ?? countries.first { countryNames.others(of: $0).contains { Folded($0).starts(with: wanted) } }
        if let other { return .country(other) }
        throw Misunderstanding(
            Texts.noStory(about: words, countries: keymap.keyName(of: .chooseCountry)))
    }

    /// What is said of a country that no story is about.
    private func noStory(about country: Country) -> String {
        let mentioning = CountryTally(of: library.table.numbers, in: library.table)[country].mentioned
        let name = countryNames.nameInSentence(country)
        guard mentioning > 0 else { return Texts.noStory(isAbout: name) }
        return Texts.noStory(isAbout: name, but: mentioning, mention: country.code.lowercased())
    }

    private func feed(_ words: String) throws(Misunderstanding) -> FeedChoice {
        let wanted = Folded(words)
        let named =
            everyFeedChoice.first { Folded($0.name).bytes == wanted.bytes }
            ?? everyFeedChoice.first { Folded($0.name).starts(with: wanted) }
        if let named { return named }
        throw Misunderstanding(Texts.noFeed(words))
    }

    /// "https://gull.example/feed The Gull"
    private func subscription(_ words: String) throws(Misunderstanding) -> Subscription {
        let written = String(words.prefix { !$0.isWhitespace })
        let name = String(words.dropFirst(written.count)).trimmed
        guard let address = FeedAddress(typed: written) else { throw Misunderstanding(Texts.noAddress(written)) }
        return Subscription(address: address, name: name.isEmpty ? nil : name)
    }

    private func setting(_ words: String) throws(Misunderstanding) -> Command.Setting {
        let parts = words.split(whereSeparator: { $0.isWhitespace || $0 == "=" }).map { $0.lowercased() }
        switch (parts.first, parts.dropFirst().first) {
        case ("theme", let name?):
            if themes.contains(name) { return .theme(name) }
            throw Misunderstanding(Texts.noTheme(name, but: themes.joined(separator: ", ")))
        case ("measure", let number?):
            if let measure = Int(number), CommandForm.measures.contains(measure) { return .measure(measure) }
            throw Misunderstanding(Texts.measures(CommandForm.measures))
        case ("mouse", "on"): return .mouse(true)
        case ("mouse", "off"): return .mouse(false)
        case ("mouse", _): throw Misunderstanding(Texts.mouseOnOrOff)
        case ("theme", nil):
            throw Misunderstanding(Texts.themeIs(theme, of: themes.joined(separator: ", ")))
        case ("measure", nil): throw Misunderstanding(Texts.measureIs(measure))
        default: throw Misunderstanding(Texts.settings(CommandForm.settings.joined(separator: ", ")))
        }
    }
}

extension Library {
    /// Those that stories are about, by name.
    var countries: [Country] {
        table.countriesAbout.sorted { $0.name < $1.name }
    }

    /// Those of the countries that stories are about, by name.
    var regions: [WorldRegion] {
        Set(countries.compactMap(\.region)).sorted { $0.name < $1.name }
    }
}

extension StringProtocol {
    /// Without blanks at its ends.
    var trimmed: String {
        var rest = Substring(self)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
