/// One thing that the user wants otherwise of a feed.
package enum FeedSetting: Hashable, Sendable {
    /// Minutes between two looks; nil for the usual.
    case interval(Int?)
    case fullText(Bool)
    case hidden(Bool)
    case tags([String])

    package func apply(to feed: inout Subscription) {
        switch self {
        case .interval(let minutes): feed.interval = minutes
        case .fullText(let isOn): feed.isFullText = isOn
        case .hidden(let isOn): feed.isHidden = isOn
        case .tags(let tags): feed.tags = tags
        }
    }
}
