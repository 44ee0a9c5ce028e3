extension Theme {
    /// Nothing grey and nothing dim. What is read has the terminal's own ink on its own ground, which its owner chose, in bold or
    /// underlined where it matters; what is to be found at a glance is black on a bright ground, or reversed.
    package static let highContrast = Theme(name: "high-contrast", look: highContrastLook, colourless: undimmed)

    @Sendable private static func highContrastLook(_ role: Role) -> Look {
        switch role {
        case .plain, .code, .dim, .hint, .notice, .divider, .header, .facts, .blockQuote, .credits, .cue, .bar,
            .mapLand,
            .overlay, .overlayDim, .overlayBar, .overlayBorder:
            Look(Paint())
        case .unread, .prompt, .standfirst, .hintKey, .bookmark, .barAbout, .mapNumber, .quote, .status, .unreadMark,
            .heading, .gutter, .speaker, .name:
            Look(Paint(bold: true))
        case .link: Look(Paint(underline: true))
        case .headline, .quotedName, .mark, .hit: Look(Paint(bold: true, underline: true))
        case .title, .restingDim: Look(Paint(reverse: true))
        case .titleStrong, .resting, .overlayTitle: Look(Paint(bold: true, reverse: true))
        case .titleFilter, .titleProblem, .warning, .chosenHit: onBright(226, 11, underline: true)
        case .headerFocused, .chosen, .chosenDim, .overlayChosen, .currentQuote: onBright(226, 11)
        // Whatever it stands on.
        case .currentMark: Look(Paint(bold: true, underline: true, reverse: true))
        case .progress: onBright(51, 14)
        case .tintA, .speakerA: onBright(120, 10)
        case .tintB, .speakerB: onBright(117, 14)
        case .tintC, .speakerC: onBright(219, 13)
        case .tintD, .speakerD: onBright(215, 15)
        // Black cannot be read on the other colours of the sixteen.
        case .tintE, .speakerE: Look(onBright(159, 10).rich, onBright(159, 10, underline: true).basic)
        case .tintF, .speakerF: Look(onBright(255, 14).rich, onBright(255, 14, underline: true).basic)
        }
    }

    /// Black on a ground of the 256 colours, or of the 16.
    private static func onBright(_ ground: UInt8, _ basic: UInt8, underline: Bool = false) -> Look {
        Look(
            Paint(ink: 16, ground: ground, bold: true, underline: underline),
            Paint(ink: 0, ground: basic, bold: true, underline: underline))
    }

    @Sendable private static func undimmed(_ role: Role) -> Paint {
        var paint = monoLook(role).rich
        paint.dim = false
        return paint
    }
}
