import Glibc
import News
import Reader
import Screen

// Standard output and standard error. Text from outside is cleaned before it is printed, as on the screen.

/// Writes all bytes to standard output.
/// - Throws: when the disk is full or the like.
func put(_ bytes: [UInt8]) throws(Problem) {
    if let failure = write(bytes, to: STDOUT_FILENO) {
        throw Problem("The output could not be written.", detail: String(cString: strerror(failure)))
    }
}

func put(_ text: String) throws(Problem) { try put(Array(text.utf8)) }

/// One line on standard error, in the characters of the user's locale.
func complain(_ problem: Problem) {
    var words = "dateline: " + problem.summary
    if !problem.detail.isEmpty { words += " (\(problem.detail))" }
    if !problem.remedy.isEmpty { words += " \(problem.remedy)" }
    tell(UserLocale.current.glyphs.spelled(words) + "\n")
}

/// Writes to standard error; when nobody takes that, there is nobody to tell.
func tell(_ words: String) { _ = write(Array(words.utf8), to: STDERR_FILENO) }

/// Text from outside in one line, without what a terminal takes for a command.
func clean(_ text: some StringProtocol) -> String { Drawable(text).reduce(into: "") { $0 += $1.glyph } }

/// - Returns: the system's reason when not all could be written.
private func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var done = 0
    while done < bytes.count {
        let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 && errno != EINTR { return errno }
        done += max(0, count)
    }
    return nil
}
