import ArgumentParser
import Glibc
import News
import Newsroom

extension CompletionKind {
    /// The names of the user's feeds, smart feeds and folders.
    static let feeds = CompletionKind.custom { words, _, _ in feedNames(inDataFolderOf: words) }
}

/// - Parameter words: the command line, which may name the data folder.
/// - Returns: none when there is no list that can be read: a shell shows no errors.
private func feedNames(inDataFolderOf words: [String]) -> [String] {
    var named: String?
    for (word, next) in zip(words, words.dropFirst() + [""]) {
        if word == "--data" { named = next }
        if word.hasPrefix("--data=") { named = String(word.dropFirst(7)) }
    }
    let newsroom = Newsroom(dataFolder: named.map(expanded) ?? CommonOptions.usualDataFolder)
    guard let list = try? newsroom.subscriptions().subscriptions else { return [] }
    let titles = (try? newsroom.feedHealth().compactMapValues(\.title)) ?? [:]
    let folders = list.folders.map { $0.joined(separator: "/") + "/" }
    return list.feeds.map { $0.shownName(titled: titles[$0.id]) } + list.smartFeeds.map(\.name) + folders
}
