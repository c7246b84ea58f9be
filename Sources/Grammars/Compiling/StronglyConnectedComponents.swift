/// The strongly connected components of a graph with nodes `0..<successors.count` (Tarjan, with a stack of its own). A
/// component comes after all components that it leads to.
func stronglyConnectedComponents(_ successors: [[Int]]) -> [[Int]] {
    let unseen = -1
    var order = [Int](repeating: unseen, count: successors.count)
    var lowest = order
    var onStack = [Bool](repeating: false, count: successors.count)
    var stack: [Int] = []
    var calls: [(node: Int, next: Int)] = []
    var seen = 0
    var components: [[Int]] = []

    func enter(_ node: Int) {
        order[node] = seen
        lowest[node] = seen
        seen += 1
        stack.append(node)
        onStack[node] = true
        calls.append((node, 0))
    }

    func leave(_ node: Int) {
        if let caller = calls.last?.node { lowest[caller] = min(lowest[caller], lowest[node]) }
        guard lowest[node] == order[node] else { return }
        var component: [Int] = []
        while let top = stack.popLast() {
            onStack[top] = false
            component.append(top)
            if top == node { break }
        }
        components.append(component)
    }

    for root in successors.indices where order[root] == unseen {
        enter(root)
        while let (node, next) = calls.last {
            guard next < successors[node].count else {
                calls.removeLast()
                leave(node)
                continue
            }
            calls[calls.count - 1].next += 1
            let successor = successors[node][next]
            if order[successor] == unseen {
                enter(successor)
            } else if onStack[successor] {
                lowest[node] = min(lowest[node], order[successor])
            }
        }
    }
    return components
}
