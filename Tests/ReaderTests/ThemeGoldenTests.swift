import Foundation
import Screen
import Testing

/// How every theme paints every role, on every kind of terminal. `UPDATE_SCREENS=1 swift test` accepts new paints.
struct ThemeGoldenTests {
    @Test(arguments: Theme.all.map(\.name))
    func everyRoleIsPaintedAsBefore(_ name: String) throws {
        let theme = try #require(Theme.named(name))
        let now = table(of: theme)
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/theme-\(name).txt")
        if ProcessInfo.processInfo.environment["UPDATE_SCREENS"] != nil {
            try now.write(to: file, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect(now == golden, "the theme \(name) changed; look at it, then UPDATE_SCREENS=1")
    }

    /// A line for each role: its name, then its paint with 256, 16, 8 and no colours (the last is also that of `NO_COLOR`).
    private func table(of theme: Theme) -> String {
        let rows = Role.allCases.map { role in
            ["\(role)"] + [256, 16, 8, 0].map { words(for: theme.paint(for: role, colours: $0)) }
        }
        let lines = ([["role", "256", "16", "8", "none"]] + rows).map { cells in
            cells.map { $0.padding(toLength: max(16, $0.count), withPad: " ", startingAt: 0) }.joined(separator: " ")
        }
        return lines.map { $0.trimmingCharacters(in: .whitespaces) + "\n" }.joined()
    }

    /// "231 on 24 bold"; "-" for the terminal's own look.
    private func words(for paint: Paint) -> String {
        let attributes = [
            (paint.bold, "bold"), (paint.dim, "dim"), (paint.italic, "italic"), (paint.underline, "underline"),
            (paint.reverse, "reverse"),
        ]
        let words =
            [paint.ink.map { "\($0)" }, paint.ground.map { "on \($0)" }].compactMap(\.self)
            + attributes.filter(\.0).map(\.1)
        return words.isEmpty ? "-" : words.joined(separator: " ")
    }
}
