/// The next deadline of each call of a lane, the earliest first; of one moment the call that is longer there first.
struct DeadlineQueue {
    private struct Entry {
        var due: MonotonicTime
        var serial: Int

        func precedes(_ other: Entry) -> Bool { (due, serial) < (other.due, other.serial) }
    }

    /// A binary heap. An entry counts only while `current` says the same: others are passed over when they come up.
    private var heap: [Entry] = []
    private var current: [Int: MonotonicTime] = [:]

    /// The earliest deadline.
    var earliest: MonotonicTime? { heap.first?.due }

    /// Sets a call's next deadline; nil: it has none.
    mutating func set(_ due: MonotonicTime?, for serial: Int) {
        guard current[serial] != due else { return }
        current[serial] = due
        if let due { insert(Entry(due: due, serial: serial)) }
        dropStale()
        // Those of hours ahead would stay for hours otherwise.
        if heap.count > 2 * current.count + 64 { dropAllStale() }
    }

    /// How many entries there are, those included that do not count any more.
    var size: Int { heap.count }

    private mutating func dropAllStale() {
        heap = []
        for (serial, due) in current { insert(Entry(due: due, serial: serial)) }
    }

    /// Takes out a call that is due by that moment.
    mutating func popDue(by now: MonotonicTime) -> Int? {
        dropStale()
        guard let first = heap.first, first.due <= now else { return nil }
        current[first.serial] = nil
        removeFirst()
        dropStale()
        return first.serial
    }

    private mutating func dropStale() {
        while let first = heap.first, current[first.serial] != first.due { removeFirst() }
    }

    private mutating func insert(_ entry: Entry) {
        heap.append(entry)
        var index = heap.count - 1
        while index > 0, heap[index].precedes(heap[(index - 1) / 2]) {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    private mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var index = 0
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
                if heap[child].precedes(heap[least]) { least = child }
            }
            if least == index { return }
            heap.swapAt(index, least)
            index = least
        }
    }
}
