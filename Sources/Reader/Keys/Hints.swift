import News
import Screen

/// What the footer says of a key.
struct KeyHint: Hashable {
    struct Key: Hashable {
        let name: String
        let action: Action
    }

    /// Never empty.
    private(set) var keys: [Key]
    let words: String

    init(key: String, words: String, action: Action) {
        keys = [Key(name: key, action: action)]
        self.words = words
    }

    /// "j/k"
    var keyNames: String { keys.map(\.name).joined(separator: "/") }
    var action: Action { keys[0].action }
    var columns: Int { Screen.columns(of: keyNames) + 1 + Screen.columns(of: words) }

    mutating func add(key: String, action: Action) { keys.append(Key(name: key, action: action)) }

    /// What a click does so many columns from its beginning: what the key there does, on the words the first one.
    func action(at column: Int) -> Action {
        var end = 0
        for key in keys {
            end += Screen.columns(of: key.name) + 1
            if column < end { return key.action }
        }
        return action
    }
}

/// Those that a narrow footer keeps longest come first.
private let ranks: [Action] = [
    .back, .backOrQuit, .help, .enter, .select, .nextMark, .search, .chooseCountry, .bookmark, .down, .copy,
]

extension AppState {
    /// What the footer can say here, in the keymap's order: keys that can do something. Bindings that share their words
    /// are one hint.
    var hints: [KeyHint] {
        if !pending.isEmpty { return pendingHints }
        if isZen && !place.isOverlay {
            return [KeyHint(key: keymap.keyName(of: .zen), words: Texts.backHint, action: .backOrQuit)]
        }
        let place = place
        var hints: [KeyHint] = []
        for binding in keymap.bindings where binding.places.contains(place) && isUseful(binding.action) {
            guard let hint = binding.hint, let first = binding.keys.first else { continue }
            let key = glyphs.spelled(keys: name(of: first))
            let words = words(of: hint)
            if let known = hints.firstIndex(where: { $0.words == words }) {
                hints[known].add(key: key, action: binding.action)
            } else {
                hints.append(KeyHint(key: key, words: words, action: binding.action))
            }
        }
        return hints
    }

    /// What may follow the keys pressed so far.
    private var pendingHints: [KeyHint] {
        guard case .waiting(let bindings) = keymap.lookup(pending, in: place) else { return [] }
        return bindings.flatMap { binding in
            binding.keys.filter { $0.starts(with: pending) }.map {
                KeyHint(
                    key: glyphs.spelled(keys: name(of: Array($0.dropFirst(pending.count)))), words: binding.action.name,
                    action: binding.action)
            }
        }
    }

    private func words(of hint: Hint) -> String {
        switch hint {
        case .words(let words): words
        case .mark: (shown?.walk.subject ?? .quotes).mark.one
        case .who where isOnName: Texts.cardHint
        case .who: shown?.speaker == nil ? Texts.oneSpeakerHint : Texts.allSpeakersHint
        case .card: isOnCardStory ? Texts.openHint : Texts.mentionsHint
        case .keep: quoteToKeep == nil ? Texts.keepStoryHint : Texts.keepQuoteHint
        }
    }

    private var isOnCardStory: Bool {
        if case .card(let card) = overlay { card.chosen != nil } else { false }
    }

    /// Whether the story is only the beginning of what stands on its page.
    private var isSummary: Bool {
        guard focus == .article || focus == .panel, let article = shown?.reading.article, article.link != nil,
            let headline = chosenHeadline, headline.feed.isFetched
        else { return false }
        return headline.wordCount < Self.shortStory
    }

    /// Words; a story of fewer is most often a summary.
    private static let shortStory = 80

    /// Whether a key does more here than say why it does nothing.
    private func isUseful(_ action: Action) -> Bool {
        if case .search = overlay, action == .older || action == .newer { return !searchHistory.isEmpty }
        if place.isOverlay { return true }
        switch action {
        case .down, .up: return focus == .feeds || chosenHeadline != nil
        case .enter where focus == .panel: return shown?.choices(of: tab).isEmpty == false
        case .enter: return focus != .stories || chosenHeadline != nil
        case .fold: if case .folder = list.choice { return true } else { return false }
        case .nextMark, .previousMark: return shown?.walk.stops.isEmpty == false
        case .bookmark: return chosenHeadline != nil
        case .copy: return shown != nil
        case .fetchPage: return isSummary
        case .who: return isOnName || shown?.speaker != nil || pointedQuote != nil
        case .chooseCountry, .worldMap, .search: return !library.isEmpty
        default: return true
        }
    }
}

/// The hints that fit between two columns, each with the one that it begins at.
func placed(_ hints: [KeyHint], columns: Int, from start: Int) -> [(hint: KeyHint, column: Int)] {
    var column = start
    return fitting(hints, columns: columns - start).map { hint in
        defer { column += hint.columns + 2 }
        return (hint, column)
    }
}

/// The hints that fit into so many columns, two blanks between them: whole ones, the most needed first, in their order.
func fitting(_ hints: [KeyHint], columns room: Int) -> [KeyHint] {
    func rank(_ hint: KeyHint) -> Int { ranks.firstIndex(of: hint.action) ?? ranks.count }
    var used = -2
    var fitting: Set<KeyHint> = []
    for hint in hints.sorted(by: { rank($0) < rank($1) }) where used + 2 + hint.columns <= room {
        used += 2 + hint.columns
        fitting.insert(hint)
    }
    return hints.filter(fitting.contains)
}
