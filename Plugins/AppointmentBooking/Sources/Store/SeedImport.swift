import GRDB

extension Seed {
    /// Puts the example data into a new store.
    func insert(_ db: Database) throws {
        for place in places {
            try db.execute(
                sql: "INSERT INTO places (place, english, chinese, zone) VALUES (?, ?, ?, ?)",
                arguments: [place.place, place.english, place.chinese, place.zone])
        }
        for service in services {
            try db.execute(
                sql: """
                    INSERT INTO services (service, english, chinese, minutes, step, capacity) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    service.service, service.english, service.chinese, service.minutes, service.step, service.capacity,
                ])
        }
        for (member, skills) in zip(staff, skills) {
            try db.execute(
                sql: "INSERT INTO staff (staff, place, english, chinese) VALUES (?, ?, ?, ?)",
                arguments: [member.staff, member.place, member.english, member.chinese])
            for service in skills {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO skills (staff, service) VALUES (?, ?)",
                    arguments: [member.staff, service])
            }
        }
        for hours in hours { try hours.insert(db) }
        for holiday in holidays { try holiday.insert(db) }
    }
}
