import Curses
import Glibc
import News
import Newsroom
import Reader
import Screen

/// The reader at work: inputs and answers go through `update`, what it asks for is started, and what stands then is drawn.
/// All on the main thread, which alone has the terminal and the state.
struct ReaderLoop {
    private let terminal: CursesTerminal
    private let mailbox: Mailbox<Message>
    private let runner: EffectRunner
    private let log: MessageLog?
    private var state: AppState
    private var isOver = false
    /// Whether the screen shows an older state.
    private var isStale = true
    private var hasWaited = false
    private var hasToldOfTmux = false
    /// Whether what was read in the background is all there, and not painted yet.
    private var hasRead = false
    /// The search that was asked for last, begun once all keys that wait are taken in: what is typed at once is one search.
    private var awaitedSearch: Effect?
    /// When the screen began to show an older state.
    private var outdated = ContinuousClock.now
    private var looked = ContinuousClock.now
    private let themes: [Theme]
    private var remembered: Bearings?
    private var rememberedAt = ContinuousClock.now

    /// - Parameter bearings: where the reader was left last; nil the first time.
    init(
        terminal: CursesTerminal, mailbox: Mailbox<Message>, runner: EffectRunner, log: MessageLog?,
        configuration: Configuration, bearings: Bearings?
    ) {
        self.terminal = terminal
        self.mailbox = mailbox
        self.runner = runner
        self.log = log
        themes = configuration.themes
        remembered = bearings
        let locale = UserLocale.current
        state = AppState(
            size: terminal.size, glyphs: locale.glyphs, keymap: configuration.keymap,
            countryNames: locale.countryNames, queryNames: .everyCountry, themes: configuration.themes.map(\.name),
            theme: configuration.theme.name, preferences: configuration.preferences, bearings: bearings)
        if state.theme != configuration.theme.name { setTheme(state.theme) }
    }

    /// Where the reader is, to begin there the next time.
    var bearings: Bearings { state.bearings }

    mutating func run() {
        tellTime()
        paint()
        while !isOver, let input = terminal.nextInput() {
            take(input)
            if isOver { return }
            if input == .woken {
                mailbox.takeAll().forEach { apply($0) }
                beginSearch()
                if isStale, !answerIsNear() { paint() }
            } else if isStale, ContinuousClock.now - outdated > .milliseconds(50) {
                // Somebody holds a key down: the screen still moves.
                beginSearch()
                paint()
            }
        }
    }

    private mutating func beginSearch() {
        awaitedSearch.map(runner.run)
        awaitedSearch = nil
    }

    /// A story is read from memory in a moment: waiting for it paints one screen instead of two. Once for each painting.
    private mutating func answerIsNear() -> Bool {
        guard state.isOpening, !hasWaited else { return false }
        hasWaited = true
        return terminal.hasInput(within: 6)
    }

    private mutating func take(_ input: Input) {
        switch input {
        case .key(let key):
            tellTime()
            apply(.key(key))
        case .mouse(let event): apply(.mouse(event))
        case .resized(let size): apply(.resized(size))
        case .ended: isOver = true
        case .woken: return
        }
        // Wake-ups come after all keys that wait, so the next one says that everything typed was taken in.
        mailbox.wakeup.wake()
        lookForChanges()
        remember()
    }

    /// Only with a key, and once a minute at most: ages grow slowly, and an idle reader does nothing.
    private mutating func tellTime() {
        let now = Timestamp.now
        guard state.minute != now.seconds / 60 else { return }
        var moment = time(nil)
        var local = tm()
        localtime_r(&moment, &local)
        apply(.clock(Clock(now: now, ahead: local.tm_gmtoff)))
    }

    private mutating func apply(_ message: Message) {
        log?.write(message)
        if case .progress(let done, let total) = message, done >= total { hasRead = true }
        for effect in update(&state, message) {
            log?.write(effect)
            switch effect {
            case .quit: isOver = true
            case .copy(let text): copy(text)
            case .redraw: terminal.redraw()
            case .setTheme(let name): setTheme(name)
            case .setMouse(let isOn): terminal.setMouse(isOn)
            case .open(let id):
                if let reading = runner.readingAtHand(id) { apply(.opened(reading)) } else { runner.run(effect) }
            case .search: awaitedSearch = effect
            case .readAhead, .describe, .setBookmark, .setQuoteBookmark, .setRead, .removeBookmark,
                .restoreBookmark, .keepHistory, .load, .refresh, .fetchPage, .export, .completePath, .openLink,
                .evaluate, .cancelRefresh, .subscribe, .unsubscribe, .rename, .move, .save, .setFeed, .tellFeeds,
                .trace:
                runner.run(effect)
            }
        }
        if !isStale { outdated = .now }
        isStale = true
    }

    /// Between us and the terminal's clipboard tmux may stand, which passes nothing on unless it is told to: said once.
    private mutating func copy(_ text: String) {
        terminal.copy(text)
        guard !hasToldOfTmux, environment("TMUX") != nil else { return }
        hasToldOfTmux = true
        apply(.notice("Sent to tmux, which passes it on to the clipboard if its set-clipboard is on."))
    }

    private func setTheme(_ name: String) {
        guard let theme = themes.last(where: { $0.name == name }) else { return }
        terminal.setLooks { theme.paint(for: $0, colours: $1) }
    }

    /// While somebody is there, and at most every ten seconds: a crash then loses little, and no key waits for a disk.
    private mutating func remember() {
        guard ContinuousClock.now - rememberedAt > .seconds(10) else { return }
        rememberedAt = .now
        let bearings = state.bearings
        guard bearings != remembered else { return }
        remembered = bearings
        runner.remember(bearings)
    }

    private mutating func paint() {
        terminal.show(render(state))
        isStale = false
        hasWaited = false
        // What a start and the reading of many stories needed will not be needed soon again.
        if hasRead { runner.giveMemoryBack() }
        hasRead = false
    }

    /// While somebody is there, and at most once a second: an idle reader does nothing at all.
    private mutating func lookForChanges() {
        guard ContinuousClock.now - looked > .seconds(1) else { return }
        looked = .now
        runner.lookForChanges()
    }
}
