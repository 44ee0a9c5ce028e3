package import News

/// What the user's config says about the reader.
package struct Preferences: Hashable, Sendable {
    /// Columns of the article's lines at most.
    package var measure: Int
    /// How stories are sorted when nobody has sorted them otherwise.
    package var order: StoryOrder
    /// Of the list and of the side panel; nil follows the screen.
    package var listWidth: PaneWidth?
    package var panelWidth: PaneWidth?

    package init(
        measure: Int = Preferences.usualMeasure, order: StoryOrder = .newest, listWidth: PaneWidth? = nil,
        panelWidth: PaneWidth? = nil
    ) {
        self.measure = measure
        self.order = order
        self.listWidth = listWidth
        self.panelWidth = panelWidth
    }

    /// The measure of who asks for no other.
    package static let usualMeasure = Layout.measure
}

extension PaneWidth {
    func columns(of screen: Int) -> Int {
        switch self {
        case .columns(let columns): columns
        case .share(let hundredths): screen * hundredths / 100
        }
    }
}
