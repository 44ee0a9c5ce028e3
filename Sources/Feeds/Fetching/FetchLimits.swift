/// How long a fetch may take and how much may come. Waiting in the queue does not count.
package struct FetchLimits: Hashable, Sendable {
    /// To reach the server, its name looked up and TLS agreed on.
    package var connect = Duration.seconds(10)
    /// Without a sign of the server.
    package var idle = Duration.seconds(15)
    /// For all, with its redirects.
    package var total = Duration.seconds(60)
    /// Of the body, unpacked.
    package var bytes = 10_000_000
    /// Of all header fields; browsers stop at as many.
    package var headBytes = 262_144
    package var redirects = 5

    package init() {}
}
