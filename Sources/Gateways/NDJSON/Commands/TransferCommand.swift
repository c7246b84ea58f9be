import CallControl

extension CommandWriter {
    static func transfer(_ transfer: Transfer, _ call: String) -> [UInt8] {
        var line = begin("transfer", call)
        line.add("transfer", transfer.transfer)
        line.add("dest", transfer.dest)
        line.add("kind", transfer.kind.rawValue)
        line.add("connecttimeout", transfer.connecttimeout)
        line.add("maxtime", transfer.maxtime)
        line.add("transferaudio", transfer.transferaudio)
        line.add("aai", transfer.aai)
        line.add("whisper", transfer.whisper)
        line.add("attach", transfer.attach)
        return line.line()
    }
}
