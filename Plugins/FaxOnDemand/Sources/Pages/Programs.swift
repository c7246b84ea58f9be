import Foundation
import PluginKit
import PluginStore
import Subprocess
import SystemPackage

/// The programs that make pages. They run as processes of their own, with limits that hold even when this process is
/// killed, and give way to calls.
struct Programs: Sendable {
    enum Program: String, CaseIterable, Sendable {
        case gs, paps, tiff2pdf, tiffcp

        /// What people call it, and the package of Debian that has it.
        fileprivate var product: (name: String, package: String) {
            switch self {
            case .gs: ("Ghostscript (gs)", "ghostscript")
            case .paps: ("paps", "paps")
            case .tiff2pdf, .tiffcp: (rawValue, "libtiff-tools")
            }
        }
    }

    /// A program could not do its work.
    struct Trouble: Error {
        let description: String
    }

    /// nil: those in `PATH`.
    private let folder: String?
    private let seconds: Int

    init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        folder = try configuration.string("programs").map(configuration.flowPath)
        seconds = try configuration.integer("program-seconds", in: 1...100) ?? 60
    }

    /// - Throws: the failure `unavailable` that names one that is missing.
    func checkInstalled() throws(PluginFailure) {
        for program in Program.allCases { _ = try path(of: program) }
    }

    /// Runs one to its end.
    /// - Parameter output: the file that its standard output goes to; nil: nowhere.
    /// - Throws: `Trouble` when it fails or takes too long; the failure `unavailable` when it is not there.
    func run(_ program: Program, _ arguments: [String], output: String? = nil) async throws {
        let limits = ["--cpu=\(seconds)", "--fsize=\(268_435_456)", "--as=\(2_147_483_648)", "--core=0"]
        let command = ["-n", "10", "prlimit"] + limits + [try path(of: program)] + arguments
        var options = PlatformOptions()
        // A Ctrl-C at the terminal is not meant for it.
        options.processGroupID = 0
        let configuration = Configuration(
            executable: .name("nice"), arguments: Arguments(command),
            environment: .inherit.updating(["LC_ALL": "C.UTF-8"]), platformOptions: options)
        let complaint = try await withThrowingTaskGroup(of: String?.self) { group in
            group.addTask { try await Self.complaint(of: configuration, output ?? "/dev/null") }
            group.addTask { [seconds] in
                try await Task.sleep(for: .seconds(seconds))
                return "it took longer than \(seconds) s"
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        try Task.checkCancellation()
        if let complaint { throw Trouble(description: "\(program.rawValue): \(complaint)") }
    }

    /// nil when it succeeds; else what it said last.
    private static func complaint(of configuration: Configuration, _ output: String) async throws -> String? {
        do {
            let output = try FileDescriptor.open(
                FilePath(output), .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: .ownerReadWrite)
            let result = try await Subprocess.run(
                configuration, input: .none, output: .fileDescriptor(output, closeAfterSpawningProcess: true),
                error: .sequence
            ) { process in
                var text: [UInt8] = []
                for try await buffer in process.standardError {
                    buffer.withUnsafeBytes { text += $0 }
                    text = text.suffix(2000)
                }
                return String(decoding: text, as: UTF8.self)
            }
            guard case .exited(0) = result.terminationStatus else {
                let lines = result.closureResult.split(whereSeparator: \.isNewline)
                return lines.last.map(String.init) ?? "\(result.terminationStatus)"
            }
            return nil
        } catch let error as SubprocessError {
            return "it could not be started: \(error)"
        }
    }

    private func path(of program: Program) throws(PluginFailure) -> String {
        let path = folder ?? ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        for folder in path.split(separator: ":") {
            let candidate = "\(folder)/\(program.rawValue)"
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
        }
        let (name, package) = program.product
        throw PluginFailure(
            Store.unavailable,
            "\(name) is not installed, without which no fax can be made; on Debian: apt-get install \(package)")
    }
}
