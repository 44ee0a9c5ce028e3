import News

/// Forms and rows of buttons that single lines do not give away.
extension StorySorter {
    /// Short lines in a row that invite to subscribe, with the line that heads them:
    ///
    ///     Get the weekly harbour note
    ///     Sign up for free. Unsubscribe whenever you like.
    ///     Your email address
    mutating func setAsideSignUps() {
        var start = 0
        while start < blocks.count {
            guard isSignUp(start) else {
                start += 1
                continue
            }
            var (end, invitations) = (start + 1, 1)
            while end < blocks.count {
                if isSignUp(end) {
                    invitations += 1
                    end += 1
                } else if end + 1 < blocks.count, isSignUpTitle(end) || isShortLabel(end), isSignUp(end + 1) {
                    end += 1
                } else {
                    break
                }
            }
            if start > 0, isSignUpTitle(start - 1) { start -= 1 }
            if invitations >= 2 {
                for index in start..<end { parts[index] = .furniture }
            }
            start = end
        }
    }

    private func isSignUp(_ index: Int) -> Bool { mayBeFurniture(index, upTo: 40) && signUps.contains(folded(index)) }

    private func isSignUpTitle(_ index: Int) -> Bool {
        blocks[index].ending != .fullStop && mayBeFurniture(index, upTo: 10) && signUpHeads.contains(folded(index))
    }

    /// Between two invitations: the letter's name, the form's labels.
    private func isShortLabel(_ index: Int) -> Bool {
        blocks[index].ending == .open && mayBeFurniture(index, upTo: 6)
    }

    private func mayBeFurniture(_ index: Int, upTo words: Int) -> Bool {
        guard 1...words ~= blocks[index].words, blocks[index].mark?.mayBeFurniture ?? true else { return false }
        switch parts[index] {
        case nil, .furniture, .heading, .listEntry: return !hasQuotationMark(blocks[index].range)
        default: return false
        }
    }

    /// What somebody said invites nobody.
    private func hasQuotationMark(_ range: Range<Int>) -> Bool {
        range.contains { at in
            bytes[at] == UInt8(ascii: "\"")
                || bytes[at] == 0xE2 && bytes.matches([0xE2, 0x80], at: at)
                    && at + 2 < range.upperBound && 0x9C...0x9E ~= bytes[at + 2]
        }
    }
}

extension StorySorter {
    /// "Facebook X WhatsApp", "Share: Facebook | X | Email"; below such a row also "X" alone.
    func isShareRow(_ index: Int, belowShareRow: Bool) -> Bool {
        let block = blocks[index]
        guard block.ending == .open || block.ending == .colon, 1...16 ~= block.words, block.range.count <= 160 else {
            return false
        }
        // Nearly all other lines begin with another letter.
        if let first = bytes[block.range].first(where: { $0.isLetter || $0.isHigh || $0 == UInt8(ascii: "-") }),
            first.isLetter, !shareInitials.contains(first.lowercased)
        {
            return false
        }
        let words = bytes.line(block.range).lowercased().split { !$0.isLetter && $0 != "-" }
        guard words.allSatisfy({ shareNames.contains(String($0)) || shareWords.contains(String($0)) }) else {
            return false
        }
        return words.count == 1 ? belowShareRow : belowShareRow || words.contains { shareNames.contains(String($0)) }
    }
}

private let shareInitials = Set(shareNames.union(shareWords).compactMap(\.utf8.first))
private let signUps = PhraseTable(signUpPhrases)
private let signUpHeads = PhraseTable(signUpTitles)
