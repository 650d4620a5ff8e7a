import ArgumentParser
import RoostClient
import RoostCore

extension CompletionKind {
    /// The names of the machines that exist on the hosts that the typed words name.
    static let machines = CompletionKind.custom { words, _, prefix in
        await LiveNames.offered(words: words, prefix: prefix, form: .item) { site throws(Failure) in
            try await site.machineRows(MachineFilter()).map { $0.map(\.name) }
        } names: { host throws(Failure) in
            try await host.machines().map(\.name)
        }
    }

    /// The same behind a user: `[USER@]MACHINE`.
    static let guests = CompletionKind.custom { words, _, prefix in
        let user = prefix.firstIndex(of: "@").map { String(prefix[...$0]) } ?? ""
        return await LiveNames.offered(words: words, prefix: String(prefix.dropFirst(user.count)), form: .item) {
            host throws(Failure) in
            try await host.machines().map(\.name)
        }.map { user + $0 }
    }

    /// The names of the hosts' networks.
    static let networks = CompletionKind.custom { words, _, prefix in
        await LiveNames.offered(words: words, prefix: prefix, form: .item) { site throws(Failure) in
            try await site.networkRows([]).map { $0.map(\.name) }
        } names: { host throws(Failure) in
            try await host.networks().map(\.name)
        }
    }

    /// The names of the hosts' storage pools.
    static let pools = CompletionKind.custom { words, _, prefix in
        await LiveNames.offered(words: words, prefix: prefix, form: .item) { site throws(Failure) in
            try await site.poolRows([]).map { $0.map(\.name) }
        } names: { host throws(Failure) in
            try await host.pools().map(\.name)
        }
    }

    /// Every volume of the running pools as `POOL/NAME`.
    static let volumes = CompletionKind.custom { words, _, prefix in
        await LiveNames.offered(words: words, prefix: prefix, form: .volume) { host throws(Failure) in
            var names: [String] = []
            for pool in try await host.pools() {
                names += ((try? await pool.volumeNames()) ?? []).map { "\(pool.name)/\($0)" }
            }
            return names
        }
    }

    /// The images of the hosts, by their names.
    static let images = CompletionKind.custom { words, _, prefix in
        await LiveNames.offered(words: words, prefix: prefix, form: .image) { host throws(Failure) in
            try await host.imageNames()
        }
    }

    /// The names of the catalogue.
    static let catalogue = CompletionKind.custom { _, _, prefix in
        // A shell must not be disturbed by an error.
        ((try? ImageCatalogue.standard().entries) ?? []).map(\.name).filter { $0.hasPrefix(prefix) }
    }

    /// The names of the hosts file, which is all that is read.
    static let hosts = CompletionKind.custom { _, _, prefix in
        // A shell must not be disturbed by an error.
        ((try? HostLocator.system.hosts.entries()) ?? []).map(\.name).filter { $0.hasPrefix(prefix) }
    }
}
