import DialtoneCommands
import Foundation
import Gateways

/// What a command left behind.
struct Finished {
    var status: Int32
    var output: String
    var errors: String
}

/// Runs a command as the program would, with that text on its standard input.
func dialtone(_ arguments: String..., input: String = "") async throws -> Finished {
    try await dialtone(arguments, input: input)
}

/// See above.
func dialtone(_ arguments: [String], input: String = "") async throws -> Finished {
    let folder = try Folder()
    let standardInput = Pipe()
    let output = try folder.openForWriting("output")
    let errors = try folder.openForWriting("errors")
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let streams = GatewayStreams(
        input: standardInput.fileHandleForReading.fileDescriptor, output: output.fileDescriptor,
        errors: errors.fileDescriptor)
    let status = await DialtoneProgram.run(arguments, console: Console(streams: streams))
    return try Finished(status: status, output: folder.read("output"), errors: folder.read("errors"))
}

/// A folder that goes when nobody holds it any more.
final class Folder {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "dialtone-commands-\(UUID().uuidString)")
        path = url.path
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    subscript(name: String) -> String { path + "/" + name }

    func write(_ text: String, to name: String) throws {
        let folder = (self[name] as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: self[name], atomically: true, encoding: .utf8)
    }

    func read(_ name: String) throws -> String { try String(contentsOfFile: self[name], encoding: .utf8) }

    func openForWriting(_ name: String) throws -> FileHandle {
        try write("", to: name)
        return try FileHandle(forUpdating: URL(fileURLWithPath: self[name]))
    }

    /// The text of all files below it.
    func allText() throws -> String {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return names.compactMap { try? read($0) }.joined(separator: "\n")
    }
}

/// A document with that in it.
func document(_ content: String) -> String {
    """
    <vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" xml:lang="en-US">
    \(content)
    </vxml>
    """
}

/// A folder of this repository.
func projectPath(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent(name).path
}

/// A menu that says what was pressed.
let echo = document(
    """
    <menu><prompt>Press a key.</prompt><choice dtmf="1" next="#one"/><choice dtmf="2" next="#gone"/></menu>
    <form id="one"><block><prompt>That was one.</prompt><exit/></block></form>
    <form id="gone"><block><throw event="error.of.mine"/></block></form>
    """)
