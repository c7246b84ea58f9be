import CallControl

/// One line of output as it is put together: a JSON object whose fields keep their order.
struct CommandLine {
    private(set) var bytes: [UInt8]

    /// Begins a command.
    init(_ command: String) {
        bytes = [UInt8(ascii: "{")]
        add("command", command)
    }

    /// Begins an object within a command.
    private init(kind: String) {
        bytes = [UInt8(ascii: "{")]
        add("kind", kind)
    }

    mutating func add(_ name: String, _ text: String?) {
        guard let text else { return }
        begin(name)
        JSONValue.write(string: text, to: &bytes)
    }

    mutating func add(_ name: String, _ number: Int) {
        begin(name)
        bytes += String(number).utf8
    }

    mutating func add(_ name: String, _ flag: Bool) {
        begin(name)
        bytes += (flag ? "true" : "false").utf8
    }

    mutating func add(_ name: String, _ duration: CallDuration) { add(name, duration.milliseconds) }

    mutating func add(_ name: String, _ serial: some CallSerial) { add(name, serial.rawValue) }

    mutating func add(_ name: String, _ value: JSONValue?) {
        guard let value else { return }
        begin(name)
        value.write(to: &bytes)
    }

    mutating func addNull(_ name: String) {
        begin(name)
        bytes += "null".utf8
    }

    mutating func add(_ name: String, _ items: [PromptItem]) {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += CommandLine.object(item)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// The line with its end.
    consuming func line() -> [UInt8] {
        bytes += [UInt8(ascii: "}"), UInt8(ascii: "\n")]
        return bytes
    }

    /// An item as an object. Alternates nest no deeper than a document's elements.
    private static func object(_ item: PromptItem) -> [UInt8] {
        var object: CommandLine
        switch item {
        case .text(let text, let lang, let ssml):
            object = CommandLine(kind: "text")
            object.add("text", text)
            object.add("lang", lang)
            object.add("ssml", ssml)
        case .audio(let src, let alternate):
            object = CommandLine(kind: "audio")
            object.add("src", src)
            if !alternate.isEmpty { object.add("alternate", alternate) }
        case .pause(let duration):
            object = CommandLine(kind: "break")
            object.add("ms", duration)
        case .mark(let name):
            object = CommandLine(kind: "mark")
            object.add("name", name)
        }
        return object.bytes + [UInt8(ascii: "}")]
    }

    private mutating func begin(_ name: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        JSONValue.write(string: name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }
}
