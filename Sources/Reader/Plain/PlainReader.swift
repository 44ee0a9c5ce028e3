package import News
import Screen

/// The reader without a screen: a line is asked, and some lines answer. For screen readers, for terminals that cannot
/// place text, and for scripts.
///
/// The same `AppState`, changed by the same commands and answered by the same messages: what differs is that it is told
/// (`PlainPage`) rather than drawn. Nothing in what it says needs eyes: no frames, no columns, no signs for words, and
/// what matters comes first.
package struct PlainReader: Sendable {
    /// Stories listed at a time: more cannot be kept in mind by who only hears them.
    private static let storiesAtATime = 10

    /// What can still be told of the last answer.
    private enum Rest: Sendable {
        case nothing
        case lines(ArraySlice<String>)
        /// From this row of the list on.
        case stories(from: Int)
    }

    var state: AppState
    /// The keys that may be typed for a command's name.
    let keys: Keymap
    private let columns: Int
    private let linesAtATime: Int?
    private var asked = PlainPage.stories
    private var rest = Rest.nothing
    /// What a command sent to the clipboard, which is told here instead.
    private var copied: String?

    /// - Parameters:
    ///   - columns: of a line, at least 1.
    ///   - linesAtATime: after so many, more has to be asked for; nil tells all at once.
    ///   - queryNames: what the names of countries and languages in a query mean.
    ///   - preferences: how stories are sorted.
    ///   - keys: whose single letters are short for their commands.
    package init(
        columns: Int, linesAtATime: Int?, glyphs: Glyphs = .unicode, countryNames: CountryNames = .english,
        queryNames: QueryNames = .codes, preferences: Preferences = Preferences(), keys: Keymap = .standard
    ) {
        self.columns = max(1, columns)
        self.linesAtATime = linesAtATime.map { max(1, $0) }
        self.keys = keys
        // No screen hides a pane of this size; and where the state says how to go on, it names the command.
        state = AppState(
            size: Size(columns: 120, rows: 40), glyphs: glyphs, keymap: keys.withoutKeys, countryNames: countryNames,
            queryNames: queryNames, preferences: preferences)
    }

    /// Takes in what the world says.
    package mutating func take(_ message: Message) -> [Effect] { update(&state, message).filter(isOfUse) }

    /// Takes a line that was typed. What it asks of the world is to be answered, through `take`, before `answer` is asked
    /// for.
    package mutating func take(line: String) -> [Effect] {
        copied = nil
        state.notice = nil
        do {
            return obey(try command(line))
        } catch {
            state.say(error.sentence)
            asked = .notice
            return []
        }
    }

    /// What there is to say first of all.
    package mutating func greeting() -> [String] {
        asked = .stories
        let lines = answer()
        return lines + spoken(Texts.greeting)
    }

    /// The answer to the last line, broken into lines.
    package mutating func answer() -> [String] {
        if let copied {
            rest = .nothing
            return copied.split(separator: "\n").flatMap { spoken($0) }
        }
        let notice = state.notice.map { spoken($0.text) } ?? []
        switch asked {
        case .more: return notice + more()
        case .stories: return notice + spoken(state.listSentence) + stories(from: 0)
        default: return notice + page(asked.paragraphs(of: self).flatMap { spoken($0) }[...])
        }
    }

    private mutating func obey(_ command: PlainCommand) -> [Effect] {
        asked = command.page
        let before = standing
        var effects: [Effect] = []
        switch command {
        case .tell(.facts): effects = state.askForOrigin()
        case .tell(.problems): effects = state.askForFigures()
        case .tell: break
        case .ask(let command, _):
            // What narrows the list is asked from the list: nothing being read stays chosen.
            state.focus = asked == .stories ? .stories : .article
            effects = update(&state, obeying: command)
            // The list itself says how it is sorted.
            if command == .action(.sort) { state.notice = nil }
            if case .sort = command { state.notice = nil }
        case .keepStory:
            state.focus = .stories
            effects = update(&state, obeying: .action(.bookmark))
        case .setRead(let isRead): effects = setRead(isRead)
        case .mark(let number): goToMark(number)
        case .name(let number): walkName(number)
        case .link(let number): effects = openLink(number)
        case .back:
            effects = update(&state, obeying: .action(.back))
            asked = state.focus == .stories ? .stories : .notice
        }
        // At the last story, or the last quote, nothing is told again.
        let isAtEnd = state.notice != nil && before == standing
        if isAtEnd, asked == .story || asked == .mark { asked = .notice }
        for case .copy(let text) in effects { copied = text }
        return effects.filter(isOfUse)
    }

    /// Where the reader stands: told again only when it has changed.
    private var standing: [String?] {
        [state.chosenHeadline?.id, state.open?.walk.current.map { String($0) }, state.open?.walk.subject.mark.one]
    }

    private func isOfUse(_ effect: Effect) -> Bool {
        switch effect {
        case .copy: false
        default: true
        }
    }

    private mutating func setRead(_ isRead: Bool) -> [Effect] {
        guard let headline = state.chosenHeadline, headline.isRead == isRead else {
            return update(&state, obeying: .action(.toggleRead))
        }
        state.say(isRead ? Texts.readAlready : Texts.unreadAlready)
        return []
    }

    private mutating func goToMark(_ number: Int) {
        state.open?.walkQuotes()
        guard let article = state.shown, article.walk.stops.indices.contains(number - 1) else {
            let count = state.shown?.walk.stops.count ?? 0
            state.say(count == 0 ? Texts.nobodyQuoted : Texts.noSuchQuote(of: count))
            asked = .notice
            return
        }
        state.focus = .article
        state.open?.go(to: number - 1)
    }

    private mutating func walkName(_ number: Int) {
        let choices = state.shown?.choices(of: .names) ?? []
        guard choices.indices.contains(number - 1) else {
            state.say(choices.isEmpty ? Texts.noNames : Texts.noSuchName(of: choices.count))
            asked = .notice
            return
        }
        state.tab = .names
        state.open?.panel.chosen[.names] = number - 1
        state.jump()
        if state.notice != nil { asked = .notice }
    }

    private mutating func openLink(_ number: Int) -> [Effect] {
        guard var list = state.shown?.links, list.entries.indices.contains(number - 1) else {
            state.say(Texts.noSuchLinkTold)
            return []
        }
        list.chosen = number - 1
        return state.openChosen(of: list)
    }

    // MARK: Telling

    /// A paragraph cleaned, spelled and broken into lines.
    package func spoken(_ paragraph: some StringProtocol) -> [String] {
        let words = state.glyphs.spelled(paragraph)
        return wrapped(words, 0..<words.utf8.count, width: columns).map {
            String(words[TextSpan($0.lowerBound, $0.upperBound)])
        }
    }

    private mutating func more() -> [String] {
        switch rest {
        case .nothing: spoken(Texts.thatWasAll)
        case .lines(let lines): page(lines)
        case .stories(let row): stories(from: row)
        }
    }

    private mutating func page(_ lines: ArraySlice<String>) -> [String] {
        guard let linesAtATime, lines.count > linesAtATime else {
            rest = .nothing
            return Array(lines)
        }
        rest = .lines(lines.dropFirst(linesAtATime))
        return lines.prefix(linesAtATime) + spoken(Texts.moreFollows)
    }

    private mutating func stories(from first: Int) -> [String] {
        let rows = state.list.rows
        let end = min(rows.count, first + Self.storiesAtATime)
        let lines = (first..<max(first, end)).flatMap { spoken(state.listEntry(row: $0)) }
        rest = end < rows.count ? .stories(from: end) : .nothing
        let left = rows.count - end
        return lines + (left > 0 ? spoken(Texts.more(left)) : [])
    }
}
