extension AppState {
    mutating func set(_ setting: Command.Setting) -> [Effect] {
        switch setting {
        case .theme(let name):
            theme = name
            say(Texts.theme(name))
            return [.setTheme(name)]
        case .measure(let columns):
            measure = columns
            say(Texts.measure(columns))
            return []
        case .mouse(let isOn):
            say(isOn ? Texts.mouseIsOn : Texts.mouseIsOff)
            return [.setMouse(isOn)]
        }
    }
}
