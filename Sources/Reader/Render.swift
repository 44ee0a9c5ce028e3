package import Screen

/// The whole screen for a state. Pure, and only what can be seen is looked at.
package func render(_ state: AppState) -> Frame {
    var frame = Frame(size: state.size)
    let layout = state.layout
    guard layout.kind != .tooSmall else {
        drawTooSmall(state, on: &frame)
        return state.glyphs.spelled(frame)
    }
    if let title = layout.title { drawTitle(state, in: title, on: &frame) }
    drawDividers(layout, on: &frame)
    if let feeds = layout.feeds { drawFeeds(state, in: feeds, on: &frame) }
    if let stories = layout.stories { drawStories(state, in: stories, on: &frame) }
    if let article = layout.article { drawArticle(state, in: article, words: layout.words, on: &frame) }
    if let panel = layout.panel { drawPanel(state, in: panel, on: &frame) }
    if let footer = layout.footer { drawFooter(state, in: footer, on: &frame) }
    drawOverlay(state, on: &frame)
    return state.glyphs.spelled(frame)
}

private func drawTooSmall(_ state: AppState, on frame: inout Frame) {
    let words = "A larger window, please."
    let screen = Region(row: 0, column: 0, columns: state.size.columns, rows: state.size.rows)
    for (number, line) in lines(of: words, width: screen.columns, atMost: screen.rows).enumerated() {
        frame.write(line, in: screen, line: number, role: .plain)
    }
}

private func drawDividers(_ layout: Layout, on frame: inout Frame) {
    for region in layout.dividers {
        for row in region.row..<region.row + region.rows {
            if region.columns == 1 {
                frame.write("│", row: row, column: region.column, role: .divider)
            } else {
                frame.write(String(repeating: "─", count: region.columns), in: region, role: .divider)
                frame.write("┤", row: row, column: region.column + region.columns, role: .divider)
            }
        }
    }
}

/// A pane's header, marked where the keys go to it.
func drawHeader(_ words: String, in header: Region, isFocused: Bool, on frame: inout Frame) {
    let role: Role = isFocused ? .headerFocused : .header
    if isFocused { frame.write("▸", in: header, role: role) }
    frame.write(elided(words, to: header.columns - 2), in: header, at: 2, role: role)
}
