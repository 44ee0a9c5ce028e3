/// Why there can be no screen. Nothing has been drawn when it is thrown.
package enum TerminalFault: Error, Hashable, Sendable, CustomStringConvertible {
    case notATerminal
    case noTerminalType
    case unknownTerminal(String)
    case cannotPlaceText(String)

    /// One sentence for the person at the terminal.
    package var description: String {
        switch self {
        case .notATerminal:
            "Dateline needs a terminal to draw on; its input and output must not be redirected."
        case .noTerminalType:
            "The environment variable TERM is not set, so the kind of terminal is not known."
        case .unknownTerminal(let type):
            "The terminal type TERM=\(printable(type)) is not known here; TERM=xterm-256color suits most terminals."
        case .cannotPlaceText(let type):
            "A terminal of the type TERM=\(printable(type)) cannot place text on the screen."
        }
    }

    /// The value comes from outside and goes to the terminal.
    private func printable(_ type: String) -> String {
        String(type.unicodeScalars.prefix(40).map { 0x21..<0x7F ~= $0.value ? Character($0) : "?" })
    }
}
