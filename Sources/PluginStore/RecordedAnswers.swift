public import CallControl
import Crypto
public import Foundation
public import GRDB
public import PluginKit

/// The answers of invocations that change something: what is asked twice in one invocation is done once.
public enum RecordedAnswers {
    /// What was answered in each invocation that changed something. Part of a plugin's first step, so never changed.
    public static let table = """
        CREATE TABLE answers (
            invocation TEXT NOT NULL,
            method TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            answer TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (invocation, method)
        );
        CREATE INDEX answersByTime ON answers (at);
        """

    /// The recorded answer of this invocation, or else the work's, which is recorded.
    ///
    /// The id alone does not make a retry: two runs on the virtual clock number their calls alike. So the record
    /// also holds a fingerprint of what was asked, and another question under the same id is asked anew.
    public static func once(
        _ db: Database, _ context: PluginContext, _ method: String, asked: some DataProtocol,
        _ work: () throws -> JSONValue
    ) throws -> JSONValue {
        let fingerprint = Data(SHA256.hash(data: asked)).base64EncodedString()
        let recorded = try String.fetchOne(
            db, sql: "SELECT answer FROM answers WHERE invocation = ? AND method = ? AND fingerprint = ?",
            arguments: [context.invocation, method, fingerprint])
        if let recorded, let answer = try? JSONValue(parsing: recorded) { return answer }
        let answer = try work()
        let now = context.now.epochMilliseconds
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO answers (invocation, method, fingerprint, answer, at) VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [context.invocation, method, fingerprint, answer.jsonText, now])
        try db.execute(sql: "DELETE FROM answers WHERE at < ?", arguments: [now - keptMilliseconds])
        return answer
    }

    /// Nobody retries after a week.
    private static let keptMilliseconds = 7 * 86_400_000
}
