import Screen
import Testing

struct ThemeTests {
    /// What must be told apart, however poor the terminal, because nothing but its look tells it.
    static let pairs: [(Role, Role)] = [
        (.chosen, .plain), (.chosen, .resting), (.overlayChosen, .overlay), (.currentMark, .mark), (.mark, .plain),
        (.currentQuote, .quote), (.headline, .plain), (.title, .plain), (.header, .headerFocused), (.hintKey, .hint),
    ]

    @Test(arguments: ["default", "light", "mono"], [256, 16, 8, 0])
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
}
