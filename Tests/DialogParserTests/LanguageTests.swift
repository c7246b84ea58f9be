import DialogParser
import Testing

@Suite("The tables of the language")
struct LanguageTests {
    @Test func `each element once, and each child has a rule`() {
        let names = Language.elements.map(\.name)
        #expect(Set(names).count == names.count)
        for element in Language.elements {
            #expect(Set(element.children).isSubset(of: names), "\(element.name)")
            #expect(Set(element.children).count == element.children.count, "\(element.name)")
            #expect(!element.section.isEmpty)
        }
    }

    @Test func `attributes once, and choices are of attributes`() {
        for element in Language.elements {
            let names = element.attributes.map(\.name)
            #expect(Set(names).count == names.count, "\(element.name)")
            for choice in element.choices { #expect(Set(choice.names).isSubset(of: names), "\(element.name)") }
        }
    }

    @Test func `every element but the root stands somewhere`() {
        let orphans = Language.elements.filter { Language.parents(of: $0.name).isEmpty }
        #expect(orphans.map(\.name) == ["vxml"])
    }
}
