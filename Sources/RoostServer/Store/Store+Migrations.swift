extension Store {
    /// A step of the database's form. Its name is stored, so it stays.
    struct Migration {
        let name: String
        let sql: String
    }

    static var migrations: [Migration] { [access, audit, usage] }

    /// Times are milliseconds since 1970.
    private static var access: Migration {
        Migration(
            name: "1-access",
            sql: """
                CREATE TABLE session (
                    id TEXT PRIMARY KEY NOT NULL, hash BLOB NOT NULL UNIQUE, user TEXT NOT NULL, maximumRole TEXT NOT NULL,
                    created INTEGER NOT NULL, used INTEGER NOT NULL, elevatedUntil INTEGER,
                    address TEXT NOT NULL, agent TEXT NOT NULL
                ) STRICT;
                CREATE TABLE token (
                    id TEXT PRIMARY KEY NOT NULL, hash BLOB NOT NULL UNIQUE, user TEXT NOT NULL, name TEXT NOT NULL,
                    role TEXT NOT NULL, host TEXT, created INTEGER NOT NULL, expires INTEGER NOT NULL, used INTEGER
                ) STRICT;
                """)
    }

    private static var audit: Migration {
        Migration(
            name: "2-audit",
            sql: """
                CREATE TABLE audit (
                    id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, user TEXT NOT NULL, way TEXT NOT NULL,
                    address TEXT NOT NULL, action TEXT NOT NULL, host TEXT, machine TEXT, detail TEXT,
                    result TEXT NOT NULL, why TEXT, milliseconds INTEGER
                ) STRICT;
                CREATE INDEX auditByTime ON audit (time);
                """)
    }

    /// `place` is the number of the step, shifted by 20 bits, and that of the block of 64 series. `seen` is in minutes.
    private static var usage: Migration {
        Migration(
            name: "3-usage",
            sql: """
                CREATE TABLE usageSeries (
                    id INTEGER PRIMARY KEY, host TEXT NOT NULL, machine TEXT NOT NULL, seen INTEGER NOT NULL,
                    UNIQUE (host, machine)
                ) STRICT;
                CREATE TABLE usageMinute (place INTEGER PRIMARY KEY, samples BLOB NOT NULL) STRICT;
                CREATE TABLE usageQuarter (place INTEGER PRIMARY KEY, samples BLOB NOT NULL) STRICT;
                """)
    }
}
