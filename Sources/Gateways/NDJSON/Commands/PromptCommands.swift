import CallControl

extension CommandWriter {
    static func play(_ play: Play, _ call: String) -> [UInt8] {
        var line = begin("play", call)
        line.add("prompt", play.prompt)
        line.add("bargein", play.bargein)
        line.add("items", play.items)
        return line.line()
    }

    static func stop(_ what: String, _ serial: some CallSerial, _ call: String) -> [UInt8] {
        var line = begin("stop", call)
        line.add(what, serial)
        return line.line()
    }
}
