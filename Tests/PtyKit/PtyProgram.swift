import CVterm
import Glibc
import Synchronization

/// A program on a pseudo-terminal of its own, as a person would run it: what it draws is fed to a terminal emulator, whose
/// screen can be read. Everything waits for a condition, never for a time; what does not come in time is thrown, with the
/// screen as it then was.
///
///     let program = try PtyProgram(builtProgram("dateline"), ["Articles"], columns: 100, rows: 30)
///     try program.wait(for: "All stories")
///     program.send("q")
///     #expect(try program.ending() == .status(0))
///
/// One thread at a time.
package final class PtyProgram {
    // A class, because the program is killed when the test is done with it.

    package enum Ending: Hashable, Sendable { case status(Int32), signal(Int32) }

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    package let screen: PtyScreen
    /// All that it has written, as it came.
    package private(set) var output: [UInt8] = []
    package let processID: Int32
    private var known: Ending?
    private var master: Int32
    /// Kept open, so that the terminal's modes can be read after the program has ended.
    private var slave: Int32
    private let ended: Int32
    private let modesBefore: termios

    /// - Parameters:
    ///   - environment: added to a small standard one (xterm-256color, C.UTF-8); nil takes a variable away.
    ///   - folder: where it starts; nil is this process's own.
    package init(
        _ path: String, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
        environment: [String: String?] = [:], folder: String? = nil
    ) throws {
        var descriptors: (master: Int32, slave: Int32) = (-1, -1)
        var modes = termios()
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        // One at a time: a program started in between would inherit the descriptors and keep the terminal open.
        processID = try starting.withLock { _ in
            guard openpty(&descriptors.master, &descriptors.slave, nil, nil, &size) == 0 else {
                throw Failure(description: "no pseudo-terminal")
            }
            tcgetattr(descriptors.slave, &modes)
            for descriptor in [descriptors.master, descriptors.slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
            return try start(
                [path] + arguments, on: terminalName(descriptors.slave), environment: completed(environment),
                folder: folder)
        }
        (master, slave) = descriptors
        modesBefore = modes
        ended = pk_process_descriptor(processID)
        screen = PtyScreen(columns: columns, rows: rows)
    }

    deinit {
        if known == nil {
            kill(processID, SIGKILL)
            var status: Int32 = 0
            waitpid(processID, &status, 0)
        }
        hangUp()
        close(ended)
    }

    // MARK: What is done to it

    /// Keys, as a terminal sends them: `\r` is Enter, `\u{1B}` Escape, `\u{1B}[A` or `\u{1B}OA` up.
    package func send(_ keys: String) { send(Array(keys.utf8)) }

    package func send(_ bytes: [UInt8]) { _ = write(master, bytes, bytes.count) }

    package func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns, rows: rows)
        _ = pk_set_size(master, UInt16(rows), UInt16(columns))
    }

    package func signal(_ number: Int32) { kill(processID, number) }

    /// The terminal is gone, as when its window is closed.
    package func hangUp() {
        guard master >= 0 else { return }
        close(master)
        close(slave)
        (master, slave) = (-1, -1)
    }

    // MARK: What it does

    /// Waits until the text stands on the screen.
    package func wait(for text: String, within limit: Duration = .seconds(10)) throws {
        try wait("“\(text)”", within: limit) { $0.screen.text.contains(text) }
    }

    /// Waits until the condition holds; it is tried whenever the program has written something, and now and then.
    package func wait(_ what: String, within limit: Duration = .seconds(10), until condition: (PtyProgram) -> Bool)
        throws
    {
        let end = ContinuousClock.now + limit
        while !condition(self) {
            guard ContinuousClock.now < end else { throw failure("waited \(limit) for \(what)") }
            if known != nil, !read(within: 0) { throw failure("ended while waiting for \(what)") }
            read(within: 20)
            checkEnding()
        }
    }

    /// Waits for its end.
    package func ending(within limit: Duration = .seconds(10)) throws -> Ending {
        let end = ContinuousClock.now + limit
        while known == nil {
            guard ContinuousClock.now < end else { throw failure("waited \(limit) for its end") }
            read(within: 20)
            checkEnding()
        }
        while read(within: 0) {}
        guard let known else { preconditionFailure("the loop ends with it") }
        return known
    }

    /// Stopped, as by Ctrl-Z.
    package var isStopped: Bool {
        var information = siginfo_t()
        // WNOWAIT: asking changes nothing, so that one can ask again.
        return waitid(P_PID, id_t(processID), &information, WSTOPPED | WNOHANG | WNOWAIT) == 0
            && information.si_signo != 0
    }

    /// Whether echo, lines, signals and all else of the terminal are as they were before the program started.
    package var modesAreRestored: Bool {
        var now = termios()
        guard slave >= 0, tcgetattr(slave, &now) == 0 else { return false }
        return now.c_lflag == modesBefore.c_lflag && now.c_iflag == modesBefore.c_iflag
            && now.c_oflag == modesBefore.c_oflag && now.c_cflag == modesBefore.c_cflag
    }

    /// Processor time used so far, in clock ticks; nil when it has ended.
    package var processorTicks: Int? {
        guard let fields = statistics, fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12])
        else {
            return nil
        }
        return user + system
    }

    /// The fields of /proc's stat that follow the program's name.
    private var statistics: [Substring]? {
        guard let file = fopen("/proc/\(processID)/stat", "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1024)
        let text = String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
        return text.split(separator: ")").last.map { $0.split(separator: " ") }
    }

    /// - Parameter limit: in milliseconds.
    /// - Returns: whether anything came.
    @discardableResult
    private func read(within limit: Int32) -> Bool {
        var watched = [master, known == nil ? ended : -1].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard poll(&watched, 2, limit) > 0, watched[0].revents & Int16(POLLIN) != 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(master, &bytes, bytes.count)
        guard count > 0 else { return false }
        output += bytes[..<count]
        let answers = screen.feed(bytes[..<count])
        if !answers.isEmpty { send(answers) }
        return true
    }

    private func checkEnding() {
        var status: Int32 = 0
        guard known == nil, waitpid(processID, &status, WNOHANG) == processID else { return }
        let signal = status & 0x7F
        known = signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
    }

    private func failure(_ what: String) -> Failure {
        Failure(
            description: "\(what); \(known.map { "it ended with \($0)" } ?? "it runs"); its screen:\n\(screen.text)")
    }
}

