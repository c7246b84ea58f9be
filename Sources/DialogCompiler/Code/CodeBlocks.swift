import Diagnostics
import DialogMachines
import Dialogs

extension Compilation {
    /// Executable content as instructions that end with `.end`.
    mutating func code(_ content: [ExecutableContent], at position: SourcePosition) -> CodeBlock {
        let entry = machine.instructions.count
        for step in content { emit(step) }
        return close(entry, at: position)
    }

    /// The `<var>`s, `<script>`s and `<data>`s of a document or a dialog.
    mutating func initialization(_ initializers: [Initializer], at position: SourcePosition) -> CodeBlock {
        let entry = machine.instructions.count
        for initializer in initializers {
            switch initializer {
            case .variable(let variable): emit(variable)
            case .script(let script): emit(script)
            case .data(let data): emit(data)
            }
        }
        return close(entry, at: position)
    }

    /// Ends the block that began at `entry`, if anything is in it.
    private mutating func close(_ entry: Int, at position: SourcePosition) -> CodeBlock {
        guard machine.instructions.count > entry else { return .empty }
        emit(.end, at: position)
        return CodeBlock(entry: entry)
    }

    mutating func emit(_ instruction: Instruction, at position: SourcePosition) {
        machine.instructions.append(instruction)
        machine.positions.append(position)
    }

    mutating func emit(_ step: ExecutableContent) {
        switch step {
        case .variable(let variable): emit(variable)
        case .assign(let assign): emit(assign)
        case .clear(let clear): emit(.clear(clear.namelist?.words), at: clear.position)
        case .if(let element): emit(element)
        case .script(let script): emit(script)
        case .goto(let goto): emit(goto)
        case .submit(let submit): emit(submit)
        case .exit(let exit):
            emit(.exit(expression(exit.expr), namelist: namelist(exit.namelist)), at: exit.position)
        case .return(let element): emit(element)
        case .disconnect(let disconnect):
            emit(.disconnect(namelist: namelist(disconnect.namelist)), at: disconnect.position)
        case .throw(let element):
            emit(
                .throwEvent(computed(element.event), message: computed(element.message)), at: element.position)
        case .reprompt(let reprompt): emit(.reprompt, at: reprompt.position)
        case .log(let log):
            emit(
                .log(label: log.label?.text, expr: expression(log.expr), content: promptContent(log.content)),
                at: log.position)
        case .prompt(let prompt): emit(prompt)
        case .foreach(let foreach): emit(foreach)
        case .data(let data): emit(data)
        }
    }

    /// A prompt of executable content; text that is nothing but white space is none.
    private mutating func emit(_ prompt: Prompt) {
        guard let entry = entry(prompt) else { return }
        emit(.prompt(machine.prompts.append(range: [entry]).lowerBound), at: prompt.position)
    }
}
