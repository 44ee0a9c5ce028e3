/// What went wrong, in words for a person.
package struct Problem: Error, Hashable, Sendable {
    /// One sentence that names the file or feed: "Articles/World/x.txt is empty."
    package let summary: String
    /// What to do about it; empty when there is nothing to do.
    package let remedy: String
    /// The cause as the system put it; empty when the summary says all.
    package let detail: String

    package init(_ summary: String, remedy: String = "", detail: String = "") {
        self.summary = summary
        self.remedy = remedy
        self.detail = detail
    }
}
