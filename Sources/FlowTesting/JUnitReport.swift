import Foundation

/// Results in the XML that build servers read (JUnit).
public struct JUnitReport: Sendable {
    public var results: [TranscriptTest.Result]

    public init(_ results: [TranscriptTest.Result]) { self.results = results }

    public var text: String {
        let failures = results.count { $0.hasFailed }
        let seconds = results.map(\.seconds).reduce(0, +)
        let head = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="dialtone test" tests="\(results.count)" failures="\(failures)" time="\(Self.time(seconds))">
            """
        return ([head] + results.map(Self.testCase) + ["</testsuite>"]).joined(separator: "\n") + "\n"
    }

    private static func testCase(_ result: TranscriptTest.Result) -> String {
        let url = URL(fileURLWithPath: result.path)
        let name = escaped(url.deletingPathExtension().lastPathComponent)
        let folder = escaped((result.path as NSString).deletingLastPathComponent)
        let head = #"  <testcase name="\#(name)" classname="\#(folder)" time="\#(time(result.seconds))""#
        guard result.hasFailed else { return head + "/>" }
        let first = result.differences.first?.message ?? result.failure ?? ""
        return head
            + ">\n    <failure message=\"\(escaped(first))\">\(escaped(result.description))</failure>\n  </testcase>"
    }

    private static func time(_ seconds: Double) -> String { String(format: "%.3f", seconds) }

    private static func escaped(_ text: String) -> String {
        let allowed = text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }
        return allowed.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
