/// What is told of a measurement. Times are in milliseconds.
enum BenchFigure: String, CaseIterable {
    case callsPerSecond
    case cpuPerCall
    case keysPerSecond
    case keyMedian, keyP99, keyMax
    case pluginKeyMedian, pluginKeyP99, pluginKeyMax
    case bytesPerWaitingCall
    case coldFirstPrompt

    var title: String {
        switch self {
        case .callsPerSecond: "calls per second"
        case .cpuPerCall: "CPU per call"
        case .keysPerSecond: "keys per second"
        case .keyMedian: "key to command, median"
        case .keyP99: "key to command, 99 %"
        case .keyMax: "key to command, longest"
        case .pluginKeyMedian: "key to command by a plugin, median"
        case .pluginKeyP99: "key to command by a plugin, 99 %"
        case .pluginKeyMax: "key to command by a plugin, longest"
        case .bytesPerWaitingCall: "memory per waiting call"
        case .coldFirstPrompt: "first prompt of a cold process"
        }
    }

    func text(_ value: Double) -> String {
        switch self {
        case .callsPerSecond, .keysPerSecond: value.formatted(digits: 0)
        case .bytesPerWaitingCall: (value / 1024).formatted(digits: 2) + " KiB"
        case .cpuPerCall, .keyMedian, .keyP99, .keyMax, .pluginKeyMedian, .pluginKeyP99, .pluginKeyMax,
            .coldFirstPrompt:
            value.formatted(digits: value < 10 ? 3 : 1) + " ms"
        }
    }
}
