package import News
package func article(id: String, feed: String, markdown: String) -> Article {
    article(id: id, feed: feed, text: markdown)
}
