/// Names that mean something to the script engine where the flow gives them no meaning: what is found under them is
/// the engine's to say.
public enum EngineNames {
    /// Whether a name that no scope declares is a global of the engine.
    public static func isGlobal(_ name: ECMAString) -> Bool { globals.contains(name) || objectMembers.contains(name) }

    /// Whether a value may inherit a property of that name.
    public static func isInherited(_ name: ECMAString) -> Bool {
        members.contains(name) || objectMembers.contains(name)
    }

    private static func names(_ text: String) -> Set<ECMAString> {
        Set(text.split(whereSeparator: \.isWhitespace).map { ECMAString($0) })
    }

    private static let globals = names(
        """
        globalThis eval parseInt parseFloat isNaN isFinite decodeURI decodeURIComponent encodeURI encodeURIComponent
        escape unescape Object Function Array String Number Boolean Symbol BigInt Math JSON Date RegExp Error
        AggregateError EvalError RangeError ReferenceError SuppressedError SyntaxError TypeError URIError Map Set
        WeakMap WeakSet WeakRef FinalizationRegistry ArrayBuffer SharedArrayBuffer DataView Atomics Int8Array Int16Array
        Int32Array Uint8Array Uint8ClampedArray Uint16Array Uint32Array Float16Array Float32Array Float64Array
        BigInt64Array BigUint64Array Reflect Proxy Promise Intl Iterator AsyncIterator Temporal WebAssembly
        DisposableStack AsyncDisposableStack ShadowRealm console undefined NaN Infinity Node DOMException
        """)

    private static let objectMembers = names(
        """
        constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf __proto__
        __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__
        """)

    /// Of the prototypes of strings, numbers and arrays.
    private static let members = names(
        """
        anchor at big blink bold charAt charCodeAt codePointAt concat endsWith fixed fontcolor fontsize includes indexOf
        isWellFormed italics lastIndexOf link localeCompare match matchAll normalize padEnd padStart repeat replace
        replaceAll search slice small split startsWith strike sub substr substring sup toLocaleLowerCase
        toLocaleUpperCase toLowerCase toUpperCase toWellFormed trim trimEnd trimLeft trimRight trimStart
        toExponential toFixed toPrecision
        copyWithin entries every fill filter find findIndex findLast findLastIndex flat flatMap forEach join keys
        map pop push reduce reduceRight reverse shift some sort splice toReversed toSorted toSpliced unshift values with
        """)
}
