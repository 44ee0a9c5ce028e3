import Foundation
import Screen
import Testing

struct ThemeTests {
    /// What must be told apart, however poor the terminal, because nothing but its look tells it.
    static let pairs: [(Role, Role)] = [
        (.chosen, .plain), (.chosen, .resting), (.overlayChosen, .overlay), (.currentMark, .mark), (.mark, .plain),
        (.currentQuote, .quote), (.headline, .plain), (.title, .plain), (.header, .headerFocused), (.hintKey, .hint),
        (.name, .plain), (.link, .plain), (.link, .name),
    ]

    @Test(arguments: ["default", "light", "mono", "high-contrast"], [256, 16, 8, 0])
    func whatOnlyLooksDifferentDoes(name: String, colours: Int) throws {
        let theme = try #require(Theme.named(name))
        for (one, other) in Self.pairs {
            #expect(
                theme.paint(for: one, colours: colours) != theme.paint(for: other, colours: colours),
                "\(one) and \(other)")
        }
    }

    @Test func monoAndColourlessTerminalsHaveNoColour() {
        for role in Role.allCases {
            for paint in [Theme.mono.paint(for: role, colours: 256), Theme.standard.paint(for: role, colours: 2)] {
                #expect(paint.ink == nil && paint.ground == nil)
            }
        }
    }

    @Test func everyRoleHasItsOwnLetter() {
        #expect(Set(Role.allCases.map(\.rawValue)).count == Role.allCases.count)
    }

    @Test func eightColoursAreEnoughForEveryTheme() {
        for theme in Theme.all {
            for role in Role.allCases {
                let paint = theme.paint(for: role, colours: 8)
                #expect((paint.ink ?? 0) < 8 && (paint.ground ?? 0) < 8)
            }
        }
    }

    @Test(arguments: ["default", "light", "high-contrast"], [256, 16, 8])
    func speakersAreToldApart(name: String, colours: Int) throws {
        let theme = try #require(Theme.named(name))
        for roles in [Role.tints, Role.speakerTints] {
            let paints = Set(roles.map { theme.paint(for: $0, colours: colours) })
            #expect(paints.count == roles.count)
            #expect(!paints.contains(theme.paint(for: .currentQuote, colours: colours)))
            #expect(!paints.contains(theme.paint(for: .quotedName, colours: colours)))
        }
    }

    @Test func withoutColoursSpeakersLookAsOneDoes() {
        for theme in Theme.all {
            for (roles, role) in [(Role.tints, Role.quote), (Role.speakerTints, Role.speaker)] {
                #expect(Set(roles.map { theme.paint(for: $0, colours: 0) }) == [theme.paint(for: role, colours: 0)])
            }
        }
    }

    @Test func highContrastHasNothingDimAndLeavesTheGroundAlone() {
        for role in Role.allCases {
            for colours in [256, 16, 8, 0] {
                let paint = Theme.highContrast.paint(for: role, colours: colours)
                #expect(!paint.dim && (paint.ink == nil) == (paint.ground == nil), "\(role)")
            }
            guard let ground = Theme.highContrast.paint(for: role, colours: 256).ground else { continue }
            // Black on it: the guidelines ask for 7 where they ask for much.
            #expect(contrast(0, brightness(of: ground)) >= 7, "\(role)")
        }
        for role in [Role.plain, .name, .headline, .facts, .overlay, .divider] {
            #expect(Theme.highContrast.paint(for: role, colours: 256).ground == nil)
        }
    }

    @Test func everyRoleIsFoundByItsName() {
        for role in Role.allCases { #expect(Role(named: role.name) == role) }
        #expect(Role.currentQuote.name == "current-quote" && Role.tintA.name == "tint-a")
    }

    @Test func aThemeOfOnesOwnChangesItsRolesAlone() throws {
        let paint = try Paint(words: "bold #ff8700 on 236")
        #expect(paint == Paint(ink: 208, ground: 236, bold: true))
        let theme = Theme(name: "mine", basedOn: .light, paints: [.quote: paint])
        #expect(theme.paint(for: .quote, colours: 256) == paint)
        #expect(theme.paint(for: .quote, colours: 8).bold)
        #expect(theme.paint(for: .quote, colours: 0) == Paint(bold: true, reverse: true))
        for colours in [256, 16, 8, 0] {
            #expect(theme.paint(for: .name, colours: colours) == Theme.light.paint(for: .name, colours: colours))
        }
    }

    @Test(arguments: [
        ("default", Paint()), ("", Paint()), ("Bold  underline", Paint(bold: true, underline: true)),
        ("bright-red on grey", Paint(ink: 9, ground: 8)), ("on 0", Paint(ground: 0)),
        ("default on 255", Paint(ground: 255)),
        ("#000000", Paint(ink: 16)), ("dim italic reverse", Paint(dim: true, italic: true, reverse: true)),
    ])
    func paintsInWords(_ words: String, _ paint: Paint) throws {
        #expect(try Paint(words: words) == paint)
        #expect(try Paint(words: paint.words) == paint)
    }

    @Test(arguments: [
        ("bold purpel", "purpel"), ("256", "256"), ("#12345g", "#12345g"), ("red on", "on"), ("1 on 2 on 3", "on"),
    ])
    func wordsThatAreNoPaint(_ words: String, _ fault: String) {
        #expect(throws: Paint.Fault.self) { try Paint(words: words) }
        do { _ = try Paint(words: words) } catch { #expect(error.word == fault) }
    }

    @Test func everyThemeCanBeWrittenInWords() throws {
        for theme in Theme.all {
            for role in Role.allCases {
                let paint = theme.paint(for: role, colours: 256)
                #expect(try Paint(words: paint.words) == paint)
            }
        }
    }

    @Test func standardThemeIsReadableOnBlackAndWhite() {
        for role in Role.allCases {
            let paint = Theme.standard.paint(for: role, colours: 256)
            guard let ink = paint.ink else {
                #expect(paint.ground == nil, "\(role) has the terminal's ink on a ground of ours")
                continue
            }
            let grounds: [Double] = paint.ground.map { [brightness(of: $0)] } ?? [0, 1]
            // Borders only have to be seen.
            let least = role == .overlayBorder ? 2.5 : 3.5
            for ground in grounds { #expect(contrast(brightness(of: ink), ground) >= least, "\(role)") }
        }
    }

    @Test func standardThemeAsksSixteenColoursForNoYellowOrWhiteInk() {
        for role in Role.allCases {
            let paint = Theme.standard.paint(for: role, colours: 16)
            guard let ink = paint.ink, paint.ground == nil else { continue }
            #expect(![3, 7, 11, 15].contains(ink), "\(role)")
        }
    }
}

/// The Web Content Accessibility Guidelines' contrast, 1 to 21.
private func contrast(_ one: Double, _ other: Double) -> Double {
    (max(one, other) + 0.05) / (min(one, other) + 0.05)
}

/// Relative luminance, 0 to 1, of a colour from 16 up.
private func brightness(of colour: UInt8) -> Double {
    let index = Int(colour) - 16
    let grey = 8 + 10 * (index - 216)
    let levels =
        index >= 216 ? [grey, grey, grey] : [index / 36, index / 6 % 6, index % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
    let linear = levels.map { level in
        let share = Double(level) / 255
        return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}
