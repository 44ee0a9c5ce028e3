import News
import Storage

/// A story that a search found, read again.
struct FoundStory: Sendable {
    let article: Article
    /// In the index.
    let number: Int
    let mentions: [NameMentions]
    let search: SearchText

    init(_ article: Article, number: Int, mentions: [NameMentions]) {
        self.article = article
        self.number = number
        self.mentions = mentions
        search = SearchText(
            title: article.title, speakers: mentions.filter { $0.quotes > 0 }.map(\.name), names: mentions.map(\.name),
            text: article.shownText)
    }

    /// Undated ones are older than all others; of one moment goes by number.
    func isNewer(than other: Self) -> Bool {
        let moment = article.published?.seconds ?? .min
        let otherMoment = other.article.published?.seconds ?? .min
        return moment != otherMoment ? moment > otherMoment : number < other.number
    }
}
