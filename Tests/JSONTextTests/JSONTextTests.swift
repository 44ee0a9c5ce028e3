import JSONText
import Testing

@Suite struct JSONTextTests {
    @Test(arguments: [
        #"{"a":1,"b":[true,false,null],"c":{"z":"é","y":-0.10e+5}}"#,
        #"[]"#, #"{}"#, #""""#, #"[[],[{}]]"#, #""\"\\ \n\t""#, #"12345678901234567890.000"#,
    ])
    func whatIsReadIsWrittenAgainAsItWas(_ text: String) throws {
        var writer = JSONWriter()
        writer.value(try JSONValue(parsing: text))
        #expect(writer.text == text)
    }

    @Test(arguments: [
        (#""é""#, "é"), (#""\ud83d\udcf0""#, "📰"), (#""\/""#, "/"), (#""\b\f""#, "\u{8}\u{C}"),
        // Half a pair cannot be held in Unicode text.
        (#""\ud800""#, "\u{FFFD}"), (#""\udc00x""#, "\u{FFFD}x"), (#""\ud800é""#, "\u{FFFD}é"),
        (#""\ud800\ud83d\udcf0""#, "\u{FFFD}📰"),
    ])
    func escapesAreReadAsTheirCharacters(_ text: String, _ words: String) throws {
        #expect(try JSONValue(parsing: text) == .string(words))
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "{'a':1}", "[1 2]", "01", "1.", ".5", "+1", "1e", "-", "NaN",
        "tru", "nul", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\\u12", "\"\n\"", "[1]]", "{\"a\" 1}", "{\"a\":}", "[,1]",
        "\u{FEFF}{}", "{\"a\":1}x", "// a", "\"\\",
    ])
    func whatIsNotJSONIsRefused(_ text: String) {
        #expect(throws: JSONFault.self) { try JSONValue(parsing: text) }
    }

    @Test func badUTF8IsRefused() {
        let bytes: [UInt8] = [0x22, 0xE6, 0x97, 0x22]
        #expect(throws: JSONFault("a string is not UTF-8", at: 1)) { try JSONValue(parsing: bytes.span) }
    }

    @Test func deepNestingIsRefusedNotACrash() throws {
        let deep = String(repeating: "[", count: 500)
        _ = try JSONValue(parsing: deep + String(repeating: "]", count: 500))
        #expect(throws: JSONFault.self) { try JSONValue(parsing: String(repeating: "[", count: 100_000)) }
        #expect(throws: JSONFault.self) { try JSONValue(parsing: String(repeating: "{\"a\":", count: 100_000)) }
    }

    @Test func aFaultSaysWhereItIs() {
        #expect(throws: JSONFault("a comma or } is missing", at: 8)) { try JSONValue(parsing: #"{"a":1  "b":2}"#) }
        #expect(JSONFault("a comma is missing", at: 16).words == "a comma is missing at byte 17")
    }

    @Test(arguments: [
        ("a\u{1}b", #""a\u0001b""#), ("\u{7F}", #""\u007f""#), ("\u{85}", #""\u0085""#), ("\u{9B}1m", #""\u009b1m""#),
        ("\u{2028}", #""\u2028""#), ("“é”", "\"“é”\""), ("\u{A0}£", "\"\u{A0}£\""), ("…", "\"…\""), ("📰", "\"📰\""),
    ])
    func lineEndsAndControlsAreEscaped(_ words: String, _ text: String) throws {
        var writer = JSONWriter()
        writer.value(words)
        #expect(writer.text == text)
        #expect(try JSONValue(parsing: text) == .string(words))
    }

    @Test func fieldsChangeWhereTheyStand() throws {
        var object = try #require(JSONValue(parsing: #"{"b":1,"a":2,"b":3}"#).object)
        #expect(object["b"] == .number("3"))
        object["b"] = .null
        object["c"] = .bool(true)
        object["a"] = nil
        #expect(object.fields.map(\.name) == ["b", "b", "c"])
        #expect(object.fields[1].value == .null)
    }

    @Test(arguments: [(0, "0"), (314, "0.314"), (500, "0.5"), (20, "0.02"), (1000, "1")])
    func sharesAreWrittenShort(_ thousandths: Int, _ text: String) {
        var writer = JSONWriter()
        writer.object { $0.field("share", thousandths: thousandths) }
        #expect(writer.text == "{\"share\":\(text)}")
    }
}
