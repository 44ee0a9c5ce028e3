import News

/// The proxies that the environment names, as curl and most programs understand them.
///
/// We choose ourselves instead of libcurl, since we have to know whether an address is reached through one.
package struct Proxies: Hashable, Sendable {
    private let plain: String?
    private let secure: String?
    /// Hosts that are reached without: "*", "example.com" with all below, "10.0.0.0/8".
    private let exceptions: [String]

    package static let none = Proxies(environment: [:])

    /// - Parameter environment: `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`; all but the first in large
    ///   letters too: a web server's scripts get what a stranger sent as HTTP_PROXY.
    package init(environment: [String: String]) {
        func value(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first
        }
        let all = value("all_proxy", "ALL_PROXY")
        plain = value("http_proxy") ?? all
        secure = value("https_proxy", "HTTPS_PROXY") ?? all
        exceptions = (value("no_proxy", "NO_PROXY") ?? "").lowercased()
            .split { $0 == "," || $0 == " " }.map { String($0.first == "." ? $0.dropFirst() : $0) }
    }

    /// Nil when the host is reached without one.
    func proxy(for address: AddressParts) -> String? {
        guard let proxy = address.isSecure ? secure : plain, !proxy.isEmpty, !isException(address) else { return nil }
        return proxy
    }

    private func isException(_ address: AddressParts) -> Bool {
        var host = address.host
        if host.hasPrefix("[") { host = String(host.dropFirst().dropLast()) }
        if host.hasSuffix(".") { host.removeLast() }
        let number = NetworkAddress(host)
        return exceptions.contains { exception in
            if exception == "*" { return true }
            if let number { return number.isIn(exception) }
            let name = exception.split(separator: ":").first.map(String.init) ?? exception
            guard name == exception || exception == "\(name):\(address.port ?? 0)" else { return false }
            return host == name || host.hasSuffix("." + name)
        }
    }
}

extension NetworkAddress {
    /// - Parameter block: "10.0.0.0/8", "::1".
    fileprivate func isIn(_ block: String) -> Bool {
        let parts = block.split(separator: "/")
        guard let start = parts.first.flatMap({ NetworkAddress(String($0)) }), start.bytes.count == bytes.count else {
            return false
        }
        guard parts.count == 2, let bits = Int(parts[1]), 0...(bytes.count * 8) ~= bits else { return start == self }
        return starts(with: start.bytes, bits: bits)
    }
}
