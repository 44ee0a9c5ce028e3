extension Theme {
    /// White, yellow and cyan on black, and black on those: nothing grey, nothing dim, and every word on a ground of ours, so
    /// that no choice of the terminal's colours weakens it.
    package static let highContrast = Theme(name: "high-contrast", look: highContrastLook, colourless: undimmed)

    @Sendable private static func highContrastLook(_ role: Role) -> Look {
        switch role {
        case .plain, .code, .dim, .hint, .notice, .divider, .header, .facts, .blockQuote, .credits, .cue, .bar,
            .overlay,
            .overlayDim:
            Look(Paint(ink: 231, ground: 16), Paint(ink: 15, ground: 0))
        case .unread, .prompt, .standfirst:
            Look(Paint(ink: 231, ground: 16, bold: true), Paint(ink: 15, ground: 0, bold: true))
        case .headline:
            Look(
                Paint(ink: 231, ground: 16, bold: true, underline: true),
                Paint(ink: 15, ground: 0, bold: true, underline: true))
        case .name:
            Look(Paint(ink: 231, ground: 16, underline: true), Paint(ink: 15, ground: 0, underline: true))
        case .link: Look(Paint(ink: 51, ground: 16, underline: true), Paint(ink: 14, ground: 0, underline: true))
        case .title: Look(Paint(ink: 16, ground: 231), Paint(ink: 0, ground: 7))
        case .titleStrong: Look(Paint(ink: 16, ground: 231, bold: true), Paint(ink: 0, ground: 7, bold: true))
        case .titleFilter, .headerFocused, .chosen, .overlayChosen, .currentQuote:
            Look(Paint(ink: 16, ground: 226, bold: true), Paint(ink: 0, ground: 11, bold: true))
        case .titleProblem, .warning, .chosenHit:
            Look(
                Paint(ink: 16, ground: 226, bold: true, underline: true),
                Paint(ink: 0, ground: 11, bold: true, underline: true))
        case .chosenDim: Look(Paint(ink: 16, ground: 226), Paint(ink: 0, ground: 11))
        case .progress: Look(Paint(ink: 16, ground: 51), Paint(ink: 0, ground: 14))
        case .currentMark: Look(Paint(ink: 16, ground: 51, bold: true), Paint(ink: 0, ground: 14, bold: true))
        case .resting, .overlayTitle:
            Look(Paint(ink: 16, ground: 231, bold: true), Paint(ink: 0, ground: 7, bold: true))
        case .restingDim: Look(Paint(ink: 16, ground: 231), Paint(ink: 0, ground: 7))
        case .hintKey, .bookmark, .barAbout, .mapNumber:
            Look(Paint(ink: 226, ground: 16, bold: true), Paint(ink: 11, ground: 0, bold: true))
        case .quote, .overlayBorder: Look(Paint(ink: 226, ground: 16), Paint(ink: 11, ground: 0))
        case .quotedName: Look(Paint(ink: 226, ground: 16, underline: true), Paint(ink: 11, ground: 0, underline: true))
        case .status, .unreadMark, .heading, .gutter, .speaker:
            Look(Paint(ink: 51, ground: 16, bold: true), Paint(ink: 14, ground: 0, bold: true))
        case .mark, .hit:
            Look(
                Paint(ink: 51, ground: 16, bold: true, underline: true),
                Paint(ink: 14, ground: 0, bold: true, underline: true))
        case .overlayBar, .mapLand: Look(Paint(ink: 51, ground: 16), Paint(ink: 14, ground: 0))
        case .tintA: Look(Paint(ink: 226, ground: 16), Paint(ink: 11, ground: 0))
        case .tintB: Look(Paint(ink: 51, ground: 16), Paint(ink: 14, ground: 0))
        case .tintC: Look(Paint(ink: 120, ground: 16), Paint(ink: 10, ground: 0))
        case .tintD: Look(Paint(ink: 219, ground: 16), Paint(ink: 13, ground: 0))
        case .tintE: Look(Paint(ink: 215, ground: 16), Paint(ink: 9, ground: 0))
        case .tintF: Look(Paint(ink: 231, ground: 16, bold: true), Paint(ink: 15, ground: 0, bold: true))
        case .speakerA: Look(Paint(ink: 226, ground: 16, bold: true), Paint(ink: 11, ground: 0, bold: true))
        case .speakerB: Look(Paint(ink: 51, ground: 16, bold: true), Paint(ink: 14, ground: 0, bold: true))
        case .speakerC: Look(Paint(ink: 120, ground: 16, bold: true), Paint(ink: 10, ground: 0, bold: true))
        case .speakerD: Look(Paint(ink: 219, ground: 16, bold: true), Paint(ink: 13, ground: 0, bold: true))
        case .speakerE:
            Look(
                Paint(ink: 215, ground: 16, bold: true, underline: true),
                Paint(ink: 9, ground: 0, bold: true, underline: true))
        case .speakerF:
            Look(
                Paint(ink: 231, ground: 16, bold: true, underline: true),
                Paint(ink: 15, ground: 0, bold: true, underline: true))
        }
    }

    @Sendable private static func undimmed(_ role: Role) -> Paint {
        var paint = monoLook(role).rich
        paint.dim = false
        return paint
    }
}
