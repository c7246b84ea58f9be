import CJavaScriptCore
import Expressions

/// Names of properties as strings of the engine, kept as long as there are not too many.
final class PropertyNames {
    private static let countLimit = 4096
    private var strings: [ECMAString: JSStringRef] = [:]

    deinit { forget() }

    /// The string of a name; it is good until the next name is asked for.
    subscript(name: ECMAString) -> JSStringRef {
        if let string = strings[name] { return string }
        if strings.count >= Self.countLimit { forget() }
        let string: JSStringRef = name.units.withUnsafeBufferPointer {
            JSStringCreateWithCharacters($0.baseAddress, $0.count)
        }
        strings[name] = string
        return string
    }

    private func forget() {
        for string in strings.values { JSStringRelease(string) }
        strings = [:]
    }
}
