/// A terminal without a screen: plays a script of inputs and keeps every frame it was shown.
package struct MemoryTerminal: Terminal {
    package private(set) var size: Size
    /// In the order shown.
    package private(set) var frames: [Frame] = []
    private var script: ArraySlice<Input>

    /// - Parameter script: what `nextInput` answers, in order; a `.resized` changes the size when its turn comes.
    package init(size: Size, script: [Input] = []) {
        self.size = size
        self.script = script[...]
    }

    package init(size: Size, keys: [Key]) {
        self.init(size: size, script: keys.map(Input.key))
    }

    /// What stands on the screen now; nil before the first frame.
    package var frame: Frame? { frames.last }

    package mutating func show(_ frame: Frame) { frames.append(frame) }

    package mutating func nextInput() -> Input? {
        let input = script.popFirst()
        if case .resized(let size) = input { self.size = size }
        return input
    }
}
