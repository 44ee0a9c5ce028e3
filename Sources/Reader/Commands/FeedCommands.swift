import News

// Commands that make a smart feed, or change how a feed is fetched and shown: what they mean, and what they do.

extension AppState {
    /// "Ukraine" saves what is listed, "Ukraine country:ua unread" that query. A name of several words is written "in marks".
    func smartFeed(_ words: String) throws(Misunderstanding) -> Command {
        let (name, rest) = firstWords(of: words)
        guard !rest.isEmpty else { return .smart(name, query: nil) }
        if let error = queryError(in: rest) {
            throw Misunderstanding([error.summary, error.remedy].filter { !$0.isEmpty }.joined(separator: " "))
        }
        return .smart(name, query: rest)
    }

    /// "interval 2h", "full-text on", "hidden off", "tags war, europe".
    func feedSetting(_ words: String) throws(Misunderstanding) -> FeedSetting {
        let typed = words.prefix { !$0.isWhitespace && $0 != "=" }
        let value = String(words[typed.endIndex...].drop { $0.isWhitespace || $0 == "=" })
        let names = CommandForm.feedSettings
        switch names.first(where: { $0 == typed.lowercased() }) {
        case "interval":
            if value.lowercased() == "usual" { return .interval(nil) }
            guard let interval = FeedInterval(value) else { throw Misunderstanding(Texts.noInterval(value)) }
            return .interval(interval.minutes)
        case "full-text": return .fullText(try isOn(value, "full-text"))
        case "hidden": return .hidden(try isOn(value, "hidden"))
        case "tags": return .tags(value.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty })
        default: throw Misunderstanding(Texts.feedSettings(names.joined(separator: ", ")))
        }
    }

    /// Saves a query, or else what narrows the list now.
    mutating func save(_ name: String, _ query: String?) -> [Effect] {
        guard let query = query ?? filterAsQuery else {
            say(Texts.nothingToSave(key: ":filter"))
            return []
        }
        let folder = library.smartFeed(named: name)?.folder ?? []
        let smart = SmartFeed(name: name, query: query, folder: folder)
        awaitedChoice = .smart(smart)
        say(Texts.saved(name, query))
        return [.save(smart)]
    }

    mutating func set(_ setting: FeedSetting) -> [Effect] {
        guard case .feed(let feed) = list.choice, library.listing.feed(id: feed.id) != nil else {
            say(Texts.chooseFeed)
            return []
        }
        say(Texts.set(setting, of: feed.name))
        return [.setFeed(setting, id: feed.id)]
    }

    /// What narrows the list, in the query language; nil when nothing does.
    var filterAsQuery: String? {
        var parts: [String] = []
        if !searchWords.allSatisfy(\.isWhitespace) {
            let words = searchWords.trimmed
            // Whatever else is asked for is asked for of all of it.
            let isOne = !words.contains(where: \.isWhitespace)
            parts.append(isOne || queryParts.isEmpty ? words : "(\(words))")
        }
        parts += queryParts
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private var queryParts: [String] {
        var parts: [String] = []
        if let countries = list.countries { parts.append(countries.query) }
        if list.isBookmarkedOnly { parts.append("is:bookmarked") }
        switch list.choice {
        case .all: break
        case .unread: parts.append("is:unread")
        case .bookmarks: if !list.isBookmarkedOnly { parts.append("is:bookmarked") }
        case .feed(let feed): parts.append("feed:" + inMarks(feed.name))
        case .folder(let path): if let last = path.last { parts.append("tag:" + inMarks(last)) }
        case .smart(let smart): parts.append("(\(smart.query))")
        }
        return parts
    }

    private func isOn(_ words: String, _ name: String) throws(Misunderstanding) -> Bool {
        switch words.lowercased() {
        case "on", "yes": true
        case "off", "no": false
        default: throw Misunderstanding(Texts.onOrOff(name))
        }
    }
}

extension CountryFilter {
    /// In the query language: "(country:ua or region:europe)".
    fileprivate var query: String {
        let words = parts.map { part in
            switch (part, sense) {
            case (.country(let country), .about): "country:" + country.code.lowercased()
            case (.country(let country), .mentioned): "mentions:" + country.code.lowercased()
            case (.region(let region), .about): "region:" + region.rawValue
            case (.region(let region), .mentioned): "mentions:" + region.rawValue
            }
        }
        if words.count == 1 { return words[0] }
        return needsAll ? words.joined(separator: " ") : "(" + words.joined(separator: " or ") + ")"
    }
}

private func inMarks(_ name: String) -> String { "\"" + name.filter { $0 != "\"" } + "\"" }

/// The first word, or what stands in quotation marks, and the rest.
private func firstWords(of words: String) -> (first: String, rest: String) {
    if words.hasPrefix("\""), let end = words.dropFirst().firstIndex(of: "\"") {
        let first = words[words.index(after: words.startIndex)..<end]
        return (String(first).trimmed, String(words[words.index(after: end)...]).trimmed)
    }
    let first = words.prefix { !$0.isWhitespace }
    return (String(first), String(words[first.endIndex...]).trimmed)
}
