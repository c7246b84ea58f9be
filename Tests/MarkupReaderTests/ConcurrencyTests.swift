import MarkupReader
import Testing

@Suite("Many threads")
struct ConcurrencyTests {
    @Test func `each read has its own errors`() async {
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let good = number.isMultiple(of: 2)
                    let result = read(good ? "<a b='\(number)'>x</a>" : "<a>\n<b></a>")
                    return good ? result.root?["b"] == "\(number)" : found(result).first == "2:8 malformed-xml"
                }
            }
            for await right in group { #expect(right) }
        }
    }
}
