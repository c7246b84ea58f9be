import Foundation
public import PluginKit

/// One file of example data: comma-separated values with a header line (RFC 4180).
public struct SeedFile {
    private let name: String
    private let table: CSVTable

    /// The columns beside those that there must be and may be, in order.
    public var others: [String] { table.others }

    /// - Parameters:
    ///   - columns: all that the file has, in any order.
    ///   - optional: columns that it may have, too; without them they are empty.
    ///   - others: whether it may have more.
    /// - Throws: a failure that names file and line, and no value; so does all that reads example data.
    public init(
        _ name: String, _ folder: String, _ columns: [String], optional: [String] = [], others: Bool = false
    ) throws(PluginFailure) {
        self.name = name
        guard
            let text = try? String(
                contentsOf: URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(name),
                encoding: .utf8)
        else { throw PluginFailure(Store.unavailable, "the example data \(name) cannot be read") }
        do {
            table = try CSVTable(text, columns: columns, optional: optional, others: others)
        } catch {
            throw PluginFailure(Store.unavailable, "\(name):\(error.line): \(error.message)")
        }
    }

    /// A file that need not be there: nil then.
    public init?(ifThere name: String, _ folder: String, _ columns: [String]) throws(PluginFailure) {
        let path = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(name).path
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        try self.init(name, folder, columns)
    }

    /// What becomes of each line, in order.
    public func map<T>(_ transform: (SeedLine) throws(PluginFailure) -> T) throws(PluginFailure) -> [T] {
        var values: [T] = []
        for line in table.lines { values.append(try transform(SeedLine(file: name, line: line))) }
        return values
    }
}
