import News

/// Makes a parsed feed of elements as they come. One state for all formats: what an element means depends on its name
/// and on what it stands in, not on the version that the feed says it is.
///
/// A class, because the parser's listener and the reader of the whole feed share it.
final class FeedBuilder {
    var feed = FeedDraft()
    /// The entry that is open.
    var entry: EntryDraft?
    /// The name of the outermost element, in small letters; nil when there is none.
    private(set) var rootName: String?
    /// Whether an element was met that only feeds have.
    private(set) var isFeed = false
    private var places: [Place]
    private var text: TextConstruct?
    /// How many elements were open when the entry was.
    private var entryDepth = 0

    /// - Parameter address: of the feed itself.
    init(address: String?) { places = [Place(element: .root, base: address)] }

    /// What holds within an open element.
    private struct Place {
        var element: FeedElement
        var base: String?
        var language: String?
    }

    private var place: Place { places.last ?? Place(element: .root) }
}

extension FeedBuilder {
    func open(_ name: XMLName, _ attributes: [XMLAttribute]) {
        let place = place(of: name, attributes)
        defer { places.append(place) }
        if places.count == 2, rootName == nil { rootName = name.local }
        if let open = text {
            // No text holds an entry: the ends of text and entry are missing.
            guard name.element == .entry, name.vocabulary == .core, !open.isForeign else {
                return openWithin(name, attributes)
            }
            finishText()
        }
        switch place.element {
        case .root, .channel, .entry: openContainer(name, attributes, place)
        case .aside, .other, .mediaGroup: break
        case .mediaContent: noteMedia(attributes, place)
        case .enclosure: noteEnclosure(attributes, place)
        default: openText(name, attributes, place)
        }
    }

    func close() {
        guard let closed = places.popLast() else { return }
        if let open = text {
            if places.count > open.depth { return closeWithin() }
            finishText()
        }
        if closed.element == .entry, places.count == entryDepth { finishEntry() }
    }

    func take(_ words: UnsafeBufferPointer<UInt8>) { text?.append(words) }

    /// What the feed said; call once, at the end.
    func finished() -> ParsedFeed {
        finishText()
        finishEntry()
        return feed.finished()
    }

    private func place(of name: XMLName, _ attributes: [XMLAttribute]) -> Place {
        var place = place
        for attribute in attributes where attribute.isXML {
            switch attribute.name {
            case "base": place.base = resolvedAddress(attribute.value, on: place.base) ?? place.base
            case "lang": place.language = nonBlank(attribute.value) ?? place.language
            default: break
            }
        }
        place.element = meaning(of: name, within: place.element)
        return place
    }

    /// Feeds and entries are known wherever they stand, all else only where it says something of them.
    private func meaning(of name: XMLName, within outer: FeedElement) -> FeedElement {
        switch name.element {
        case .entry where name.vocabulary == .core && outer != .aside: .entry
        case .root, .channel: entry == nil && outer != .aside ? name.element : .other
        case let element: outer.isTransparent ? element : outer == .aside ? .aside : .other
        }
    }
}

extension FeedBuilder {
    private func openContainer(_ name: XMLName, _ attributes: [XMLAttribute], _ place: Place) {
        switch place.element {
        case .entry:
            finishEntry()
            entryDepth = places.count
            entry = EntryDraft(attributes, base: place.base)
            entry?.parsed.language = place.language
            if rootName == name.local { isFeed = true }
        case .channel:
            isFeed = true
            if name.local == "feed" { feed.isAtom = true }
            feed.note(attributes, base: place.base)
        default:
            if name.local != "items" { isFeed = true }
        }
        if entry == nil, feed.parsed.language == nil { feed.xmlLanguage = feed.xmlLanguage ?? place.language }
    }

    private func openText(_ name: XMLName, _ attributes: [XMLAttribute], _ place: Place) {
        if name.element == .link, note(link: attributes, place) { return }
        if name.element == .category { note(category: attributes) }
        text = TextConstruct(name, attributes, base: place.base, depth: places.count, isAtom: feed.isAtom)
    }

    /// An element within a text: markup, or a part of a person.
    private func openWithin(_ name: XMLName, _ attributes: [XMLAttribute]) {
        if text?.element == .author, name.vocabulary == .core {
            switch name.element {
            case .name, .email, .address: text?.beginPart()
            default: break
            }
        } else if text?.element.mayHoldMarkup ?? false {
            text?.open(name.local, attributes)
        }
        if text?.element == .category, name.element == .category { note(category: attributes) }
        text?.inner.append(name)
    }

    private func closeWithin() {
        guard let name = text?.inner.popLast() else { return }
        if text?.element == .author {
            text?.endPart(name.element)
        } else if text?.element.mayHoldMarkup ?? false {
            text?.close(name.local)
        }
    }

    private func finishText() {
        guard let finished = text else { return }
        text = nil
        if entry != nil { entry?.note(finished) } else { feed.note(finished) }
    }

    private func finishEntry() {
        guard let finished = entry else { return }
        entry = nil
        feed.note(finished)
    }
}

extension FeedBuilder {
    /// - Returns: whether it is Atom's form, which has no text.
    private func note(link attributes: [XMLAttribute], _ place: Place) -> Bool {
        guard let link = LinkAttributes(attributes, base: place.base) else { return false }
        if entry != nil { entry?.note(link) } else { feed.note(link) }
        return true
    }

    private func note(category attributes: [XMLAttribute]) {
        let name = attributes["label"] ?? attributes["term"] ?? attributes["text"]
        if let name = name.flatMap(nonBlank) { entry?.note(tag: name) }
    }

    private func noteEnclosure(_ attributes: [XMLAttribute], _ place: Place) {
        guard let url = (attributes["url"] ?? attributes["href"]).flatMap({ resolvedAddress($0, on: place.base) })
        else {
            return
        }
        entry?.note(
            ParsedEntry.Enclosure(
                url: url, type: attributes["type"].flatMap(nonBlank), length: attributes["length"].flatMap(byteCount)))
    }

    private func noteMedia(_ attributes: [XMLAttribute], _ place: Place) {
        guard let url = attributes["url"].flatMap({ resolvedAddress($0, on: place.base) }) else { return }
        let type = attributes["type"] ?? attributes["medium"]
        entry?.note(
            media: ParsedEntry.Enclosure(
                url: url, type: type.flatMap(nonBlank), length: attributes["filesize"].flatMap(byteCount)))
    }
}

/// "1048576", "1,048,576": nil for words.
func byteCount(_ text: String) -> Int? { Int(text.filter { $0 != "," && !$0.isWhitespace }) }

extension [XMLAttribute] {
    /// The value of one without prefix; nil when there is none.
    subscript(name: String) -> String? { first { $0.name == name && !$0.isXML }?.value }
}
