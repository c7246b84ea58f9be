import Foundation

/// The program, built beside the tests.
enum BuiltProgram {
    static let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("dialtone").path
    static let isThere = FileManager.default.isExecutableFile(atPath: path)
}
