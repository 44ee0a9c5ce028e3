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
    let screen = Region(row: 0, column: 0, columns: state.size.columns, rows: state.size.rows)
    for (number, line) in lines(of: Texts.largerWindow, width: screen.columns, atMost: screen.rows).enumerated() {
        frame.write(line, in: screen, line: number, role: .plain)
    }
}

/// Lines between the panes, joined with the lines of their headers.
private func drawDividers(_ layout: Layout, on frame: inout Frame) {
    for divider in layout.dividers {
        let region = divider.region
        for row in region.row..<region.row + region.rows {
            frame.write("│", row: row, column: region.column, role: .divider)
        }
        frame.write("┬", row: region.row, column: region.column, role: .divider)
        guard divider.kind == .list, layout.feeds != nil, let header = layout.stories?.header else { continue }
        frame.write("┤", row: header.row, column: region.column, role: .divider)
    }
}

/// A pane's header: a line with the pane's name in it, and what is to be said of it at the right. The pane that the keys go
/// to has a heavy line and an arrow.
func drawHeader(_ words: String, end: String = "", in header: Region, isFocused: Bool, on frame: inout Frame) {
    drawHeaderLine(in: header, isFocused: isFocused, on: &frame)
    let role: Role = isFocused ? .headerFocused : .header
    var room = header.columns - 4
    if !end.isEmpty, columns(of: end) + columns(of: words) + 2 <= room {
        frame.write(" \(end) ", in: header, at: header.columns - columns(of: end) - 3, role: role)
        room -= columns(of: end) + 2
    }
    frame.write((isFocused ? "▸" : " ") + elided(words, to: room) + " ", in: header, at: 1, role: role)
}

func drawHeaderLine(in header: Region, isFocused: Bool, on frame: inout Frame) {
    let line = String(repeating: isFocused ? "━" : "─", count: header.columns)
    frame.write(line, in: header, role: isFocused ? .headerFocused : .divider)
}
