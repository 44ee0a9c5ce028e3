import News
import Screen

func drawPanel(_ state: AppState, in pane: PaneRegion, on frame: inout Frame) {
    if let header = pane.header { drawTabs(state, in: header, on: &frame) }
    guard let open = state.open, let sheet = state.panelSheet(in: pane.inside) else { return }
    guard !sheet.rows.isEmpty else {
        for (number, words) in lines(of: state.tab.emptyWords, width: pane.inside.inset(by: 2).columns, atMost: 3)
            .enumerated()
        {
            frame.write(words, in: pane.inside.inset(by: 2), line: number + 1, role: .dim)
        }
        return
    }
    let first = min(open.panel.tops[state.tab] ?? 0, sheet.rows.count - 1)
    let searched = state.searchedWords
    var line = 0
    for row in first..<sheet.rows.count {
        guard line < sheet.list.rows else { break }
        let height = sheet.height(of: row)
        let region = Region(
            row: sheet.list.row + line, column: sheet.list.column, columns: sheet.list.columns,
            rows: min(height, sheet.list.rows - line))
        let look = PanelLook(isChosen: row == sheet.chosen, isFocused: state.focus == .panel, searched: searched)
        if look.isChosen { frame.fill(region, role: look.strong(.plain)) }
        if look.isChosen { frame.write("▸", in: region, role: look.strong(.plain)) }
        draw(sheet, row: row, of: open, in: region, look, on: &frame)
        line += height
    }
    if let card = sheet.card { drawCard(state, in: card, on: &frame) }
}

/// How the chosen row of the panel differs from the others.
private struct PanelLook {
    let isChosen: Bool
    let isFocused: Bool
    /// Stand out where they are.
    let searched: SearchWords?

    var hit: Role { isChosen ? (isFocused ? .chosenHit : .resting) : .hit }

    func strong(_ role: Role) -> Role { isChosen ? (isFocused ? .chosen : .resting) : role }
    func dim(_ role: Role) -> Role { isChosen ? (isFocused ? .chosenDim : .restingDim) : role }
}

private func drawTabs(_ state: AppState, in header: Region, on frame: inout Frame) {
    let isFocused = state.focus == .panel
    drawHeaderLine(in: header, isFocused: isFocused, on: &frame)
    let tabs = tabs(of: state, columns: header.columns)
    for (tab, column, words) in tabs {
        frame.write(" \(words) ", in: header, at: column - 1, role: tab == state.tab ? .headerFocused : .header)
    }
    if isFocused, let first = tabs.first { frame.write("▸", in: header, at: first.column - 1, role: .headerFocused) }
}

/// The tabs, where each begins in the panel's header, and its words. Where it is narrow a blank goes first, then the counts
/// and the names of the tabs that are not open.
func tabs(of state: AppState, columns room: Int) -> [(tab: Panel.Tab, column: Int, words: String)] {
    func words(_ tab: Panel.Tab, _ step: Int) -> String {
        let count = state.open.map { " " + $0.countWords(of: tab) } ?? ""
        let isOpen = tab == state.tab
        let name = isOpen ? "[\(tab.name)" : tab.name
        let end = isOpen ? "]" : ""
        switch step {
        case 0, 1: return name + count + end
        case 2: return name + (isOpen ? count : "") + end
        default: return isOpen ? name + count + end : String(tab.name.prefix(1))
        }
    }
    for step in 0...3 {
        // The arrow of the pane that has the keys stands before them.
        var column = step == 0 || step > 1 ? 2 : 1
        var tabs: [(tab: Panel.Tab, column: Int, words: String)] = []
        for tab in Panel.Tab.allCases {
            let words = words(tab, step)
            tabs.append((tab, column, words))
            column += columns(of: words) + 1
        }
        if column - 1 <= room || step == 3 { return tabs }
    }
    return []
}

