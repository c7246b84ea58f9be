import Foundation

/// What the directories of a TIFF file say of its pages (TIFF 6.0).
struct TIFFPages: Sendable {
    struct Page: Hashable, Sendable {
        var width = 0
        var length = 0
        var compression = 1
        /// Bit 0: two-dimensional.
        var group3Options = 0
        /// Per inch or per centimetre, as the unit says.
        var resolution = 0.0
        var isMetric = false

        var linesPerInch: Double { isMetric ? resolution * 2.54 : resolution }
    }

    let pages: [Page]

    private static let largestCount = 10_000

    init(_ path: String) throws(DocumentTrouble) {
        guard let data = FileManager.default.contents(atPath: path), var reader = TIFFReader(data) else {
            throw DocumentTrouble("\(path) is no TIFF")
        }
        var pages: [Page] = []
        while let page = reader.nextPage() {
            pages.append(page)
            guard pages.count <= Self.largestCount else { throw DocumentTrouble("\(path) has too many pages") }
        }
        guard !pages.isEmpty, !reader.isDamaged else { throw DocumentTrouble("\(path) is a damaged TIFF") }
        self.pages = pages
    }

    /// Whether they are as a fax of that resolution has them.
    func areFax(_ resolution: Resolution) -> Bool {
        pages.allSatisfy { page in
            page.width == Resolution.dots && page.length > 0 && page.length <= 2 * resolution.lines
                && page.compression == 3 && page.group3Options & 1 == 0
                && abs(page.linesPerInch - Double(resolution.linesPerInch)) < 5
        }
    }
}

/// Goes from one directory to the next.
private struct TIFFReader {
    private let data: [UInt8]
    private let isLittleEndian: Bool
    private var next: Int
    private(set) var isDamaged = false

    init?(_ data: Data) {
        self.data = Array(data)
        switch self.data.prefix(4) {
        case [0x49, 0x49, 0x2A, 0]: isLittleEndian = true
        case [0x4D, 0x4D, 0, 0x2A]: isLittleEndian = false
        default: return nil
        }
        next = 0
        guard let first = number(at: 4, bytes: 4) else { return nil }
        next = first
    }

    mutating func nextPage() -> TIFFPages.Page? {
        guard next != 0, !isDamaged else { return nil }
        guard let count = number(at: next, bytes: 2), let following = number(at: next + 2 + count * 12, bytes: 4) else {
            isDamaged = true
            return nil
        }
        var page = TIFFPages.Page()
        for entry in 0..<count { read(at: next + 2 + entry * 12, into: &page) }
        next = following
        return page
    }

    private func read(at place: Int, into page: inout TIFFPages.Page) {
        guard let tag = number(at: place, bytes: 2), let type = number(at: place + 2, bytes: 2) else { return }
        let value = number(at: place + 8, bytes: type == 3 ? 2 : 4) ?? 0
        switch tag {
        case 256: page.width = value
        case 257: page.length = value
        case 259: page.compression = value
        case 283:
            guard let above = number(at: value, bytes: 4), let below = number(at: value + 4, bytes: 4), below > 0
            else { return }
            page.resolution = Double(above) / Double(below)
        case 292: page.group3Options = value
        case 296: page.isMetric = value == 3
        default: break
        }
    }

    private func number(at place: Int, bytes count: Int) -> Int? {
        guard place >= 0, place + count <= data.count else { return nil }
        let bytes = data[place..<place + count]
        return (isLittleEndian ? Array(bytes.reversed()) : Array(bytes)).reduce(0) { $0 << 8 | Int($1) }
    }
}
