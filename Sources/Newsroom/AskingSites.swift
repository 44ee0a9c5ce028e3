import Feeds
package import News
import Synchronization

/// A feed that a page says it has.
package struct OfferedFeed: Hashable, Sendable {
    package let address: FeedAddress
    /// As the page calls it; nil when it does not.
    package let title: String?
    /// Whether it seems to be of what readers say beneath the stories.
    package let isOfComments: Bool
}

/// What stands at an address that somebody wants to subscribe to.
package enum SiteAnswer: Sendable {
    /// A feed: the subscription with what it says of itself, at the address that it has moved to for good.
    case feed(Subscription, stories: Int)
    /// A web page with feeds, at least one.
    case page([OfferedFeed])
    /// Nobody can say now: no network, or a server with a fault of its own. Why.
    case silence(Problem)
}

extension Newsroom {
    /// Asks what stands at the address of a subscription.
    /// - Throws: when it is no feed, and no page that has some.
    package func answer(of feed: Subscription) throws(Problem) -> SiteAnswer {
        switch fetched(try feed.request()) {
        case .new(let fetched): return try answer(fetched, feed)
        case .unchanged, .cancelled: return .silence(Problem("It was not fetched."))
        case .failed(let failure) where failure.isNo: throw failure.problem
        case .failed(let failure): return .silence(failure.problem)
        }
    }

    /// The feed to subscribe to for an address that somebody typed: what stands there, or what its page offers first. The
    /// address itself where nobody can say.
    /// - Throws: when it is no feed, and no page that has some.
    package func feedMeant(by feed: Subscription) throws(Problem) -> Subscription {
        switch try answer(of: feed) {
        case .feed(let found, _): found
        case .page(let offers): try self.feed(offered: offers.first { !$0.isOfComments } ?? offers[0], like: feed).feed
        case .silence: feed
        }
    }

    /// A feed that a page offers. It is believed to be one when it cannot be asked; then there is no count of its stories.
    /// - Parameter site: the subscription that was asked for.
    package func feed(
        offered: OfferedFeed, like site: Subscription
    ) throws(Problem) -> (feed: Subscription, stories: Int?) {
        var wanted = site
        wanted.address = offered.address
        wanted.title = offered.title
        switch try answer(of: wanted) {
        case .feed(let found, let stories): return (found, stories)
        case .silence: return (wanted, nil)
        case .page:
            throw Problem(
                "\(site.address.shown) offers \(offered.address.shown) as a feed, which is a web page.",
                remedy: "Look at the site in a browser.")
        }
    }

    /// What a server gives at an address, to be read as a feed.
    package func fetchedFeed(at address: String) throws(Problem) -> ServedFeed {
        guard let place = WebAddress(address) else { throw Problem("“\(address)” is no address that can be fetched.") }
        switch fetched(FetchRequest(place)) {
        case .new(let fetched):
            return ServedFeed(
                bytes: fetched.bytes, contentType: fetched.facts.contentType, address: fetched.facts.address.text)
        case .failed(let failure): throw failure.problem
        case .unchanged, .cancelled: throw Problem("It was not fetched.")
        }
    }

    private func answer(_ fetched: Fetched, _ asked: Subscription) throws(Problem) -> SiteAnswer {
        let facts = fetched.facts
        do throws(Problem) {
            let feed = try parsedFeed(fetched.bytes, contentType: facts.contentType, address: facts.address.text)
            var found = asked
            found.title = feed.title ?? asked.title
            found.site = feed.link
            if let moved = facts.permanentAddress.flatMap({ FeedAddress($0.text) }) { found.address = moved }
            return .feed(found, stories: feed.entries.count)
        } catch {
            let offers = discoveredFeeds(inPage: fetched.bytes, address: facts.address.text).compactMap { feed in
                FeedAddress(feed.address).map {
                    OfferedFeed(address: $0, title: feed.title, isOfComments: feed.isOfComments)
                }
            }
            if !offers.isEmpty { return .page(offers) }
            throw Problem(
                "\(asked.address.shown) names no feed. \(error.summary)",
                remedy: "Look for the feed's address on the site.")
        }
    }

    /// One answer.
    func fetched(_ request: FetchRequest) -> FetchOutcome {
        let answer = Mutex<FetchOutcome>(.cancelled)
        fetcher.fetchAll([request]) { _, outcome in answer.withLock { $0 = outcome } }
        return answer.withLock { $0 }
    }
}
