import CallControl
import DialogMachines
import Expressions
import OrderedCollections

/// Executable content (VoiceXML 2.0 5.3), an instruction at a time.
extension Interpreter {
    /// Begins a block of code; one that is empty has ended already.
    mutating func execute(
        _ block: CodeBlock, of machine: ResourceID, in scope: HeapReference, isAnonymous: Bool,
        purpose: CodeFrame.Purpose
    ) throws(DialogEvent) {
        let frame = CodeFrame(
            machine: machine, instruction: block.entry ?? 0, scope: scope, isAnonymous: isAnonymous, purpose: purpose)
        state.control = .executing(frame)
        if block.entry == nil { try finish(frame) }
    }

    /// Executes the next instruction of the frame.
    mutating func step(_ frame: CodeFrame) throws(DialogEvent) {
        let code = machine(frame.machine)
        if case .dialogInitialization(let next) = frame.purpose {
            // Form item variables and <var>s are initialized in document order.
            if try initializeItem(next, before: code.positions[frame.instruction], frame: frame) { return }
        }
        var following = frame
        following.instruction += 1
        state.control = .executing(following)
        world.observer?.reached(.instruction(frame.instruction), of: code)
        switch code.instructions[frame.instruction] {
        case .declare(let name, let expression): try declare(name, expression, frame: frame)
        case .assign(let target, let expression): try assign(target, expression)
        case .clear(let names): try clear(names)
        case .script(let text): try run(script: text)
        case .externalScript(let source, let charset): try fetchScript(source, charset, resuming: following)
        case .data(let name, let target, let submission): try fetchData(name, target, submission, resuming: following)
        case .jump(let target): jump(to: target, following)
        case .jumpUnless(let condition, let target):
            if try !holds(condition) { jump(to: target, following) }
        case .loop(let array): try beginLoop(over: array, following)
        case .nextElement(let variable, let end): try nextElement(variable, end: end, following)
        case .prompt(let index):
            if try holds(code.prompts[index].cond) { try queue(code.prompts[index]) }
        case .throwEvent(let name, let message): throw try event(name, message)
        case .reprompt: withContext { $0.form.reprompts = true }
        case .goto(let target): try goto(target)
        case .gotoItem(let name): try goto(item: name)
        case .submit(let target, let submission): try submit(target, submission)
        case .exit(let expression, let namelist): try exit(expression, namelist)
        case .returnValues(let namelist): try returnValues(namelist)
        case .returnEvent(let name, let message): try returnEvent(try event(name, message))
        case .disconnect(let namelist): try disconnect(namelist)
        case .log(let label, let expression, let content): try log(label, expression, content)
        case .fail(let event, let message): throw DialogEvent(event, message)
        case .end: try finish(frame)
        }
    }

    private mutating func jump(to target: Int, _ frame: CodeFrame) {
        var frame = frame
        frame.instruction = target
        state.control = .executing(frame)
    }

    /// What comes after a block of code that ran to its end.
    mutating func finish(_ frame: CodeFrame) throws(DialogEvent) {
        switch frame.purpose {
        case .applicationInitialization: try initializeDocument()
        case .documentInitialization: try enterDialog()
        case .dialogInitialization(let next): try finishDialogInitialization(from: next, frame: frame)
        case .block: state.control = .selecting
        case .filled(let remaining): try executeFilled(remaining)
        case .handler(let resume): try resumeAfterHandler(resume)
        }
    }

    /// The event that `<throw>`, `<return>`, `<choice>` or `<link>` names.
    mutating func event(_ name: Computed, _ message: Computed?) throws(DialogEvent) -> DialogEvent {
        let name = try text(of: name)
        guard let message else { return DialogEvent(name) }
        return DialogEvent(name, try text(of: message))
    }

    // MARK: - Variables

    /// `<var>` (VoiceXML 2.0 5.3.1). A parameter of the subdialog takes the place of the expression.
    private mutating func declare(
        _ name: String, _ expression: Expression?, frame: CodeFrame
    ) throws(DialogEvent) {
        if case .dialogInitialization = frame.purpose, let parameter = parameter(named: name) {
            return setVariable(name, parameter, in: frame.scope)
        }
        // A second <var> of the same name assigns, and one without expr leaves what is there (5.1.1).
        if expression == nil, state.heap[frame.scope].properties[world.names[name]] != nil { return }
        let value = try expression.map { expression throws(DialogEvent) in try evaluate(expression) } ?? .undefined
        setVariable(name, value, in: frame.scope)
    }

