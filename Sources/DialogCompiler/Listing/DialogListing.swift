import DialogMachines

extension ListingWriter {
    mutating func dialog(_ dialog: DialogEntry) {
        space()
        var title = dialog.kind.rawValue
        if let id = dialog.id { title += " \(id)" }
        if dialog.scope == .document { title += ", scope document" }
        line(0, title, at: dialog.position)
        properties(dialog.properties, 1)
        block(dialog.initialization, "on entering", 1)
        for grammar in dialog.grammars { self.grammar(grammar, 1) }
        for link in dialog.links { self.link(link, 1) }
        for item in dialog.items { self.item(item, 1) }
        for filled in dialog.filleds { self.filled(filled, 1) }
        for handler in dialog.handlers { self.handler(handler, 1) }
    }

    mutating func filled(_ index: Int, _ level: Int) {
        let filled = machine.filleds[index]
        var title = "filled"
        if !filled.namelist.isEmpty {
            title += " \(filled.mode.rawValue) of \(filled.namelist.joined(separator: ", "))"
        }
        line(level, title, at: filled.position)
        code(filled.code, level + 1)
    }
}
