import Foundation
import GRDB
import RoostCore

/// What libvirt cannot hold: sessions, tokens, the audit trail. One SQLite file that only the server's user may read.
///
/// Others add tables by a migration of their own in ``migrations``; one that was released is never changed.
struct Store: Sendable {
    let database: any DatabaseWriter

    /// Opens, or makes, `roost.sqlite` in a directory that is made with mode 0700 where it is missing.
    /// - Throws: ``Failure`` when the directory or the file cannot be used.
    init(directory: String) throws(Failure) {
        let path = directory + "/roost.sqlite"
        do {
            let files = FileManager.default
            try files.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            // SQLite gives the mode of the file to those that it puts next to it.
            if !files.fileExists(atPath: path) {
                guard files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
                    throw CocoaError(.fileWriteNoPermission, userInfo: [NSFilePathErrorKey: path])
                }
            }
            try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory)
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            try self.init(DatabasePool(path: path, configuration: Self.configuration))
        } catch {
            throw Failure(
                .general, "Cannot open the server's database", why: "\(path): \(error.localizedDescription)",
                remedy: "Choose another directory with --state-dir.")
        }
    }

    /// One in memory, for tests.
    static func inMemory() throws -> Store { try Store(DatabaseQueue(configuration: configuration)) }

    private init(_ database: any DatabaseWriter) throws {
        self.database = database
        try Self.migrator.migrate(database)
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        // One reader is plenty for lists that people open; requests are answered from memory.
        configuration.maximumReaderCount = 2
        return configuration
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
        }
        return migrator
    }
}
