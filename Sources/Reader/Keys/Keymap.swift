import Screen

/// The keys in force: the table of `standardBindings`, with what the user's config changes in it.
package struct Keymap: Hashable, Sendable {
    /// Hints, help and README keep this order.
    package private(set) var bindings: [Binding]

    package static let standard = Keymap(bindings: standardBindings)

    /// What some keys pressed one after the other lead to.
    enum Lookup {
        case found(Binding)
        /// They begin longer sequences: these bindings.
        case waiting([Binding])
        case nothing
    }

    /// Why a key cannot be bound as somebody wants it.
    package enum Fault: Error, Hashable, Sendable {
        /// The action means nothing at that place.
        case uselessAction(Action, Place)
        /// A letter is typed there.
        case letterIsTyped(KeySequence, Place)
        /// A digit counts.
        case digitCounts(KeySequence)
    }

    /// For where no keys are pressed: what is said of an action then names its command.
    var withoutKeys: Keymap {
        var keymap = self
        for index in keymap.bindings.indices { keymap.bindings[index].keys = [] }
        return keymap
    }

    func lookup(_ keys: KeySequence, in place: Place) -> Lookup {
        var waiting: [Binding] = []
        for binding in bindings where binding.places.contains(place) {
            if binding.keys.contains(keys) { return .found(binding) }
            if binding.keys.contains(where: { $0.count > keys.count && $0.starts(with: keys) }) {
                waiting.append(binding)
            }
        }
        return waiting.isEmpty ? .nothing : .waiting(waiting)
    }

    /// What one key does at a place by itself; nil when it is not bound there.
    func binding(for key: Key, in place: Place) -> Binding? {
        bindings.first { $0.places.contains(place) && $0.keys.contains([key]) }
    }

    /// What an action does at a place, bound or not; nil where it means nothing.
    func binding(of action: Action, in place: Place) -> Binding? {
        bindings.first { $0.action == action && $0.places.contains(place) }
    }

    /// How to ask for an action: by its key "Esc", or where it has none ":next-story".
    package func keyName(of action: Action) -> String {
        let bound = bindings.filter { $0.action == action && !$0.keys.isEmpty }
        // A command of the panes goes before a key of the same meaning in an overlay.
        let best = bound.first { !$0.places.allSatisfy(\.isOverlay) } ?? bound.first
        return best?.keys.first.map(name(of:)) ?? ":" + action.name
    }

    /// Gives some keys another meaning at some places, or none. What they meant there, and what is hidden there by them or
    /// would hide them (`g` and `gg`), is no longer bound.
    /// - Parameter places: nil are all the places where the action means something; for no action, all the panes.
    /// - Throws: when nothing was changed.
    package mutating func bind(_ keys: KeySequence, to action: Action?, in places: [Place]? = nil) throws(Fault) {
        precondition(!keys.isEmpty, "a binding has keys")
        if keys.count == 1, case .character(let letter)? = keys.first, letter.isASCII, letter.isNumber, action != nil,
            bindings.allSatisfy({ !$0.keys.contains(keys) })
        {
            throw .digitCounts(keys)
        }
        let wanted =
            places
            ?? Place.allCases.filter { place in
                action.map { binding(of: $0, in: place) != nil } ?? !place.isOverlay
            }
        var usable: [Place] = []
        for place in wanted {
            if let action, binding(of: action, in: place) == nil { throw .uselessAction(action, place) }
            if place.isTyped, case .character? = keys.first {
                // Asked for everywhere, it is left out where letters are typed.
                if places != nil { throw .letterIsTyped(keys, place) }
                continue
            }
            usable.append(place)
        }
        for place in usable {
            unbind(in: place) { $0.starts(with: keys) || keys.starts(with: $0) }
            guard let action,
                let index = bindings.firstIndex(where: { $0.action == action && $0.places.contains(place) })
            else { continue }
            bindings[apart(index, place)].keys.append(keys)
        }
        joinAlike()
    }

    private mutating func unbind(in place: Place, where isUnwanted: (KeySequence) -> Bool) {
        for index in bindings.indices where bindings[index].places.contains(place) {
            guard bindings[index].keys.contains(where: isUnwanted) else { continue }
            bindings[apart(index, place)].keys.removeAll(where: isUnwanted)
        }
    }

    /// Splits a binding of several places so that one of them can have keys of its own.
    /// - Returns: where the binding of that place alone stands now. Those before it keep their places.
    private mutating func apart(_ index: Int, _ place: Place) -> Int {
        guard bindings[index].places.count > 1 else { return index }
        var own = bindings[index]
        own.places = [place]
        bindings[index].places.removeAll { $0 == place }
        bindings.append(own)
        return bindings.count - 1
    }

    /// Puts together again what differs in its place alone, so that help says it once, where the table has it.
    private mutating func joinAlike() {
        var joined: [Binding] = []
        for binding in bindings {
            let alike = joined.firstIndex {
                $0.action == binding.action && $0.help == binding.help && $0.keys == binding.keys
            }
            if let alike { joined[alike].places += binding.places } else { joined.append(binding) }
        }
        bindings = joined
    }
}
