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
            guard let child = start(command) else { continue }
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

    /// Starts a program that is found as a shell would find it, in a session of its own, so that neither the keys of this
    /// terminal nor its end reach it, with nothing to read and nowhere to write on our screen.
    /// - Returns: nil when there is no such program.
    private static func start(_ command: [String]) -> pid_t? {
        var files = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&files)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&files)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // POSIX_SPAWN_SETSID of <spawn.h>, which the C library shows to GNU programs alone.
        let ownSession: Int16 = 0x80
        posix_spawnattr_setflags(
            &attributes, ownSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var child = pid_t()
        return posix_spawnp(&child, command[0], &files, &attributes, &words, environ) == 0 ? child : nil
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
