import News
import Synchronization

/// What was wrong with files and lists when they were read last: nothing is told twice, and what was mended is told too.
struct ToldProblems: Sendable {
    /// By the paths that were walked: folders that could not be looked into.
    private var ofFolders: [[String]: Set<Problem>] = [:]
    /// By the path of the file.
    private var ofFiles: [String: Problem] = [:]
    private var ofList: Set<Problem> = []

    /// What has come, and what is so no longer.
    struct Changes: Sendable {
        let new: [Problem]
        let mended: [Problem]

        fileprivate init(from old: Set<Problem>, to now: Set<Problem>) {
            new = Array(now.subtracting(old))
            mended = Array(old.subtracting(now))
        }
    }

    /// Some folders were walked.
    mutating func set(_ problems: [Problem], ofFolders paths: [String]) -> Changes {
        let old = ofFolders.updateValue(Set(problems), forKey: paths)
        return Changes(from: old ?? [], to: Set(problems))
    }

    /// Some files were read.
    /// - Parameters:
    ///   - failed: by their paths.
    ///   - isSettled: whether a file that failed before was looked at now, or is there no longer.
    mutating func set(_ failed: [String: Problem], where isSettled: (String) -> Bool) -> Changes {
        let old = Set(ofFiles.values)
        for path in ofFiles.keys where failed[path] == nil && isSettled(path) { ofFiles[path] = nil }
        ofFiles.merge(failed) { _, new in new }
        return Changes(from: old, to: Set(ofFiles.values))
    }

    /// The list of feeds was read.
    mutating func set(ofList problems: [Problem]) -> Changes {
        defer { ofList = Set(problems) }
        return Changes(from: ofList, to: Set(problems))
    }
}

extension Newsroom {
    /// The subscriptions, as `subscriptions()` has them; tells what was wrong with them before and is so no longer.
    func mendedSubscriptions(_ report: (LoadReport) -> Void) throws(Problem) -> SubscriptionReading {
        do throws(Problem) {
            let reading = try subscriptions()
            tellMended(toldProblems.withLock { $0.set(ofList: reading.problems) }, report)
            return reading
        } catch {
            tellMended(toldProblems.withLock { $0.set(ofList: [error]) }, report)
            throw error
        }
    }

    func tellMended(_ changes: ToldProblems.Changes, _ report: (LoadReport) -> Void) {
        if !changes.mended.isEmpty { report(.mended(changes.mended)) }
    }
}