private func draw(
    _ sheet: PanelSheet, row: Int, of open: OpenArticle, in region: Region, _ look: PanelLook, on frame: inout Frame
) {
    switch sheet.rows[row] {
    case .heading(let words): frame.write(elided(words, to: region.columns - 1), in: region, at: 1, role: .heading)
    case .quote(let quote):
        drawQuote(quote, sheet.words(of: quote, row: row), of: open, in: region, look, on: &frame)
    case .entity(let entity): draw(open.reading.entities[entity], of: open, in: region, look, on: &frame)
    case .country(let country):
        let weight = open.reading.countries[country]
        draw(
            weight, named: open.countryNames.name(of: weight.country),
            most: open.reading.countries.map(\.share).max() ?? 1, in: region, look, on: &frame)
    }
}

/// " 4 Jens Stoltenberg  said", and the words under it.
private func drawQuote(
    _ number: Int, _ words: [String], of open: OpenArticle, in region: Region, _ look: PanelLook, on frame: inout Frame
) {
    let quote = open.reading.quotes[number]
    let label = "\(number + 1)"
    let isKept = open.keptQuotes.contains(number)
    let end = region.columns - (isKept ? 3 : 1)
    let role = open.speakers.name(of: quote.speaker?.name).map(look.strong) ?? look.dim(.cue)
    frame.write(label, in: region, at: max(1, Layout.panelIndent - 1 - columns(of: label)), role: role)
    if isKept { frame.write("★", in: region, at: region.columns - 2, role: look.strong(.bookmark)) }
    let speaker = elided(quote.speakerName(in: open.text), to: end - Layout.panelIndent)
    var column = Layout.panelIndent
    column +=
        frame.write(speaker, marking: look.searched, in: region, line: 0, at: column, roles: (role, look.hit)) + 2
    // A name is worth more than a cue: only a whole one stands beside it.
    let isGoingOn = quote.speaker?.certainty == .carriedOver
    let beside = isGoingOn ? "…" : quote.cue.map { String(open.text[$0]) } ?? ""
    if isGoingOn { column -= 1 }
    if column + columns(of: beside) <= end {
        frame.write(beside, in: region, at: column, role: isGoingOn ? role : look.dim(.cue))
    }
    for (line, words) in words.enumerated() {
        frame.write(
            words, marking: look.searched, in: region, line: line + 1, at: Layout.panelIndent,
            roles: (look.dim(.plain), look.hit))
    }
}

private func draw(_ entity: Entity, of open: OpenArticle, in region: Region, _ look: PanelLook, on frame: inout Frame) {
    let count = frame.write("\(entity.mentions.count) ", atEndOf: region, role: look.dim(.dim))
    frame.write(
        elided(entity.name, to: count - 3), marking: look.searched, in: region, line: 0, at: 2,
        roles: (look.strong(open.speakers.name(of: entity.name) ?? .plain), look.hit))
    guard let role = entity.role else { return }
    frame.write(elided(role, to: region.columns - 5), in: region, line: 1, at: 4, role: look.dim(.cue))
}

/// The country's name, a bar for its share, and how often the story points to it.
private func draw(
    _ weight: CountryWeight, named name: String, most: Double, in region: Region, _ look: PanelLook,
    on frame: inout Frame
) {
    let count = frame.write(" \(weight.mentions.count) ", atEndOf: region, role: look.dim(.dim))
    let nameColumns = region.columns * 2 / 5
    frame.write(
        elided(name, to: nameColumns - 1), in: region, at: 2,
        role: look.strong(weight.isAbout ? .speaker : .plain))
    let start = 2 + nameColumns
    let room = count - start - 1
    guard room > 0, most > 0 else { return }
    let length = max(1, Int((Double(room) * min(1, weight.share / most)).rounded()))
    let bar = String(repeating: "▄", count: length)
    frame.write(bar, in: region, at: start, role: look.strong(weight.isAbout ? .barAbout : .bar))
}
