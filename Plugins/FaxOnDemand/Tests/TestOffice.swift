import CallControl
import Foundation
import PluginKit
import PluginTesting
import Synchronization

@testable import FaxOnDemand

/// The plugin over a folder with example data of its own. Its documents are short texts; pages are made by stand-ins for
/// the programs, which give blank ones.
final class TestOffice: PluginFixture {
    static let database = "data/fax.sqlite"
    static let callTime = "2000-01-03T09:00:00Z"
    static let files = [
        "seed/categories.csv": """
        category,english,chinese
        prices,Prices,价格
        terms,Terms,条款
        none,Nothing,无
        """,
        "seed/documents.csv": """
        document,english,chinese,category,pages,resolution,file
        101,Price list,价目表,prices,1,,101.txt
        102,"Spare parts, lamps",零配件,prices,1,standard,102.txt
        205,Terms of delivery,交货条款,terms,1,standard,205.txt
        9,Directions,交通指南,terms,1,fine,9.txt
        300,A book,一本书,terms,30,,101.txt
        """,
        "seed/101.txt": "101\n", "seed/102.txt": "102\n", "seed/205.txt": "交货条款\n", "seed/9.txt": "9\n",
    ]

    let folder: TestFolder
    let plugin: FaxOnDemand

    convenience init(
        _ settings: JSONValue = [:], files: [String: String] = [:], interruption: Interruption? = nil,
        transport: (@Sendable (MethodCall) -> any Transport)? = nil
    ) throws {
        let folder = try TestFolder(Self.files.merging(files) { $1 })
        try StandIns.write(into: folder.url.appendingPathComponent("programs"))
        try self.init(folder, settings, interruption, transport)
    }

    private init(
        _ folder: TestFolder, _ settings: JSONValue, _ interruption: Interruption?,
        _ transport: (@Sendable (MethodCall) -> any Transport)?
    ) throws {
        self.folder = folder
        plugin = try Self.plugin(in: folder.url, settings, interruption, transport)
    }

    /// The plugin over a folder that there is.
    static func plugin(
        in folder: URL, _ settings: JSONValue = [:], _ interruption: Interruption? = nil,
        _ transport: (@Sendable (MethodCall) -> any Transport)? = nil
    ) throws -> FaxOnDemand {
        let usual: JSONValue = [
            "database": .string(database), "seed": "seed", "programs": "programs", "sender": "Harbour & Sons",
            "country": 49,
        ]
        return try FaxOnDemand(
            PluginConfiguration(name: "fax", settings: usual.replacing(settings), flowFolder: folder.path),
            interruption: interruption, transport: transport)
    }

    /// Another instance over the same folder, as another process has it.
    func another(
        _ settings: JSONValue = [:], interruption: Interruption? = nil,
        transport: (@Sendable (MethodCall) -> any Transport)? = nil
    ) throws -> TestOffice {
        try TestOffice(folder, settings, interruption, transport)
    }

    /// The names in a folder, sorted; none when there is no such folder.
    func names(_ path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(path).path)) ?? []).sorted()
    }
}

/// Programs that do as if they made pages: blank ones, at once.
enum StandIns {
    static func write(into folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, page) in try pages.get() { try page.write(to: folder.appendingPathComponent(name)) }
        let scripts = [
            "gs": """
            #!/bin/sh
            for word; do case $word in
            -sOutputFile=*) output=${word#-sOutputFile=} ;;
            -g1728x1146) page=standard.tiff ;;
            -g1728x2292) page=fine.tiff ;;
            esac; done
            exec cp "${0%/*}/$page" "$output"
            """,
            "paps": "#!/bin/sh\necho '%!'\n",
            "tiff2pdf": "#!/bin/sh\nexit 1\n",
            "tiffcp": "#!/bin/sh\nexec env tiffcp \"$@\"\n",
        ]
        for (name, script) in scripts {
            let file = folder.appendingPathComponent(name)
            try script.write(to: file, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
    }

    /// A blank page.
    static func blank(_ resolution: Resolution) throws -> Data {
        try pages.get()["\(resolution.rawValue).tiff"] ?? Data()
    }

    /// A blank page of each resolution, by Ghostscript itself.
    private static let pages: Result<[String: Data], any Error> = Result {
        try Dictionary(
            uniqueKeysWithValues: Resolution.allCases.map { resolution in
                let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).tiff")
                defer { try? FileManager.default.removeItem(at: file) }
                try Daemon(
                    "/usr/bin/env",
                    [
                        "gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffg3", "-r204x\(resolution.linesPerInch)",
                        "-g1728x\(resolution.lines)", "-sOutputFile=\(file.path)", "-c", "showpage",
                    ]
                ).wait()
                return ("\(resolution.rawValue).tiff", try Data(contentsOf: file))
            })
    }
}

extension TestCall {
    /// Orders documents; gives the job number.
    func order(
        _ documents: String = "101", _ more: JSONValue = [:], to number: String = "030 1234567"
    ) async throws -> String {
        let order: JSONValue = ["documents": .string(documents), "number": .string(number)]
        return try await ask("order", order.replacing(more)).text("job")
    }

    func status(_ job: String) async throws -> JSONValue { try await ask("status", ["job": .string(job)]) }

    /// The same call, later.
    func after(seconds: Int) -> TestCall {
        var call = self
        call.at += seconds * 1000
        return call
    }
}

/// A transport that does what a test tells it, and keeps what it is given.
final class ScriptedTransport: Transport {
    private let answers: Mutex<[FaxProgress]>
    private let given = Mutex<[String]>([])
    private let isAway: Mutex<Bool>

    init(_ answers: [FaxProgress] = [], isAway: Bool = false) {
        self.answers = Mutex(answers)
        self.isAway = Mutex(isAway)
    }

    /// The tags under which faxes were handed over.
    var tags: [String] { given.withLock { $0 } }

    func comeBack() { isAway.withLock { $0 = false } }

    func prepare(_ job: FaxJob, _ pages: FaxPages, tag: String) async throws -> any Handover {
        if isAway.withLock({ $0 }) { throw TransportTrouble("nobody is there") }
        return Parcel(tag: tag) { tag in self.given.withLock { $0.append(tag) } }
    }

    func find(_ tag: String, of job: FaxJob) async throws -> Found { tags.contains(tag) ? .handedOver(tag) : .gone }

    func start(_ remote: String, of job: FaxJob) async throws {}

    func withdraw(_ tag: String, of job: FaxJob) async throws {}

    func progress(of remote: String) async throws -> FaxProgress {
        answers.withLock { $0.isEmpty ? .sent : $0.removeFirst() }
    }

    func clean(_ job: FaxJob) {}

    private struct Parcel: Handover {
        let tag: String
        let take: @Sendable (String) -> Void

        func handOver(after: (Step) throws -> Void) async throws -> String? {
            try after(.sending)
            take(tag)
            try after(.handedOver)
            return tag
        }
    }
}
