import Glibc

/// A host as the network knows it: four bytes, or sixteen.
struct NetworkAddress: Hashable, Sendable {
    let bytes: [UInt8]

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// "192.0.2.1", "2001:db8::1", "fe80::1%eth0"; nil for names.
    init?(_ text: String) {
        let plain = String(text.prefix { $0 != "%" })
        var four = in_addr()
        var sixteen = in6_addr()
        if inet_pton(AF_INET, plain, &four) == 1 {
            self.init(withUnsafeBytes(of: four, Array.init))
        } else if inet_pton(AF_INET6, plain, &sixteen) == 1 {
            self.init(withUnsafeBytes(of: sixteen, Array.init))
        } else {
            return nil
        }
    }

    /// - Parameter socketAddress: as large as its family says.
    init?(socketAddress: UnsafeRawPointer) {
        switch Int32(socketAddress.loadUnaligned(as: sockaddr.self).sa_family) {
        case AF_INET:
            let address = socketAddress.loadUnaligned(as: sockaddr_in.self).sin_addr
            self.init(withUnsafeBytes(of: address, Array.init))
        case AF_INET6:
            let address = socketAddress.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            self.init(withUnsafeBytes(of: address, Array.init))
        default: return nil
        }
    }

    /// Whether it stands in this computer or its own network, or where clouds keep their keys: what the public network
    /// must not lead us to. Also what is nobody's address: groups, and blocks set aside.
    var isPrivate: Bool {
        let written = embedded ?? self
        let blocks = written.bytes.count == 4 ? Self.fours : Self.sixteens
        return blocks.contains { written.starts(with: $0.prefix, bits: $0.bits) }
    }

    /// The four bytes within an address that only wraps them: mapped, translated (NAT64), 6to4 or the oldest form.
    private var embedded: NetworkAddress? {
        guard bytes.count == 16 else { return nil }
        let wrapsAtEnd = Self.wrappers.contains { starts(with: $0, bits: 96) }
        // The unspecified address and the loopback look like the oldest form.
        if wrapsAtEnd, bytes.dropLast(4).contains(where: { $0 != 0 }) || bytes[12] != 0 {
            return NetworkAddress(Array(bytes[12...]))
        }
        return bytes.starts(with: [0x20, 0x02]) ? NetworkAddress(Array(bytes[2..<6])) : nil
    }

    func starts(with prefix: [UInt8], bits: Int) -> Bool {
        let whole = bits / 8
        for index in 0..<whole where bytes[index] != (index < prefix.count ? prefix[index] : 0) { return false }
        guard bits % 8 > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xFF << (8 - bits % 8))
        return bytes[whole] & mask == (whole < prefix.count ? prefix[whole] : 0) & mask
    }

    // The registries of special addresses: IANA, after RFC 6890.
    private static let fours: [(prefix: [UInt8], bits: Int)] = [
        ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24),
        ([192, 168], 16), ([198, 18], 15), ([224], 3),
        // Azure's own server for its machines has a public number.
        ([168, 63, 129, 16], 32),
    ]
    private static let sixteens: [(prefix: [UInt8], bits: Int)] = [
        // Unspecified, loopback; local, link, site; groups; local NAT64, discard, Teredo, ORCHID.
        ([0], 104), ([0xFC], 7), ([0xFE, 0x80], 9), ([0xFF], 8), ([0, 0x64, 0xFF, 0x9B, 0, 1], 48), ([1], 64),
        ([0x20, 0x01, 0, 0], 32), ([0x20, 0x01, 0, 0x10], 28),
    ]
    private static let wrappers: [[UInt8]] = [
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], [0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], [0, 0x64, 0xFF, 0x9B], [0],
    ]
}
