import News
import Screen

private let barColumns = 12

/// The title bar: what is listed, what narrows it, how it is sorted, and what goes on behind.
func drawTitle(_ state: AppState, in bar: Region, on frame: inout Frame) {
    frame.fill(bar, role: .title)
    let inside = bar.inset(by: 1)
    var right = titleRight(state)
    var left = titleLeft(state)
    // What matters least goes first: the rightmost words of the left side, then the leftmost of the right.
    func width(_ parts: [TitlePart]) -> Int { parts.reduce(0) { $0 + columns(of: $1.text) + $1.gap } }
    while width(left) + width(right) > inside.columns, left.count + right.count > 1 {
        let weakest = (left + right).map(\.weight).min() ?? 0
        if left.count > 1 { left.removeAll { $0.weight == weakest } }
        right.removeAll { $0.weight == weakest }
    }
    var column = 0
    for part in left {
        if column > 0 { column += part.gap }
        column += frame.write(elided(part.text, to: inside.columns - column), in: inside, at: column, role: part.role)
    }
    column = inside.columns
    for part in right.reversed() {
        column -= columns(of: part.text)
        frame.write(part.text, in: inside, at: column, role: part.role)
        column -= part.gap
    }
}

/// Some words of the title bar; those of less weight give way.
private struct TitlePart {
    let text: String
    let role: Role
    let weight: Int
    /// Blank columns before it.
    var gap = 2
}

private func titleLeft(_ state: AppState) -> [TitlePart] {
    var parts = [
        TitlePart(text: Texts.program, role: .titleStrong, weight: 2, gap: 0),
        TitlePart(text: "\(state.list.choice.name) \(state.list.rows.count)", role: .titleStrong, weight: 9),
    ]
    var counts = [Texts.unread(state.listed.unread)]
    if state.listed.kept > 0 { counts.append("★ \(state.listed.kept)") }
    parts.append(TitlePart(text: "· " + counts.joined(separator: " · "), role: .title, weight: 3, gap: 1))
    return parts
}

private func titleRight(_ state: AppState) -> [TitlePart] {
    var parts: [TitlePart] = []
    if let progress = state.progress {
        let full = barColumns * progress.done / max(1, progress.total)
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: barColumns - full)
        parts.append(TitlePart(text: bar, role: .progress, weight: 4))
        parts.append(TitlePart(text: Texts.reading(progress.done, of: progress.total), role: .title, weight: 5))
    }
    if !state.problems.isEmpty {
        parts.append(TitlePart(text: Texts.counted(state.problems.count, .problem), role: .titleProblem, weight: 6))
    }
    if let countries = state.list.countries {
        parts.append(TitlePart(text: "\(countries.title(state.localName)) ✕", role: .titleFilter, weight: 8))
    }
    if state.list.isBookmarkedOnly {
        parts.append(TitlePart(text: "\(Texts.keptOnly) ✕", role: .titleFilter, weight: 8))
    }
    if state.list.found != nil {
        parts.append(TitlePart(text: "\(Texts.quoted(state.searchWords)) ✕", role: .titleFilter, weight: 7))
    }
    parts.append(TitlePart(text: Texts.sort(by: state.list.orderName), role: .title, weight: 1))
    return parts
}

/// The last line: what is being typed; or a sentence for the reader; or where n and p stand, and what the keys do.
func drawFooter(_ state: AppState, in bar: Region, on frame: inout Frame) {
    let inside = bar.inset(by: 1)
    if case .search(let prompt) = state.overlay {
        drawPrompt(prompt, state, in: inside, on: &frame)
        return
    }
    if case .command = state.overlay { return }
    var room = inside
    if let pending = pendingWords(state) {
        room.columns = max(0, frame.write(pending, atEndOf: inside, role: .status) - 1)
    }
    if let notice = state.notice {
        frame.write(elided(notice.text, to: room.columns), in: room, role: notice.isWarning ? .warning : .notice)
        return
    }
    var column = 0
    if let status = status(of: state) {
        column += frame.write(elided(status, to: room.columns), in: room, role: .status) + 2
    }
    if state.isZen && !state.place.isOverlay, let percent = state.open?.percent {
        room.columns = max(0, frame.write(Texts.percent(percent), atEndOf: room, role: .hint) - 1)
    }
    drawHints(state, in: room, from: column, on: &frame)
}

/// What is typed of a count and of a sequence of keys: "5g…".
private func pendingWords(_ state: AppState) -> String? {
    let count = state.count.flatMap { $0.before == nil ? String($0.value) : nil } ?? ""
    let keys = state.pending.isEmpty ? "" : name(of: state.pending)
    return count.isEmpty && keys.isEmpty ? nil : count + keys + "…"
}

/// Where n and p stand; nil in overlays and while no story is shown.
private func status(of state: AppState) -> String? {
    guard !state.place.isOverlay, let shown = state.shown else { return nil }
    return shown.walk.status
}

func drawHints(_ state: AppState, in room: Region, from start: Int, on frame: inout Frame) {
    var column = start
    for hint in fitting(state.hints, columns: room.columns - start) {
        column += frame.write(hint.keys, in: room, at: column, role: .hintKey) + 1
        column += frame.write(hint.words, in: room, at: column, role: .hint) + 2
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
