import DialogMachines
import Dialogs

extension Compilation {
    /// Each branch jumps over itself when its condition does not hold, and at its end to where the `<if>` ends.
    mutating func emit(_ element: If) {
        var jumpsToEnd: [Int] = []
        for (index, branch) in element.branches.enumerated() {
            let condition = branch.cond.map { expression($0) }
            let test = machine.instructions.count
            if let condition { emit(.jumpUnless(condition, test), at: branch.position) }
            for step in branch.content { emit(step) }
            if index < element.branches.count - 1 {
                jumpsToEnd.append(machine.instructions.count)
                emit(.jump(test), at: branch.position)
            }
            if let condition { machine.instructions[test] = .jumpUnless(condition, machine.instructions.count) }
        }
        for jump in jumpsToEnd { machine.instructions[jump] = .jump(machine.instructions.count) }
    }
}
