import Screen
import Testing

@Suite struct KeyScriptTests {
    @Test(
        arguments: [
            ("", []), ("jj", [.character("j"), .character("j")]),
            (
                "jj<enter>n<c-d><esc><pgdn><space><lt>",
                [
                    .character("j"), .character("j"), .enter, .character("n"), .control("d"), .escape, .pageDown,
                    .character(" "),
                    .character("<"),
                ]
            ),
            ("<S-Tab><Tab><Home><END>", [.backTab, .tab, .home, .end]), ("<f1><F12>", [.function(1), .function(12)]),
            ("é日>👍🏽", [.character("é"), .character("日"), .character(">"), .character("👍🏽")]),
            (
                "<bs><del><up><down><left><right><pgup><gt>",
                [
                    .backspace, .delete, .up, .down, .left, .right, .pageUp, .character(">"),
                ]
            ),
        ] as [(String, [Key])])
    func readsKeys(script: String, expected: [Key]) throws { #expect(try KeyScript(script).keys == expected) }

    @Test(arguments: ["<entr>", "<>", "<c->", "<c-1>", "<c-dd>", "<f0>", "<f99>", "<f>", "<c-é>"])
    func saysWhichKeyItDoesNotKnow(script: String) {
        let error = #expect(throws: KeyScript.Fault.self) { try KeyScript("jj" + script) }
        #expect(error.map(String.init(describing:)) == "There is no key \(script).")
    }

    @Test func saysWhatIsUnclosed() {
        let error = #expect(throws: KeyScript.Fault.self) { try KeyScript("jj<enter") }
        #expect(error == .unclosed("<enter"))
        #expect(error?.description.contains("<lt>") == true)
    }
}
