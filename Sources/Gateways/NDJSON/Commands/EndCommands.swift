import CallControl

extension CommandWriter {
    static func disconnect(_ reason: String?, _ values: JSONValue?, _ call: String) -> [UInt8] {
        var line = begin("disconnect", call)
        line.add("reason", reason)
        line.add("values", values)
        return line.line()
    }

    static func log(_ label: String?, _ text: String, _ call: String) -> [UInt8] {
        var line = begin("log", call)
        line.add("label", label)
        line.add("text", text)
        return line.line()
    }

    static func end(_ end: End, _ call: String) -> [UInt8] {
        var line = begin("end", call)
        line.add("how", end.how.rawValue)
        line.add("values", end.values)
        line.add("event", end.event)
        line.add("message", end.message)
        return line.line()
    }
}
