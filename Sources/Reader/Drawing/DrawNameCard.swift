import News
import Screen

/// The card of the chosen name in the lower part of the panel: a line with the name, and what is told of it.
func drawCard(_ state: AppState, in region: Region, on frame: inout Frame) {
    guard let name = state.chosenName, let entity = state.open?.reading.entities[name] else { return }
    frame.write(String(repeating: "─", count: region.columns), in: region, role: .divider)
    frame.write(elided(" \(entity.name) ", to: region.columns - 2), in: region, at: 1, role: .heading)
    let words = Region(
        row: region.row + 1, column: region.column, columns: region.columns, rows: region.rows - 1
    ).inset(by: Layout.cardIndent)
    let tall = state.cardLines(of: name, columns: words.columns, isTall: true)
    let isTall = tall.count <= words.rows
    let lines = isTall ? tall : state.cardLines(of: name, columns: words.columns, isTall: false)
    let searched = state.searchedWords
    for (number, line) in lines.prefix(words.rows).enumerated() {
        // What does not fit is told of in place of the last line.
        if number == words.rows - 1, lines.count > words.rows {
            let more = Texts.wholeCard(key: state.keymap.keyName(of: .who))
            frame.write(elided(more, to: words.columns), in: words, line: number, role: .dim)
        } else {
            frame.write(
                line.words, marking: searched, in: words, line: number, at: 0, roles: (line.look.role, .hit))
        }
    }
}

/// The card over the panes.
func draw(_ card: CardView, _ state: AppState, in region: OverlayRegion, on frame: inout Frame) {
    guard let open = state.open, open.reading.entities.indices.contains(card.entity) else { return }
    drawBox(open.reading.entities[card.entity].name, in: region, on: &frame)
    let inside = region.inside
    let lines = state.cardLines(of: card.entity, columns: inside.columns, isTall: true)
    for (number, line) in lines.dropFirst(card.top).prefix(inside.rows).enumerated() {
        let isChosen = card.chosen.map { line.look == .story($0) || line.look == .storyFacts($0) } ?? false
        let role = isChosen ? .overlayChosen : line.look.overlayRole
        if isChosen { frame.fill(row: inside.row + number, column: inside.column, columns: inside.columns, role: role) }
        frame.write(line.words, in: inside, line: number, role: role)
    }
    if card.top + inside.rows < lines.count { drawMore(in: inside, on: &frame) }
}

extension CardLine.Look {
    fileprivate var role: Role {
        switch self {
        case .plain, .story: .plain
        case .dim, .storyFacts: .dim
        case .role: .cue
        case .heading: .heading
        }
    }

    fileprivate var overlayRole: Role {
        switch self {
        case .plain, .story: .overlay
        case .dim, .storyFacts, .role: .overlayDim
        case .heading: .overlayTitle
        }
    }
}