    private func parameter(named name: String) -> Value? {
        guard let context, let invocation = context.invocation,
            invocation.dialog == DialogPlace(document: context.machine.uri, dialog: context.dialog)
        else { return nil }
        return invocation.parameters.last { $0.name == name }?.value
    }

    /// `<assign>` (VoiceXML 2.0 5.3.2).
    private mutating func assign(_ target: AssignmentTarget, _ expression: Expression) throws(DialogEvent) {
        try evaluating { environment, evaluator throws(ScriptFailure) in
            let value = try expression.evaluate(in: &environment, with: evaluator)
            try target.assign(value, in: &environment, with: evaluator)
        }
    }

    // MARK: - Scripts

    /// `<script>` (VoiceXML 2.0 5.3.12).
    mutating func run(script text: String) throws(DialogEvent) {
        try evaluating { environment, evaluator throws(ScriptFailure) in
            try evaluator.run(program: text, in: &environment)
        }
    }

    private mutating func fetchScript(
        _ source: FetchTarget, _ charset: String?, resuming frame: CodeFrame
    ) throws(DialogEvent) {
        fetch(
            .script, try resolve(source.uri, in: frame), asking: frame.machine, charset: charset,
            timeout: source.fetchtimeout, maxage: source.maxage, maxstale: source.maxstale, purpose: .script(frame))
    }

    /// `<data>` (VoiceXML 2.1 5).
    private mutating func fetchData(
        _ name: String?, _ target: FetchTarget, _ submission: Submission, resuming frame: CodeFrame
    ) throws(DialogEvent) {
        let values = try submission.namelist.map { names throws(DialogEvent) in try self.values(of: names) } ?? []
        let fetchaudio = target.fetchaudio ?? property("fetchaudio")
        if fetchaudio != nil, isLineUp { flushPrompts() }
        fetch(
            .data, try resolve(target.uri, in: frame), asking: frame.machine, submission: submission,
            fields: try fields(for: values), timeout: target.fetchtimeout, maxage: target.maxage,
            maxstale: target.maxstale, fetchaudio: fetchaudio, purpose: .data(frame, name: name))
    }

    /// A URI of executable content; while the application root begins, it is the root's.
    private mutating func resolve(_ source: Computed, in frame: CodeFrame) throws(DialogEvent) -> String {
        let reference = try text(of: source)
        let isRoots = frame.purpose == .applicationInitialization
        return isRoots ? try resolve(reference, against: machine(frame.machine)) : try resolve(reference)
    }

    // MARK: - Leaving

    /// `<exit>` (VoiceXML 2.0 5.3.9).
    private mutating func exit(_ expression: Expression?, _ namelist: [NamedExpression]?) throws(DialogEvent) {
        guard let expression else { return end(.exit, values: try json(of: namelist)) }
        let value = try evaluate(expression)
        end(.exit, values: value == .undefined ? nil : try json(of: value))
    }

    /// `<disconnect>` (VoiceXML 2.0 5.3.11, 2.1 7).
    private mutating func disconnect(_ namelist: [NamedExpression]?) throws(DialogEvent) {
        let values = try json(of: namelist)
        if isLineUp {
            flushPrompts()
            emit(.disconnect(reason: nil, values: values))
            releaseLine(.disconnect)
        }
        throw DialogEvent("connection.disconnect.hangup", "the flow has hung up")
    }

    /// `<log>` (VoiceXML 2.0 5.3.13).
    private mutating func log(
        _ label: String?, _ expression: Expression?, _ content: [PromptContent]
    ) throws(DialogEvent) {
        var parts: [String] = []
        let said = try render(content, lang: document?.lang ?? "").map(\.plainText).joinedForReading()
        if !said.isEmpty { parts.append(said) }
        if let expression { parts.append(try text(of: try evaluate(expression))) }
        emit(.log(label: label, text: parts.joined(separator: " ")))
    }
}
