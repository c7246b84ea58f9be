extension PluginContext {
    /// Tells this call from every other one of every process, which `call` does not: gateways may give the same ids.
    /// It is the invocation id without its last part, the number of the invocation in its call.
    public var session: String {
        guard let slash = invocation.lastIndex(of: "/") else { return invocation }
        return String(invocation[..<slash])
    }
}
