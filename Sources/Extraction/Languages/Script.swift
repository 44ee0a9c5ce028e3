/// What letters a text is written in; `nil` where a sign is no letter.
enum Script: String, Sendable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, tamil, thai, georgian, ethiopic, hangul,
        kana
    case han, other

    init?(of scalar: UInt32) {
        switch scalar {
        case 0xC0..<0x250, 0x1E00..<0x1F00: self = .latin
        case 0x370..<0x400, 0x1F00..<0x2000: self = .greek
        case 0x400..<0x530: self = .cyrillic
        case 0x530..<0x590: self = .armenian
        case 0x590..<0x600: self = .hebrew
        case 0x60C, 0x61B, 0x61F, 0x66A..<0x66E, 0x6D4: return nil
        case 0x600..<0x780, 0xFB50..<0xFE00, 0xFE70..<0xFEFF: self = .arabic
        case 0x964, 0x965: return nil
        case 0x900..<0x980: self = .devanagari
        case 0x980..<0xA00: self = .bengali
        case 0xB80..<0xC00: self = .tamil
        case 0xE00..<0xE80: self = .thai
        case 0x10A0..<0x1100: self = .georgian
        case 0x1200..<0x13A0: self = .ethiopic
        case 0x1100..<0x1200, 0xAC00..<0xD7B0: self = .hangul
        case 0x3040..<0x3100: self = .kana
        case 0x3400..<0xA000, 0x20000..<0x30000: self = .han
        case 0x250..<0x2000, 0x2C00..<0x2E00, 0xA000..<0xAC00: self = .other
        default: return nil
        }
    }

    /// Whether blanks part its words.
    var hasBlanks: Bool {
        switch self {
        case .han, .kana, .thai: false
        case .latin, .greek, .cyrillic, .armenian, .hebrew, .arabic, .devanagari, .bengali, .tamil, .georgian,
            .ethiopic,
            .hangul, .other:
            true
        }
    }
}
