/// Makes what ncurses sends for a frame shorter, and no different on the screen.
///
/// ncurses sets a style by several sequences, from nothing each time, and for blanks and cleared lines too: where words of
/// many styles change at once that is two fifths of all it sends. Here the sequences are taken in as they come, and
/// when something is drawn that shows the style, the difference to the last one is sent. And where it names row and column, while
/// the cursor is in that row or in the one above, the column is enough.
///
///     ncurses ─► bytes of a frame ─► FrameThrift ─► the terminal
///
/// What is not understood leaves the whole frame as it was: then nothing is known of what it did.
package struct FrameThrift: Sendable {
    /// Whether the terminal knows the numbers that end one attribute or colour alone.
    private let canTakeBack: Bool
    /// What a blank shows of a pen, beside the ground.
    private let seenOnBlanks: Pen.Attributes
    /// Whether a move within the row, or to the next, can name the column alone.
    private let knowsColumns: Bool

    /// - Parameters:
    ///   - waitsToWrap: whether the cursor stays in the row when its last column is written (terminfo's xenl).
    ///   - capability: a text of terminfo by its name, without the pauses it may ask for; nil where there is none.
    /// - Returns: nil for a terminal whose styles are no SGR sequences.
    package init?(waitsToWrap: Bool, _ capability: (String) -> [UInt8]?) {
        func text(_ name: String) -> String? { capability(name).map { String(decoding: $0, as: UTF8.self) } }
        let plain = ["\u{1B}[m", "\u{1B}[0m"]
        let charsets = ["", "\u{0F}", "\u{1B}(B"]
        guard let end = text("sgr0"),
            plain.contains(where: { plain in charsets.contains { end == plain + $0 || end == $0 + plain } })
        else { return nil }
        let hasColours = text("setaf") != nil
        canTakeBack = text("rmul") == "\u{1B}[24m" && (!hasColours || text("op") == "\u{1B}[39;49m")
        // Without italics, 3 may be another word for reverse video.
        seenOnBlanks = text("sitm") == "\u{1B}[3m" ? [.underline, .reverse] : [.underline, .reverse, .italic]
        knowsColumns =
            waitsToWrap && text("cup") == "\u{1B}[%i%p1%d;%p2%dH" && text("hpa") == "\u{1B}[%i%p1%dG"
            && text("cud1") == "\n"
    }

    /// - Parameter bytes: all that a frame sends, from an ordinary style to an ordinary style.
    package func shortened(_ bytes: [UInt8]) -> [UInt8] {
        var pass = Pass(thrift: self, bytes: bytes)
        return pass.run() ? pass.shortened : bytes
    }
}

extension FrameThrift {
    /// The way through a frame.
    private struct Pass {
        private let thrift: FrameThrift
        private let bytes: [UInt8]
        /// Up to where they are taken in.
        private var at = 0
        /// The numbers of the sequence at hand.
        private var numbers: [Int] = []
        private(set) var shortened: [UInt8] = []
        /// What ncurses asked for last.
        private var wanted = Pen()
        /// What the terminal has; at the beginning that is not known.
        private var had: Pen?
        private var hasStyles = false
        private var hasCharset = false
        /// The cursor's, from 1; nil when it is not known.
        private var row: Int?
        /// Whether a part of the screen may scroll alone: at its end, a line feed leads to no next row.
        private var mayScroll = false

        init(thrift: FrameThrift, bytes: [UInt8]) {
            self.thrift = thrift
            self.bytes = bytes
            shortened.reserveCapacity(bytes.count)
        }

        /// - Returns: whether all was understood.
        mutating func run() -> Bool {
            while at < bytes.count {
                switch bytes[at] {
                case 0x1B: guard takeEscape() else { return false }
                case 0x0F: takeCharset(1)
                // Another set of characters, which ncurses draws lines with where there is no UTF-8.
                case 0x0E: return false
                case 0x0A:
                    row = row.map { $0 + 1 }
                    keep(1)
                case 0..<0x20: keep(1)
                case 0x20:
                    // A mark on the blank would show its ink.
                    change(forBlank: byte(1) < 0x80)
                    keep(1)
                default:
                    change(forBlank: false)
                    keep((bytes[at...].firstIndex { $0 <= 0x20 } ?? bytes.count) - at)
                }
            }
            // The next frame, or whoever has the terminal then, begins with what ncurses believes.
            if hasStyles { change(forBlank: false) }
            return true
        }

