import PluginStore

/// The tables of the order store.
enum Schema {
    // Money is in hundredths, days are YYYY-MM-DD, moments are milliseconds since 1970.
    static let steps = [
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

        """ + RecordedAnswers.table,
        """
        ALTER TABLE customers ADD COLUMN chineseGreeting TEXT;

        CREATE TABLE articles (
            article TEXT PRIMARY KEY NOT NULL,
            keys TEXT UNIQUE NOT NULL,
            english TEXT NOT NULL,
            chinese TEXT NOT NULL,
            price INTEGER NOT NULL CHECK (price >= 0),
            stock INTEGER CHECK (stock >= 0),
            days INTEGER NOT NULL CHECK (days > 0),
            englishAnswer TEXT NOT NULL,
            chineseAnswer TEXT NOT NULL
        );

        -- Read back to callers; forgotten when their calls end.
        CREATE TABLE offers (
            token TEXT PRIMARY KEY NOT NULL,
            session TEXT NOT NULL,
            customer TEXT NOT NULL REFERENCES customers (number),
            delivery TEXT NOT NULL,
            items TEXT NOT NULL,
            "order" TEXT REFERENCES orders (number)
        );
        CREATE INDEX offersByCall ON offers (session);
        """,
    ]
}
