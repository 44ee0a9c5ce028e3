import JSONText
import News
import Newsroom

/// Stories as lines of JSON, with what other programs go on with.
struct StoryListJSON {
    let bytes: [UInt8]

    init(_ newsroom: Newsroom, _ stories: [Headline]) throws(Problem) {
        let addresses = try newsroom.feedAddresses()
        let facts = try newsroom.facts(of: stories)
        var json = JSONWriter()
        for story in stories {
            Self.write(story, facts[story.indexKey], from: addresses[story.feed.id] ?? story.feed.id, to: &json)
        }
        bytes = json.bytes
    }

    /// - Parameter feed: the address of the feed, or the folder of the file.
    private static func write(_ story: Headline, _ facts: StoryFacts?, from feed: String, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", story.id)
            json.field("title", story.title)
            json.field("link", facts?.link)
            json.field("feed", feed)
            json.field("feed_name", story.feed.name)
            json.field("source", story.source)
            json.field("byline", facts?.byline)
            json.field("language", facts?.language)
            json.field("published", story.published?.iso8601)
            json.field("countries") { write(story.countries, to: &$0) }
            json.field("mentioned") { write(story.mentioned, to: &$0) }
            json.field("words", story.wordCount)
            json.field("minutes", story.minutes)
            json.field("read", story.isRead)
            json.field("bookmarked", story.isBookmarked)
        }
        json.newLine()
    }

    private static func write(_ countries: [Country], to json: inout JSONWriter) {
        json.array { json in for country in countries { json.value(country.code) } }
    }
}
