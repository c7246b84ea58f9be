import CallControl

/// The `play`s of a call that have not come to their end, and since when the first of them plays.
struct PlaybackLedger {
    struct Entry {
        var prompt: PromptID
        var marks: [String]
        var length: CallDuration
    }

    private(set) var entries: [Entry] = []
    private var firstBegan = CallInstant.start

    var first: Entry? { entries.first }

    mutating func written(_ entry: Entry, at now: CallInstant) {
        if entries.isEmpty { firstBegan = now }
        entries.append(entry)
    }

    /// That prompt was stopped, and what was queued behind it dropped.
    mutating func stopped(_ prompt: PromptID) {
        entries.removeAll { $0.prompt >= prompt }
    }

    /// That prompt has come to its end, and so have all before it.
    mutating func ended(_ prompt: PromptID, at now: CallInstant) {
        entries.removeAll { $0.prompt <= prompt }
        firstBegan = now
    }

    /// The caller is gone.
    mutating func clear() { entries = [] }

    /// When the first prompt ends by its estimate.
    var estimatedEnd: CallInstant? { first.map { firstBegan + $0.length } }

    /// When the gateway's word that the first prompt has ended is no longer waited for.
    var patienceEnd: CallInstant? {
        first.map { entry in
            let (length, overflow) = entry.length.milliseconds.multipliedReportingOverflow(by: 3)
            return firstBegan + CallDuration(milliseconds: overflow ? .max : length) + .seconds(30)
        }
    }
}
