import Diagnostics
import DialogMachines

/// `count` of prompts in executable content: only form items and menus have a prompt counter (VoiceXML 2.0 4.1.6).
enum CountsWithoutEffect: FlowRule {
    static func findings(in document: FlowDocument, of flow: Flow) -> [Finding] {
        let machine = document.machine
        return machine.instructions.compactMap { instruction in
            guard case .prompt(let index) = instruction, machine.prompts[index].count > 1 else { return nil }
            return .countWithoutEffect(at: machine.prompts[index].position)
        }
    }
}
