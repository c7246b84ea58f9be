import CallControl
import Foundation
import OrderLookup
import PluginKit
import PluginManifests
import PluginTesting
import Testing

@Suite("Secrets")
struct SecretTests {
    @Test("a PIN, right or wrong, is in no byte of the store and in no answer")
    func pins() async throws {
        let line = try TestLine()
        let caller = Caller(line)
        var told = ""
        for (number, pin) in ["471147", "314159", "314159", "314159", "314159"].enumerated() {
            let parameters: JSONValue = ["customer": "20001", "pin": .string(pin)]
            told += "\(await caller.answer("verifyPin", parameters, invocation: "\(number)"))"
        }
        told += "\(await caller.answer("verifyPin", ["customer": "20001", "pin": ["314159"]], invocation: "x"))"
        told += "\(await caller.answer("verifyPin", ["pin": "314159"], invocation: "y"))"
        #expect(!told.contains("471147") && !told.contains("314159"))
        let folder = URL(fileURLWithPath: line.database).deletingLastPathComponent()
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(files.count >= 1)
        for file in files where !file.hasDirectoryPath {
            let bytes = try Data(contentsOf: file)
            for pin in ["471147", "314159", "258025", "888888"] {
                #expect(bytes.range(of: Data(pin.utf8)) == nil, "\(file.lastPathComponent)")
            }
        }
    }

    @Test("the same PIN has another hash for each customer")
    func salts() async throws {
        let line = try TestLine(customers: TestLine.customers.replacing("258025", with: "471147"))
        _ = try await Caller(line).verify()
        #expect(
            try line.rows("SELECT count(DISTINCT pin), count(DISTINCT substr(pin, 10, 16)) FROM customers") == ["3|3"])
    }

    @Test("the parameters that are secret are marked so")
    func manifest() throws {
        for method in try TestLine().plugin.manifest.methods {
            for parameter in method.parameters {
                #expect(parameter.isSensitive == ["pin", "verification"].contains(parameter.name))
            }
        }
    }
}
