public import Foundation

/// What tests need in which many callers of several processes want the same few things at once.
public enum Storm {
    /// The folder that the processes of a storm share; they find it by the id of their parent.
    public static var folderOfParent: URL { folder(of: getppid()) }

    /// Lets the processes that are started meanwhile share a folder.
    public static func sharing(_ target: URL, _ work: () async throws -> Void) async throws {
        let folder = folder(of: getpid())
        try FileManager.default.createSymbolicLink(at: folder, withDestinationURL: target)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await work()
    }

    /// Ends this process like `kill -9`, while it is at work.
    public static func die(while work: @escaping @Sendable () async throws -> Void) async {
        let working = Task { try await work() }
        try? await Task.sleep(for: .milliseconds(3))
        kill(getpid(), SIGKILL)
        _ = await working.result
    }

    private static func folder(of parent: Int32) -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("dialtone-storm-\(parent)")
    }
}

/// Numbers that look random and are the same in each run.
public struct StormDice: Sendable {
    private var state: UInt64

    public init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// From 0 to below the count.
    public mutating func draw(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(truncatingIfNeeded: (state >> 33) % UInt64(count))
    }
}

/// Two used at once what only one may use.
public struct UsedTwice: Error, CustomStringConvertible {
    public let thing: String
    public var description: String { "'\(thing)' is used by two at once" }
}

/// Shows that a thing is used by two at once, in whatever processes: each user locks a file of the thing's name.
public struct ExclusiveUse: ~Copyable {
    private let descriptor: Int32

    /// - Throws: `UsedTwice` when somebody uses it.
    public init(of thing: String, in folder: URL) throws {
        descriptor = open(folder.appendingPathComponent(thing).path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw UsedTwice(thing: thing)
        }
    }

    deinit { close(descriptor) }
}
