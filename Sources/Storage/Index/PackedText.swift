import CZstd

/// A text as the index keeps it: packed where that is shorter. What it means is for those who put it there to know.
package struct PackedText: Hashable, Sendable {
    /// Bytes of the text.
    package let size: Int
    /// The text itself when they are as many as `size`, else packed by Zstandard.
    let bytes: [UInt8]

    init(size: Int, bytes: [UInt8]) {
        self.size = size
        self.bytes = bytes
    }

    /// The text; nil when the bytes are damaged. What is no UTF-8 becomes U+FFFD.
    package var text: String? {
        if bytes.count == size { return String(decoding: bytes, as: UTF8.self) }
        var isWhole = false
        // Unpacked into the string itself, which mends what is no UTF-8; what is not whole counts as empty.
        let text = String(unsafeUninitializedCapacity: size) { room in
            let length = bytes.withUnsafeBytes { ZSTD_decompress(room.baseAddress, size, $0.baseAddress, $0.count) }
            isWhole = length == size
            return isWhole ? size : 0
        }
        return isWhole ? text : nil
    }
}

extension PackedText {
    /// The bytes as earlier versions packed them.
    var packedAsFormerly: [UInt8] {
        guard let text else { return bytes }
        var room = [UInt8](repeating: 0, count: ZSTD_compressBound(size))
        let utf8 = Array(text.utf8)
        let length = ZSTD_compress(&room, room.count, utf8, utf8.count, 1)
        return ZSTD_isError(length) == 0 && length < utf8.count ? Array(room[..<length]) : utf8
    }
}

/// Packs texts, about 250 MB a second where they are pages of prose. For one thread; one for many texts is half as fast
/// again as one for each.
package final class TextPacker {
    // A class, because it owns memory of Zstandard's.

    /// Nil where there is no memory for it: then texts stay as they are.
    private let context = ZSTD_createCCtx()
    private var room: [UInt8] = []

    package init() {
        guard let context else { return }
        // Level 1: three times as fast as the usual one and hardly longer on a page of prose. Where it looks for what
        // came before from its first five letters on, it is a fifth slower and a twentieth shorter than from seven on.
        ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 1)
        ZSTD_CCtx_setParameter(context, ZSTD_c_minMatch, 7)
    }

    deinit { ZSTD_freeCCtx(context) }

    package func pack(_ text: [UInt8]) -> PackedText {
        guard let context else { return PackedText(size: text.count, bytes: text) }
        let bound = ZSTD_compressBound(text.count)
        if room.count < bound { room = Array(repeating: 0, count: bound) }
        let length = room.withUnsafeMutableBytes { room in
            text.withUnsafeBytes { text in
                ZSTD_compress2(context, room.baseAddress, bound, text.baseAddress, text.count)
            }
        }
        let isShorter = ZSTD_isError(length) == 0 && length < text.count
        return PackedText(size: text.count, bytes: isShorter ? Array(room[..<length]) : text)
    }
}
