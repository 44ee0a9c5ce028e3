/// A feed that the user is subscribed to, and how they want it.
package struct Subscription: Hashable, Sendable {
    package var address: FeedAddress
    /// The user's own name for it; nil when they gave none.
    package var name: String?
    /// As the feed calls itself; nil as long as nobody knows.
    package var title: String?
    /// The page that the feed belongs to.
    package var site: String?
    /// The names of the folders it is in, outermost first; empty at the top.
    package var folder: [String]
    package var tags: [String]
    /// Minutes between two looks; nil for the usual.
    package var interval: Int?
    /// Whether the story's page is fetched, as the feed has only its beginning.
    package var isFullText: Bool
    /// Whether its stories are left out of the lists of all feeds.
    package var isHidden: Bool
    package var signIn: SignIn?
    /// What other programs say of it, in their order.
    package var others: [OtherField]

    /// How a feed for subscribers is fetched. The password itself stands nowhere.
    package struct SignIn: Hashable, Sendable {
        package let user: String
        package let password: PasswordSource

        package init(user: String, password: PasswordSource) {
            self.user = user
            self.password = password
        }
    }

    package enum PasswordSource: Hashable, Sendable {
        /// Its first line of output is the password. A shell runs it.
        case command(String)
        /// Its first line is the password.
        case file(String)
    }

    /// An attribute that Dateline does not know.
    package struct OtherField: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(
        address: FeedAddress, name: String? = nil, title: String? = nil, site: String? = nil, folder: [String] = [],
        tags: [String] = [], interval: Int? = nil, isFullText: Bool = false, isHidden: Bool = false,
        signIn: SignIn? = nil, others: [OtherField] = []
    ) {
        self.address = address
        self.name = name
        self.title = title
        self.site = site
        self.folder = folder
        self.tags = tags
        self.interval = interval
        self.isFullText = isFullText
        self.isHidden = isHidden
        self.signIn = signIn
        self.others = others
    }

    /// As lists show it: the user's name, else the feed's own, else its address.
    package var shownName: String {
        if let shown = name ?? title { return shown }
        let address = address.shown
        return String(address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...])
    }
}

extension Subscription {
    /// As lists show it.
    /// - Parameter title: what the feed calls itself, by its last answer: better than an address.
    package func shownName(titled title: String?) -> String {
        var named = self
        named.title = named.title ?? title.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        return named.shownName
    }
}

extension Subscription: Identifiable {
    /// Two subscriptions with the same id are one.
    package var id: String { address.key }
}

extension Subscription {
    /// With names and tags as they can be kept: in one line, each tag once, without commas; what says nothing is left out.
    var tidied: Subscription {
        var tidied = self
        tidied.name = name.flatMap(oneLine)
        tidied.title = title.flatMap(oneLine)
        // Nothing of the user's own is in a name that the feed has as well.
        if tidied.name == tidied.title { tidied.name = nil }
        if tidied.name == address.text { tidied.name = nil }
        tidied.folder = folder.compactMap(oneLine)
        tidied.tags = []
        for tag in tags.compactMap({ oneLine($0.replacing(",", with: " ")) }) where !tidied.tags.contains(tag) {
            tidied.tags.append(tag)
        }
        return tidied
    }
}

/// Without the blanks around it, the others run together, and without controls; nil when nothing is left.
func oneLine(_ words: String) -> String? {
    if !words.isEmpty, words.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) { return words }
    let isShown: (Unicode.Scalar) -> Bool = { $0.properties.generalCategory != .control }
    let parts = words.split(whereSeparator: \.isWhitespace).map { part in
        String(String.UnicodeScalarView(part.unicodeScalars.filter(isShown)))
    }
    let line = parts.filter { !$0.isEmpty }.joined(separator: " ")
    return line.isEmpty ? nil : line
}
