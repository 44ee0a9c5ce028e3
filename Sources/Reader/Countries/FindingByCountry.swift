import News
import Screen

extension AppState {
    /// c: the countries of the stories listed, to choose from.
    mutating func chooseCountry() {
        guard let choice = countryChoice() else { return }
        overlay = .countries(
            CountryChooser(
                choice, present: list.countries, names: countryNames, known: queryNames.knownCountries))
    }

    /// m: the same on a map.
    mutating func showMap() {
        guard let choice = countryChoice() else { return }
        overlay = .map(WorldMap(choice, present: list.countries, raster: mapRaster))
    }

    /// Enter: lists the stories of what is selected, or else of the chosen row.
    mutating func choose(_ chooser: CountryChooser) {
        guard chooser.chosenEntry != nil else {
            say(noEntryWords(of: chooser))
            return
        }
        narrow(to: chooser.filter)
    }

    /// What is said where no row has what is typed.
    func noEntryWords(of chooser: CountryChooser) -> String {
        let missing = chooser.missing
        guard let country = missing.first else {
            return Texts.noSuchCountry(erase: keymap.keyName(of: .erase))
        }
        guard missing.count == 1 else { return Texts.noStoryAboutThose }
        let name = countryNames.nameInSentence(country)
        if chooser.choice.sense == .mentioned { return Texts.noStory(mentions: name) }
        return chooser.choice.tally[country].mentioned == 0
            ? Texts.noStory(isAbout: name)
            : Texts.noStory(isAbout: name, mentioned: keymap.keyName(of: .aboutOrMentioned))
    }

    mutating func choose(_ map: WorldMap) { narrow(to: map.filter ?? list.countries) }

    /// Space: selects the row or country, or takes that back; within a name it is typed.
    mutating func select() {
        switch overlay {
        case .countries(var chooser):
            guard chooser.chosenEntry != nil else { return choose(chooser) }
            if chooser.goesOnAfterBlank {
                chooser.narrow(to: chooser.words + " ")
            } else {
                chooser.toggle()
            }
            overlay = .countries(chooser)
        case .map(var map):
            map.toggle()
            overlay = .map(map)
        case .none, .search, .command, .help, .card, .facts, .links, .problems: break
        }
    }

    /// Tab: stories of any of the selected countries, or of all of them at once.
    mutating func toggleMeaning() {
        let needsAll: Bool
        switch overlay {
        case .countries(var chooser):
            chooser.toggleMeaning()
            needsAll = chooser.choice.needsAll
            overlay = .countries(chooser)
        case .map(var map):
            map.toggleMeaning()
            needsAll = map.choice.needsAll
            overlay = .map(map)
        case .none, .search, .command, .help, .card, .facts, .links, .problems: return
        }
        say(needsAll ? Texts.ofAllCountries : Texts.ofAnyCountry)
    }

    /// Ctrl-T: stories about a country, or those that mention it too.
    mutating func toggleSense() {
        let sense: CountryFilter.Sense
        switch overlay {
        case .countries(var chooser):
            chooser.toggleSense()
            sense = chooser.choice.sense
            overlay = .countries(chooser)
        case .map(var map):
            map.toggleSense()
            sense = map.choice.sense
            overlay = .map(map)
        case .none, .search, .command, .help, .card, .facts, .links, .problems: return
        }
        say(sense == .about ? Texts.aboutACountry : Texts.mentioningACountry)
    }

    /// Goes to the next country that way, so many times.
    mutating func moveOnMap(_ direction: MapWays.Direction, times: Int) {
        guard case .map(var map) = overlay else { return }
        let table = mapSize == nil ? MapTable(map) : nil
        var hasMoved = false
        for _ in 0..<min(times, map.stops.count) {
            guard let next = table.map({ $0.next(from: map.cursor, direction) }) ?? map.next(direction) else { break }
            map.stand(on: next)
            hasMoved = true
        }
        overlay = .map(map)
        if !hasMoved, map.chosen != nil { say(Texts.noCountryThatWay) }
    }

    /// A click: goes to the country there, and on it lists its stories.
    mutating func pressMap(_ map: WorldMap, at position: Position) {
        guard let stop = map.stop(at: position, in: mapRegion.inside, isTable: mapSize == nil) else { return }
        if stop == map.cursor { return choose(map) }
        var map = map
        map.stand(on: stop)
        overlay = .map(map)
    }

    /// Draws the outlines for the size of the screen.
    mutating func settleMap() {
        guard case .map(var map) = overlay, let size = mapSize else { return }
        map.fit(size)
        mapRaster = map.raster
        overlay = .map(map)
    }

    private mutating func narrow(to countries: CountryFilter?) {
        overlay = .none
        list.countries = countries
        relist()
        sayWhetherOutside()
    }

    /// Of the stories that are listed when no country narrows the list; nil, and said so, when there are none.
    private mutating func countryChoice() -> CountryChoice? {
        let tally = CountryTally(of: list.storiesOfAllCountries(from: library), in: library.table)
        guard tally.stories > 0 else {
            say(Texts.noStoriesToChoose)
            return nil
        }
        return CountryChoice(tally: tally, present: list.countries)
    }
}
