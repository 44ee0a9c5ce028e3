import Testing

@testable import Feeds

struct AddressReferenceTests {
    /// The examples of RFC 3986, 5.4.
    @Test(arguments: [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"),
        ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
        ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
        ("g;x", "http://a/b/c/g;x"),
        (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"),
        ("../g", "http://a/b/g"),
        ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
        ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"), ("./g/.", "http://a/b/c/g/"),
        ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"), ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/../x", "http://a/b/c/g?y/../x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
    ])
    func relativeAddressIsResolved(_ written: String, _ whole: String) {
        #expect(resolvedAddress(written, on: "http://a/b/c/d;p?q") == whole)
    }

    @Test func whatLeadsNowhereIsNone() {
        #expect(resolvedAddress(" \n", on: "http://a/") == nil)
        #expect(resolvedAddress("JavaScript:alert(1)", on: "http://a/") == nil)
        #expect(resolvedAddress("data:text/html,x", on: nil) == nil)
        #expect(resolvedAddress(" x\ny ", on: nil) == "xy")
        #expect(resolvedAddress("x", on: "urn:a") == "x")
        #expect(resolvedAddress("/x", on: "http://a.example") == "http://a.example/x")
    }
}
