import Glibc

/// Why there is nothing to report: one sentence.
struct Obstacle: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// With the system's words for what just went wrong.
    init(_ description: String, _ code: Int32) { self.init("\(description): \(String(cString: strerror(code)))") }
}
