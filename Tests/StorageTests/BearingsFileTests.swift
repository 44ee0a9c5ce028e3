import FolderKit
import Glibc
import News
import Testing

@testable import Storage

@Suite struct BearingsFileTests {
    private let folder = TemporaryFolder()
    private var file: BearingsFile { DataFolder(path: folder.path("data")).bearings }

    private static var bearings: Bearings {
        var bearings = Bearings()
        bearings.story = "World/“é”.txt"
        bearings.place = 1_234
        bearings.listing = .feed("World")
        bearings.countries = ["UA", "RU"]
        bearings.needsAllCountries = true
        bearings.mentionsCountries = true
        bearings.isBookmarkedOnly = true
        bearings.order = .length
        bearings.focus = .panel
        bearings.tab = .names
        bearings.isPanelOut = true
        bearings.isZen = true
        bearings.listWish = -4
        bearings.panelWish = 6
        bearings.theme = Bearings.ChosenTheme("light", insteadOf: "default")
        return bearings
    }

    @Test func whatIsKeptComesBack() throws {
        #expect(try file.read() == nil)
        var folder = Bearings()
        folder.listing = .folder(["World", "A/B"])
        var smart = Bearings()
        smart.listing = .smartFeed("Border")
        for bearings in [Self.bearings, Bearings(), folder, smart] {
            try file.keep(bearings)
            #expect(try file.read() == bearings)
        }
    }

    @Test(arguments: ["", "{", "[]", "null"])
    func aSpoiltFileIsNone(_ text: String) throws {
        folder.write(text, to: "state.json")
        #expect(try BearingsFile(file: folder.path("state.json")).read() == nil)
    }

    @Test func whatMakesNoSenseIsAsTheFirstTime() throws {
        folder.write(
            #"{"story":7,"place":-3,"list":"feed","countries":"UA","sort":"best","focus":"sky","list_wider":99999}"#,
            to: "state.json")
        var expected = Bearings()
        expected.listWish = 500
        #expect(try BearingsFile(file: folder.path("state.json")).read() == expected)
    }

    @Test(arguments: ["sync", "rename"])
    func whatFailsOnTheWayLeavesTheFileWhole(_ step: String) throws {
        try file.keep(Self.bearings)
        var failing = file
        if step == "sync" {
            failing.replacement.sync = { _ in -1 }
        } else {
            failing.replacement.rename = { _, _ in -1 }
        }
        #expect(throws: Problem.self) { try failing.keep(Bearings()) }
        #expect(try file.read() == Self.bearings)
    }
}
