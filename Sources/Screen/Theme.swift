/// How every role looks. Colour is never the only carrier: what matters also has a sign, a place or an attribute.
package struct Theme: Sendable {
    package let name: String
    private let look: @Sendable (Role) -> Look

    /// The built-in themes; the first is used when nothing is chosen.
    package static let all = [standard, light, mono]

    /// For dark and light terminals alike.
    package static let standard = Theme(name: "default", look: standardLook)
    /// For dark writing on a light ground.
    package static let light = Theme(name: "light", look: lightLook)
    /// Attributes only.
    package static let mono = Theme(name: "mono", look: monoLook)

    /// - Returns: nil when there is no built-in theme of this name.
    package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

    /// - Parameter colours: how many the terminal can show: 256 or more, 16, 8, or fewer for none.
    package func paint(for role: Role, colours: Int) -> Paint {
        switch colours {
        case 256...: look(role).rich
        case 16...: look(role).basic
        case 8...: look(role).basic.reduced(toColours: 8)
        default: Theme.monoLook(role).rich
        }
    }
}

/// A role's paint where there are 256 colours, and where there are only the sixteen that users choose themselves.
private struct Look {
    let rich: Paint
    let basic: Paint

    init(_ rich: Paint, _ basic: Paint) {
        self.rich = rich
        self.basic = basic
    }

    init(_ both: Paint) {
        rich = both
        basic = both
    }
}

extension Theme {
    /// Words on the terminal's own ground are in its own ink or in middle tones, which black and white grounds both bear;
    /// bright and dark ones only stand on grounds of ours.
    @Sendable private static func standardLook(_ role: Role) -> Look {
        switch role {
        case .plain: Look(Paint())
        case .dim: Look(Paint(ink: 243), Paint(dim: true))
        case .title: Look(Paint(ink: 250, ground: 236), Paint(reverse: true))
        case .titleStrong: Look(Paint(ink: 231, ground: 236, bold: true), Paint(bold: true, reverse: true))
        case .titleFilter:
            Look(Paint(ink: 222, ground: 236, bold: true), Paint(bold: true, underline: true, reverse: true))
        case .titleProblem: Look(Paint(ink: 210, ground: 236), Paint(ink: 1, bold: true, reverse: true))
        case .progress: Look(Paint(ink: 110, ground: 236), Paint(ink: 6, reverse: true))
        case .hint: Look(Paint(ink: 243), Paint(dim: true))
        case .hintKey: Look(Paint(bold: true))
        case .status: Look(Paint(ink: 130, bold: true), Paint(ink: 5, bold: true))
        case .notice: Look(Paint(ink: 65), Paint(ink: 2))
        case .warning: Look(Paint(ink: 160, bold: true), Paint(ink: 1, bold: true))
        case .prompt: Look(Paint(bold: true))
        case .divider: Look(Paint(ink: 243), Paint(dim: true))
        case .header: Look(Paint(ink: 243), Paint(dim: true))
        case .headerFocused: Look(Paint(ink: 31, bold: true), Paint(ink: 6, bold: true, underline: true))
        case .chosen: Look(Paint(ink: 231, ground: 24, bold: true), Paint(ink: 15, ground: 4, bold: true))
        case .chosenDim: Look(Paint(ink: 153, ground: 24), Paint(ink: 7, ground: 4))
        case .resting: Look(Paint(ink: 231, ground: 237, bold: true), Paint(bold: true, underline: true))
        case .restingDim: Look(Paint(ink: 248, ground: 237), Paint())
        case .unread: Look(Paint(bold: true))
        case .unreadMark: Look(Paint(ink: 31), Paint(ink: 6, bold: true))
        case .bookmark: Look(Paint(ink: 130), Paint(ink: 5, bold: true))
        case .headline: Look(Paint(bold: true))
        case .standfirst: Look(Paint(italic: true), Paint(bold: true))
        case .facts: Look(Paint(ink: 243), Paint(dim: true))
        case .heading: Look(Paint(ink: 31, bold: true), Paint(ink: 6, bold: true))
        case .blockQuote: Look(Paint(italic: true), Paint())
        case .credits: Look(Paint(ink: 243, italic: true), Paint(dim: true))
        case .quote: Look(Paint(ink: 65), Paint(ink: 2))
        case .currentQuote: Look(Paint(ink: 230, ground: 58, bold: true), Paint(ink: 0, ground: 3))
        case .name: Look(Paint(ink: 67), Paint(underline: true))
        case .quotedName: Look(Paint(ink: 30), Paint(ink: 2, underline: true))
        case .mark: Look(Paint(ink: 159, ground: 238), Paint(ink: 6, bold: true, underline: true))
        case .currentMark: Look(Paint(ink: 16, ground: 116, bold: true), Paint(ink: 0, ground: 6, bold: true))
        case .gutter: Look(Paint(ink: 130), Paint(ink: 5, bold: true))
        case .speaker: Look(Paint(ink: 31, bold: true), Paint(ink: 6, bold: true))
        case .cue: Look(Paint(ink: 243, italic: true), Paint(dim: true))
        case .bar: Look(Paint(ink: 243), Paint(dim: true))
        case .barAbout: Look(Paint(ink: 31, bold: true), Paint(ink: 6, bold: true))
        case .mapLand: Look(Paint(ink: 31), Paint(ink: 6))
        case .mapNumber: Look(Paint(ink: 130, bold: true), Paint(ink: 5, bold: true))
        case .overlay: Look(Paint(ink: 252, ground: 235), Paint())
        case .overlayDim: Look(Paint(ink: 246, ground: 235), Paint(dim: true))
        case .overlayTitle: Look(Paint(ink: 117, ground: 235, bold: true), Paint(ink: 6, bold: true))
        case .overlayBorder: Look(Paint(ink: 242, ground: 235), Paint())
        case .overlayChosen: Look(Paint(ink: 231, ground: 24, bold: true), Paint(ink: 15, ground: 4, bold: true))
        case .overlayBar: Look(Paint(ink: 67, ground: 235), Paint(ink: 6))
        }
    }

