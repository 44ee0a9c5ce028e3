/// The name of a host as name servers know it: "bücher.example" is "xn--bcher-kva.example".
///
/// libcurl would do it by the locale's character set, and fail in the plain one. Punycode: RFC 3492, section 6.3.
func asciiHost(_ host: String) -> String {
    if host.utf8.allSatisfy({ $0 < 0x80 }) { return host }
    return host.split(separator: ".", omittingEmptySubsequences: false).map { label in
        label.utf8.allSatisfy { $0 < 0x80 } ? String(label) : "xn--" + punycode(label.unicodeScalars.map(\.value))
    }.joined(separator: ".")
}

private func punycode(_ label: [UInt32]) -> String {
    var output = label.filter { $0 < 0x80 }.compactMap(Unicode.Scalar.init).map(Character.init)
    let basic = output.count
    var handled = basic
    if basic > 0 { output.append("-") }
    var (next, delta, bias): (UInt32, Int, Int) = (128, 0, 72)
    while handled < label.count {
        guard let least = label.filter({ $0 >= next }).min() else { break }
        delta += Int(least - next) * (handled + 1)
        next = least
        for scalar in label {
            if scalar < next { delta += 1 }
            guard scalar == next else { continue }
            output += digits(of: delta, bias)
            bias = adapted(delta, points: handled + 1, isFirst: handled == basic)
            delta = 0
            handled += 1
        }
        delta += 1
        next += 1
    }
    return String(output)
}

private func digits(of delta: Int, _ bias: Int) -> [Character] {
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    var digits: [Character] = []
    var (rest, step) = (delta, 36)
    while true {
        let threshold = min(max(step - bias, 1), 26)
        if rest < threshold { return digits + [letters[rest]] }
        digits.append(letters[threshold + (rest - threshold) % (36 - threshold)])
        rest = (rest - threshold) / (36 - threshold)
        step += 36
    }
}

private func adapted(_ delta: Int, points: Int, isFirst: Bool) -> Int {
    var delta = delta / (isFirst ? 700 : 2)
    delta += delta / points
    var steps = 0
    while delta > 455 {
        delta /= 35
        steps += 36
    }
    return steps + 36 * delta / (delta + 38)
}
