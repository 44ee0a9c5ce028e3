import ArgumentParser

/// `dateline feeds`: web feeds.
struct FeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds", abstract: "Checks web feeds.", subcommands: [FeedsCheckCommand.self])
}
