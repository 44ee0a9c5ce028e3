/// What a terminal draws with: as SGR sequences (ECMA-48) set it.
struct Pen: Hashable, Sendable {
    /// A colour as it was asked for: terminals make some of the first eight brighter in bold, by how they were named.
    enum Colour: Hashable, Sendable {
        /// 30...37 and 90...97 for ink, 40...47 and 100...107 for the ground.
        case named(Int)
        /// Of the palette of 256.
        case numbered(Int)
    }

    struct Attributes: OptionSet, Hashable, Sendable {
        let rawValue: UInt8

        static let bold = Attributes(rawValue: 1 << 1)
        static let dim = Attributes(rawValue: 1 << 2)
        static let italic = Attributes(rawValue: 1 << 3)
        static let underline = Attributes(rawValue: 1 << 4)
        static let reverse = Attributes(rawValue: 1 << 7)
        /// The numbers that set them, which are their bits.
        static let codes = [1, 2, 3, 4, 7]
    }

    var attributes: Attributes = []
    var ink: Colour?
    var ground: Colour?

    /// Takes in the numbers of a sequence.
    /// - Returns: whether all of them are known; the pen is of no use when they are not.
    mutating func take(_ codes: [Int]) -> Bool {
        var rest = codes.makeIterator()
        while let code = rest.next() {
            switch code {
            case 0: self = Pen()
            // The usual font: it is never another, since the number that sets one is not known here.
            case 10: break
            case 1...4, 7: attributes.insert(Attributes(rawValue: 1 << UInt8(code)))
            case 22: attributes.subtract([.bold, .dim])
            case 23...24, 27: attributes.remove(Attributes(rawValue: 1 << UInt8(code - 20)))
            case 30...37, 90...97: ink = .named(code)
            case 40...47, 100...107: ground = .named(code)
            case 39: ink = nil
            case 49: ground = nil
            case 38, 48:
                guard rest.next() == 5, let number = rest.next() else { return false }
                if code == 38 { ink = .numbered(number) } else { ground = .numbered(number) }
            default: return false
            }
        }
        return true
    }

    /// The shortest sequence that makes another pen this one.
    /// - Parameters:
    ///   - other: nil when it is not known.
    ///   - canTakeBack: whether the terminal knows the numbers that end one attribute or colour alone.
    func sequence(after other: Pen?, canTakeBack: Bool) -> [UInt8] {
        let whole = Self.sequence(self == Pen() ? [] : [0] + set([], nil, nil))
        guard let other else { return whole }
        guard canTakeBack || isMore(than: other) else { return whole }
        let gone = other.attributes.subtracting(attributes)
        var kept = other.attributes.intersection(attributes)
        var codes: [Int] = []
        // One number ends both bold and dim.
        if !gone.isDisjoint(with: [.bold, .dim]) {
            codes.append(22)
            kept.subtract([.bold, .dim])
        }
        codes += [3, 4, 7].filter { gone.contains(Attributes(rawValue: 1 << UInt8($0))) }.map { 20 + $0 }
        let change = Self.sequence(codes + set(kept, other.ink, other.ground))
        return change.count < whole.count ? change : whole
    }

    /// Whether nothing of the other has to be taken back.
    private func isMore(than other: Pen) -> Bool {
        attributes.isSuperset(of: other.attributes) && (ink != nil || other.ink == nil)
            && (ground != nil || other.ground == nil)
    }

    /// The numbers that set what is not there yet.
    private func set(_ attributes: Attributes, _ ink: Colour?, _ ground: Colour?) -> [Int] {
        let new = self.attributes.subtracting(attributes)
        var codes = Attributes.codes.filter { new.contains(Attributes(rawValue: 1 << UInt8($0))) }
        if self.ink != ink { codes += Self.codes(of: self.ink, 38) }
        if self.ground != ground { codes += Self.codes(of: self.ground, 48) }
        return codes
    }

    /// - Parameter first: 38 for ink, 48 for the ground; one more is the terminal's own.
    private static func codes(of colour: Colour?, _ first: Int) -> [Int] {
        switch colour {
        case nil: [first + 1]
        case .named(let code): [code]
        case .numbered(let number): [first, 5, number]
        }
    }

    /// By hand: every word in another style needs one or two of them.
    private static func sequence(_ codes: [Int]) -> [UInt8] {
        var bytes: [UInt8] = [0x1B, UInt8(ascii: "[")]
        bytes.reserveCapacity(24)
        for (place, code) in codes.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ";")) }
            if code > 99 { bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: code / 100)) }
            if code > 9 { bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: code / 10 % 10)) }
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: code % 10))
        }
        bytes.append(UInt8(ascii: "m"))
        return bytes
    }
}
