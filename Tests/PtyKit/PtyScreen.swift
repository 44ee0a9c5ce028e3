import CVterm

/// A terminal emulator's screen: what a person would see of the bytes that it is fed.
package final class PtyScreen {
    // A class, because the emulator is freed with it and calls back into it.

    /// What one column of one row shows.
    package struct Cell: Hashable, Sendable {
        /// Empty in the right half of a wide character, a blank where nothing was drawn.
        package let text: String
        package let bold: Bool
        package let italic: Bool
        package let underline: Bool
        package let reverse: Bool
        /// A number of the palette; nil is the terminal's own.
        package let ink: Int?
        package let ground: Int?
    }

    package private(set) var columns: Int
    package private(set) var rows: Int
    package fileprivate(set) var cursorIsVisible = true
    package fileprivate(set) var isAlternate = false
    /// How often the bell rang.
    package fileprivate(set) var bells = 0
    private let emulator: OpaquePointer
    private let screen: OpaquePointer

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        guard let emulator = vterm_new(Int32(max(1, rows)), Int32(max(1, columns))) else {
            preconditionFailure("no memory for a terminal")
        }
        self.emulator = emulator
        screen = vterm_obtain_screen(emulator)
        vterm_set_utf8(emulator, 1)
        vterm_screen_enable_altscreen(screen, 1)
        vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
        vterm_screen_reset(screen, 1)
    }

    deinit { vterm_free(emulator) }

    /// All rows, without the blanks at their ends.
    package var text: String { (0..<rows).map(line).joined(separator: "\n") }

    /// One row without the blanks at its end; empty outside the screen.
    package func line(_ row: Int) -> String {
        guard 0..<rows ~= row else { return "" }
        var line = (0..<columns).map { cell(row: row, column: $0).text }.joined()
        while line.utf8.last == 0x20 { line.unicodeScalars.removeLast() }
        return line
    }

    package func cell(row: Int, column: Int) -> Cell {
        var cell = pk_cell()
        _ = pk_get_cell(screen, Int32(row), Int32(column), &cell)
        return Cell(
            text: text(of: cell), bold: cell.bold != 0, italic: cell.italic != 0, underline: cell.underline != 0,
            reverse: cell.reverse != 0, ink: cell.ink < 0 ? nil : Int(cell.ink),
            ground: cell.ground < 0 ? nil : Int(cell.ground))
    }

    package var cursor: (row: Int, column: Int) {
        var place = VTermPos()
        vterm_state_get_cursorpos(vterm_obtain_state(emulator), &place)
        return (Int(place.row), Int(place.col))
    }

    /// - Returns: what the terminal answers to the questions that were among the bytes.
    func feed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.withUnsafeBytes {
            _ = vterm_input_write(emulator, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        vterm_screen_flush_damage(screen)
        var answers = [CChar](repeating: 0, count: 4096)
        let count = vterm_output_read(emulator, &answers, answers.count)
        return answers[..<count].map(UInt8.init(bitPattern:))
    }

    func resize(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        vterm_set_size(emulator, Int32(max(1, rows)), Int32(max(1, columns)))
    }

    private func text(of cell: pk_cell) -> String {
        var text = String.UnicodeScalarView()
        withUnsafeBytes(of: cell.scalars) { bytes in
            for value in bytes.bindMemory(to: UInt32.self) {
                // All bits are set in the right half of a wide character; zero ends the text.
                guard value != 0, let scalar = Unicode.Scalar(value) else { break }
                text.append(scalar)
            }
        }
        return cell.scalars.0 == 0 ? " " : String(text)
    }
}

/// Emulators keep this pointer for as long as they live; what it points to is never changed.
private nonisolated(unsafe) let callbacks: UnsafePointer<VTermScreenCallbacks> = {
    var callbacks = VTermScreenCallbacks()
    callbacks.settermprop = { property, value, user in
        guard let user, let value = value?.pointee else { return 0 }
        let screen = Unmanaged<PtyScreen>.fromOpaque(user).takeUnretainedValue()
        switch property {
        case VTERM_PROP_CURSORVISIBLE: screen.cursorIsVisible = value.boolean != 0
        case VTERM_PROP_ALTSCREEN: screen.isAlternate = value.boolean != 0
        default: return 0
        }
        return 1
    }
    callbacks.bell = { user in
        guard let user else { return 0 }
        Unmanaged<PtyScreen>.fromOpaque(user).takeUnretainedValue().bells += 1
        return 1
    }
    let kept = UnsafeMutablePointer<VTermScreenCallbacks>.allocate(capacity: 1)
    kept.initialize(to: callbacks)
    return UnsafePointer(kept)
}()