    @Sendable private static func lightLook(_ role: Role) -> Look {
        switch role {
        case .plain: Look(Paint(ink: 235), Paint())
        case .dim: Look(Paint(ink: 243), Paint(ink: 8))
        case .title: Look(Paint(ink: 238, ground: 253), Paint(reverse: true))
        case .titleStrong: Look(Paint(ink: 16, ground: 253, bold: true), Paint(bold: true, reverse: true))
        case .titleFilter:
            Look(Paint(ink: 94, ground: 253, bold: true), Paint(bold: true, underline: true, reverse: true))
        case .titleProblem: Look(Paint(ink: 124, ground: 253), Paint(ink: 1, bold: true, reverse: true))
        case .progress: Look(Paint(ink: 25, ground: 253), Paint(ink: 4, reverse: true))
        case .hint: Look(Paint(ink: 243), Paint(ink: 8))
        case .hintKey: Look(Paint(ink: 236, bold: true), Paint(bold: true))
        case .status: Look(Paint(ink: 94, bold: true), Paint(ink: 5, bold: true))
        case .notice: Look(Paint(ink: 28), Paint(ink: 2))
        case .warning: Look(Paint(ink: 124, bold: true), Paint(ink: 1, bold: true))
        case .prompt: Look(Paint(ink: 16, bold: true), Paint(bold: true))
        case .divider: Look(Paint(ink: 250), Paint(ink: 8))
        case .header: Look(Paint(ink: 243), Paint(ink: 8))
        case .headerFocused: Look(Paint(ink: 25, bold: true), Paint(ink: 4, bold: true, underline: true))
        case .chosen: Look(Paint(ink: 16, ground: 153, bold: true), Paint(ink: 15, ground: 4, bold: true))
        case .chosenDim: Look(Paint(ink: 238, ground: 153), Paint(ink: 7, ground: 4))
        case .resting: Look(Paint(ink: 16, ground: 254, bold: true), Paint(bold: true, underline: true))
        case .restingDim: Look(Paint(ink: 240, ground: 254), Paint())
        case .unread: Look(Paint(ink: 16, bold: true), Paint(bold: true))
        case .unreadMark: Look(Paint(ink: 25), Paint(ink: 4, bold: true))
        case .bookmark: Look(Paint(ink: 130), Paint(ink: 5, bold: true))
        case .headline: Look(Paint(ink: 16, bold: true), Paint(bold: true))
        case .standfirst: Look(Paint(ink: 236, italic: true), Paint(bold: true))
        case .facts: Look(Paint(ink: 243), Paint(ink: 8))
        case .heading: Look(Paint(ink: 25, bold: true), Paint(ink: 4, bold: true))
        case .blockQuote: Look(Paint(ink: 239, italic: true), Paint())
        case .credits: Look(Paint(ink: 245, italic: true), Paint(ink: 8))
        case .quote: Look(Paint(ink: 22), Paint(ink: 2))
        case .currentQuote: Look(Paint(ink: 16, ground: 223, bold: true), Paint(ink: 0, ground: 3))
        case .name: Look(Paint(ink: 24), Paint(underline: true))
        case .quotedName: Look(Paint(ink: 29), Paint(ink: 2, underline: true))
        case .mark: Look(Paint(ink: 16, ground: 254, underline: true), Paint(ink: 4, bold: true, underline: true))
        case .currentMark: Look(Paint(ink: 231, ground: 25, bold: true), Paint(ink: 15, ground: 4, bold: true))
        case .gutter: Look(Paint(ink: 130), Paint(ink: 5, bold: true))
        case .speaker: Look(Paint(ink: 25, bold: true), Paint(ink: 4, bold: true))
        case .cue: Look(Paint(ink: 243, italic: true), Paint(ink: 8))
        case .bar: Look(Paint(ink: 248), Paint(ink: 8))
        case .barAbout: Look(Paint(ink: 25, bold: true), Paint(ink: 4, bold: true))
        case .mapLand: Look(Paint(ink: 31), Paint(ink: 4))
        case .mapNumber: Look(Paint(ink: 130, bold: true), Paint(ink: 5, bold: true))
        case .overlay: Look(Paint(ink: 235, ground: 255), Paint())
        case .overlayDim: Look(Paint(ink: 243, ground: 255), Paint(ink: 8))
        case .overlayTitle: Look(Paint(ink: 25, ground: 255, bold: true), Paint(ink: 4, bold: true))
        case .overlayBorder: Look(Paint(ink: 246, ground: 255), Paint())
        case .overlayChosen: Look(Paint(ink: 16, ground: 153, bold: true), Paint(ink: 15, ground: 4, bold: true))
        case .overlayBar: Look(Paint(ink: 67, ground: 255), Paint(ink: 4))
        }
    }

    @Sendable private static func monoLook(_ role: Role) -> Look {
        switch role {
        case .plain, .unreadMark, .overlay, .overlayBorder, .overlayBar, .quote, .blockQuote, .restingDim, .notice,
            .bar, .mapLand:
            Look(Paint())
        case .dim, .hint, .divider, .header, .facts, .credits, .cue, .overlayDim: Look(Paint(dim: true))
        case .title, .progress, .chosenDim: Look(Paint(reverse: true))
        case .titleStrong, .chosen, .overlayChosen: Look(Paint(bold: true, reverse: true))
        case .titleFilter, .titleProblem: Look(Paint(bold: true, underline: true, reverse: true))
        case .hintKey, .status, .prompt, .unread, .bookmark, .headline, .heading, .gutter, .speaker, .barAbout,
            .mapNumber,
            .overlayTitle, .warning, .standfirst, .resting:
            Look(Paint(bold: true))
        case .headerFocused: Look(Paint(bold: true, underline: true))
        case .name, .quotedName: Look(Paint(underline: true))
        case .mark: Look(Paint(bold: true, underline: true))
        case .currentQuote: Look(Paint(bold: true))
        case .currentMark: Look(Paint(bold: true, reverse: true))
        }
    }
}
