import CallControl
import GRDB
import PluginKit
import PluginManifests
import PluginStore

/// Puts a fax into the queue.
enum OrderMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "order", "Orders documents as one fax",
        [
            .init("documents", .string, summary: "numbers of documents, with anything between them"), .number,
            .init("resolution", .string, required: false, summary: "standard or fine; the documents', if not given"),
            .language,
        ],
        [.outcome, .count]
            + PluginManifest.Result.number + [
                .init("job", .string, summary: "the job number"),
                .init("jobSpoken", .string, summary: "its digits one by one"),
                .init("pages", .integer, summary: "how many pages it has, with the cover page"),
                .init("documents", .array, summary: "the documents"),
                .init("missing", .string, summary: "the numbers that no document has"),
                .init("missingSpoken", .string, summary: "their digits one by one"),
            ])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        // A fax that nobody here can make would wait in vain.
        try call.settings.programs.checkInstalled()
        let question = try NumberQuestion(call)
        let resolution = try resolution(call)
        let numbers = try numbers(call)
        return try await call.writeOnce(declaration.name) { db in
            let documents = try numbers.map { ($0, try FaxDocument.find(db, $0)) }
            let missing = documents.filter { $0.1 == nil }.map(\.0)
            guard missing.isEmpty, !documents.isEmpty else { return notFound(missing) }
            let found = documents.compactMap(\.1)
            let isFine = found.contains { ($0.resolution ?? call.settings.resolution) == .fine }
            let order = FaxOrder(
                number: question.number ?? "", documents: found, resolution: resolution ?? (isFine ? .fine : .standard),
                isChinese: call.language == .chinese, caller: question.caller)
            return try place(order, db, call, question)
        }
    }

    private static func place(
        _ order: FaxOrder, _ db: Database, _ call: MethodCall, _ question: NumberQuestion
    ) throws -> JSONValue {
        let about = question.fields + order.fields(call.language)
        let limits = call.settings.limits
        guard order.documents.count <= limits.documents, order.pages <= limits.pages else {
            return .outcome("tooMany") + about
        }
        if let waiting = try FaxJob.find(db, same: order) { return .outcome("already") + waiting.names(call) + about }
        if let refusal = try question.refusal(db) { return .outcome(refusal) + about }
        let job = try order.insert(db, due: question.due.moment, call.context)
        return .outcome("ordered") + job.names(call) + about + question.timeFields
    }

    /// Each once, in order.
    private static func numbers(_ call: MethodCall) throws -> [String] {
        var seen: Set<Substring> = []
        return try call.read.string("documents").split { !($0.isASCII && $0.isNumber) }
            .filter { seen.insert($0).inserted }.prefix(100).map(String.init)
    }

    private static func resolution(_ call: MethodCall) throws -> Resolution? {
        guard let text = call.read.optionalString("resolution") else { return nil }
        guard let resolution = Resolution(rawValue: text) else {
            throw PluginFailure(PluginFailure.badparameter, "the parameter 'resolution' is neither standard nor fine")
        }
        return resolution
    }

    private static func notFound(_ missing: [String]) -> JSONValue {
        guard !missing.isEmpty else { return .outcome("notFound") }
        return .outcome("notFound") + [
            "missing": .string(missing.joined(separator: " ")),
            "missingSpoken": .string(missing.map { Spoken.digits($0) }.joined(separator: ", ")),
        ]
    }
}

extension FaxOrder {
    fileprivate func fields(_ language: SpokenLanguage) -> JSONValue {
        [
            "count": .number(Double(documents.count)), "pages": .number(Double(pages)),
            "documents": .array(documents.map { $0.fields(language) }),
        ]
    }
}
