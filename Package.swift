// swift-tools-version: 6.2
import PackageDescription

// Arrows point to lower numbers only; siblings never import each other.

let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the program under `Sources/`.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

/// The tests of a room, in `Tests/<name>Tests/`.
func tests(of name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, resources: resources,
        swiftSettings: swiftSettings)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let collections = Target.Dependency.product(name: "OrderedCollections", package: "swift-collections")
let heaps = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let deques = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPCompression = Target.Dependency.product(name: "NIOHTTPCompression", package: "swift-nio-extras")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let histogram = Target.Dependency.product(name: "Histogram", package: "hdrhistogram-swift")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "dialtone",
    products: [.executable(name: "dialtone", targets: ["dialtone"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", exact: "0.2.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    ],
    targets: [
        // 0
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CJavaScriptCore", pkgConfig: "javascriptcoregtk-4.1",
            providers: [.apt(["libjavascriptcoregtk-4.1-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CSpawn"),
        room("CallControl"),
        room("Diagnostics"),
        room("Streams", [logging]),
        // 1
        room("MarkupReader", ["CLibXML2", "CallControl", "Diagnostics"]),
        room("Expressions", ["CallControl", collections]),
        room("ConfigurationFiles", ["CallControl", yams]),
        // 2
        room("Grammars", ["CallControl", "Diagnostics", "MarkupReader"]),
        room("ScriptEngine", ["CJavaScriptCore", "CSpawn", "CallControl", "Expressions", collections, logging]),
        room("PluginManifests", ["CallControl"]),
        // 3
        room("Dialogs", ["Diagnostics", "MarkupReader"]),
        room("DialogMachines", ["CallControl", "Diagnostics", "Expressions", "Grammars"]),
        // 4
        room("DialogParser", ["CallControl", "Diagnostics", "Dialogs", "MarkupReader"]),
        room(
            "DialogCompiler",
            [
                "CallControl", "Diagnostics", "DialogMachines", "Dialogs", "Expressions", "Grammars", "MarkupReader",
                "PluginManifests",
            ]),
        // 5
        room(
            "FlowChecks",
            [
                "CallControl", "Diagnostics", "DialogMachines", "DialogParser", "Dialogs", "Expressions", "Grammars",
                "MarkupReader", "PluginManifests",
            ]),
        room(
            "FormInterpreter",
            [
                "CallControl", "Diagnostics", "DialogMachines", "Expressions", "Grammars", "PluginManifests",
                collections,
            ]),
        room("Fetching", ["CallControl", crypto, httpClient, nioCore, nioHTTP, nioHTTPCompression, nioPosix, nioSSL]),
        room("PluginKit", ["CallControl", "PluginManifests", heaps]),
        room("PluginStore", ["CallControl", "PluginKit", "PluginManifests", crypto, grdb]),
        room("PluginTesting", ["CallControl", "PluginKit", "PluginManifests", grdb]),
        // 6
        room(
            "CallHosting",
            [
                "CallControl", "ConfigurationFiles", "Diagnostics", "DialogCompiler", "DialogMachines", "DialogParser",
                "Dialogs", "Expressions", "Fetching", "FlowChecks", "FormInterpreter", "Grammars", "MarkupReader",
                "PluginKit",
                "PluginManifests", "ScriptEngine", "Streams", crypto, deques, logging, yams,
            ]),
        room(
            "ExternalPlugins",
            [
                "CallControl", "ConfigurationFiles", "PluginKit", "PluginManifests", "Streams", deques, logging,
                subprocess, system, yams,
            ]),
        // 7
        room("Gateways", ["CallControl", "CallHosting", "PluginKit", "Streams", deques, logging]),
        room(
            "FlowTesting",
            [
                "CallControl", "CallHosting", "DialogMachines", "Diagnostics", "Expressions", "FormInterpreter",
                "PluginKit",
            ]),
        // 8
        room(
            "DialtoneCommands",
            [
                "AppointmentBooking", "CMalloc", "CallControl", "CallHosting", "ConfigurationFiles", "DialogCompiler",
                "DialogMachines", "DialogParser", "Diagnostics", "ExpertTransfer", "ExternalPlugins", "FaxOnDemand",
                "FlowTesting", "Gateways", "Grammars", "OrderLookup", "PluginKit", "PluginManifests", "ScriptEngine",
                "Streams",
                argumentParser, histogram, logging,
            ]),
        // 9
        .executableTarget(
            name: "dialtone", dependencies: ["DialtoneCommands", "Streams", logging], swiftSettings: swiftSettings),

        // Plugins
        .target(
            name: "OrderLookup",
            dependencies: ["CallControl", "PluginKit", "PluginManifests", "PluginStore", crypto, cryptoExtras, grdb],
            path: "Plugins/OrderLookup/Sources", swiftSettings: swiftSettings),
        .target(
            name: "AppointmentBooking",
            dependencies: ["CallControl", "PluginKit", "PluginManifests", "PluginStore", grdb],
            path: "Plugins/AppointmentBooking/Sources", swiftSettings: swiftSettings),
        .target(
            name: "ExpertTransfer",
            dependencies: ["CallControl", "PluginKit", "PluginManifests", "PluginStore", grdb],
            path: "Plugins/ExpertTransfer/Sources", swiftSettings: swiftSettings),
        .target(
            name: "FaxOnDemand",
            dependencies: [
                "CallControl", "PluginKit", "PluginManifests", "PluginStore", crypto, grdb, subprocess, system,
            ], path: "Plugins/FaxOnDemand/Sources", swiftSettings: swiftSettings),
        tests(of: "MarkupReader", ["CallControl", "Diagnostics"]),
        tests(of: "Grammars", ["CallControl", "Diagnostics", "MarkupReader"]),
        tests(of: "DialogParser", ["Diagnostics", "Dialogs", "MarkupReader"]),
        tests(of: "Expressions", ["CallControl", collections]),
        tests(
            of: "DialogCompiler",
            [
                "CallControl", "DialogMachines", "DialogParser", "Diagnostics", "Dialogs", "Expressions", "Grammars",
                "MarkupReader", "PluginManifests",
            ], resources: [.copy("Samples")]),
        tests(
            of: "FlowChecks",
            [
                "CallControl", "Diagnostics", "DialogCompiler", "DialogMachines", "DialogParser", "Dialogs",
                "Expressions", "MarkupReader", "PluginManifests",
            ]),
        tests(of: "PluginManifests", ["CallControl"]),
        tests(of: "PluginKit", ["CallControl", "PluginManifests"]),
        tests(of: "PluginStore", ["CallControl", "PluginKit", "PluginTesting", grdb]),
        tests(of: "PluginTesting", ["CallControl", "PluginKit", "PluginManifests"]),
        .testTarget(
            name: "OrderLookupTests",
            dependencies: ["CallControl", "OrderLookup", "PluginKit", "PluginManifests", "PluginTesting", grdb],
            path: "Plugins/OrderLookup/Tests", swiftSettings: swiftSettings),
        .testTarget(
            name: "ExpertTransferTests",
            dependencies: ["CallControl", "ExpertTransfer", "PluginKit", "PluginManifests", "PluginTesting", grdb],
            path: "Plugins/ExpertTransfer/Tests", swiftSettings: swiftSettings),
        .testTarget(
            name: "AppointmentBookingTests",
            dependencies: [
                "AppointmentBooking", "CallControl", "PluginKit", "PluginManifests", "PluginStore", "PluginTesting",
                grdb,
            ], path: "Plugins/AppointmentBooking/Tests", swiftSettings: swiftSettings),
        .testTarget(
            name: "FaxOnDemandTests",
            dependencies: [
                "CallControl", "FaxOnDemand", "PluginKit", "PluginManifests", "PluginStore", "PluginTesting", grdb,
            ], path: "Plugins/FaxOnDemand/Tests", swiftSettings: swiftSettings),
        tests(
            of: "FormInterpreter",
            [
                "CallControl", "Diagnostics", "DialogCompiler", "DialogMachines", "DialogParser", "Expressions",
                "Grammars",
                "MarkupReader", "PluginManifests", "ScriptEngine",
            ]),
        tests(of: "ScriptEngine", ["CallControl", "Expressions", "TestedProgram", collections, logging]),
        tests(
            of: "FlowTesting",
            [
                "AppointmentBooking", "CallControl", "CallHosting", "ExpertTransfer", "ExternalPlugins", "FaxOnDemand",
                "OrderLookup", "PluginKit",
            ]),
        tests(
            of: "DialtoneCommands",
            [
                "CallControl", "CallHosting", "ExternalPlugins", "FlowTesting", "Gateways", "PluginKit",
                "PluginManifests", "PluginTesting", "TestedProgram",
            ]),
        tests(of: "CallControl"),
        tests(of: "Streams", [logging]),
        // The program for the tests that start it.
        .target(
            name: "TestedProgram", dependencies: ["ScriptEngine"], path: "Tests/TestedProgram",
            swiftSettings: swiftSettings),
        // A server for the tests.
        .target(
            name: "LoopbackServer", dependencies: [nioCore, nioPosix, nioSSL], path: "Tests/LoopbackServer",
            swiftSettings: swiftSettings),
        tests(of: "Fetching", ["LoopbackServer", httpClient, nioHTTP]),
        tests(
            of: "CallHosting",
            [
                "CallControl", "ConfigurationFiles", "Diagnostics", "FormInterpreter", "LoopbackServer", "PluginKit",
                "PluginManifests", "ScriptEngine", "TestedProgram", logging,
            ]),
        tests(
            of: "ExternalPlugins",
            ["CallControl", "ConfigurationFiles", "PluginKit", "PluginManifests", "PluginTesting", logging]),
        tests(
            of: "Gateways",
            [
                "CallControl", "CallHosting", "ConfigurationFiles", "PluginKit", "PluginManifests", "Streams",
                "TestedProgram", logging,
            ]),
        .testTarget(
            name: "ConformanceTests",
            dependencies: ["CallControl", "CallHosting", "ScriptEngine", "TestedProgram", logging],
            swiftSettings: swiftSettings),
    ]
)
