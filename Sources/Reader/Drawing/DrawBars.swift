import News
import Screen

/// The title bar: what is listed, what narrows it, how it is sorted, and what goes on behind.
func drawTitle(_ state: AppState, in bar: Region, on frame: inout Frame) {
    frame.fill(bar, role: .title)
    let inside = bar.inset(by: 1)
    for part in titleParts(of: state, columns: inside.columns) {
        frame.write(part.text, in: inside, at: part.column, role: part.role)
    }
}

/// The last line: what is being typed; or a sentence for the reader; or where n and p stand, and what the keys do.
func drawFooter(_ state: AppState, in bar: Region, on frame: inout Frame) {
    let inside = bar.inset(by: 1)
    if case .search(let prompt) = state.overlay {
        drawPrompt(prompt, state, in: inside, on: &frame)
        return
    }
    if case .command = state.overlay { return }
    let footer = Footer(of: state, in: inside)
    if let pending = footer.pending { frame.write(pending, atEndOf: inside, role: .status) }
    if let notice = state.notice {
        if columns(of: notice.text) > footer.noticeRoom.columns {
            let parts = lines(of: notice.text, width: footer.noticeRoom.columns, atMost: 2)
            let role: Role = notice.isWarning ? .warning : .notice
            if parts.count == 2, bar.row > 3 {
                let above = Region(row: bar.row - 1, column: bar.column, columns: bar.columns, rows: 1)
                frame.fill(above, role: role)
                frame.write(parts[0], in: above.inset(by: 1), role: role)
                frame.write(parts[1], in: footer.noticeRoom, role: role)
                return
            }
        }
        let words = elided(notice.text, to: footer.noticeRoom.columns)
        frame.write(words, in: footer.noticeRoom, role: notice.isWarning ? .warning : .notice)
        return
    }
    if let status = footer.status { frame.write(status, in: footer.noticeRoom, role: .status) }
    if let percent = footer.percent { frame.write(percent, atEndOf: footer.noticeRoom, role: .hint) }
    drawHints(state, in: footer.room, from: footer.start, on: &frame)
}

/// What stands in the last line when nothing is being typed, and where.
struct Footer {
    /// What is typed of a count and of a sequence of keys.
    let pending: String?
    let status: String?
    let percent: String?
    /// Left of what is typed.
    private(set) var noticeRoom: Region
    /// The hints stand in it, from a column on.
    private(set) var room: Region
    private(set) var start = 0

    init(of state: AppState, in inside: Region) {
        func rest(_ region: Region, beside words: String) -> Region {
            var rest = region
            rest.columns = max(0, region.columns - columns(of: words) - 1)
            return rest
        }
        pending = pendingWords(state)
        noticeRoom = pending.map { rest(inside, beside: $0) } ?? inside
        let width = noticeRoom.columns
        status = walkStatus(of: state).map { elided($0, to: width) }
        percent = state.isZen && !state.place.isOverlay ? state.open.map { Texts.percent($0.percent) } : nil
        room = percent.map { [noticeRoom] in rest(noticeRoom, beside: $0) } ?? noticeRoom
        if let status { start = columns(of: status) + 2 }
    }
}

/// What is typed of a count and of a sequence of keys: "5g…".
private func pendingWords(_ state: AppState) -> String? {
    let count = state.count.flatMap { $0.before == nil ? String($0.value) : nil } ?? ""
    let keys = state.pending.isEmpty ? "" : name(of: state.pending)
    return count.isEmpty && keys.isEmpty ? nil : count + keys + "…"
}

/// Where n and p stand; nil in overlays and while no story is shown.
private func walkStatus(of state: AppState) -> String? {
    guard !state.place.isOverlay, let shown = state.shown else { return nil }
    return shown.walk.status
}

func drawHints(_ state: AppState, in room: Region, from start: Int, on frame: inout Frame) {
    for (hint, start) in placed(state.hints, columns: room.columns, from: start) {
        let column = start + frame.write(hint.keyNames, in: room, at: start, role: .hintKey) + 1
        frame.write(hint.words, in: room, at: column, role: .hint)
    }
}

/// "/ border▏", what it found, and the keys.
private func drawPrompt(_ prompt: SearchPrompt, _ state: AppState, in room: Region, on frame: inout Frame) {
    let sign = state.keymap.keyName(of: .search) + " "
    var column = frame.write(sign, in: room, role: .prompt)
    // The end of what is typed matters: it is what the next letter follows.
    let words = ending(of: prompt.words, columns: room.columns - column - 1)
    column += frame.write(words, in: room, at: column, role: .prompt)
    frame.cursor = Position(row: room.row, column: min(room.column + column, state.size.columns - 1))
    var rest = "  "
    if prompt.isTouched, let found = state.list.found {
        rest +=
            found.isEmpty
            ? Texts.noStoryHasIt : Texts.counted(state.list.rows.count, .story)
    }
    if prompt.isTouched, let shown = state.shown, case .hits = shown.walk.subject, !shown.walk.stops.isEmpty {
        rest += " · " + Texts.hitsHere(shown.walk.stops.count)
    }
    drawQueryError(in: prompt.words, from: room.column + columns(of: sign), typed: words, state, on: &frame)
    if columns(of: rest) < room.columns - column { column += frame.write(rest, in: room, at: column, role: .status) }
    drawHints(state, in: room, from: column + 2, on: &frame)
}

/// The last letters of a text that fit into so many columns.
func ending(of text: String, columns limit: Int) -> String {
    var clusters = Array(Drawable(text))
    var used = clusters.reduce(0) { $0 + $1.width }
    while used > max(0, limit), let first = clusters.first {
        used -= first.width
        clusters.removeFirst()
    }
    return clusters.map(\.glyph).joined()
}
