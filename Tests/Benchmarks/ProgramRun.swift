import Glibc

/// A program's run to its end, its output thrown away.
struct ProgramRun {
    let wall: Duration
    /// Of all its threads together.
    let processor: Duration
    /// The most memory that it held at once, in bytes. A program starts in a copy of this one, so nothing smaller than
    /// the benchmark itself can be told.
    let peakMemory: Int

    /// - Parameter command: a program's path and its arguments.
    /// - Throws: when it cannot be run or fails.
    init(_ command: [String]) throws {
        let start = ContinuousClock.now
        let process = try started(command)
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0 {
            if errno != EINTR { throw Obstacle("Nobody waits for \(command[0])", errno) }
        }
        wall = ContinuousClock.now - start
        guard status == 0 else { throw Obstacle("“\(command.joined(separator: " "))” failed.") }
        processor = Duration(usage.ru_utime) + Duration(usage.ru_stime)
        peakMemory = usage.ru_maxrss * 1024
    }
}

private func started(_ command: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    let arguments = command.map { strdup($0) } + [nil]
    let variables = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=/nonexistent"]
    let environment = variables.map { strdup($0) } + [nil]
    defer { (arguments + environment).forEach { free($0) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, command[0], &actions, nil, arguments, environment)
    guard result == 0 else { throw Obstacle("\(command[0]) cannot be started", result) }
    return process
}

extension Duration {
    fileprivate init(_ time: timeval) { self = .seconds(time.tv_sec) + .microseconds(time.tv_usec) }
}
