/// The terminal's own way to the clipboard, OSC 52, which works over ssh too; terminals that do not know it ignore it.
enum Clipboard {
    /// Longer sequences than 100,000 bytes are refused by many terminals: so much text fits in base64.
    static let limit = 74_994

    /// Which program between us and the terminal has to be told to pass it on.
    enum Multiplexer { case none, tmux, screen }

    /// The bytes to write; a text over the limit is cut at a character.
    static func sequence(_ text: String, through multiplexer: Multiplexer) -> [UInt8] {
        let plain = Array("\u{1B}]52;c;".utf8) + base64(prefix(text)) + Array("\u{07}".utf8)
        switch multiplexer {
        case .none: return plain
        case .tmux:
            // tmux takes it itself where set-clipboard is on, and passes it on where allow-passthrough is.
            return plain + wrapped("tmux;", plain.flatMap { $0 == 0x1B ? [$0, $0] : [$0] })
        case .screen:
            // screen passes on pieces of at most 768 bytes.
            return stride(from: 0, to: plain.count, by: 256).flatMap { start in
                wrapped("", plain[start..<min(start + 256, plain.count)])
            }
        }
    }

    /// In a device control string, which multiplexers pass on to the terminal.
    private static func wrapped(_ name: String, _ bytes: some Sequence<UInt8>) -> [UInt8] {
        Array("\u{1B}P\(name)".utf8) + bytes + Array("\u{1B}\\".utf8)
    }

    private static func prefix(_ text: String) -> Substring.UTF8View {
        guard text.utf8.count > limit else { return text[...].utf8 }
        var end = text.utf8.index(text.startIndex, offsetBy: limit)
        while end.samePosition(in: text) == nil { end = text.utf8.index(before: end) }
        return text[..<end].utf8
    }

    private static func base64(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let part = rest.prefix(3)
            let value = part.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - part.count))
            for place in 0..<4 {
                encoded.append(place <= part.count ? digits[Int(value >> (18 - 6 * UInt32(place)) & 63)] : 0x3D)
            }
            rest = rest.dropFirst(3)
        }
        return encoded
    }
}
