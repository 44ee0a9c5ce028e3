import CNcurses
import Glibc
package import Screen

/// The terminal that the program was started in, through ncurses. There is one at a time, used by one thread.
///
/// From `init` to `end` the program has the whole screen: keys come unechoed, standard error is held back, and signals
/// (resize, stop, continue, end) become inputs. A crash, too, gives the terminal back first.
package final class CursesTerminal: Terminal {
    // A class, because the terminal has to be given back exactly once, whoever lets go of it last.

    package private(set) var size = Size(columns: 0, rows: 0)
    /// How many colours are used: 256, 16, 8, or 0 where there are none or `NO_COLOR` is set.
    package let colours: Int

    /// How a role looks: a blank of it, as ncurses has cells.
    private struct Look {
        let blank: cchar_t

        init(attributes: attr_t, pair: Int32) {
            var blank = cchar_t()
            nc_set_cell(&blank, [0x20, 0], attributes, pair)
            self.blank = blank
        }
    }

    /// ncurses' own; deleted by `end`.
    private let screen: OpaquePointer
    private let output: FrameOutput
    private var looks: [Role: Look]
    private let wakeup: Wakeup
    private let signals: Int32
    private var keyboard = CursesKeyboard()
    /// What stands on the screen; nil when that is not known.
    private var shown: Frame?
    private var cursorIsVisible = false
    private var isOpen = true
    private var hasEnded = false
    /// One row on its way to ncurses.
    private var row: [cchar_t] = []

    /// Takes the terminal.
    ///
    /// - Parameters:
    ///   - wakeup: what background work wakes the wait for input with.
    ///   - paint: how a role looks with so many colours.
    package init(wakeup: Wakeup, paint: (Role, Int) -> Paint) throws(TerminalFault) {
        try Self.checkTerminal()
        var modes = termios()
        tcgetattr(STDIN_FILENO, &modes)
        let reset = Self.resetBytes()
        signals = Signals.catchAll()
        // newterm, because initscr would end the program where it cannot do its work.
        use_env(false)
        use_tioctl(true)
        let thrift = FrameThrift(waitsToWrap: nc_has("xenl")) {
            nc_capability($0).map { Self.withoutPadding(Array(String(cString: $0).utf8)) }
        }
        guard let output = FrameOutput(thrift: thrift), let screen = nc_newterm(output.file) else {
            Signals.release()
            throw .unknownTerminal(environment("TERM") ?? "")
        }
        self.screen = screen
        self.output = output
        self.wakeup = wakeup
        Self.setModes()
        colours = Self.startColours()
        looks = Self.looks(colours: colours, paint: paint)
        Rescue.prepare(reset: reset, modes: modes)
        curs_set(0)
        size = Size(columns: Int(nc_columns()), rows: Int(nc_lines()))
        _ = fitToTerminal()
    }

    deinit { end() }

    /// Gives the terminal back as it was; what was written to standard error meanwhile is seen now. Once is enough.
    package func end() {
        guard isOpen else { return }
        isOpen = false
        hasEnded = true
        Self.startMouse(false)
        endwin()
        Rescue.dismiss()
        Signals.release()
        delscreen(screen)
    }

    /// Only what changed of each row is handed over, and ncurses sends of it only what differs.
    package func show(_ frame: Frame) {
        guard isOpen else { return }
        let last = shown.flatMap { $0.size == frame.size ? $0 : nil }
        if last == nil { werase(nc_stdscr()) }
        for row in 0..<min(frame.size.rows, size.rows) {
            let columns = last.map { frame.difference(ofRow: row, from: $0) } ?? 0..<frame.size.columns
            if !columns.isEmpty { draw(frame, row, columns) }
        }
        shown = frame
        placeCursor(frame.cursor)
        refreshScreen()
    }

    /// Puts a text on the user's clipboard, where the terminal knows how; no more than about 74 kB of it.
    package func copy(_ text: String) {
        let type = environment("TERM") ?? ""
        // The Linux console would print it.
        guard isOpen, !type.hasPrefix("linux"), !type.hasPrefix("vt") else { return }
        let multiplexer: Clipboard.Multiplexer =
            environment("TMUX") != nil ? .tmux : environment("STY") != nil ? .screen : .none
        // ncurses has sent all it had: the bytes go between two frames.
        writeAll(Clipboard.sequence(text, through: multiplexer))
    }

    /// Sends everything anew with the next frame: something else wrote on the terminal.
    package func redraw() {
        shown = nil
        clearok(nc_stdscr(), true)
    }

    /// Shows everything in other looks from the next frame on.
    package func setLooks(_ paint: (Role, Int) -> Paint) {
        looks = Self.looks(colours: colours, paint: paint)
        shown = nil
    }

    /// Whether the mouse is the reader's; otherwise the terminal selects text with it.
    package func setMouse(_ isOn: Bool) {
        Self.startMouse(isOn)
    }

    private func draw(_ frame: Frame, _ number: Int, _ columns: Range<Int>) {
        row.removeAll(keepingCapacity: true)
        var role: Role?
        var blank = cchar_t()
        for column in columns {
            let cell = frame[row: number, column: column]
            if cell.role != role {
                role = cell.role
                blank = (looks[cell.role] ?? Look(attributes: 0, pair: 0)).blank
            }
            append(cell, on: blank)
        }
        wmove(nc_stdscr(), Int32(number), Int32(columns.lowerBound))
        wadd_wchnstr(nc_stdscr(), row, Int32(row.count))
    }

    /// One cell for ncurses, which makes the right half of a wide character by itself; two for a flag, since a cell
    /// can hold but one scalar that takes a column.
    private func append(_ cell: Cell, on blank: cchar_t) {
        var made = blank
        var count = 0
        cell.forEachScalar { scalar in
            if count > 0, 0x1F1E6...0x1F1FF ~= scalar {
                row.append(made)
                made = blank
                count = 0
            }
            // A base and its marks, as a cell has room for them; zeros are behind the last.
            guard count < CCHARW_MAX else { return }
            withUnsafeMutableBytes(of: &made.chars) { chars in
                chars.storeBytes(of: scalar, toByteOffset: count * MemoryLayout<wchar_t>.stride, as: UInt32.self)
            }
            count += 1
        }
        if count > 0 { row.append(made) }
    }

    private func placeCursor(_ position: Position?) {
        let isVisible = position.map { 0..<size.rows ~= $0.row && 0..<size.columns ~= $0.column } ?? false
        if isVisible, let position { wmove(nc_stdscr(), Int32(position.row), Int32(position.column)) }
        if isVisible != cursorIsVisible { curs_set(isVisible ? 1 : 0) }
        cursorIsVisible = isVisible
    }

    private func refreshScreen() {
        output.send {
            wnoutrefresh(nc_stdscr())
            doupdate()
        }
    }

    /// Waits, without using the processor, for a key, the mouse, a signal or the wake-up. After `.ended` there is nothing
    /// more.
    package func nextInput() -> Input? {
        while !hasEnded {
            let ready = waitForAnything()
            if ready.signals, let input = answer(Signals.taken()) { return input }
            if ready.isGone { return ending() }
            if let input = keyboard.next(isReady: ready.keyboard) { return input }
            if keyboard.isAtEnd { return ending() }
            if ready.wakeup {
                wakeup.noticed()
                return .woken
            }
        }
        return nil
    }

    /// Waits for something that `nextInput` would answer at once, at most so many milliseconds.
    package func hasInput(within milliseconds: Int32) -> Bool {
        let ready = waitForAnything(atMost: milliseconds)
        return ready.signals || ready.isGone || ready.keyboard || ready.wakeup
    }

    private func waitForAnything(
        atMost milliseconds: Int32 = -1
    ) -> (signals: Bool, isGone: Bool, keyboard: Bool, wakeup: Bool) {
        var watched = [STDIN_FILENO, signals, wakeup.descriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        // Keys may have been read already behind the one that was returned last.
        if poll(&watched, 3, keyboard.mayHaveMore ? 0 : milliseconds) < 0 {
            for index in watched.indices { watched[index].revents = 0 }
        }
        let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
        return (
            signals: watched[1].revents != 0, isGone: watched[0].revents & gone != 0,
            keyboard: watched[0].revents != 0, wakeup: watched[2].revents != 0
        )
    }

    private func ending() -> Input {
        hasEnded = true
        return .ended
    }

    private func answer(_ signals: Set<Int32>) -> Input? {
        var signals = signals
        if !signals.isDisjoint(with: [SIGTERM, SIGHUP, SIGINT, SIGQUIT]) { return ending() }
        if signals.contains(SIGTSTP) {
            endwin()
            raise(SIGSTOP)
            // Here the program goes on, maybe much later.
            signals = Signals.taken().union([SIGCONT])
            if !signals.isDisjoint(with: [SIGTERM, SIGHUP]) { return ending() }
        }
        if signals.contains(SIGCONT) { takeBack() }
        if signals.contains(SIGWINCH) || signals.contains(SIGCONT), fitToTerminal() { return .resized(size) }
        // For a moment it was smaller, and has lost what it cut off.
        if signals.contains(SIGWINCH) {
            redraw()
            return .resized(size)
        }
        return nil
    }

    /// The terminal after a stop, whatever happened on it meanwhile. In the background this stops the program again,
    /// before anything is drawn over what runs there.
    private func takeBack() {
        reset_prog_mode()
        if !isendwin() { endwin() }
        redrawwin(nc_stdscr())
        refreshScreen()
        curs_set(cursorIsVisible ? 1 : 0)
    }

    /// - Returns: whether the size is another than before.
    private func fitToTerminal() -> Bool {
        var window = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else {
            return false
        }
        // The size comes from outside, and ncurses allocates for it.
        let now = Size(columns: min(Int(window.ws_col), 1000), rows: min(Int(window.ws_row), 500))
        guard now != size, resizeterm(Int32(now.rows), Int32(now.columns)) == OK else { return false }
        size = now
        shown = nil
        return true
    }
}

// Taking the terminal.
extension CursesTerminal {
    private static func checkTerminal() throws(TerminalFault) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        guard let type = environment("TERM") else { throw .noTerminalType }
        // ncurses has to count columns as UTF-8 is counted, whatever locale the user has or lacks.
        if setlocale(LC_CTYPE, "") == nil || nc_locale_is_utf8() == 0 { setlocale(LC_CTYPE, "C.UTF-8") }
        var found: Int32 = 0
        guard setupterm(type, STDOUT_FILENO, &found) == OK, found == 1 else { throw .unknownTerminal(type) }
        guard nc_capability("cup") != nil else { throw .cannotPlaceText(type) }
    }

    private static func setModes() {
        cbreak()
        noecho()
        nonl()
        set_escdelay(25)
        keypad(nc_stdscr(), true)
        nodelay(nc_stdscr(), true)
        // A frame goes out whole: what is typed meanwhile is looked at between frames.
        typeahead(-1)
        var modes = termios()
        if tcgetattr(STDIN_FILENO, &modes) == 0 {
            // Ctrl-S, Ctrl-Q, Ctrl-V and Ctrl-O are keys like others.
            modes.c_iflag &= ~tcflag_t(IXON)
            modes.c_lflag &= ~tcflag_t(IEXTEN)
            tcsetattr(STDIN_FILENO, TCSANOW, &modes)
            def_prog_mode()
        }
        // A press is told at once, not held back in case it becomes a click.
        mouseinterval(0)
        startMouse(true)
    }

    private static func startMouse(_ isOn: Bool) {
        mousemask(isOn ? NC_PRESS | NC_RELEASE | NC_MOTION | NC_WHEEL_UP | NC_WHEEL_DOWN : 0, nil)
        // ncurses asks for presses and releases alone; 1002 is for the moves while a button is held.
        if nc_capability("kmous") != nil { writeAll(Array("\u{1B}[?1002\(isOn ? "h" : "l")".utf8)) }
    }

    /// - Returns: how many colours there are to be used.
    private static func startColours() -> Int {
        guard environment("NO_COLOR") == nil, has_colors(), start_color() == OK else { return 0 }
        use_default_colors()
        return switch nc_colours() {
        case 256...: 256
        case 16..<256: 16
        case 8..<16: 8
        default: 0
        }
    }

    private static func looks(colours: Int, paint: (Role, Int) -> Paint) -> [Role: Look] {
        var pairs: [[UInt8?]: Int32] = [[nil, nil]: 0]
        return Dictionary(
            uniqueKeysWithValues: Role.allCases.map { role in
                let paint = paint(role, colours)
                let colours = [paint.ink, paint.ground]
                if pairs[colours] == nil {
                    let pair = Int32(pairs.count)
                    let made = init_extended_pair(
                        pair, paint.ink.map(Int32.init) ?? -1, paint.ground.map(Int32.init) ?? -1)
                    pairs[colours] = made == OK ? pair : 0
                }
                return (role, Look(attributes: attributes(of: paint), pair: pairs[colours] ?? 0))
            })
    }

    private static func attributes(of paint: Paint) -> attr_t {
        let parts = [
            (paint.bold, NC_BOLD), (paint.dim, NC_DIM), (paint.italic, NC_ITALIC), (paint.underline, NC_UNDERLINE),
            (paint.reverse, NC_REVERSE),
        ]
        return parts.reduce(0) { $1.0 ? $0 | $1.1 : $0 }
    }

    /// What sets the terminal back after a crash, when ncurses cannot be asked any more: mouse off, plain text, the cursor,
    /// ordinary keys, the ordinary screen.
    private static func resetBytes() -> [UInt8] {
        let mouseOff = nc_capability("kmous") == nil ? [] : Array("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l".utf8)
        return ["sgr0", "op", "cnorm", "rmkx", "rmcup"].reduce(into: mouseOff) { bytes, name in
            guard let text = nc_capability(name).map({ Array(String(cString: $0).utf8) }) else { return }
            bytes += withoutPadding(text)
        }
    }

    /// A capability may ask for a pause, as `$<5>`; no terminal of today needs it.
    private static func withoutPadding(_ text: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
                let end = rest.firstIndex(of: UInt8(ascii: ">"))
            {
                rest = rest[end...].dropFirst()
            } else {
                kept.append(byte)
            }
        }
        return kept
    }
}

/// The value of a variable of the environment; nil when it is not set or empty.
private func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
}

/// Writes to the terminal until all is written or it is gone.
func writeAll(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        if count > 0 {
            rest = rest.dropFirst(count)
        } else if count < 0, errno == EAGAIN {
            var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
            poll(&output, 1, 1000)
            if output.revents != Int16(POLLOUT) { return }
        } else if errno != EINTR {
            return
        }
    }
}
