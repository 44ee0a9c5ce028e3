/// The user and password that a server asks for. However it is printed, the password is not.
package struct Credentials: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    package let user: String
    let password: String

    package init(user: String, password: String) {
        self.user = user
        self.password = password
    }

    /// "user:password" as addresses have it, percent-encoded.
    init(written: Substring) {
        let colon = written.firstIndex(of: ":") ?? written.endIndex
        user = Self.decoded(written[..<colon])
        password = Self.decoded(written[colon...].dropFirst())
    }

    package var description: String { "(a user and a password)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
