import CallControl

extension CommandWriter {
    static func record(_ record: Record, _ call: String) -> [UInt8] {
        var line = begin("record", call)
        line.add("record", record.record)
        line.add("beep", record.beep)
        line.add("maxtime", record.maxtime)
        line.add("finalsilence", record.finalsilence)
        line.add("timeout", record.timeout)
        line.add("dtmfterm", record.dtmfterm)
        line.add("type", record.type)
        return line.line()
    }
}
