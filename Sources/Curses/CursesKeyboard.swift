import CNcurses
import Glibc
import Screen

/// Keys and mouse as ncurses reads them, as `Input`.
///
/// ncurses is asked for bytes rather than for characters: its own decoder loses the first half of a character whose second
/// half comes a moment later, as it may over a network.
struct CursesKeyboard {
    /// Whether there may be input that was read from the terminal but not returned yet.
    private(set) var mayHaveMore = false
    /// How often there should have been something to read, and was not.
    private var emptyReads = 0
    /// Read too far, to be read again; the next is last.
    private var putBack: [Int32] = []
    /// Acts of the mouse that came together, the next one last.
    private var acts: [MouseEvent] = []
    private var lastPress: (position: Position, time: Int)?

    /// A terminal that is always ready and never gives a byte is at its end.
    var isAtEnd: Bool { emptyReads > 8 }

    /// The next key or act of the mouse that is there now; nil when there is none.
    /// - Parameter isReady: whether the terminal says that there is something to read.
    mutating func next(isReady: Bool) -> Input? {
        if let act = acts.popLast() { return .mouse(act) }
        while let code = read() {
            emptyReads = 0
            if let input = input(code) {
                mayHaveMore = true
                return input
            }
        }
        mayHaveMore = false
        if isReady { emptyReads += 1 }
        return nil
    }

    /// A byte, or a key's code above 255.
    private mutating func read() -> Int32? {
        if let code = putBack.popLast() { return code }
        let code = wgetch(nc_stdscr())
        return code == ERR ? nil : code
    }

    /// What a code is, with the codes that belong to it; nil for what is of no use here.
    private mutating func input(_ code: Int32) -> Input? {
        switch code {
        case KEY_MOUSE: mouse().map(Input.mouse)
        case 0x1B: escape()
        case 0x80...0xFF: character(startingWith: UInt8(code))
        case 256...: Self.special(code).map(Input.key)
        default: Self.ascii(UInt8(code)).map(Input.key)
        }
    }

    private static func ascii(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x20..<0x7F: .character(Character(Unicode.Scalar(byte)))
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x08, 0x7F: .backspace
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
        default: nil
        }
    }

    private static func special(_ code: Int32) -> Key? {
        switch code {
        case KEY_UP: .up
        case KEY_DOWN: .down
        case KEY_LEFT: .left
        case KEY_RIGHT: .right
        case KEY_PPAGE, KEY_A3: .pageUp
        case KEY_NPAGE, KEY_C3: .pageDown
        case KEY_HOME, KEY_FIND, KEY_A1: .home
        case KEY_END, KEY_SELECT, KEY_C1, KEY_LL: .end
        case KEY_ENTER: .enter
        case KEY_BTAB: .backTab
        case KEY_BACKSPACE: .backspace
        case KEY_DC: .delete
        case nc_function_key(1)...nc_function_key(24): .function(Int(code - nc_function_key(0)))
        default: nil
        }
    }

    /// A character of several bytes, as far as it is there. Bytes that are no UTF-8 are dropped.
    private mutating func character(startingWith first: UInt8) -> Input? {
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var bytes = [first]
        while bytes.count < length, let code = read() ?? laterByte() {
            guard 0x80..<0xC0 ~= code else {
                putBack.append(code)
                return nil
            }
            bytes.append(UInt8(code))
        }
        guard let text = String(validating: bytes, as: UTF8.self), let character = text.first else { return nil }
        return .key(.character(character))
    }

    /// The rest of a character may be on its way.
    private func laterByte() -> Int32? {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&input, 1, 50) == 1, input.revents == Int16(POLLIN) else { return nil }
        let code = wgetch(nc_stdscr())
        return code == ERR ? nil : code
    }

    /// The Escape key, or a sequence that ncurses does not know, which is left out whole: a key with Alt or Ctrl, a report
    /// of focus, an answer of the terminal's.
    private mutating func escape() -> Input? {
        var taken: [Int32] = []
        reading: while taken.count < 256, let code = read() {
            let part = Self.part(code, first: taken.first, last: taken.last)
            if part == .end { return nil }
            taken.append(code)
            if part == .foreign { break reading }
        }
        putBack += taken.reversed()
        return .key(.escape)
    }

    private enum Part { case more, end, foreign }

    /// What a code is in a sequence that Escape began.
    private static func part(_ code: Int32, first: Int32?, last: Int32?) -> Part {
        switch first.flatMap({ Unicode.Scalar(UInt32($0)) }) {
        case nil: return "[O]P_^".unicodeScalars.contains { $0.value == UInt32(code) } ? .more : .foreign
        case "[": return 0x40..<0x7F ~= code ? .end : 0x20..<0x40 ~= code ? .more : .foreign
        case "O": return 0x40..<0x7F ~= code ? .end : .foreign
        default:
            let isEnd = code == 0x07 || code == 0x5C && last == 0x1B
            return isEnd ? .end : code < 256 ? .more : .foreign
        }
    }

    /// The first of the acts that ncurses tells of by one key: it gathers what comes together, and gives the last first.
    private mutating func mouse() -> MouseEvent? {
        var events: [MEVENT] = []
        var event = MEVENT()
        while events.count < 64, getmouse(&event) == OK { events.append(event) }
        acts = events.reversed().compactMap { act($0) }.reversed()
        return acts.popLast()
    }

    /// Two presses at one place within 400 ms are a double press.
    private mutating func act(_ event: MEVENT) -> MouseEvent? {
        let position = Position(row: Int(event.y), column: Int(event.x))
        if event.bstate & NC_WHEEL_UP != 0 { return MouseEvent(.wheelUp, at: position) }
        if event.bstate & NC_WHEEL_DOWN != 0 { return MouseEvent(.wheelDown, at: position) }
        if event.bstate & NC_RELEASE != 0 { return MouseEvent(.release, at: position) }
        if event.bstate & NC_MOTION != 0 { return MouseEvent(.drag, at: position) }
        guard event.bstate & NC_PRESS != 0 else { return nil }
        let time = milliseconds()
        if let last = lastPress, last.position == position, time - last.time < 400 {
            lastPress = nil
            return MouseEvent(.doublePress, at: position)
        }
        lastPress = (position, time)
        return MouseEvent(.press, at: position)
    }

    private func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
