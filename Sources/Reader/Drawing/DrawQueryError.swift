import News
import Screen

/// Says what is wrong in the query that is typed in the last line, in the line above it, over the fault; says nothing while
/// typing on may mend it.
/// - Parameters:
///   - insists: whether it is told also where typing on may mend it.
///   - start: the column of the screen where the query begins.
///   - typed: what of the query is in sight: its end.
/// - Returns: whether something was said.
@discardableResult
func drawQueryError(
    in query: String, from start: Int, typed: String, insists: Bool = false, _ state: AppState,
    on frame: inout Frame
) -> Bool {
    guard let error = state.queryError(in: query), insists || !error.isIncomplete, state.size.rows > 2 else {
        return false
    }
    let before = words(of: query, 0..<min(error.span.start, query.utf8.count))
    let cut = columns(of: query) - columns(of: typed)
    let column = max(start, start + columns(of: before) - cut)
    let text = [error.summary, error.remedy].filter { !$0.isEmpty }.joined(separator: " ")
    if columns(of: text) + 3 > state.size.columns, drawAboveFooter(text, state, rowsBelow: 1, on: &frame) {
        let bar = Region(row: state.size.rows - 2, column: 0, columns: state.size.columns, rows: 1)
        frame.fill(bar, role: .warning)
        frame.write("▼", in: bar, at: max(0, min(column, bar.columns - 1)), role: .warning)
        return true
    }
    let line = "▼ " + text
    // All of it matters more than where it begins.
    let place = max(1, min(column, state.size.columns - 1 - columns(of: line)))
    let bar = Region(row: state.size.rows - 2, column: 0, columns: state.size.columns, rows: 1)
    frame.fill(bar, role: .warning)
    frame.write(elided(line, to: bar.columns - place), in: bar, at: place, role: .warning)
    return true
}

/// A sentence that is too long for the rest of the last line, on up to two lines above it.
/// - Parameter rowsBelow: lines left free between them and the last line.
/// - Returns: whether there was room.
func drawAboveFooter(_ text: String, _ state: AppState, rowsBelow: Int = 0, on frame: inout Frame) -> Bool {
    let size = state.size
    let parts = lines(of: text, width: size.columns - 2, atMost: 2)
    guard size.rows > parts.count + rowsBelow + 2 else { return false }
    let bar = Region(
        row: size.rows - 1 - rowsBelow - parts.count, column: 0, columns: size.columns, rows: parts.count)
    frame.fill(bar, role: .warning)
    for (line, words) in parts.enumerated() { frame.write(words, in: bar, line: line, at: 1, role: .warning) }
    return true
}
