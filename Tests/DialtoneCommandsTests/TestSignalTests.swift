import Foundation
import TestedProgram
import Testing

@Suite("dialtone test: signals")
struct TestSignalTests {
    /// In a process of its own: the signal is for all of it.
    @Test("a signal ends it between two calls, and what plugins wrote is removed")
    func interrupted() throws {
        let transcript = "call\n\nivr: Press a key.\nkeys: 1\nivr: That …\nend: exit\n"
        var files = ["main.vxml": echo]
        for number in 1000..<4000 { files["calls/\(number).call"] = transcript }
        let folder = try Folder(files)
        let temporary = try Folder()
        let program = Process()
        program.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        program.arguments = ["test", folder.path]
        program.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": temporary.path]) { $1 }
        let output = Pipe()
        program.standardOutput = output
        try program.run()
        #expect(!output.fileHandleForReading.availableData.isEmpty)
        program.interrupt()
        let rest = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        program.waitUntilExit()
        #expect(program.terminationReason == .exit)
        #expect(program.terminationStatus == 130)
        #expect(!rest.contains("3999.call"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).isEmpty)
    }
}
