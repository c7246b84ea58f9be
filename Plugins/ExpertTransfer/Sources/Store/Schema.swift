import PluginStore

/// The tables of the expert store.
enum Schema {
    // Moments are milliseconds since 1970 by the calls' clock; days are YYYY-MM-DD; times of a day are minutes, and
    // those over 1440 are of the next day. Weekdays are 1, Monday, to 7; 0 is a holiday of the line.
    static let steps = [
        """
        CREATE TABLE groups (
            "group" TEXT UNIQUE NOT NULL,
            english TEXT NOT NULL,
            chinese TEXT NOT NULL,
            overflow TEXT
        );

        CREATE TABLE lines (
            line TEXT UNIQUE NOT NULL,
            english TEXT NOT NULL,
            chinese TEXT NOT NULL,
            zone TEXT NOT NULL,
            "group" TEXT NOT NULL REFERENCES groups ("group")
        );

        CREATE TABLE hours (
            line TEXT NOT NULL REFERENCES lines (line),
            weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
            begins INTEGER NOT NULL,
            ends INTEGER NOT NULL CHECK (0 <= begins AND begins < ends AND ends <= 2880)
        );

        -- Without begins and ends: closed.
        CREATE TABLE holidays (
            line TEXT REFERENCES lines (line),
            first TEXT NOT NULL,
            last TEXT NOT NULL CHECK (first <= last),
            begins INTEGER,
            ends INTEGER CHECK (0 <= begins AND begins < ends AND ends <= 2880),
            english TEXT NOT NULL,
            chinese TEXT NOT NULL
        );

        CREATE TABLE experts (
            expert TEXT UNIQUE NOT NULL,
            english TEXT NOT NULL,
            chinese TEXT NOT NULL,
            language TEXT NOT NULL,
            number TEXT NOT NULL,
            ring INTEGER,
            zone TEXT NOT NULL,
            presence TEXT NOT NULL DEFAULT 'present' CHECK (presence IN ('present', 'away', 'break', 'busy')),
            -- When the expert is present again.
            until INTEGER,
            idleSince INTEGER NOT NULL DEFAULT 0,
            restsUntil INTEGER NOT NULL DEFAULT 0
        );

        CREATE TABLE expertGroups (
            expert TEXT NOT NULL REFERENCES experts (expert),
            "group" TEXT NOT NULL REFERENCES groups ("group"),
            PRIMARY KEY (expert, "group")
        );

        CREATE TABLE expertSkills (
            expert TEXT NOT NULL REFERENCES experts (expert),
            skill TEXT NOT NULL,
            level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 9),
            PRIMARY KEY (expert, skill)
        );

        CREATE TABLE duty (
            expert TEXT NOT NULL REFERENCES experts (expert),
            weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
            first TEXT,
            last TEXT CHECK (first <= last),
            begins INTEGER NOT NULL,
            ends INTEGER NOT NULL CHECK (0 <= begins AND begins < ends AND ends <= 2880)
        );

        CREATE TABLE matrix (
            segment TEXT NOT NULL,
            callType TEXT NOT NULL,
            "group" TEXT NOT NULL REFERENCES groups ("group"),
            priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 9),
            PRIMARY KEY (segment, callType)
        );

        CREATE TABLE customers (
            phone TEXT UNIQUE NOT NULL,
            segment TEXT NOT NULL,
            name TEXT NOT NULL,
            language TEXT NOT NULL
        );

        -- The contact plan of each line, in its order.
        CREATE TABLE contacts (
            id INTEGER PRIMARY KEY,
            line TEXT NOT NULL REFERENCES lines (line),
            english TEXT NOT NULL,
            chinese TEXT NOT NULL,
            language TEXT NOT NULL,
            number TEXT NOT NULL,
            ring INTEGER,
            UNIQUE (line, number)
        );

        CREATE TABLE contactHours (
            contact INTEGER NOT NULL REFERENCES contacts (id),
            weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 7),
            begins INTEGER NOT NULL,
            ends INTEGER NOT NULL CHECK (0 <= begins AND begins < ends AND ends <= 2880)
        );

        -- One search of one call for somebody who answers.
        CREATE TABLE rounds (
            round TEXT PRIMARY KEY,
            session TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('trying', 'waiting', 'over')),
            line TEXT NOT NULL,
            segment TEXT NOT NULL,
            "group" TEXT NOT NULL,
            priority INTEGER NOT NULL,
            skills TEXT NOT NULL,
            wishes TEXT NOT NULL,
            maxtime INTEGER NOT NULL,
            screen TEXT NOT NULL,
            began INTEGER NOT NULL,
            -- When the flow last asked.
            seen INTEGER NOT NULL,
            waitsSince INTEGER,
            -- What was answered last, and in which invocation.
            invocation TEXT NOT NULL,
            answer TEXT NOT NULL
        );
        CREATE INDEX roundsBySession ON rounds (session) WHERE state <> 'over';
        CREATE INDEX roundsWaiting ON rounds (priority, waitsSince) WHERE state = 'waiting';
        CREATE INDEX roundsByTime ON rounds (seen);

        CREATE TABLE tries (
            id INTEGER PRIMARY KEY,
            round TEXT NOT NULL,
            line TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('expert', 'contact')),
            -- Whose number it is: the code of the expert, the name of the contact.
            who TEXT NOT NULL,
            number TEXT NOT NULL,
            began INTEGER NOT NULL,
            ended INTEGER,
            outcome TEXT
        );
        CREATE INDEX triesByRound ON tries (round);
        CREATE INDEX triesByTime ON tries (began);

        -- The number is the key: whatever a program does, no telephone rings for two calls.
        CREATE TABLE claims (
            number TEXT PRIMARY KEY,
            round TEXT NOT NULL,
            session TEXT NOT NULL,
            -- The process of the call, see LiveOwner.
            owner TEXT,
            expires INTEGER NOT NULL
        );
        CREATE INDEX claimsBySession ON claims (session);
        CREATE INDEX claimsByRound ON claims (round);

        CREATE TABLE callbacks (
            entry INTEGER PRIMARY KEY CHECK (entry > 1000),
            line TEXT NOT NULL REFERENCES lines (line),
            state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'closed')),
            phone TEXT NOT NULL,
            name TEXT,
            language TEXT NOT NULL,
            subject TEXT,
            priority INTEGER NOT NULL,
            wished INTEGER,
            due INTEGER NOT NULL,
            made INTEGER NOT NULL,
            -- The call and the invocation that made or changed it.
            session TEXT NOT NULL,
            madeIn TEXT NOT NULL,
            takenBy TEXT REFERENCES experts (expert),
            result TEXT,
            closed INTEGER
        );
        CREATE UNIQUE INDEX callbacksOnce ON callbacks (line, phone) WHERE state <> 'closed';
        CREATE INDEX callbacksByState ON callbacks (state, priority, due);
        """ + RecordedAnswers.table,
        """
        ALTER TABLE callbacks ADD COLUMN part TEXT CHECK (part IN ('morning', 'afternoon'));
        """,
    ]
}
