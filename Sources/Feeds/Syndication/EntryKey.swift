import News

extension ParsedEntry {
    /// What tells this entry from the others of its feed, and knows it again in a later version of the feed: its id, else its
    /// link, else its title and date, else its text. Never empty; the same for the same words, in every run.
    package var key: String {
        if let id { return id }
        if let link { return link }
        if let title { return [title, (published ?? updated)?.iso8601].compactMap { $0 }.joined(separator: " ") }
        let text = (summary ?? content)?.line ?? enclosures.first?.url ?? (published ?? updated)?.iso8601
        return text.map { String($0.prefix(200)) } ?? "an entry that says nothing"
    }
}
