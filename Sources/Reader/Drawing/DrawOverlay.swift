import News
import Screen

extension AppState {
    /// Where the open overlay lies; nil when there is none, or only the search in the footer.
    var overlayRegion: OverlayRegion? {
        switch overlay {
        case .none, .search, .command, .map: nil
        case .countries(let chooser): OverlayRegion(on: size, rows: chooser.mostRows, isTyped: true)
        case .help(let help):
            OverlayRegion(
                on: size, rows: helpLines(HelpList(place: help.place, keymap: keymap, glyphs: glyphs), on: size).count,
                isTyped: true)
        case .card(let card):
            OverlayRegion(
                on: size,
                rows: cardLines(of: card.entity, columns: OverlayRegion.columns(on: size), isTall: true).count,
                isTyped: false)
        case .links(let links): OverlayRegion(on: size, rows: links.entries.count, isTyped: false)
        case .facts: OverlayRegion(on: size, rows: factLines.count, isTyped: false)
        case .problems(let sheet): OverlayRegion(on: size, rows: sheet.lines.count, isTyped: false)
        }
    }

    func helpLineCount(_ help: HelpList) -> Int { helpLines(help, on: size).count }

    /// The facts broken into lines: a name beside the first line of its words.
    var factLines: [(name: String, words: String)] {
        let width = OverlayRegion.columns(on: size) - OverlayRegion.labelColumns
        return facts.flatMap { fact in
            lines(of: fact.words, width: width, atMost: 4).enumerated().map { ($0 == 0 ? fact.name : "", $1) }
        }
    }
}

func drawOverlay(_ state: AppState, on frame: inout Frame) {
    if case .command(let prompt) = state.overlay { return drawCommand(prompt, state, on: &frame) }
    if case .search(let prompt) = state.overlay, !prompt.completions.isEmpty {
        return drawCompletions(
            prompt.completions, chosen: prompt.chosen, Texts.completions, on: state.size, &frame)
    }
    if case .map(let map) = state.overlay { return drawMap(map, state, on: &frame) }
    guard let region = state.overlayRegion else { return }
    switch state.overlay {
    case .none, .search, .command, .map: break
    case .countries(let chooser): draw(chooser, orElse: state.noEntryWords(of: chooser), in: region, on: &frame)
    case .help(let help):
        drawBox(Texts.keys(in: help.place), in: region, on: &frame)
        let hint = Texts.helpHint(
            scrolling: state.glyphs.spelled(keys: "\(Key.down.name) \(Key.pageDown.name)"))
        drawTyped(help.words, or: hint, in: region, on: &frame)
        draw(help, on: state.size, in: region.inside, on: &frame)
    case .card(let card): draw(card, state, in: region, on: &frame)
    case .links(let links): draw(links, in: region, on: &frame)
    case .facts(let top):
        drawBox(state.factsAreOfFeed ? Texts.feedFacts : Texts.facts, in: region, on: &frame)
        let facts = state.factLines
        if top + region.inside.rows < facts.count { drawMore(in: region.inside, on: &frame) }
        for (line, fact) in facts.dropFirst(top).prefix(region.inside.rows).enumerated() {
            frame.write(fact.name, in: region.inside, line: line, role: .overlayDim)
            frame.write(fact.words, in: region.inside, line: line, at: OverlayRegion.labelColumns, role: .overlay)
        }
    case .problems(let sheet):
        drawBox(sheet.title, in: region, on: &frame)
        for (line, row) in sheet.lines.dropFirst(sheet.top).prefix(region.inside.rows).enumerated() {
            frame.write(row.words, in: region.inside, line: line, at: 1, role: row.role)
            if !row.end.isEmpty { frame.write(row.end + " ", atEndOf: region.inside, line: line, role: .overlayDim) }
        }
        if sheet.top + region.inside.rows < sheet.lines.count { drawMore(in: region.inside, on: &frame) }
    }
}

func drawBox(_ title: String, in region: OverlayRegion, on frame: inout Frame) {
    let border = region.border
    frame.fill(border, role: .overlay)
    let line = String(repeating: "─", count: max(0, border.columns - 2))
    frame.write("╭" + line + "╮", in: border, role: .overlayBorder)
    frame.write(elided(" \(title) ", to: border.columns - 4), in: border, at: 2, role: .overlayTitle)
    for row in 1..<max(1, border.rows - 1) {
        frame.write("│", in: border, line: row, role: .overlayBorder)
        frame.write("│", in: border, line: row, at: border.columns - 1, role: .overlayBorder)
    }
    frame.write("╰" + line + "╯", in: border, line: border.rows - 1, role: .overlayBorder)
}

/// The line in which typing narrows the rows.
func drawTyped(_ words: String, or hint: String, in region: OverlayRegion, on frame: inout Frame) {
    guard let prompt = region.prompt else { return }
    if words.isEmpty {
        frame.write(elided(hint, to: prompt.columns), in: prompt, role: .overlayDim)
        frame.cursor = Position(row: prompt.row, column: prompt.column)
    } else {
        let shown = elided(words, to: prompt.columns - 1)
        let used = frame.write(shown, in: prompt, role: .overlayTitle)
        frame.cursor = Position(row: prompt.row, column: prompt.column + used)
    }
}

private enum HelpLine {
    case heading(String)
    /// Keys, and words: the keys are empty where the words go on.
    case key(String, String)
}

private func helpLines(_ help: HelpList, on size: Size) -> [HelpLine] {
    let width = OverlayRegion.columns(on: size) - OverlayRegion.labelColumns - 2
    return help.rows.flatMap { row -> [HelpLine] in
        switch row {
        case .heading(let words): return [.heading(words)]
        case .key(let keys, let words, _):
            return lines(of: words, width: width, atMost: 4).enumerated().map { .key($0 == 0 ? keys : "", $1) }
        }
    }
}

private func draw(_ help: HelpList, on size: Size, in inside: Region, on frame: inout Frame) {
    let rows = helpLines(help, on: size)
    if rows.isEmpty { frame.write(Texts.noSuchKey, in: inside, role: .overlayDim) }
    for (line, row) in rows.dropFirst(help.top).prefix(inside.rows).enumerated() {
        switch row {
        case .heading(let words): frame.write(words, in: inside, line: line, role: .overlayTitle)
        case .key(let keys, let words):
            frame.write(elided(keys, to: OverlayRegion.labelColumns), in: inside, line: line, at: 1, role: .overlayDim)
            frame.write(words, in: inside, line: line, at: OverlayRegion.labelColumns + 2, role: .overlay)
        }
    }
    if help.top + inside.rows < rows.count { drawMore(in: inside, on: &frame) }
}

/// Cut off below: an arrow says that there is more.
func drawMore(in inside: Region, on frame: inout Frame) {
    frame.write("↓", row: inside.row + inside.rows - 1, column: inside.column + inside.columns - 1, role: .overlayTitle)
}