/// The path of a program that was built together with the tests: it lies beside them.
package func builtProgram(_ name: String) -> String {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count)
    let tests = String(decoding: path.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return tests.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/" + name
}

private let starting = Mutex(())

private func completed(_ changes: [String: String?]) -> [String: String] {
    var environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/nonexistent"]
    // So that coverage counts what runs here.
    if let profile = getenv("LLVM_PROFILE_FILE") { environment["LLVM_PROFILE_FILE"] = String(cString: profile) }
    for (name, value) in changes { environment[name] = value }
    return environment
}

private func terminalName(_ descriptor: Int32) -> String {
    var name = [CChar](repeating: 0, count: 64)
    ttyname_r(descriptor, &name, name.count)
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}

/// Starts a program whose input, output and errors are the terminal of this name, which becomes its controlling one.
private func start(
    _ command: [String], on terminal: String, environment: [String: String], folder: String?
) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
    }
    // The threads of tests block signals, and the program would inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // Opening a terminal in a new session makes it the controlling one.
    posix_spawnattr_setflags(&attributes, pk_new_session_flag() | Int16(POSIX_SPAWN_SETSIGMASK))
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    if let folder { posix_spawn_file_actions_addchdir_np(&actions, folder) }
    var arguments = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for case let text? in arguments + variables { free(text) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, command[0], &actions, &attributes, &arguments, &variables)
    guard result == 0 else {
        throw PtyProgram.Failure(description: "\(command[0]) cannot be started: \(String(cString: strerror(result)))")
    }
    return process
}
