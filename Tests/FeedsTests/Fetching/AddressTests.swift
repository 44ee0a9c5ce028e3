import News
import Testing

@testable import Feeds

@Suite struct AddressTests {
    @Test(arguments: [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.168.1.1", "198.18.0.1", "224.0.0.1", "255.255.255.255",
        "168.63.129.16", "::", "::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "febf::1", "fec0::1",
        "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:192.168.0.1", "::127.0.0.1", "::10.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::", "2002:c0a8:101::1", "2001::1",
        "100::1",
    ])
    func privateIsPrivate(address: String) throws {
        #expect(try #require(NetworkAddress(address)).isPrivate)
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "128.0.0.1", "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1", "192.167.1.1", "192.169.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255", "168.63.129.17",
        "2606:4700::1111", "2a00:1450:4001::1", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::1", "2001:4860::1",
    ])
    func publicIsPublic(address: String) throws {
        #expect(!(try #require(NetworkAddress(address)).isPrivate))
    }

    @Test(arguments: ["", "localhost", "127.1", "0x7f.0.0.1", "1.2.3", ":::", "1.2.3.4.5"])
    func namesAndOddNumbersAreNoAddresses(text: String) {
        #expect(NetworkAddress(text) == nil)
    }

    @Test(arguments: [
        ("example.com", "example.com"), ("bücher.example", "xn--bcher-kva.example"),
        ("münchen.de", "xn--mnchen-3ya.de"),
        ("пример.рф", "xn--e1afmkfd.xn--p1ai"), ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
        ("faß.example", "xn--fa-hia.example"), ("δοκιμή", "xn--jxalpdlp"),
    ])
    func namesAreWrittenForNameServers(name: String, ascii: String) {
        #expect(asciiHost(name) == ascii)
    }

    @Test(arguments: [
        ("http://example.com", "http://example.com:80/"), ("https://example.com/a?b#c", "https://example.com:443/a?b"),
        ("http://ana:x@example.com:8080/a", "http://example.com:8080/a"),
        ("http://example.com?q=1", "http://example.com:80/?q=1"),
        ("http://[::1]:81/", "http://[::1]:81/"), ("https://[::1]", "https://[::1]:443/"),
        ("http://example.com\\a", "http://example.com:80/a"), ("http://example.com:70000/", nil),
        ("http://example.com:x/", nil),
    ])
    func requestHoldsWhatTheServerNeeds(address: String, request: String?) throws {
        #expect(AddressParts(try #require(WebAddress(address))).request == request)
    }

    @Test(arguments: [
        ("http://ana:x@example.com/a@b", "http://example.com/a@b"),
        ("https://example.com/a@b", "https://example.com/a@b"),
        ("http://a@b@example.com", "http://example.com"),
    ])
    func usersAreNotShown(address: String, shown: String) throws {
        #expect(try #require(WebAddress(address)).withoutUser.text == shown)
    }

    @Test(arguments: [
        ("http://a.example/", "http://a.example/b", true), ("http://a.example/", "https://a.example/b", true),
        ("https://a.example/", "http://a.example/b", false), ("https://a.example/", "https://b.example/", false),
        ("https://a.example/", "https://a.example:444/", false), ("http://a.example:81/", "https://a.example/", false),
        ("https://a.example/", "https://www.a.example/", false),
    ])
    func passwordsGoToTheSameDoorOrASaferOne(from: String, to: String, isTold: Bool) throws {
        var route = Route(try #require(WebAddress(from)))
        let credentials = Credentials(user: "ana", password: "x")
        #expect(route.credentials(credentials) == credentials)
        try route.follow(to, status: 301, limit: 5, isPublicServer: true)
        #expect(route.credentials(credentials) == (isTold ? credentials : nil))
    }

    @Test(arguments: [
        ("http://news.example/", "p:1"), ("https://news.example/", "s:2"), ("http://in.example/", nil),
        ("https://www.in.example./", nil), ("http://notin.example/", "p:1"), ("http://10.1.2.3/", nil),
        ("http://11.1.2.3/", "p:1"), ("http://[fd00::1]/", nil), ("http://port.example:8080/", nil),
        ("http://port.example/", "p:1"),
    ])
    func proxiesAreChosenAsTheEnvironmentSays(address: String, proxy: String?) throws {
        let proxies = Proxies(environment: [
            "http_proxy": "p:1", "HTTPS_PROXY": "s:2",
            "no_proxy": "localhost, .in.example,10.0.0.0/8,fd00::/8,port.example:8080",
        ])
        #expect(proxies.proxy(for: AddressParts(try #require(WebAddress(address)))) == proxy)
    }

    @Test func oneProxyServesAllAndAStarNone() throws {
        let address = AddressParts(try #require(WebAddress("https://news.example/")))
        #expect(Proxies(environment: ["ALL_PROXY": "a:3"]).proxy(for: address) == "a:3")
        #expect(Proxies(environment: ["ALL_PROXY": "a:3", "NO_PROXY": "*"]).proxy(for: address) == nil)
        #expect(Proxies(environment: ["HTTP_PROXY": "h:4"]).proxy(for: address) == nil)
        #expect(Proxies.none.proxy(for: address) == nil)
    }
}
