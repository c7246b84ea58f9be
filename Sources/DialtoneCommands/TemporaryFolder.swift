import Foundation

/// A folder that lives as long as a run, for what plugins write. Whoever writes first makes it: most runs need none, and
/// one that is killed should leave none behind.
struct TemporaryFolder {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("dialtone-\(UUID().uuidString)").path

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
