import News
import Screen

func drawArticle(_ state: AppState, in pane: PaneRegion, words: Region?, on frame: inout Frame) {
    if let header = pane.header { drawArticleHeader(state, in: header, on: &frame) }
    guard let words else { return }
    if case .failed(_, let problem) = state.opening {
        drawSentences([problem.summary, problem.remedy, problem.detail], in: words, on: &frame)
        return
    }
    guard let open = state.open else {
        let empty = emptyWords(state)
        if state.chosenHeadline == nil { drawSentences([empty.headline] + empty.help, in: words, on: &frame) }
        return
    }
    for (line, number) in open.visible.enumerated() where line < words.rows {
        draw(open.page.lines[number], of: open, line: line, in: words, on: &frame)
    }
    drawScrollbar(of: open, in: pane.inside, on: &frame)
}

/// In the last column of the margin: how much of the story is seen, and where that stands in it.
private func drawScrollbar(of open: OpenArticle, in inside: Region, on frame: inout Frame) {
    let lines = open.page.lines.count
    guard lines > inside.rows, inside.rows > 2, inside.columns > 2 * Layout.articleMargin else { return }
    let length = max(1, inside.rows * inside.rows / lines)
    let way = inside.rows - length
    // At the top and at the end only when it is so.
    let start = open.top == 0 ? 0 : open.top >= open.lastTop ? way : max(1, min(way - 1, open.top * way / open.lastTop))
    for row in start..<start + length {
        frame.write("┃", in: inside, line: row, at: inside.columns - 1, role: .bar)
    }
}

private func drawArticleHeader(_ state: AppState, in header: Region, on frame: inout Frame) {
    let isFocused = state.focus == .article
    let words = state.isOutsideList ? Texts.outsideList(state.view.header) : state.view.header
    let isLate = state.open != nil && state.shown == nil && state.chosenHeadline != nil
    drawHeader(
        isLate ? Texts.openingHeader : words, end: state.shown.map { Texts.percent($0.percent) } ?? "",
        in: header,
        isFocused: isFocused, on: &frame)
}

/// A few sentences in the upper third, where nothing else is to be read.
private func drawSentences(_ sentences: [String], in region: Region, on frame: inout Frame) {
    var line = region.rows / 4
    for (number, sentence) in sentences.filter({ !$0.isEmpty }).enumerated() {
        for words in lines(of: sentence, width: region.columns, atMost: region.rows) {
            let column = (region.columns - columns(of: words)) / 2
            frame.write(words, in: region, line: line, at: column, role: number == 0 ? .headline : .dim)
            line += 1
        }
        if number == 0 { line += 1 }
    }
}

private func draw(_ line: Page.Line, of open: OpenArticle, line number: Int, in region: Region, on frame: inout Frame) {
    let current = open.walk.current.map { open.walk.stops[$0] } ?? []
    var isCurrent = false
    func draw(_ piece: Page.Piece) {
        guard piece.isTinted else {
            frame.write(
                words(of: piece.text, piece.range), in: region, line: number, at: piece.column, role: piece.role)
            return
        }
        var column = piece.column
        for run in runs(of: piece, in: open, current: current) {
            let words = words(of: piece.text, run.range)
            column += frame.write(words, in: region, line: number, at: column, role: run.role)
            if run.role == .currentQuote || run.role == .currentMark { isCurrent = true }
        }
    }
    draw(line.words)
    line.beside.forEach(draw)
    if isCurrent {
        frame.write("▌", row: region.row + number, column: region.column - Layout.articleMargin, role: .gutter)
    }
}

/// Words cut where their role changes.
private func runs(of piece: Page.Piece, in open: OpenArticle, current: [TextSpan]) -> [(
    range: Range<Int>, role: Role
)] {
    let standing: Role = open.walk.subject.isQuotes ? .currentQuote : .currentMark
    let spans = current.filter { $0.start < piece.range.upperBound && $0.end > piece.range.lowerBound }
    return open.tints.runs(of: piece.range, and: spans).map { range, tint in
        if spans.contains(where: { $0.contains(range.lowerBound) }) { return (range, standing) }
        guard let tint, !isQuiet(tint, piece.role) else { return (range, piece.role) }
        return (range, tint)
    }
}

/// Whether a tint gives way to the look of its line: names in a headline would only make it restless.
private func isQuiet(_ tint: Role, _ line: Role) -> Bool {
    (line == .headline || line == .heading || line == .credits || line == .code)
        && (tint == .name || tint == .quotedName || tint == .quote || Role.tints.contains(tint))
}
