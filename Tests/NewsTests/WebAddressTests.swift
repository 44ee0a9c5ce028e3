import News
import Testing

struct WebAddressTests {
    @Test(
        arguments: [
            ("https://example.com/a?b=c&d=e#f", "https://example.com/a?b=c&d=e#f"),
            (" HTTP://Example.com/a ", "http://Example.com/a"),
            ("http://example.com/$(touch${IFS}X)", "http://example.com/$(touch${IFS}X)"),
            ("http://example.com/\ntouch X\n", "http://example.com/touch%20X"),
            ("https://example.com/\u{1b}]0;X\u{7}", "https://example.com/%1B]0;X"),
            ("https://example.com/\u{202e}moc", "https://example.com/%E2%80%AEmoc"),
            ("/path", "https://page.example/path"), ("next.html", "https://page.example/news/next.html"),
            ("../x/./y/", "https://page.example/x/y/"), ("?page=2", "https://page.example/news/story?page=2"),
            ("//other.example/a", "https://other.example/a"), ("--version", "https://page.example/news/--version"),
            ("file:///etc/passwd", nil), ("javascript:alert(1)", nil), ("mailto:a@example.com", nil),
            ("http:", nil), ("http:///a", nil), ("http://a b/", nil), ("#top", nil), ("", nil),
            ("https://good.example\u{202e}/", nil),
        ] as [(String, String?)])
    func onlyAddressesOfTheWebAreTaken(_ written: String, _ text: String?) {
        #expect(WebAddress(written, on: WebAddress("https://page.example/news/story?page=1"))?.text == text)
    }

    @Test func withoutAPageOnlyAbsoluteAddressesLeadAnywhere() {
        #expect(WebAddress("/path") == nil)
        #expect(WebAddress("--version") == nil)
    }

    @Test(arguments: [
        ("https://user@Example.com:8080/", "example.com", false), ("http://93.184.216.34/", "93.184.216.34", false),
        ("http://7news.example/", "7news.example", false), ("http://0177.0.0.1/", "0177.0.0.1", true),
        ("http://169.254.169.254/", "169.254.169.254", true), ("http://2130706433/", "2130706433", true),
        ("http://0x7f.1/", "0x7f.1", true), ("http://[::ffff:127.0.0.1]/", "[::ffff:127.0.0.1]", true),
        ("http://localhost:631/", "localhost", true), ("http://printer.local./", "printer.local.", true),
        ("http://router/", "router", true),
    ])
    func ownNetworkIsKnown(_ address: String, _ host: String, _ isPrivate: Bool) throws {
        let address = try #require(WebAddress(address))
        #expect(address.host == host)
        #expect(address.isPrivate == isPrivate)
    }
}
