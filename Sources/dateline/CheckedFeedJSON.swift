import JSONText
import News
import Newsroom

/// A feed as the object that `dateline feeds check` promises. Texts are there even when they say nothing (""); what the feed does
/// not tell otherwise is null.
struct CheckedFeedJSON {
    let feed: CheckedFeed
    let place: String

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("file", place)
            json.field("feed") { $0.object { writeFeed(to: &$0) } }
            json.field("entries") {
                $0.array { json in for entry in feed.entries { json.object { write(entry, to: &$0) } } }
            }
            write(feed.faults, as: "faults", to: &json)
        }
    }

    private func writeFeed(to json: inout JSONWriter) {
        json.field("title", feed.title ?? "")
        json.field("subtitle", feed.subtitle ?? "")
        json.field("link", feed.link)
        json.field("id", feed.id)
        json.field("language", feed.language)
        json.field("author", feed.author)
        json.field("published", feed.published?.iso8601)
        json.field("updated", feed.updated?.iso8601)
        write(feed.refreshMinutes, as: "refresh_minutes", to: &json)
        json.field("new_address", feed.newAddress)
    }

    private func write(_ entry: CheckedFeed.Entry, to json: inout JSONWriter) {
        json.field("id", entry.id)
        json.field("title", entry.title ?? "")
        json.field("link", entry.link)
        json.field("author", entry.author)
        json.field("published", entry.published?.iso8601)
        json.field("updated", entry.updated?.iso8601)
        json.field("summary", entry.summary ?? "")
        json.field("content", entry.content ?? "")
        write(entry.links, as: "links", to: &json)
        json.field("enclosures") {
            $0.array { json in
                for enclosure in entry.enclosures {
                    json.object { json in
                        json.field("url", enclosure.url)
                        json.field("type", enclosure.type)
                        write(enclosure.length, as: "length", to: &json)
                    }
                }
            }
        }
        write(entry.tags, as: "tags", to: &json)
        json.field("language", entry.language)
    }

    private func write(_ number: Int?, as name: String, to json: inout JSONWriter) {
        json.field(name) { $0.value(number.map { .number(String($0)) } ?? .null) }
    }

    private func write(_ words: [String], as name: String, to json: inout JSONWriter) {
        json.field(name) { $0.array { json in for word in words { json.value(.string(word)) } } }
    }
}
