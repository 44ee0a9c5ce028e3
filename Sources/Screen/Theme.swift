/// How every role looks. Colour is never the only carrier: what matters also has a sign, a place or an attribute.
package struct Theme: Sendable {
    package let name: String
    private let look: @Sendable (Role) -> Look
    private let colourless: @Sendable (Role) -> Paint

    /// The built-in themes; the first is used when nothing is chosen. Each has its file in `Themes`.
    package static let all = [standard, light, mono, highContrast]

    /// - Parameter colourless: the paints where there are no colours; nil is `mono`'s.
    init(
        name: String, look: @escaping @Sendable (Role) -> Look, colourless: (@Sendable (Role) -> Paint)? = nil
    ) {
        self.name = name
        self.look = look
        self.colourless = colourless ?? { Self.monoLook($0).rich }
    }

    /// A theme of the user's own: another one, with some roles painted otherwise.
    /// - Parameter paints: as they are where there are 256 colours; terminals with fewer show what comes nearest.
    package init(name: String, basedOn base: Theme, paints: [Role: Paint]) {
        self.name = name
        look = { role in
            paints[role].map { Look($0, $0.reduced(toColours: 16)) } ?? base.look(role)
        }
        colourless = { role in paints[role]?.reduced(toColours: 0) ?? base.colourless(role) }
    }

    /// - Returns: nil when there is no built-in theme of this name.
    package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

    /// - Parameter colours: how many the terminal can show: 256 or more, 16, 8, or fewer for none.
    package func paint(for role: Role, colours: Int) -> Paint {
        switch colours {
        case 256...: look(role).rich
        case 16...: look(role).basic
        case 8...: look(role).basic.reduced(toColours: 8)
        default: colourless(role)
        }
    }
}

/// A role's paint where there are 256 colours, and where there are only the sixteen that users choose themselves.
struct Look {
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
