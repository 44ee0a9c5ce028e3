import News
import Screen

private let barColumns = 12

/// Some words of the title bar; those of less weight give way.
struct TitlePart {
    /// What a click on it does.
    enum Press: Hashable {
        case clearCountries, showUnkept, endSearch
        case action(Action)
    }

    var text: String
    let role: Role
    let weight: Int
    /// Blank columns before it.
    var gap = 2
    var press: Press?
    fileprivate(set) var column = 0

    var columns: Int { Screen.columns(of: text) }
}

/// What the title bar shows where it has so many columns, each at its place.
func titleParts(of state: AppState, columns: Int) -> [TitlePart] {
    var right = titleRight(state)
    var left = titleLeft(state)
    // What matters least goes first: the rightmost words of the left side, then the leftmost of the right.
    func width(_ parts: [TitlePart]) -> Int { parts.reduce(0) { $0 + $1.columns + $1.gap } }
    while width(left) + width(right) > columns, left.count + right.count > 1 {
        let weakest = (left + right).map(\.weight).min() ?? 0
        if left.count > 1 { left.removeAll { $0.weight == weakest } }
        right.removeAll { $0.weight == weakest }
    }
    var column = 0
    for index in left.indices {
        if column > 0 { column += left[index].gap }
        left[index].text = elided(left[index].text, to: columns - column)
        left[index].column = column
        column += left[index].columns
    }
    column = columns
    for index in right.indices.reversed() {
        column -= right[index].columns
        right[index].column = column
        column -= right[index].gap
    }
    return left + right
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
    let isFetching = state.fetching != nil
    if let progress = state.fetching ?? state.progress {
        let full = barColumns * progress.done / max(1, progress.total)
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: barColumns - full)
        parts.append(TitlePart(text: bar, role: .progress, weight: 4))
        let words =
            isFetching
            ? Texts.fetching(progress.done, of: progress.total) : Texts.reading(progress.done, of: progress.total)
        parts.append(
            TitlePart(text: words, role: .title, weight: 5, press: isFetching ? .action(.cancel) : nil))
    }
    if !state.problems.isEmpty {
        parts.append(
            TitlePart(
                text: Texts.counted(state.problems.count, .problem), role: .titleProblem, weight: 6,
                press: .action(.problems)))
    }
    if let countries = state.list.countries {
        parts.append(
            TitlePart(
                text: "\(countries.title(state.localName)) ✕", role: .titleFilter, weight: 8, press: .clearCountries))
    }
    if state.list.isBookmarkedOnly {
        parts.append(TitlePart(text: "\(Texts.keptOnly) ✕", role: .titleFilter, weight: 8, press: .showUnkept))
    }
    if state.list.found != nil {
        parts.append(
            TitlePart(text: "\(Texts.quoted(state.searchWords)) ✕", role: .titleFilter, weight: 7, press: .endSearch))
    }
    parts.append(TitlePart(text: Texts.sort(by: state.list.orderName), role: .title, weight: 1, press: .action(.sort)))
    return parts
}
