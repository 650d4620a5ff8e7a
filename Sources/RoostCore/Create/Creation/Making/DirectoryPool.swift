import Libvirt
import LibvirtXML

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// libvirt makes files only in pools. This is one for a directory that has none, for as long as it is needed.
///
/// libvirt allows one pool a directory. So two creations in one directory share what the first of them opened, and the other
/// one opens it again when the first has closed it.
struct DirectoryPool: Sendable {
    let connection: Connection
    let path: String
    private static let attempts = 50

    /// Runs `body` with a pool for the directory, and closes it again if it was opened for this.
    /// - Parameter makingDirectory: whether the directory itself is made. It stays, also when `body` fails.
    func with<Value>(
        makingDirectory: Bool = false, _ body: (Libvirt.StoragePool) async throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value {
        var attempt = 1
        while true {
            let (pool, isOwn) = try await open(makingDirectory)
            let failure: LibvirtError
            do {
                let value = try await body(pool)
                if isOwn { await close(pool) }
                return value
            } catch {
                failure = error
                if isOwn { await close(pool) }
            }
            // The one who opened the pool has closed it meanwhile.
            let isGone = [.noStoragePool, .operationInvalid].contains(failure.code)
            guard !isOwn, isGone, attempt < Self.attempts else { throw failure }
            attempt += 1
        }
    }

    /// Keeps a pool of the directory open while `body` runs, so that its own look-ups need not open one each; closes it again if
    /// it was opened for this. Where none can be opened those look-ups tell why.
    func holding<Value>(_ body: () async throws -> Value) async throws -> Value {
        let opened = try? await open(false)
        let result: Result<Value, any Error>
        do {
            result = .success(try await body())
        } catch {
            result = .failure(error)
        }
        if let (pool, isOwn) = opened, isOwn { await close(pool) }
        return try result.get()
    }

    /// Removes the directory if nothing is in it.
    func removeDirectory() async throws(LibvirtError) {
        let pool = try await connection.defineStoragePool(xml: description())
        // Somebody else's file keeps it, and rightly so.
        try? await pool.delete()
        try await pool.undefine()
    }

    private func open(_ makingDirectory: Bool) async throws(LibvirtError) -> (Libvirt.StoragePool, isOwn: Bool) {
        var attempt = 1
        while true {
            if let pool = try? await connection.storagePool(targetPath: path) {
                // What a killed process left is closed. Whoever uses it just now opens one of their own, as when its owner
                // closes it.
                guard PoolOwner(ofPool: pool.name)?.isGone == true, (try? await pool.destroy()) != nil else {
                    return (pool, false)
                }
            }
            do throws(LibvirtError) {
                let build: Libvirt.StoragePool.BuildOnStart = makingDirectory ? .build : .no
                return (try await connection.createStoragePool(xml: description(), build: build), true)
            } catch {
                // libvirt has no code of its own for a directory that another pool has just taken.
                guard error.code == .operationFailed, attempt < Self.attempts else { throw error }
            }
            attempt += 1
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    /// libvirt refuses while somebody else's volume is being made in it.
    private func close(_ pool: Libvirt.StoragePool) async {
        for _ in 0..<Self.attempts {
            // Closing belongs to what is done already: it is not left out when the creation is cancelled.
            let closing = await Task { try await pool.destroy() }.result
            switch closing {
            case .success: return
            case .failure(let error as LibvirtError) where error.code == .internalError:
                await Task { try? await Task.sleep(for: .milliseconds(100)) }.value
            case .failure: return
            }
        }
    }

    private func description() throws(LibvirtError) -> String {
        let name = PoolOwner.current?.poolName ?? "roost-\(UUID().uuidString.lowercased())"
        do {
            return try LibvirtXML.StoragePool(.directory, name: name, path: path).xml()
        } catch {
            throw LibvirtError(code: .invalidText, message: "the path \(path) cannot be written as XML")
        }
    }
}
