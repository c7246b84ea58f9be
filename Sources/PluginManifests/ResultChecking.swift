public import CallControl

extension PluginManifest.Method {
    /// What is wrong with an answer of this method, as text for the plugin's author; empty when it keeps the manifest.
    /// A result may be missing or null: an answer says no more than its outcome allows.
    public func problems(ofResult answer: JSONValue) -> [String] {
        guard case .object(let members) = answer else { return ["the answer is no object"] }
        return members.compactMap { member in
            guard let result = results.first(where: { $0.name == member.name }) else {
                return "there is no result '\(member.name)'"
            }
            return result.type.admits(member.value) ? nil : "the result '\(member.name)' is no \(result.type.rawValue)"
        }
    }
}

extension PluginManifest.ValueType {
    /// Whether a plugin may answer this value: strict, because it was made by a program and not by a caller's keys.
    fileprivate func admits(_ value: JSONValue) -> Bool {
        value == .null || conform(value) == value
    }
}
