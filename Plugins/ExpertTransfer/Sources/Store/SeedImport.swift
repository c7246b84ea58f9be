import CallControl
import GRDB

extension Seed {
    /// Puts the example data into a new store.
    func insert(_ db: Database) throws {
        for group in groups {
            try db.execute(
                sql: #"INSERT INTO groups ("group", english, chinese, overflow) VALUES (?, ?, ?, ?)"#,
                arguments: [group.group, group.english, group.chinese, group.overflow])
        }
        for line in lines {
            try db.execute(
                sql: #"INSERT INTO lines (line, english, chinese, zone, "group") VALUES (?, ?, ?, ?, ?)"#,
                arguments: [line.line, line.english, line.chinese, line.zone, line.group])
        }
        for (line, window) in hours {
            try db.execute(
                sql: "INSERT INTO hours (line, weekday, begins, ends) VALUES (?, ?, ?, ?)",
                arguments: [line, window.weekday, window.begins, window.ends])
        }
        for holiday in holidays {
            try db.execute(
                sql: """
                    INSERT INTO holidays (line, first, last, begins, ends, english, chinese) VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    holiday.line, holiday.first.iso, holiday.last.iso, holiday.begins, holiday.ends, holiday.english,
                    holiday.chinese,
                ])
        }
        for cell in matrix {
            try db.execute(
                sql: #"INSERT OR REPLACE INTO matrix (segment, callType, "group", priority) VALUES (?, ?, ?, ?)"#,
                arguments: [cell.segment, cell.callType, cell.group, cell.priority])
        }
        for customer in customers {
            try db.execute(
                sql: "INSERT INTO customers (phone, segment, name, language) VALUES (?, ?, ?, ?)",
                arguments: [customer.phone, customer.segment, customer.name, customer.language])
        }
        for expert in experts { try expert.insert(db) }
        for (expert, window) in duty {
            try db.execute(
                sql: "INSERT INTO duty (expert, weekday, first, last, begins, ends) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    expert, window.weekday, window.first?.iso, window.last?.iso, window.begins, window.ends,
                ])
        }
        for contact in contacts { try contact.insert(db) }
    }
}

extension SeedExpert {
    fileprivate func insert(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO experts (expert, english, chinese, language, number, ring, zone) VALUES (?, ?, ?, ?, ?, ?, ?)
                """, arguments: [expert, english, chinese, language, number, ring, zone])
        for group in groups {
            try db.execute(
                sql: #"INSERT OR IGNORE INTO expertGroups (expert, "group") VALUES (?, ?)"#, arguments: [expert, group])
        }
        for (skill, level) in skills {
            try db.execute(
                sql: "INSERT INTO expertSkills (expert, skill, level) VALUES (?, ?, ?)",
                arguments: [expert, skill, level])
        }
    }
}

extension SeedContact {
    fileprivate func insert(_ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO contacts (line, english, chinese, language, number, ring) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [line, english, chinese, language, number, ring])
        let id = db.lastInsertedRowID
        for window in hours {
            try db.execute(
                sql: "INSERT INTO contactHours (contact, weekday, begins, ends) VALUES (?, ?, ?, ?)",
                arguments: [id, window.weekday, window.begins, window.ends])
        }
    }
}
