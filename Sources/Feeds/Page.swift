package import News
package func article(id: String, feed: String, html: String) -> Article { article(id: id, feed: feed, text: html) }
