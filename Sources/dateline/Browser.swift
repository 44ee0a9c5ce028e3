import Glibc
import News

/// The user's browser: a program of its own that shows a page and goes on without this one.
///
/// Which it is says `$BROWSER` (some, with colons between them; in each `%s` stands for the address, which else comes
/// last); after those xdg-open is tried. Nothing passes a shell: an address is one argument, whatever stands in it.
enum Browser {
    /// Starts it.
    /// - Parameter failed: called when the program ends at once and says that it could not.
    /// - Returns: the program's name.
    /// - Throws: for an address that is not of the web, and when no program starts.
    static func open(_ address: String, failed: @escaping @Sendable (Problem) -> Void) throws(Problem) -> String {
        guard let page = WebAddress(address) else {
            throw Problem("“\(address)” is no link to the web.", remedy: "Only http and https are opened.")
        }
        for command in commands(in: getenv("BROWSER").map { String(cString: $0) } ?? "", for: page.text) {
            guard let child = startProgram(command) else { continue }
            let name = command[0].split(separator: "/").last.map(String.init) ?? command[0]
            let started = ContinuousClock.now
            whenEnded(child) { status in
                // Later the user has seen what came of it, and closed it.
                guard status != 0, ContinuousClock.now - started < .seconds(10) else { return }
                failed(
                    Problem(
                        "\(name) could not open \(page.host).",
                        remedy: "Name a browser that works here in $BROWSER, or copy the link."))
            }
            return name
        }
        throw Problem(
            "There is no browser to open \(page.host) with.",
            remedy: "Name one in $BROWSER, or copy the link into yours.")
    }

    /// The words of each command to try, the address among them.
    static func commands(in browsers: String, for address: String) -> [[String]] {
        let named = browsers.split(separator: ":").map { $0.split(separator: " ").map(String.init) }
        return (named.filter { !$0.isEmpty } + [["xdg-open"]]).map { words in
            guard words.dropFirst().contains(where: { $0.contains("%s") }) else { return words + [address] }
            return [words[0]] + words.dropFirst().map { $0.replacing("%s", with: address) }
        }
    }

    /// Waits for a program on a thread of its own, which sleeps until then, so that no dead process is left behind.
    private static func whenEnded(_ child: pid_t, _ ended: @escaping @Sendable (Int32) -> Void) {
        Worker {
            var status: Int32 = 0
            while waitpid(child, &status, 0) < 0, errno == EINTR {}
            ended(status)
        }.detach()
    }
}
