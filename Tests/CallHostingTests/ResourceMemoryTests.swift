import CallControl
import FormInterpreter
import Testing

@testable import CallHosting

/// What is kept of documents, grammars, scripts and data is bounded by number and by memory.
@Suite struct ResourceMemoryTests {
    private func script(_ number: Int, bytes: Int) -> LoadedResource {
        LoadedResource(
            outcome: .loaded(ResourceID(uri: "file:///\(number).js", digest: "\(number)")),
            resource: .script("\(number)"), size: bytes)
    }

    private func key(_ number: Int) -> ResourceStore.Key { .init(kind: .script, uri: "file:///\(number).js") }

    @Test(
        "for all lanes: what was not used for longest goes first",
        arguments: [(bytes: 100, kept: 100...100), (1 << 20, 8...12), (16 << 20, 1...1)])
    func store(bytes: Int, kept: ClosedRange<Int>) {
        let store = ResourceStore()
        for number in 0..<100 { store.keep(script(number, bytes: bytes), for: key(number)) }
        let numbers = (0..<100).filter { store[key($0)] != nil }
        #expect(kept.contains(numbers.count))
        #expect(numbers.last == 99)
    }

    @Test(
        "of a lane: what no call needs is dropped", arguments: [(bytes: 100, most: 255), (1 << 20, 3), (16 << 20, 0)])
    func lane(bytes: Int, most: Int) {
        let options = HostOptions.test()
        let loader = DocumentLoader()
        let context = LaneContext(options: options, loader: loader, fetched: { _ in }, answered: { _ in })
        for number in 0..<300 {
            _ = context.take(script(number, bytes: bytes))
            context.forgetResources(besidesThoseOf: [])
            #expect(context.world.scripts.count <= most)
        }
    }
}
