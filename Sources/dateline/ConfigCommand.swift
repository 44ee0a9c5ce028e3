import ArgumentParser

/// `dateline config`: everything that can be set.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Prints the default config with a word about everything that can be set.",
        discussion: "dateline config > ~/.config/dateline/config.toml")

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.startLog()
        try put(defaultConfig())
    }
}
