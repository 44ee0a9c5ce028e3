extension Prose {
    /// (Ana Ruiz/The Northern Wire), WIRE/Ana Ruiz: who took a picture is not in the story.
    func isPhotoCredit(_ run: Range<Int>) -> Bool {
        guard (2...4).contains(run.count), run.allSatisfy({ tokens[$0].isCapitalised }) else { return false }
        let paragraph = paragraphs[Int(tokens[run.lowerBound].paragraph)]
        if run.lowerBound > paragraph.lowerBound + 1, isSlash(run.lowerBound - 1),
            tokens[run.lowerBound - 2].shape == .capitals
        {
            return true
        }
        guard run.upperBound + 1 < paragraph.upperBound, isSlash(run.upperBound),
            tokens[run.upperBound + 1].isCapitalised
        else { return false }
        return isFirstInSentence(run.lowerBound) || tokens[run.lowerBound - 1].kind == .openBracket
    }

    private func isSlash(_ at: Int) -> Bool { bytes[Int(tokens[at].start)] == UInt8(ascii: "/") }
}
