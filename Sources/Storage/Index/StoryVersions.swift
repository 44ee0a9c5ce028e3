import GRDB
package import News

extension StoryIndex {
    /// When a story was read as it is now, and when its older versions were, oldest first; nil when it is gone.
    package func moments(of story: Int) throws(Problem) -> (seen: Timestamp, earlier: [Timestamp])? {
        try read { db in
            guard let seen = try Int.fetchOne(db, sql: "SELECT seen FROM story WHERE id = ?", arguments: [story]) else {
                return nil
            }
            let earlier = try Int.fetchAll(
                db, sql: "SELECT seen FROM version WHERE story = ? ORDER BY number", arguments: [story])
            return (Timestamp(seconds: seen), earlier.map { Timestamp(seconds: $0) })
        }
    }
}
