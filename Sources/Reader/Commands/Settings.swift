extension AppState {
    mutating func set(_ setting: Command.Setting) -> [Effect] {
        switch setting {
        case .theme(let name):
            theme = name
            say("Theme \(name).")
            return [.setTheme(name)]
        case .measure(let columns):
            measure = columns
            say("Lines of up to \(columns) columns.")
            return []
        case .mouse(let isOn):
            say("The mouse is \(isOn ? "on" : "off").")
            return [.setMouse(isOn)]
        }
    }
}
