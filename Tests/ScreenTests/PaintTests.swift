import Screen
import Testing

@Suite struct PaintTests {
    @Test(arguments: [
        (256, Paint(ink: 214, ground: 236), Paint(ink: 214, ground: 236)),
        (16, Paint(ink: 196), Paint(ink: 9)), (16, Paint(ink: 245), Paint(ink: 8)),
        (16, Paint(ink: 250), Paint(ink: 7)),
        (88, Paint(ink: 21), Paint(ink: 4)), (16, Paint(ink: 3, ground: 4), Paint(ink: 3, ground: 4)),
        (8, Paint(ink: 196), Paint(ink: 1, bold: true)), (8, Paint(ink: 245), Paint(dim: true)),
        (8, Paint(ink: 2, italic: true), Paint(ink: 2, italic: true)),
        (0, Paint(ink: 196, underline: true), Paint(underline: true)), (2, Paint(ink: 1), Paint()),
        // A ground that would be lost on the terminal's own stands out by reverse video.
        (16, Paint(ink: 252, ground: 236), Paint(reverse: true)),
        (8, Paint(ink: 15, ground: 24), Paint(ink: 7, ground: 4, bold: true)),
        (0, Paint(ink: 15, ground: 24, bold: true), Paint(bold: true, reverse: true)),
    ])
    func fitsTheColoursThereAre(colours: Int, paint: Paint, expected: Paint) {
        #expect(paint.reduced(toColours: colours) == expected)
    }

    @Test(arguments: [256, 88, 16, 8, 2, 0])
    func inkAndGroundNeverFallTogether(colours: Int) {
        let all = UInt8.min...UInt8.max
        let unreadable = all.flatMap { ink in
            all.filter { ground in
                let paint = Paint(ink: ink, ground: ground).reduced(toColours: colours)
                return ink != ground && paint.ground != nil && paint.ground == paint.ink
            }
        }
        #expect(unreadable.isEmpty)
    }

    @Test(arguments: [(16, 16), (8, 8), (2, 0)])
    func usesNoColourThatThereIsNot(colours: Int, numbers: Int) {
        for colour in UInt8.min...UInt8.max {
            let paint = Paint(ink: colour, ground: 255 - colour).reduced(toColours: colours)
            #expect([paint.ink, paint.ground].compactMap(\.self).allSatisfy { $0 < numbers })
        }
    }
}
