extension Theme {
    /// Attributes only.
    package static let mono = Theme(name: "mono", look: monoLook)

    /// What every theme comes down to where there are no colours.
    @Sendable static func monoLook(_ role: Role) -> Look {
        switch role {
        case .plain, .code, .mapLand, .unreadMark, .overlay, .overlayBorder, .overlayBar, .quote, .blockQuote,
            .restingDim,
            .notice,
            .bar, .tintA, .tintB, .tintC, .tintD, .tintE, .tintF:
            Look(Paint())
        case .dim, .hint, .divider, .header, .facts, .credits, .cue, .overlayDim: Look(Paint(dim: true))
        case .title, .progress, .chosenDim: Look(Paint(reverse: true))
        case .titleStrong, .chosen, .overlayChosen: Look(Paint(bold: true, reverse: true))
        case .titleFilter, .titleProblem, .chosenHit: Look(Paint(bold: true, underline: true, reverse: true))
        case .hintKey, .status, .prompt, .unread, .bookmark, .headline, .heading, .gutter, .speaker, .barAbout,
            .mapNumber,
            .overlayTitle, .warning, .standfirst, .resting, .speakerA, .speakerB, .speakerC, .speakerD, .speakerE,
            .speakerF, .headerFocused, .name, .quotedName:
            // The heavy line of a focused header needs no other below it.
            Look(Paint(bold: true))
        case .link: Look(Paint(underline: true))
        case .mark, .hit: Look(Paint(bold: true, underline: true))
        case .currentQuote: Look(Paint(bold: true))
        case .currentMark: Look(Paint(bold: true, reverse: true))
        }
    }
}
