import News
import Screen

/// The country chooser: what is typed, what is selected, and a bar for each region and country.
/// - Parameter empty: what is said where no row has what is typed.
func draw(_ chooser: CountryChooser, orElse empty: String, in region: OverlayRegion, on frame: inout Frame) {
    drawBox(chooser.choice.sense == .about ? Texts.storiesAbout : Texts.storiesMentioning, in: region, on: &frame)
    drawTyped(chooser.words, or: Texts.typeToNarrow, in: region, on: &frame)
    if let prompt = region.prompt, let words = chooser.choice.words,
        columns(of: words) + columns(of: chooser.words) + 2 <= prompt.columns
    {
        frame.write(words, atEndOf: prompt, role: .overlayTitle)
    }
    let inside = region.inside
    if chooser.entries.isEmpty {
        for (line, words) in lines(of: empty, width: inside.columns, atMost: 3).enumerated() {
            frame.write(words, in: inside, line: line, role: .overlayDim)
        }
    }
    for (line, entry) in chooser.entries.dropFirst(chooser.top).prefix(inside.rows).enumerated() {
        draw(entry, of: chooser, isChosen: chooser.top + line == chooser.chosen, in: inside, line: line, on: &frame)
    }
}

private func draw(
    _ entry: CountryChooser.Entry, of chooser: CountryChooser, isChosen: Bool, in inside: Region, line: Int,
    on frame: inout Frame
) {
    let role: Role = isChosen ? .overlayChosen : entry.isRegion ? .overlayTitle : .overlay
    let columns = CountryColumns(inside.columns)
    frame.fill(row: inside.row + line, column: inside.column, columns: inside.columns, role: role)
    if isChosen { frame.write("▸", in: inside, line: line, role: role) }
    if let sign = chooser.sign(of: entry) { frame.write(sign, in: inside, line: line, at: columns.sign, role: role) }
    let indent = entry.isIndented ? CountryColumns.indent : 0
    let name = elided(entry.name, to: columns.count - columns.name - indent - 1)
    frame.write(name, in: inside, line: line, at: columns.name + indent, role: role)
    let count = String(entry.stories)
    let end = columns.bar - CountryColumns.gap
    frame.write(count, in: inside, line: line, at: max(columns.count, end - count.utf8.count), role: role)
    let room = inside.columns - columns.bar - 1
    guard entry.part != nil, room > 0 else { return }
    let length = max(1, room * entry.stories / max(1, chooser.most))
    // A country's bar is thinner than its region's, of which it is a part.
    let bar = String(repeating: entry.isRegion ? "█" : "▄", count: length)
    frame.write(bar, in: inside, line: line, at: columns.bar, role: isChosen ? role : .overlayBar)
}

/// Where the parts of a row begin.
private struct CountryColumns {
    let sign = 1
    let name = 3
    let count: Int
    let bar: Int

    static let indent = 2
    static let gap = 2
    private static let countColumns = 5

    init(_ room: Int) {
        count = 2 + room * 2 / 5
        bar = count + Self.countColumns + Self.gap
    }
}

extension CountryChooser {
    /// A tick at what is selected, a dot at a country that its region selects.
    fileprivate func sign(of entry: Entry) -> String? {
        guard let part = entry.part else { return nil }
        if choice.isMarked(part) { return "✓" }
        return entry.country.map(choice.isIncluded) == true ? "·" : nil
    }
}
