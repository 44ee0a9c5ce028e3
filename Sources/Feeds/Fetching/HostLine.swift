/// Who may start next: so many at once in all and for each host, the hosts in turn.
///
/// A pure queue; adding, starting and finishing take constant time, so that thousands of feeds hold nobody up.
struct HostLine<Element> {
    private let limit: Int
    private let hostLimit: Int
    /// None of them empty.
    private var waiting: [String: ArraySlice<Element>] = [:]
    private var running: [String: Int] = [:]
    /// Hosts with somebody waiting and room for one more, each once.
    private var turns: ArraySlice<String> = []
    private var haveTurn: Set<String> = []
    private(set) var runningCount = 0

    init(limit: Int, perHost hostLimit: Int) {
        self.limit = max(limit, 1)
        self.hostLimit = max(hostLimit, 1)
    }

    var isEmpty: Bool { waiting.isEmpty && runningCount == 0 }

    /// - Parameter isFirst: goes before the others of its host, because it has waited already.
    mutating func add(_ element: Element, host: String, isFirst: Bool = false) {
        if isFirst {
            waiting[host] = [element] + (waiting[host] ?? [])
        } else {
            waiting[host, default: []].append(element)
        }
        offerTurn(to: host)
    }

    /// Takes the next one, which then counts as running until `finished(host:)`; nil when nobody may start.
    mutating func next() -> (element: Element, host: String)? {
        while runningCount < limit, let host = turns.popFirst() {
            haveTurn.remove(host)
            guard let element = waiting[host]?.popFirst() else { continue }
            if waiting[host]?.isEmpty ?? false { waiting[host] = nil }
            running[host, default: 0] += 1
            runningCount += 1
            offerTurn(to: host)
            return (element, host)
        }
        return nil
    }

    mutating func finished(host: String) {
        guard let count = running[host] else { return }
        running[host] = count > 1 ? count - 1 : nil
        runningCount -= 1
        offerTurn(to: host)
    }

    /// Takes those out that wait and are meant; they lose their turn when it comes.
    mutating func remove(where isMeant: (Element) -> Bool) -> [Element] {
        var removed: [Element] = []
        for (host, elements) in waiting {
            let kept = elements.filter { !isMeant($0) }
            removed += elements.filter(isMeant)
            waiting[host] = kept.isEmpty ? nil : kept[...]
        }
        return removed
    }

    private mutating func offerTurn(to host: String) {
        guard waiting[host] != nil, running[host, default: 0] < hostLimit, haveTurn.insert(host).inserted else {
            return
        }
        turns.append(host)
    }
}
