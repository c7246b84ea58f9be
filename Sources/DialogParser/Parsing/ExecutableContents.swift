import Dialogs
import MarkupReader

extension MarkupElement {
    /// The executable content of a block, a handler and the like.
    var executableContent: [ExecutableContent] { pieces.compactMap(ExecutableContent.init) }
}

extension ExecutableContent {
    init?(_ piece: Piece) {
        switch piece {
        case .prompt(let prompt): self = .prompt(prompt)
        case .element(let element):
            guard let step = Self.step(element) ?? Self.transition(element) else { return nil }
            self = step
        }
    }

    private static func step(_ element: MarkupElement) -> ExecutableContent? {
        switch element.name {
        case "var": Variable(element).map { .variable($0) }
        case "assign": Assign(element).map { .assign($0) }
        case "clear": .clear(Clear(namelist: element.source("namelist"), position: element.position))
        case "if": .if(If(element))
        case "script": Script(element).map { .script($0) }
        case "log": .log(Log(element))
        case "reprompt": .reprompt(Reprompt(position: element.position))
        case "foreach": Foreach(element).map { .foreach($0) }
        case "data": DataElement(element).map { .data($0) }
        default: nil
        }
    }

    private static func transition(_ element: MarkupElement) -> ExecutableContent? {
        switch element.name {
        case "goto": Goto(element).map { .goto($0) }
        case "submit": Submit(element).map { .submit($0) }
        case "exit": .exit(Exit(element))
        case "return": .return(Return(element))
        case "disconnect": .disconnect(Disconnect(namelist: element.source("namelist"), position: element.position))
        case "throw": Throw(element).map { .throw($0) }
        default: nil
        }
    }
}
