import Glibc
import News
import Screen

// Standard output and standard error. Text from outside is cleaned before it is printed, as on the screen.

/// Writes all bytes to standard output.
/// - Throws: when the disk is full or the like.
func put(_ bytes: [UInt8]) throws(Problem) {
    var done = 0
    while done < bytes.count {
        let count = bytes[done...].withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        if count >= 0 {
            done += count
        } else if errno != EINTR {
            throw Problem("The output could not be written.", detail: String(cString: strerror(errno)))
        }
    }
}

func put(_ text: String) throws(Problem) { try put(Array(text.utf8)) }

/// One line on standard error.
func complain(_ problem: Problem) {
    var words = "dateline: " + problem.summary
    if !problem.detail.isEmpty { words += " (\(problem.detail))" }
    if !problem.remedy.isEmpty { words += " \(problem.remedy)" }
    fputs(clean(words) + "\n", standardError)
}

/// Text from outside in one line, without what a terminal takes for a command.
func clean(_ text: some StringProtocol) -> String { Drawable(text).reduce(into: "") { $0 += $1.glyph } }

// Swift sees C's own names as shared variables; these are opened once and never changed.
nonisolated(unsafe) let standardOutput = fdopen(STDOUT_FILENO, "w")
nonisolated(unsafe) let standardError = fdopen(STDERR_FILENO, "w")
