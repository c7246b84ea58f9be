import GRDB
import PluginKit

/// The tables, as a list of steps that is only ever added to; `PRAGMA user_version` counts the steps taken.
enum Schema {
    /// Takes the steps that the store lacks, and fills a new one, in one immediate transaction: of several processes
    /// that open a new store at once, one makes it and the others wait and find it made.
    static func migrate(_ database: any DatabaseWriter, fill: (Database) throws -> Void) throws {
        if try database.read(version) == steps.count { return }
        try database.write { db in
            let version = try version(db)
            guard version <= steps.count else {
                throw PluginFailure(OrderStore.unavailable, "the order store was made by a newer version")
            }
            for step in steps[version...] { try db.execute(sql: step) }
            try db.execute(sql: "PRAGMA user_version = \(steps.count)")
            if version == 0 { try fill(db) }
        }
    }

    private static func version(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }

    // Money is in hundredths, days are YYYY-MM-DD, moments are milliseconds since 1970.
    private static let steps = [
        """
        CREATE TABLE customers (
            number TEXT PRIMARY KEY NOT NULL,
            name TEXT NOT NULL,
            greeting TEXT NOT NULL,
            language TEXT NOT NULL,
            phone TEXT,
            pin TEXT NOT NULL
        );
        CREATE INDEX customersByPhone ON customers (phone);

        CREATE TABLE orders (
            number TEXT PRIMARY KEY NOT NULL,
            customer TEXT NOT NULL REFERENCES customers (number),
            state TEXT NOT NULL,
            ordered TEXT NOT NULL,
            delivery TEXT NOT NULL,
            currency TEXT NOT NULL
        );
        CREATE INDEX ordersByCustomer ON orders (customer, ordered);

        CREATE TABLE items (
            orderNumber TEXT NOT NULL REFERENCES orders (number),
            position INTEGER NOT NULL,
            article TEXT NOT NULL,
            title TEXT NOT NULL,
            quantity INTEGER NOT NULL,
            price INTEGER NOT NULL,
            PRIMARY KEY (orderNumber, position)
        );

        -- Every change that was made: what, in which invocation, for which customer, who called, when.
        CREATE TABLE changes (
            id INTEGER PRIMARY KEY,
            orderNumber TEXT NOT NULL REFERENCES orders (number),
            kind TEXT NOT NULL,
            item INTEGER,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            invocation TEXT NOT NULL,
            customer TEXT NOT NULL,
            caller TEXT NOT NULL,
            at INTEGER NOT NULL
        );
        CREATE INDEX changesByOrder ON changes (orderNumber);

        -- Also of numbers that no customer has, so that they look no different to whoever tries them.
        CREATE TABLE pinTries (
            customer TEXT PRIMARY KEY NOT NULL,
            failed INTEGER NOT NULL,
            lastFailed INTEGER NOT NULL,
            lockedUntil INTEGER
        );

        CREATE TABLE verifications (
            token TEXT PRIMARY KEY NOT NULL,
            customer TEXT NOT NULL REFERENCES customers (number),
            call TEXT NOT NULL,
            expires INTEGER NOT NULL
        );

        -- What was answered in each invocation that changed something.
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
    ]
}
