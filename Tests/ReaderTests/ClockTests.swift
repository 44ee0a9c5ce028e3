import News
import Testing

@testable import Reader

struct ClockTests {
    private let clock = Clock(now: Timestamp(seconds: 1_773_491_400), ahead: 3_600)

    @Test(arguments: [
        ("2026-03-14T12:29:50Z", "1\u{A0}min"), ("2026-03-14T11:45:00Z", "45\u{A0}min"),
        ("2026-03-14T03:10:00Z", "9\u{A0}h"), ("2026-03-14", "today"), ("2026-03-13", "1\u{A0}d"),
        ("2026-03-08T01:00:00Z", "6\u{A0}d"), ("2026-02-01", "1 Feb"), ("2024-02-01", "1 Feb 2024"),
        ("2026-03-15T12:00:00Z", "15 Mar"), ("2026-03-14T12:30:20Z", "now"), ("2026-03-14T13:20:00Z", "now"),
    ])
    func agesAreShort(_ moment: String, _ age: String) throws {
        #expect(clock.age(of: try #require(Timestamp(iso8601: moment))) == age)
    }

    @Test func theTimeIsLocal() {
        #expect(clock.time == "13:30")
        #expect(Clock(now: Timestamp(seconds: 60), ahead: -7_200).time == "22:01")
    }

    @Test func aProblemSaysWhenItWasTold() throws {
        var desk = Desk(100, 30)
        desk.send(.clock(clock))
        desk.send(.problem(Problem("World/empty.txt is empty.")))
        try desk.press("!")
        #expect(desk.text.contains("13:30  World/empty.txt is empty."))
    }
}
