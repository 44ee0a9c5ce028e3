/// How a role looks. Colours are numbers of the 256-colour palette; nil is the terminal's own.
package struct Paint: Hashable, Sendable {
    package var ink: UInt8?
    package var ground: UInt8?
    package var bold: Bool
    package var dim: Bool
    package var italic: Bool
    package var underline: Bool
    package var reverse: Bool

    package init(
        ink: UInt8? = nil, ground: UInt8? = nil, bold: Bool = false, dim: Bool = false, italic: Bool = false,
        underline: Bool = false, reverse: Bool = false
    ) {
        self.ink = ink
        self.ground = ground
        self.bold = bold
        self.dim = dim
        self.italic = italic
        self.underline = underline
        self.reverse = reverse
    }

    /// The same for a terminal of so many colours: 256, 16, 8, or none below that. What stood out by its ground still
    /// stands out, by reverse video where the ground is lost.
    package func reduced(toColours colours: Int) -> Paint {
        switch colours {
        case 256...: self
        case 16..<256: reduced(sixteen(_:))
        case 8..<16: toSixteen.toEight
        default: toNone
        }
    }
}

extension Paint {
    private var toSixteen: Paint { reduced(sixteen(_:)) }

    private func reduced(_ colour: (UInt8) -> UInt8) -> Paint {
        var paint = self
        paint.ink = ink.map(colour)
        paint.ground = ground.map(colour)
        return paint.readable(before: self)
    }

    /// The bright half of the sixteen becomes bold; its grey, which may not be seen in bold, becomes dim.
    private var toEight: Paint {
        var paint = self
        if let ink, ink >= 8 {
            paint.ink = ink == 8 ? nil : ink - 8
            if ink == 8 { paint.dim = true } else { paint.bold = true }
        }
        if let ground, ground >= 8 { paint.ground = ground == 8 ? 0 : ground - 8 }
        return paint.readable(before: self)
    }

    private var toNone: Paint {
        var paint = self
        paint.ink = nil
        paint.ground = nil
        if ground != nil { paint.reverse = true }
        return paint
    }

    /// Reverse video where a ground fell together with its ink, or became the black or white that the terminal's own
    /// ground is likely to be.
    private func readable(before: Paint) -> Paint {
        guard let ground else { return self }
        let isUnreadable = ground == ink && before.ground != before.ink
        let isLost = ground != before.ground && [0, 7, 15].contains(ground)
        return isUnreadable || isLost ? toNone : self
    }
}

/// The nearest of the first sixteen colours, as xterm has them.
private func sixteen(_ colour: UInt8) -> UInt8 {
    guard colour >= 16 else { return colour }
    let wanted = components(of: colour)
    return UInt8((0..<16).min { distance(first16[$0], wanted) < distance(first16[$1], wanted) } ?? 7)
}

/// The nearest of the colours from 16 up, which are the same in every terminal.
func nearest256(red: Int, green: Int, blue: Int) -> UInt8 {
    let wanted = (red, green, blue)
    return (16...255).min { distance(components(of: $0), wanted) < distance(components(of: $1), wanted) } ?? 16
}

private func distance(_ one: (Int, Int, Int), _ other: (Int, Int, Int)) -> Int {
    let (dr, dg, db) = (one.0 - other.0, one.1 - other.1, one.2 - other.2)
    // The eye's weights, roughly.
    return 3 * dr * dr + 6 * dg * dg + db * db
}

/// Red, green and blue, 0 to 255, of a colour from 16 up: a cube of six steps, then 24 greys.
private func components(of colour: UInt8) -> (Int, Int, Int) {
    let index = Int(colour) - 16
    if index >= 216 {
        let grey = 8 + 10 * (index - 216)
        return (grey, grey, grey)
    }
    func step(_ value: Int) -> Int { value == 0 ? 0 : 55 + 40 * value }
    return (step(index / 36), step(index / 6 % 6), step(index % 6))
}

private let first16 = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
]
