import News

// What an outline says of a feed, and how that is written.
//
// Dateline's own attributes are `datelineInterval` and so on, not `dateline:interval`: a prefix has to be declared at the
// top of the file, and one line copied into another file, or a reader that writes the top anew, would leave a file that
// strict readers refuse. An attribute of a plain name is passed over by all of them.

/// The attributes that Dateline writes, in their order. The names in the files are these in capital or small letters.
enum OutlineField: String, CaseIterable {
    case text, title, type, xmlUrl, htmlUrl, category
    case datelineInterval, datelineFullText, datelineHidden
    case datelineUser, datelinePasswordCommand, datelinePasswordFile
    case datelineQuery

    /// The name in small letters.
    var key: String { Self.keys[self] ?? rawValue }

    /// Those in small letters of all, and OPML 1's for an address.
    static let knownKeys = Set(keys.values).union(["url"])

    private static let keys = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.rawValue.lowercased()) })
}

extension OutlineTag {
    subscript(field: OutlineField) -> String? { self[field.key] }

    /// The address of the feed; nil for what is none.
    var address: String? {
        if let address = self[.xmlUrl] { return address }
        // As OPML 1 had it.
        guard let type = self[.type]?.lowercased(), ["rss", "atom", "rdf", "feed"].contains(type) else { return nil }
        return self["url"]
    }

    /// The feed that it stands for, in no folder; nil when its address is none.
    var subscription: Subscription? {
        // Written as "&amp;amp;" by programs that escape twice; no address has it.
        let isPlain = address?.utf8.contains(UInt8(ascii: ";")) == false
        guard let address = address.flatMap({ FeedAddress(isPlain ? $0 : $0.replacing("&amp;", with: "&")) }) else {
            return nil
        }
        let (name, title) = names(besides: address)
        return Subscription(
            address: address, name: name, title: title,
            site: self[.htmlUrl].flatMap { WebAddress($0)?.text }.map(FeedAddress.withoutSignIn),
            tags: tags, interval: self[.datelineInterval].flatMap { FeedInterval($0)?.minutes },
            isFullText: says(.datelineFullText), isHidden: says(.datelineHidden), signIn: signIn, others: others)
    }

    /// `text` is the name that is shown, `title` the feed's own. Most programs write the same twice, or an address where
    /// they know none: then the user gave no name.
    private func names(besides address: FeedAddress) -> (name: String?, title: String?) {
        func isName(_ words: String) -> Bool {
            guard words.contains(":"), let written = FeedAddress(words) else { return true }
            return written.key != address.key && !written.hasPassword
        }
        let title = self[.title].flatMap(nonBlank)
        let shownTitle = title.flatMap { isName($0) ? $0 : nil }
        guard let text = self[.text].flatMap(nonBlank), text != title, isName(text) else { return (nil, shownTitle) }
        return (text, shownTitle)
    }

    /// Of the categories those of tags and of paths ("/Boston/Weather"), whose first stroke means nothing to people.
    private var tags: [String] {
        var tags: [String] = []
        for category in (self[.category] ?? "").split(separator: ",") {
            let tag = nonBlank(String(category.drop { $0.isWhitespace || $0 == "/" }))
            if let tag, !tags.contains(tag) { tags.append(tag) }
        }
        return tags
    }

    private func says(_ field: OutlineField) -> Bool {
        ["true", "yes", "1"].contains(self[field]?.lowercased())
    }

    private var signIn: Subscription.SignIn? {
        guard let user = self[.datelineUser] else { return nil }
        if let command = self[.datelinePasswordCommand] {
            return Subscription.SignIn(user: user, password: .command(command))
        }
        return self[.datelinePasswordFile].map { Subscription.SignIn(user: user, password: .file($0)) }
    }

    private var others: [Subscription.OtherField] {
        attributes.compactMap { attribute in
            if OutlineField.knownKeys.contains(attribute.key) { return nil }
            return Subscription.OtherField(name: attribute.name, value: attribute.value)
        }
    }
}

extension Subscription {
    /// Its attributes as a new outline has them.
    var outlineFields: [(name: String, value: String)] {
        var fields: [(OutlineField, String?)] = [
            (.text, name ?? title ?? address.text), (.title, title), (.type, "rss"), (.xmlUrl, address.text),
            (.htmlUrl, site), (.category, tags.isEmpty ? nil : tags.joined(separator: ",")),
            (.datelineInterval, interval.map(String.init)), (.datelineFullText, isFullText ? "true" : nil),
            (.datelineHidden, isHidden ? "true" : nil), (.datelineUser, signIn?.user),
        ]
        switch signIn?.password {
        case .command(let command): fields.append((.datelinePasswordCommand, command))
        case .file(let file): fields.append((.datelinePasswordFile, file))
        case nil: break
        }
        return fields.compactMap { field, value in value.map { (field.rawValue, $0) } }
            + others.map { ($0.name, $0.value) }
    }
}

extension SmartFeed {
    var outlineFields: [(name: String, value: String)] {
        [(OutlineField.text.rawValue, name), (OutlineField.datelineQuery.rawValue, query)]
    }
}
