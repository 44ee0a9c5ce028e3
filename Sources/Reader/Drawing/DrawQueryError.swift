import News
import Screen

/// Says what is wrong in the query that is typed in the last line, in the line above it, over the fault; says nothing while
/// typing on may mend it.
/// - Parameters:
///   - start: the column of the screen where the query begins.
///   - typed: what of the query is in sight: its end.
/// - Returns: whether something was said.
@discardableResult
func drawQueryError(
    in query: String, from start: Int, typed: String, _ state: AppState, on frame: inout Frame
) -> Bool {
    guard let error = state.queryError(in: query), !error.isIncomplete, state.size.rows > 2 else { return false }
    let before = words(of: query, 0..<min(error.span.start, query.utf8.count))
    let cut = columns(of: query) - columns(of: typed)
    let column = max(start, start + columns(of: before) - cut)
    let line = "▼ " + [error.summary, error.remedy].filter { !$0.isEmpty }.joined(separator: " ")
    // All of it matters more than where it begins.
    let place = max(1, min(column, state.size.columns - 1 - columns(of: line)))
    let bar = Region(row: state.size.rows - 2, column: 0, columns: state.size.columns, rows: 1)
    frame.fill(bar, role: .warning)
    frame.write(elided(line, to: bar.columns - place), in: bar, at: place, role: .warning)
    return true
}
