import Foundation
import NIOSSL

/// A certificate that signs itself, made by openssl, gone when the test is.
public final class TestCertificate: Sendable {
    /// The file with the certificate: PEM.
    public let path: String
    private let keyPath: String
    private let folder: URL

    /// - Parameter name: for whom it is: `IP:127.0.0.1` or `DNS:localhost`.
    public init(for name: String = "IP:127.0.0.1") throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("certificate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appendingPathComponent("certificate.pem").path
        keyPath = folder.appendingPathComponent("key.pem").path
        let openssl = Process()
        openssl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        openssl.arguments =
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
            + [
                "-days", "2", "-subj", "/CN=test", "-addext", "subjectAltName=\(name)", "-keyout", keyPath, "-out",
                path,
            ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
        guard openssl.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func configuration() throws -> TLSConfiguration {
        .makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(path).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: keyPath, format: .pem)))
    }
}
