/// A list of subscriptions as it was read, and what in it was of no use.
package struct SubscriptionReading: Sendable {
    package let subscriptions: Subscriptions
    /// What could not be understood, line by line. It was left out, or stays as it is in the user's own file.
    package let problems: [Problem]

    package init(subscriptions: Subscriptions, problems: [Problem]) {
        self.subscriptions = subscriptions
        self.problems = problems
    }
}

/// What a list of subscriptions is written as: OPML, which all readers exchange, or the addresses of newsboat.
package enum SubscriptionFormat: String, CaseIterable, Sendable { case opml, urls }

/// A list written for others, and what it could not say, in words.
package struct SubscriptionExport: Sendable {
    package let text: String
    package let problems: [Problem]

    package init(text: String, problems: [Problem]) {
        self.text = text
        self.problems = problems
    }
}
