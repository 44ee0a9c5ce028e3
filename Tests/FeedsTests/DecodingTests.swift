import Feeds
import Testing

/// Bytes to text.
struct DecodingTests {
    @Test(
        arguments: [
            (Array("Łódź “café”".utf8), "Łódź “café”"),
            ([0xEF, 0xBB, 0xBF] + Array("café".utf8), "café"),
            ([0xFF, 0xFE, 0x41, 0x00, 0x41, 0x01], "AŁ"),
            ([0xFE, 0xFF, 0x00, 0x41, 0x01, 0x41, 0x00], "AŁ\u{FFFD}"),
            ([0x63, 0x61, 0x66, 0xE9, 0x20, 0x93, 0x61, 0x94, 0x20, 0x80], "café “a” €"),
            (Array("Łódź caf".utf8) + [0xC3], "Łódź caf\u{FFFD}"),
            (Array("Łódź ".utf8) + [0xFF] + Array("café".utf8), "Łódź \u{FFFD}café"),
            (
                Array("Łó".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
                    + Array("plain words".utf8.flatMap { [$0, 0] }), nil
            ),
            ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0, 0x41, 0x01, 0, 0], "AŁ"),
            ([], ""),
        ] as [([UInt8], String?)])
    func bytesBecomeText(_ bytes: [UInt8], _ text: String?) {
        #expect(decoded(bytes) == text ?? "Łóplain words")
    }

    @Test(
        arguments: [
            (#"<meta charset="koi8-r"><p>"#, "koi8-r", [0xD0, 0xD2, 0xC9] as [UInt8], "при"),
            (#"<META http-equiv=Content-Type content="text/html; charset=iso-8859-2">"#, "iso-8859-2", [0xA3], "Ł"),
            (#"<meta charset=windows-1251>"#, "windows-1251", [0xCF], "П"),
            (#"<meta charset='shift_jis'>"#, "shift_jis", [0x93, 0x8C], "東"),
            (#"<meta charset=latin1>"#, "latin1", [0x93], "“"),
            (#"<meta charset=utf-8>"#, "utf-8", [0xC3, 0xA9], "é"),
            (#"<meta charset=no-such-set>"#, "no-such-set", [0xE9], "é"),
            (#"<meta charset=koi8-r>"#, "koi8-r", Array("é".utf8) + [0xD0], nil),
        ] as [(String, String, [UInt8], String?)])
    func pageDeclaresItsCharacters(_ head: String, _ name: String, _ letters: [UInt8], _ text: String?) {
        let page = Array(head.utf8) + letters
        #expect(declaredCharacterSet(ofPage: page) == name)
        let decoded = decoded(page, declared: declaredCharacterSet(ofPage: page))
        if let text { #expect(decoded == head + text) }
    }

    /// libFuzzer found the loop without an end.
    @Test(
        arguments: [
            ("shift_jis", [0x93, 0xFF, 0x41], "\u{FFFD}\u{FFFD}A"), ("utf-7", [0x41, 0xE9, 0x42], "A\u{FFFD}B"),
            ("koi8-r", [0xD0, 0xD2], "пр"), ("iso-8859-3", [0x41, 0xA5, 0x42], "A\u{FFFD}B"),
        ] as [(String, [UInt8], String)])
    func bytesThatMeanNothingInASetAreMarked(_ name: String, _ bytes: [UInt8], _ text: String) {
        #expect(decoded(bytes, declared: name) == text)
    }

    @Test func pageInUTF8IsUTF8WhateverItDeclares() {
        #expect(decoded(Array("<meta charset=latin1>“café”".utf8), declared: "latin1") == "<meta charset=latin1>“café”")
    }
}
