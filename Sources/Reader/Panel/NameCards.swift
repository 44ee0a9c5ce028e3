import News
import Screen

/// The card of a name over the panes.
struct CardView: Sendable {
    /// The id of the story that has the name.
    let story: String
    /// Index in `Reading.entities`.
    let entity: Int
    /// The other story that Enter opens, counted among those of the card; nil before the first j.
    var chosen: Int?
    /// The first line shown.
    var top = 0
}

extension AppState {
    /// The chosen name of the open story, by its index; nil when it has none.
    var chosenName: Int? {
        guard let open else { return nil }
        let choices = open.choices(of: .names)
        guard !choices.isEmpty, case .entity(let number) = choices[min(open.chosenRow(of: .names), choices.count - 1)]
        else { return nil }
        return number
    }

    /// Asks the library about the name of which a card is shown, once.
    mutating func askForName() -> [Effect] {
        guard let question = shownQuestion, open?.nameAsked != question else { return [] }
        open?.nameAsked = question
        return [.describe(question)]
    }

    /// The answer; one about another name than was asked last comes too late.
    mutating func take(_ card: NameCard) {
        guard open?.nameAsked == card.question else { return }
        open?.card = card
    }

    mutating func showCard(in article: OpenArticle) {
        guard let name = chosenName else { return say(Panel.Tab.names.emptyWords) }
        overlay = .card(CardView(story: article.id, entity: name))
    }

    /// Enter on a card: the chosen story, or else the mentions of the name in this one.
    mutating func follow(_ card: CardView) -> [Effect] {
        overlay = .none
        guard let chosen = card.chosen, let answer = open?.card else {
            jump()
            return []
        }
        let others = otherStories(of: answer)
        guard others.indices.contains(chosen), let number = library.number(of: others[chosen].id) else { return [] }
        nameToWalk = NameCard.Question(
            story: others[chosen].id, name: answer.question.name, kind: answer.question.kind)
        list.choose(story: number)
        view = .story
        focus(on: .article)
        return markRead()
    }

    /// Goes to the mentions of the name that led to this story.
    mutating func walkAwaitedName() {
        guard let awaited = nameToWalk, let article = shown, awaited.story == article.id else { return }
        nameToWalk = nil
        let name = Folded(awaited.name).bytes
        let choices = article.choices(of: .names)
        for (row, choice) in choices.enumerated() {
            guard case .entity(let number) = choice else { continue }
            let entity = article.reading.entities[number]
            guard (entity.kind == .person) == (awaited.kind == .person), Folded(entity.name).bytes == name else {
                continue
            }
            open?.panel.chosen[.names] = row
            _ = walkMentions(of: entity.shortName(in: article.text), entity.mentions)
            return
        }
    }

    /// - Returns: the card moved on by so many of its stories, or, where there are none, lines.
    func moved(_ card: CardView, by steps: Int) -> CardView {
        var card = card
        let others = open?.card.map { otherStories(of: $0).count } ?? 0
        if others == 0 {
            card.top = max(0, card.top + steps)
        } else {
            let place = (card.chosen ?? -1) + steps
            card.chosen = place < 0 ? nil : min(place, others - 1)
        }
        return card
    }

    /// A click on a story of a card chooses it, a second one opens it.
    mutating func press(_ card: CardView, line: Int) -> [Effect] {
        let lines = cardLines(of: card.entity, columns: OverlayRegion.columns(on: size), isTall: true)
        guard lines.indices.contains(line) else { return [] }
        switch lines[line].look {
        case .story(let story), .storyFacts(let story):
            var card = card
            if card.chosen == story { return follow(card) }
            card.chosen = story
            overlay = .card(card)
        case .plain, .dim, .role, .heading: break
        }
        return []
    }

    /// Keeps the chosen story of a card in sight; closes one whose story is no longer shown.
    mutating func settle(_ card: CardView, rows: Int) {
        guard let article = shown, card.story == article.id, article.reading.entities.indices.contains(card.entity)
        else {
            overlay = .none
            return
        }
        var card = card
        let lines = cardLines(of: card.entity, columns: OverlayRegion.columns(on: size), isTall: true)
        if let chosen = card.chosen {
            for look in [CardLine.Look.storyFacts(chosen), .story(chosen)] {
                guard let line = lines.firstIndex(where: { $0.look == look }) else { continue }
                card.top = top(card.top, showing: line, of: lines.count, lines: rows) { _ in 1 }
            }
        } else if lines.contains(where: { $0.look == .story(0) }) {
            card.top = 0
        }
        card.top = max(0, min(card.top, lines.count - rows))
        overlay = .card(card)
    }

    /// The name of which a card is shown: over the panes, or in the panel.
    private var shownQuestion: NameCard.Question? {
        guard let article = shown else { return nil }
        if case .card(let card) = overlay { return article.question(about: card.entity) }
        guard tab == .names, let name = chosenName, let inside = layout.panel?.inside,
            panelSheet(in: inside)?.card != nil
        else { return nil }
        return article.question(about: name)
    }
}
