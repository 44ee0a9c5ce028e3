import FolderKit
import Glibc
import PtyKit
import Testing

/// A run of the built program without a terminal, to its end.
struct Finished {
    let status: Int32
    let output: String
    let errors: String

    var lines: [Substring] { output.split(separator: "\n") }
}

/// Runs the program that was built together with the tests.
func dateline(
    _ arguments: [String], input: String = "", hasHome: Bool = true, in folder: TemporaryFolder
) throws -> Finished {
    folder.write(input, to: "stdin")
    let process = try start(arguments, hasHome: hasHome, in: folder)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { try #require(errno == EINTR) }
    return Finished(
        status: status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F),
        output: folder.read("stdout") ?? "", errors: folder.read("stderr") ?? "")
}

/// Starts it with files of the folder as its input and outputs.
func start(_ arguments: [String], hasHome: Bool = true, in folder: TemporaryFolder) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
    }
    // The threads of the tests block signals, and a new process would as well.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let written = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, folder.path("stdin"), O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, folder.path("stdout"), written, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, folder.path("stderr"), written, 0o600)
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = (hasHome ? ["HOME=\(folder.path)"] : []) + ["LANG=C.UTF-8", "PATH=/usr/bin:/bin"]
    let environment = variables.map { strdup($0) } + [nil]
    defer { (words + environment).forEach { free($0) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, program, &actions, &attributes, words, environment)
    try #require(failure == 0)
    return process
}

private let program = builtProgram("dateline")
