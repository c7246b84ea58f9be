import PluginStore

/// The tables of the appointment store.
enum Schema {
    // Moments are seconds since 1970, but milliseconds where a call's clock is meant (expires, bookedAt); days are
    // YYYY-MM-DD; times of a day are minutes.
    static let steps = [
        """
        CREATE TABLE places (
            place TEXT UNIQUE NOT NULL,
            english TEXT NOT NULL,
            chinese TEXT NOT NULL,
            zone TEXT NOT NULL
        );

        CREATE TABLE services (
            service TEXT UNIQUE NOT NULL,
            english TEXT NOT NULL,
            chinese TEXT NOT NULL,
            minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
            step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 1440),
            capacity INTEGER NOT NULL CHECK (capacity > 0)
        );

        CREATE TABLE staff (
            staff TEXT UNIQUE NOT NULL,
            place TEXT NOT NULL REFERENCES places (place),
            english TEXT NOT NULL,
            chinese TEXT NOT NULL
        );

        -- Who offers what.
        CREATE TABLE skills (
            staff TEXT NOT NULL REFERENCES staff (staff),
            service TEXT NOT NULL REFERENCES services (service),
            PRIMARY KEY (staff, service)
        );

        CREATE TABLE hours (
            place TEXT NOT NULL REFERENCES places (place),
            staff TEXT REFERENCES staff (staff),
            kind TEXT NOT NULL CHECK (kind IN ('open', 'break')),
            weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
            opens INTEGER NOT NULL,
            closes INTEGER NOT NULL CHECK (0 <= opens AND opens < closes AND closes <= 1440)
        );

        CREATE TABLE holidays (
            place TEXT REFERENCES places (place),
            staff TEXT REFERENCES staff (staff),
            first TEXT NOT NULL,
            last TEXT NOT NULL CHECK (first <= last),
            english TEXT NOT NULL,
            chinese TEXT NOT NULL
        );

        CREATE TABLE appointments (
            id INTEGER PRIMARY KEY,
            state TEXT NOT NULL CHECK (state IN ('held', 'booked', 'cancelled')),
            service TEXT NOT NULL REFERENCES services (service),
            staff TEXT NOT NULL REFERENCES staff (staff),
            starts INTEGER NOT NULL,
            ends INTEGER NOT NULL CHECK (starts < ends),
            hold TEXT NOT NULL,
            -- The call that holds it or that booked it.
            session TEXT NOT NULL,
            expires INTEGER NOT NULL,
            number TEXT UNIQUE CHECK ((number IS NULL) = (state = 'held')),
            phone TEXT,
            customer TEXT,
            bookedIn TEXT,
            bookedAt INTEGER,
            moves INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX appointmentsByTime ON appointments (staff, starts);
        CREATE INDEX appointmentsByHold ON appointments (hold);
        CREATE INDEX holds ON appointments (expires) WHERE state = 'held';
        """ + neverTwice("INSERT") + neverTwice("UPDATE") + RecordedAnswers.table
    ]

    /// Whatever a program does, the store takes no two that would be at one place at the same time.
    private static func neverTwice(_ change: String) -> String {
        """

        CREATE TRIGGER neverTwiceBy\(change) BEFORE \(change) ON appointments
        WHEN NEW.state <> 'cancelled' AND (
            EXISTS (
                SELECT * FROM appointments
                WHERE staff = NEW.staff AND starts > NEW.starts - 86400 AND starts < NEW.ends AND ends > NEW.starts
                    AND state <> 'cancelled' AND id IS NOT NEW.id
                    AND NOT (service = NEW.service AND starts = NEW.starts))
            OR (
                SELECT count(*) FROM appointments
                WHERE staff = NEW.staff AND starts = NEW.starts AND state <> 'cancelled' AND id IS NOT NEW.id
            ) >= (SELECT capacity FROM services WHERE service = NEW.service))
        BEGIN SELECT RAISE(ABORT, 'the place is taken'); END;

        """
    }
}
