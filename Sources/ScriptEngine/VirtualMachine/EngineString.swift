import CJavaScriptCore
import Expressions

/// Strings of the engine.
extension ECMAString {
    /// Calls `body` with this text as a string of the engine, which is gone afterwards.
    func withEngineString<Result>(_ body: (JSStringRef) -> Result) -> Result {
        let string: JSStringRef = units.withUnsafeBufferPointer {
            JSStringCreateWithCharacters($0.baseAddress, $0.count)
        }
        defer { JSStringRelease(string) }
        return body(string)
    }

    /// The text of a string of the engine.
    init(engineString string: JSStringRef) {
        let characters = UnsafeBufferPointer(start: JSStringGetCharactersPtr(string), count: JSStringGetLength(string))
        self.init(units: Array(characters))
    }

    /// What ECMAScript's ToString makes of a value; nil where that throws.
    init?(_ value: JSValueRef, in context: JSContextRef?) {
        guard let string = JSValueToStringCopy(context, value, nil) else { return nil }
        defer { JSStringRelease(string) }
        self.init(engineString: string)
    }
}
