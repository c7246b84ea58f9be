import CallControl

extension CommandWriter {
    static func invoke(_ invoke: Invoke, _ call: String) -> [UInt8] {
        var line = begin("invoke", call)
        line.add("invocation", invoke.invocation)
        line.add("plugin", invoke.plugin)
        line.add("method", invoke.method)
        line.add("params", invoke.params)
        return line.line()
    }
}
