import News

/// What can be told of the reader's state.
enum PlainPage: Hashable, Sendable {
    /// Only what there is to say of what was done.
    case notice
    /// What was left of the answer before.
    case more
    case stories
    /// The open story, or one part of it.
    case story, original, mark, quotes, names, countries, facts, links
    case allCountries, feeds, problems, help

    /// The paragraphs that tell it; an empty one parts two.
    func paragraphs(of reader: PlainReader) -> [String] {
        let state = reader.state
        switch self {
        case .notice, .more, .stories: return []
        case .allCountries: return state.countrySentences
        case .feeds: return state.feedSentences
        case .problems: return state.problemSentences
        case .help: return reader.helpSentences
        case .story, .original, .mark, .quotes, .names, .countries, .facts, .links: break
        }
        if case .failed(_, let problem) = state.opening { return problem.sentences }
        guard let article = state.shown else { return [state.listSentence] }
        switch self {
        case .story: return article.storySentences(state)
        case .original:
            return (article.reading.article.original ?? article.text).split(separator: "\n").map(String.init)
        case .mark: return [article.markSentence]
        case .quotes: return article.quoteSentences
        case .names: return article.nameSentences
        case .countries: return article.countrySentences
        case .facts: return state.facts.map { "\($0.name): \($0.words)" }
        case .links: return article.linkSentences
        case .notice, .more, .stories, .allCountries, .feeds, .problems, .help: return []
        }
    }
}

extension AppState {
    /// "5 stories about Ukraine with “border”, 2 unread, sorted by newest."
    var listSentence: String {
        guard !list.rows.isEmpty else {
            let empty = emptyWords(self)
            return ([empty.headline] + empty.help).joined(separator: " ")
        }
        return Texts.listed(
            list.rows.count, in: list.choice == .all ? nil : list.choice.name,
            list.countries?.phrase(countryNames.nameInSentence), with: list.found == nil ? nil : searchWords,
            isBookmarkedOnly: list.isBookmarkedOnly, unread: listed.unread,
            list.isRanked ? Texts.bestFirstTold : Texts.sortedTold(by: list.order.rawValue))
    }

    /// "3. An orchard in Moldova counts its bees. Field Notes, 10 Mar 2026, 1 min, unread. About Moldova."
    func listEntry(row: Int) -> String {
        let headline = library[list.rows[row]]
        var marks = [
            headline.source ?? headline.feed.name, headline.published?.shortDay, Texts.minutesTold(headline.minutes),
        ]
        marks.append(headline.isRead ? nil : Texts.unreadTold)
        marks.append(headline.isBookmarked ? Texts.bookmarkedTold : nil)
        if storiesWithKeptQuotes.contains(headline.id) { marks.append(Texts.quoteBookmarkedTold) }
        let countries = headline.countries.map { localName(of: $0) }.joined(separator: ", ")
        return "\(row + 1). \(sentence(headline.title)) \(marks.compactMap { $0 }.joined(separator: ", "))."
            + (countries.isEmpty ? "" : " " + Texts.aboutTold(countries))
    }

    /// Every country that stories of the library are about, most stories first.
    fileprivate var countrySentences: [String] {
        let countries = CountryTally(of: library.table.numbers, in: library.table).ranked(in: .about)
            .map { (name: localName(of: $0.country), stories: $0.stories, code: $0.country.code) }
            .sorted { $0.stories != $1.stories ? $0.stories > $1.stories : $0.name < $1.name }
        return [
            countries.isEmpty ? Texts.noStoryAboutCountries : Texts.countriesTold(countries.count)
        ]
            + countries.map { Texts.told(country: $0.name, code: $0.code, stories: $0.stories) }
    }

    fileprivate var feedSentences: [String] {
        everyFeedChoice.map { choice in
            count(of: choice).map {
                Texts.told(feed: library.shownName(of: choice), stories: $0, unread: unreadCount(of: choice))
            }
                ?? Texts.told(smart: choice.name)
        }
    }

    fileprivate var problemSentences: [String] {
        let problems = Array(allProblems.reversed())
        let told = problems.isEmpty ? Texts.nothingFailed : Texts.told(problems: problems.count)
        return [told] + problems.map { $0.problem.sentences.joined(separator: " ") } + feedHealthSentences
    }
}

extension PlainReader {
    fileprivate var helpSentences: [String] {
        let forms = PlainForm.all.map { form in
            let key = Action(named: form.names[0]).map { keys.keyName(of: $0) } ?? ""
            let words = form.argument.isEmpty ? form.names[0] : "\(form.names[0]) \(form.argument)"
            return Texts.help(words, key: key.count == 1 ? key : nil, form.help)
        }
        // What else the reader's command line takes; colours and sizes are nothing here.
        let others = CommandForm.all.filter { form in
            PlainForm.named(form.name) == nil && form.argument != .theme && form.argument != .setting
        }
        return [Texts.numberHelp] + forms + others.map { Texts.help($0.name, key: nil, $0.help) } + [Texts.cutHelp]
    }
}

extension Problem {
    fileprivate var sentences: [String] { [summary, remedy, detail].filter { !$0.isEmpty } }
}

/// With a full stop, where it has no end of its own: so that a voice pauses there.
func sentence(_ words: String) -> String {
    guard let last = words.last else { return "" }
    return ".!?…”\"".contains(last) ? words : words + "."
}
