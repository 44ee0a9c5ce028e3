import News
import Screen

/// The links of a story, to choose one of: each has a key or two that open it at once.
struct LinkList: Sendable {
    struct Entry: Hashable, Sendable {
        /// What the story calls it, on one line.
        let words: String
        let address: WebAddress
        /// The letters that open it; empty where there are more links than such letters.
        let hint: String
    }

    let entries: [Entry]
    var chosen = 0
    var top = 0
    /// The letters of a hint typed so far.
    private(set) var typed = ""

    /// The home row first, then the keys around it.
    private static let letters = Array("asdfghlerwuiotcvnmxbpz")

    /// - Parameter isFree: whether a letter does nothing else in the list of links.
    init(of article: Article, isFree: (Character) -> Bool) {
        var seen: Set<String> = []
        var links: [(words: String, address: WebAddress)] = []
        for link in article.links where seen.insert(link.address).inserted {
            guard let address = WebAddress(link.address) else { continue }
            let words = article.text[link.span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            links.append((words, address))
        }
        let hints = Self.hints(links.count, of: Self.letters.filter(isFree))
        entries = zip(links, hints).map { Entry(words: $0.words, address: $0.address, hint: $1) }
    }

    /// So many hints, none the beginning of another: a letter each, or two where there are more links than letters.
    static func hints(_ count: Int, of letters: [Character]) -> [String] {
        if count <= letters.count { return letters.prefix(count).map { String($0) } }
        let pairs = letters.flatMap { first in letters.map { String([first, $0]) } }
        return Array(pairs.prefix(count)) + Array(repeating: "", count: max(0, count - pairs.count))
    }

    /// Whether a link can still be meant by what is typed.
    func mayBeMeant(_ entry: Entry) -> Bool { entry.hint.hasPrefix(typed) }

    /// - Returns: false, and nothing is taken, where no hint goes on with this letter.
    mutating func type(_ letter: Character) -> Bool {
        let typed = typed + String(letter)
        guard let first = entries.firstIndex(where: { $0.hint.hasPrefix(typed) }) else { return false }
        self.typed = typed
        chosen = first
        return true
    }

    mutating func erase() { typed = "" }

    /// The link whose hint is typed in full.
    var meant: Entry? { typed.isEmpty ? nil : entries.first { $0.hint == typed } }
}

extension AppState {
    /// f: the story's links.
    mutating func showLinks() {
        guard let article = shown?.reading.article else {
            return say(whyNotShown)
        }
        let list = LinkList(of: article) { keymap.binding(for: .character($0), in: .links) == nil }
        guard !list.entries.isEmpty else {
            guard article.link.flatMap({ WebAddress($0) }) != nil else { return say(Texts.noLinks) }
            return say(Texts.noLinks(openStory: keymap.keyName(of: .openLink)))
        }
        overlay = .links(list)
    }

    /// o: the story's own page.
    mutating func openStoryLink() -> [Effect] {
        guard let article = shown?.reading.article else {
            say(whyNotShown)
            return []
        }
        guard let link = article.link else {
            say(article.links.isEmpty ? Texts.noOwnLink : Texts.noOwnLink(links: keymap.keyName(of: .links)))
            return []
        }
        guard let address = WebAddress(link) else {
            say(Texts.notOfTheWeb(elided(link, to: 40)))
            return []
        }
        return open(address)
    }

    /// Enter in the list.
    mutating func openChosen(of links: LinkList) -> [Effect] {
        guard links.entries.indices.contains(links.chosen) else { return [] }
        overlay = .none
        return open(links.entries[links.chosen].address)
    }

    /// A letter of a hint.
    mutating func type(_ letter: Character, into links: LinkList) -> [Effect] {
        var links = links
        guard links.type(letter) else {
            say(Texts.noSuchLink(close: keymap.keyName(of: .back)))
            return []
        }
        overlay = .links(links)
        return links.meant == nil ? [] : openChosen(of: links)
    }

    /// y in the list.
    mutating func copyChosen(of links: LinkList) -> [Effect] {
        guard links.entries.indices.contains(links.chosen) else { return [] }
        overlay = .none
        say(Texts.copiedLink)
        return [.copy(links.entries[links.chosen].address.text)]
    }

    /// What a page leads to inside the reader's own network is none of the page's business.
    private mutating func open(_ address: WebAddress) -> [Effect] {
        guard !address.isPrivate else {
            say(Texts.isPrivate(elided(address.host, to: 40)))
            return []
        }
        say(Texts.opening(elided(address.host, to: 60)))
        return [.openLink(address.text)]
    }
}

func draw(_ links: LinkList, in region: OverlayRegion, on frame: inout Frame) {
    drawBox(Texts.links, in: region, on: &frame)
    let inside = region.inside
    let hintColumns = (links.entries.first?.hint.utf8.count ?? 1) + 2
    for (line, entry) in links.entries.dropFirst(links.top).prefix(inside.rows).enumerated() {
        let isChosen = links.top + line == links.chosen
        let isMeant = links.mayBeMeant(entry)
        let role: Role = isChosen ? .overlayChosen : isMeant ? .overlay : .overlayDim
        frame.fill(row: inside.row + line, column: inside.column, columns: inside.columns, role: role)
        if isChosen { frame.write("▸", in: inside, line: line, role: role) }
        frame.write(entry.hint, in: inside, line: line, at: 2, role: isChosen || !isMeant ? role : .overlayTitle)
        let host = elided(entry.address.host, to: inside.columns / 2)
        let end = frame.write(host + " ", atEndOf: inside, line: line, role: isChosen ? role : .overlayDim)
        let start = 2 + hintColumns
        frame.write(elided(entry.words, to: end - start - 1), in: inside, line: line, at: start, role: role)
    }
    if links.top + inside.rows < links.entries.count { drawMore(in: inside, on: &frame) }
}
