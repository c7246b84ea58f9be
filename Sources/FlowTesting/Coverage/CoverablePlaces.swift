import Diagnostics
import DialogMachines
import Expressions
import FormInterpreter

extension DialogMachine {
    /// All that transcripts of a flow should come to.
    func coverablePlaces(reached: Set<MachinePart>) -> [CoverageReport.Place] {
        func place(
            _ kind: CoverageReport.Kind, _ position: SourcePosition, _ name: String, _ part: MachinePart
        ) -> CoverageReport.Place {
            .init(kind: kind, file: self.file, position: position, name: name, isReached: reached.contains(part))
        }
        var places = self.dialogs.enumerated().map { place(.dialogs, $1.position, $1.title, .dialog($0)) }
        for (index, item) in self.items.enumerated() {
            // The one item of a menu is the menu.
            if case .menu = item.kind { continue }
            places.append(place(.formItems, item.position, item.title, .item(index)))
            guard case .object(let object) = item.kind else { continue }
            let results: [(String, MachinePart)] = [
                ("answers", .result(item: index)), ("fails", .failure(item: index)),
            ]
            places += results.map { place(.pluginResults, item.position, "\(object.title) \($0)", $1) }
        }
        places += self.filleds.enumerated().map { place(.filled, $1.position, "filled", .filled($0)) }
        places += self.handlerTable.enumerated().map { place(.handlers, $1.position, $1.title, .handler($0)) }
        places += branches.map { place(.branches, self.positions[$0.test], $0.name, .instruction($0.begin)) }
        return places
    }

    /// What conditions lead to: an `<if>` or `<elseif>` that holds, and an `<else>`.
    private var branches: [(name: String, test: Int, begin: Int)] {
        self.instructions.indices.flatMap { test -> [(String, Int, Int)] in
            guard case .jumpUnless(let condition, let other) = self.instructions[test] else { return [] }
            var branches: [(String, Int, Int)] = []
            if test + 1 < other { branches.append(("if \(condition.source)", test, test + 1)) }
            // The branch before an <else> or <elseif> ends with a jump over it; an <elseif> is a condition of its own.
            guard case .jump(let end) = self.instructions[other - 1], end > other else { return branches }
            if case .jumpUnless = self.instructions[other] { return branches }
            return branches + [("else of if \(condition.source)", test, other)]
        }
    }
}

extension DialogEntry {
    fileprivate var title: String { kind.rawValue + (id.map { " #\($0)" } ?? "") }
}

extension FormItemEntry {
    fileprivate var title: String { kind.element + (name.map { " \($0)" } ?? "") }
}

extension ObjectEntry {
    fileprivate var title: String { call.map { "\($0.plugin)/\($0.method)" } ?? classid }
}

extension HandlerEntry {
    fileprivate var title: String {
        let events = events.isEmpty ? "everything" : events.joined(separator: " ")
        return "catch \(events)" + (count > 1 ? ", count \(count)" : "")
    }
}