        /// So many bytes from here; 0 behind the end.
        private func byte(_ distance: Int) -> UInt8 { at + distance < bytes.count ? bytes[at + distance] : 0 }

        private mutating func keep(_ count: Int) {
            shortened += bytes[at..<at + count]
            at += count
        }

        private mutating func takeCharset(_ count: Int) {
            // Once is enough: nothing else is ever chosen.
            if hasCharset { at += count } else { keep(count) }
            hasCharset = true
        }

        private mutating func change(forBlank isBlank: Bool) {
            if had == wanted { return }
            if isBlank, let had, looksAlike(had, wanted) { return }
            shortened += wanted.sequence(after: had, canTakeBack: thrift.canTakeBack)
            had = wanted
        }

        private func looksAlike(_ one: Pen, _ other: Pen) -> Bool {
            one.ground == other.ground
                && one.attributes.intersection(thrift.seenOnBlanks)
                    == other.attributes.intersection(thrift.seenOnBlanks)
                // In reverse video the ink is what a blank shows.
                && (!one.attributes.contains(.reverse) || one.ink == other.ink)
        }

        private mutating func takeEscape() -> Bool {
            switch byte(1) {
            case UInt8(ascii: "["): return takeControl()
            case UInt8(ascii: "(") where byte(2) == UInt8(ascii: "B"):
                takeCharset(3)
                return true
            case UInt8(ascii: "="), UInt8(ascii: ">"):
                keep(2)
                return true
            default: return false
            }
        }

        /// A control sequence: parameters, then a letter that says what they are for.
        private mutating func takeControl() -> Bool {
            let start = at + 2
            guard let end = bytes[start...].firstIndex(where: { !(0x30..<0x40 ~= $0) }) else { return false }
            let parameters = start..<end
            let count = end + 1 - at
            let letter = Character(Unicode.Scalar(bytes[end]))
            let isPrivate = !parameters.isEmpty && bytes[start] >= 0x3C
            switch letter {
            case "h", "l": break
            case _ where isPrivate: return false
            case "m": return takeStyle(parameters, count)
            case "H", "d":
                if takeMove(parameters, count) { return true }
            case "C", "D", "G", "I", "Z", "`", "a": break
            case "A", "B", "E", "F", "e", "f": row = nil
            case "r":
                row = nil
                mayScroll = true
            // Cleared and new cells have the ground.
            case "J", "K", "X", "P", "@", "L", "M", "S", "T": change(forBlank: true)
            // The last character again.
            case "b": change(forBlank: false)
            default: return false
            }
            keep(count)
            return true
        }

        /// A move to a row, and maybe a column.
        /// - Returns: whether a shorter one is sent in its place; otherwise it is to be kept.
        private mutating func takeMove(_ parameters: Range<Int>, _ count: Int) -> Bool {
            let isKnown = readNumbers(parameters)
            let last = row
            row = isKnown ? max(numbers[0], 1) : nil
            guard thrift.knowsColumns, let last, let row else { return false }
            let isNext = row == last + 1 && !mayScroll
            switch numbers.count {
            // A line feed may lead to the first column, where the cursor has to be already.
            case 1 where isNext && shortened.last == 0x0D: shortened.append(0x0A)
            case 2 where isNext || row == last:
                if isNext { shortened.append(0x0A) }
                shortened += [0x1B, UInt8(ascii: "[")]
                shortened += bytes[parameters].drop { $0 != UInt8(ascii: ";") }.dropFirst()
                shortened.append(UInt8(ascii: "G"))
            default: return false
            }
            at += count
            return true
        }

        private mutating func takeStyle(_ parameters: Range<Int>, _ count: Int) -> Bool {
            guard readNumbers(parameters), wanted.take(numbers) else { return false }
            hasStyles = true
            at += count
            return true
        }

        /// One that is left out is 0.
        /// - Returns: whether there are no other signs between them.
        private mutating func readNumbers(_ parameters: Range<Int>) -> Bool {
            numbers.removeAll(keepingCapacity: true)
            var number = 0
            for byte in bytes[parameters] {
                switch byte {
                case UInt8(ascii: ";"):
                    numbers.append(number)
                    number = 0
                case UInt8(ascii: "0")...UInt8(ascii: "9"): number = min(number, 99) * 10 + Int(byte) - 0x30
                default: return false
                }
            }
            numbers.append(number)
            return true
        }
    }
}
