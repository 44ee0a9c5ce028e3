import Screen

/// The command line: what is typed at the bottom, and above it in a box what could stand there.
func drawCommand(_ prompt: CommandPrompt, _ state: AppState, on frame: inout Frame) {
    guard let bar = state.layout.footer else { return }
    let inside = bar.inset(by: 1)
    var column = frame.write(":", in: inside, role: .prompt)
    let words = ending(of: prompt.words, columns: inside.columns - column - 1)
    column += frame.write(words, in: inside, at: column, role: .prompt)
    frame.cursor = Position(row: inside.row, column: min(inside.column + column, state.size.columns - 1))
    if let query = state.filterTyped {
        let start = inside.column + 1 + columns(of: prompt.words) - columns(of: query)
        // Asked for, it is said whatever may still be typed, and once.
        if drawQueryError(in: query, from: start, typed: query, insists: state.notice != nil, state, on: &frame) {
            return
        }
    }
    guard let notice = state.notice else {
        drawHints(state, in: inside, from: column + 2, on: &frame)
        return drawCompletions(prompt.completions, chosen: prompt.chosen, Texts.commands, on: state.size, &frame)
    }
    let room = inside.columns - column - 2
    if columns(of: notice.text) > room, drawAboveFooter(notice.text, state, on: &frame) { return }
    frame.write(elided(notice.text, to: room), in: inside, at: column + 2, role: .warning)
    drawCompletions(prompt.completions, chosen: prompt.chosen, Texts.commands, on: state.size, &frame)
}

/// What could stand in a line that is typed, in a box above it.
func drawCompletions(
    _ completions: [CommandPrompt.Completion], chosen: Int?, _ title: String, on size: Size, _ frame: inout Frame
) {
    guard let region = OverlayRegion.above(footerOf: size, rows: completions.count) else { return }
    drawBox(title, in: region, on: &frame)
    let inside = region.inside
    let first = top(0, showing: chosen ?? 0, of: completions.count, lines: inside.rows) { _ in 1 }
    let nameColumns = min(inside.columns, OverlayRegion.commandColumns)
    for (line, completion) in completions.dropFirst(first).prefix(inside.rows).enumerated() {
        let isChosen = first + line == chosen
        let nameColumns = completion.help.isEmpty ? inside.columns : nameColumns
        let role: Role = isChosen ? .overlayChosen : .overlay
        frame.fill(row: inside.row + line, column: inside.column, columns: inside.columns, role: role)
        if isChosen { frame.write("▸", in: inside, line: line, role: role) }
        // What is proposed stands at the end.
        let width = nameColumns - 3
        let isLong = columns(of: completion.line) > width
        let words = isLong ? "…" + ending(of: completion.line, columns: width - 1) : completion.line
        frame.write(words, in: inside, line: line, at: 2, role: role)
        let end = frame.write(completion.key, atEndOf: inside, line: line, role: isChosen ? role : .overlayDim)
        let room = end - nameColumns - 1
        frame.write(
            elided(completion.help, to: room), in: inside, line: line, at: nameColumns,
            role: isChosen ? role : .overlayDim)
    }
    if first + inside.rows < completions.count { drawMore(in: inside, on: &frame) }
}
