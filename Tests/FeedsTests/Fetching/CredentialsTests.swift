import News
import Testing

@testable import Feeds

@Suite struct CredentialsTests {
    @Test func passwordIsNotPrinted() {
        let credentials = Credentials(user: "ana", password: "secret")
        var dumped = ""
        dump(credentials, to: &dumped)
        for text in ["\(credentials)", String(reflecting: [credentials]), dumped, "\(Optional(credentials) as Any)"] {
            #expect(!text.contains("secret"))
        }
    }

    @Test func firstLineOfACommandOrFileIsThePassword() throws {
        let folder = try ScratchFolder()
        try folder.write("s e:cret\nuser: ana\n", to: "password")
        let expected = Credentials(user: "ana", password: "s e:cret")
        #expect(try Credentials(user: "ana", from: .file(folder.path + "/password")) == expected)
        #expect(try Credentials(user: "ana", from: .command("cat '\(folder.path)/password'; echo no >&2")) == expected)
    }

    @Test(arguments: ["echo secret; exit 3", "true", "echo; echo secret", "no-such-program-here"])
    func commandWithoutAPasswordFails(command: String) {
        let problem = #expect(throws: Problem.self) { try Credentials(user: "ana", from: .command(command)) }
        #expect(problem?.summary == "The command for the password of “ana” gives none.")
        #expect(problem?.detail.contains("secret") == false)
    }

    @Test func commandThatTakesTooLongIsEnded() {
        // What it starts in the background would hold its output open.
        let problem = #expect(throws: Problem.self) {
            try Credentials(user: "ana", from: .command("sleep 60 & sleep 60"), patience: .milliseconds(200))
        }
        #expect(problem?.detail == "It takes longer than 200 milliseconds.")
    }

    @Test func missingFileIsTold() {
        let problem = #expect(throws: Problem.self) { try Credentials(user: "ana", from: .file("/no/such/file")) }
        #expect(problem?.detail == "No such file or directory")
    }
}
