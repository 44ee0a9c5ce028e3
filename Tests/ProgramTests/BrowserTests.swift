import FolderKit
import Glibc
import PtyKit
import Testing

@testable import dateline

struct BrowserTests {
    @Test(arguments: [
        ("", [["xdg-open", "U"]]), ("firefox", [["firefox", "U"], ["xdg-open", "U"]]),
        ("nosuch:w3m -dump %s &:", [["nosuch", "U"], ["w3m", "-dump", "U", "&"], ["xdg-open", "U"]]),
        (" : ", [["xdg-open", "U"]]),
    ])
    func browsersAreTriedInOrder(_ variable: String, _ commands: [[String]]) {
        #expect(Browser.commands(in: variable, for: "U") == commands)
    }

    /// One argument, whatever stands in it; nothing of it is run, and the screen stays as it is.
    @Test func linkIsOneArgumentOfTheBrowser() throws {
        let folder = FolderKit.TemporaryFolder()
        mkdir(folder.path("News"), 0o700)
        folder.write(
            "---\ntitle: Canal opens\nlink: https://a.example/$(touch${IFS}X);`touch Y`?a=b&c=%s\n---\nShips may pass.\n",
            to: "News/canal.md")
        folder.write("#!/bin/sh\necho noise; echo \"$#\" \"$1\" \"$2\" > \"$0.out\"\n", to: "browser")
        chmod(folder.path("browser"), 0o700)
        let program = try PtyProgram(
            builtProgram("dateline"), [folder.path("News"), "--data", folder.path("data")], columns: 80, rows: 24,
            environment: ["BROWSER": "\(folder.path("nosuch")):\(folder.path("browser")) --new"])
        try program.wait(for: "Ships may pass.")
        program.send("o")
        try program.wait(for: "Opened by browser.")
        try program.wait("the browser's note") { _ in folder.read("browser.out")?.hasSuffix("\n") ?? false }
        #expect(
            folder.read("browser.out") == "2 --new https://a.example/$(touch${IFS}X);`touch%20Y`?a=b&c=%s\n")
        #expect(!program.screen.text.contains("noise"))
        program.send("Q")
        #expect(try program.ending() == .status(0))
    }
}
