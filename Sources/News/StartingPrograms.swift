import Glibc

/// Starts a program in a session of its own, so that neither the keys of this terminal nor its end reach it, with nothing
/// to read and nowhere to write on our screen. The signals mean to it what they mean to any program.
///
/// - Parameters:
///   - command: the program, found as a shell would find it, and its arguments.
///   - output: the descriptor that it writes to; nil for nowhere.
/// - Returns: its process, to be waited for; nil when there is no such program.
package func startProgram(_ command: [String], writingTo output: Int32? = nil) -> Int32? {
    var files = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&files)
    posix_spawnattr_init(&attributes)
    defer {
        posix_spawn_file_actions_destroy(&files)
        posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    if let output {
        posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO)
    } else {
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    }
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // POSIX_SPAWN_SETSID of <spawn.h>, which the C library shows to GNU programs alone.
    let ownSession: Int16 = 0x80
    posix_spawnattr_setflags(&attributes, ownSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    // C's copies of the words: they have to last until the program has started.
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child = pid_t()
    return posix_spawnp(&child, command[0], &files, &attributes, &words, environ) == 0 ? child : nil
}
