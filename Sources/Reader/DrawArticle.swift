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
}

private func drawArticleHeader(_ state: AppState, in header: Region, on frame: inout Frame) {
    let isFocused = state.focus == .article
    let isLate = state.open != nil && state.shown == nil && state.chosenHeadline != nil
    drawHeader(
        isLate ? "OPENING …" : state.view.header, end: state.shown.map { "\($0.percent) %" } ?? "", in: header,
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
    var column = line.indent
    if !line.lead.isEmpty {
        frame.write(
            line.lead, in: region, line: number, at: max(0, line.indent - columns(of: line.lead) - leadGap(line)),
            role: line.role)
    }
    guard line.isTinted else {
        frame.write(words(of: line.text, line.range), in: region, line: number, at: column, role: line.role)
        return
    }
    let current = open.walk.current.map { open.walk.stops[$0] } ?? []
    var isCurrent = false
    for run in runs(of: line, in: open, current: current) {
        column += frame.write(words(of: line.text, run.range), in: region, line: number, at: column, role: run.role)
        if run.role == .currentQuote || run.role == .currentMark { isCurrent = true }
    }
    if !line.tail.isEmpty { frame.write(line.tail, in: region, line: number, at: column, role: line.role) }
    if isCurrent {
        frame.write("▌", row: region.row + number, column: region.column - Layout.articleMargin, role: .gutter)
    }
}

/// A bullet stands a blank before the words, a quotation mark right at them.
private func leadGap(_ line: Page.Line) -> Int { line.lead == "“" ? 0 : 1 }

/// A line cut where its role changes.
private func runs(of line: Page.Line, in open: OpenArticle, current: [TextSpan]) -> [(range: Range<Int>, role: Role)] {
    let standing: Role = open.walk.subject.isQuotes ? .currentQuote : .currentMark
    var runs: [(range: Range<Int>, role: Role)] = []
    var start = line.range.lowerBound
    var role: Role?
    for at in line.range {
        let tint = at < open.tints.count ? open.tints[at] : .plain
        let next =
            current.contains { $0.contains(at) }
            ? standing : tint == .plain || isQuiet(tint, line.role) ? line.role : tint
        if let role, role != next {
            runs.append((start..<at, role))
            start = at
        }
        role = next
    }
    if let role { runs.append((start..<line.range.upperBound, role)) }
    return runs
}

/// Whether a tint gives way to the look of its line: names in a headline would only make it restless.
private func isQuiet(_ tint: Role, _ line: Role) -> Bool {
    (line == .headline || line == .heading || line == .credits)
        && (tint == .name || tint == .quotedName || tint == .quote)
}
