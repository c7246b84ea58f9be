import PluginStore

/// The tables of the fax store.
enum Schema {
    // Moments are milliseconds since 1970.
    static let steps = [
        """
        CREATE TABLE categories (
            category TEXT UNIQUE NOT NULL,
            english TEXT NOT NULL,
            chinese TEXT NOT NULL
        );

        CREATE TABLE documents (
            document TEXT UNIQUE NOT NULL,
            english TEXT NOT NULL,
            chinese TEXT NOT NULL,
            category TEXT NOT NULL REFERENCES categories (category),
            pages INTEGER NOT NULL CHECK (pages > 0),
            resolution TEXT CHECK (resolution IN ('standard', 'fine')),
            file TEXT NOT NULL
        );

        CREATE TABLE jobs (
            id INTEGER PRIMARY KEY,
            job TEXT UNIQUE NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'retrying', 'sending', 'sent', 'failed', 'cancelled')),
            number TEXT NOT NULL,
            documents TEXT NOT NULL,
            isChinese INTEGER NOT NULL,
            resolution TEXT NOT NULL CHECK (resolution IN ('standard', 'fine')),
            pages INTEGER NOT NULL,
            caller TEXT,
            orderedIn TEXT NOT NULL,
            ordered INTEGER NOT NULL,
            due INTEGER NOT NULL,
            since INTEGER NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            cause TEXT CHECK (cause IN ('busy', 'noAnswer', 'line', 'server', 'document', 'expired')),
            -- What the cause was in particular, for staff.
            trouble TEXT,
            key TEXT NOT NULL,
            lease INTEGER NOT NULL DEFAULT 0,
            leasedUntil INTEGER NOT NULL DEFAULT 0,
            tag TEXT,
            remote TEXT
        );
        CREATE INDEX jobsDue ON jobs (due) WHERE state IN ('waiting', 'retrying', 'sending');
        CREATE INDEX jobsByNumber ON jobs (number, ordered);
        CREATE INDEX jobsByCaller ON jobs (caller, ordered);
        CREATE INDEX jobsByState ON jobs (state, since);
        """ + RecordedAnswers.table
    ]
}
