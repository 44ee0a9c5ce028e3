import FolderKit
import Glibc
import Reader
import Testing

/// The README shows what is: its screens are made by `dateline screen`, its keys by the keymap.
/// `UPDATE_SCREENS=1 swift test --filter ReadmeTests` writes them anew.
@Suite(.serialized) struct ReadmeTests {
    private let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    @Test func screensAreReal() throws {
        try compare(marker: "screen ") { arguments in
            let words = arguments.split(separator: " ").map(String.init)
            let data = TemporaryFolder()
            let shown = try dateline(
                [
                    "screen", "--size", words[0], "--keys", words.count > 1 ? words[1] : "", "--data",
                    data.path("data"), "\(root)/Articles",
                ], in: data)
            #expect(shown.status == 0, "\(shown.errors)")
            return "```\n\(shown.output.trimmingNewlines)\n```"
        }
    }

    @Test func keysAreTheKeymap() throws {
        try compare(marker: "keys") { _ in keyTable().trimmingNewlines }
    }

    /// Each `<!-- marker arguments -->` … `<!-- end -->` of the README against what it ought to hold.
    private func compare(marker: String, with made: (Substring) throws -> String) throws {
        let readme = try #require(contents(of: "\(root)/README.md"))
        var renewed = ""
        var rest = Substring(readme)
        var count = 0
        while let start = rest.firstRange(of: "<!-- \(marker)") {
            let head = try #require(rest[start.upperBound...].firstRange(of: "-->"))
            let end = try #require(rest[head.upperBound...].firstRange(of: "<!-- end -->"))
            let wanted = "\n" + (try made(rest[start.upperBound..<head.lowerBound])) + "\n"
            renewed += rest[..<head.upperBound] + wanted
            if !isUpdating { #expect(rest[head.upperBound..<end.lowerBound] == wanted, "README.md is out of date") }
            rest = rest[end.lowerBound...]
            count += 1
        }
        #expect(count > 0)
        guard isUpdating, let file = fopen("\(root)/README.md", "w") else { return }
        defer { fclose(file) }
        fputs(renewed + rest, file)
    }

    private var isUpdating: Bool { getenv("UPDATE_SCREENS") != nil }

    private func contents(of path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    fileprivate var trimmingNewlines: String {
        var text = Substring(self)
        while text.first == "\n" { text.removeFirst() }
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }
}
