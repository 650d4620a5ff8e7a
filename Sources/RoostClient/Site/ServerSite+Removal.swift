public import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ServerSite {
    public func deletion(
        of texts: [String], keepDisks: Bool, force: Bool
    ) async throws(Failure) -> any SiteDeletion {
        let chosen = try await remoteMachines(texts)
        var deletion = RemoteDeletion(keepsDisks: keepDisks, refused: chosen.failures)
        for machine in chosen.items {
            do throws(Failure) {
                let task = "Cannot delete \(machine.label)"
                let answer = try await server.ask(
                    .get(machine.path + ["deletion"], query: RemoteDeletion.query(keepDisks)), task: task)
                let plan = try server.read(MachineDeletion.self, from: answer, task: task)
                guard force || !plan.isActive else {
                    throw Failure(
                        .state, task, why: "it runs",
                        remedy:
                            "Shut it down first (roost shutdown \(machine.reference)), or end it at once with --force.")
                }
                let tag = try server.tag(of: answer, task: task)
                deletion.planned.append((machine, plan, tag))
            } catch {
                deletion.refused.append(error)
            }
        }
        return deletion
    }

    public func volumeRemoval(_ texts: [String], pool: String?) async throws(Failure) -> any SiteRemoval {
        var removal = RemoteRemoval(server: server)
        let hosts = try await hosts()
        for text in texts {
            do throws(Failure) {
                let hosted = split(text, .volume, hosts)
                let place = try await place(for: hosted)
                guard case .name(let name, let pool) = try VolumeAddress(hosted.name, pool: pool).form else {
                    throw Failure(
                        .usage, "Cannot delete the volume \(text)", why: "a server finds no volume by its path",
                        remedy: "Name it POOL/NAME.")
                }
                let rows = try await volumes(of: pool, on: place.host)
                guard let row = rows.first(where: { $0.name == name }) else {
                    throw NamePattern.notFound(name, kind: "volume", names: rows.map(\.name))
                }
                removal.going.append(
                    (
                        RemovalItem(
                            label: row.address, path: place.label(row.path), allocation: row.allocation,
                            unfinishedUploadOf: row.unfinishedUploadOf),
                        ["hosts", place.host, "pools", pool, "volumes", name]
                    ))
            } catch {
                removal.refused.append(error)
            }
        }
        return removal
    }

    public func imageRemoval(_ texts: [String], pool: String?) async throws(Failure) -> any SiteRemoval {
        try refuse(pool, "--pool")
        var removal = RemoteRemoval(server: server)
        let hosts = try await hosts()
        for text in texts {
            do throws(Failure) {
                let place = try await place(for: split(text, .item, hosts))
                let name = split(text, .item, hosts).name
                let rows = try await images(of: place.host)
                let found = rows.filter { $0.version != nil && ($0.reference == name || $0.name == name) }
                // Of several versions a bare name means the newest.
                guard
                    let row = found.max(by: { ($0.record?.added ?? .distantPast) < ($1.record?.added ?? .distantPast) })
                else { throw NamePattern.notFound(name, kind: "image", names: rows.map(\.reference)) }
                removal.going.append(
                    (
                        RemovalItem(
                            label: place.label(row.reference), path: place.label(row.path), allocation: row.allocation),
                        ["hosts", place.host, "images", row.reference]
                    ))
            } catch {
                removal.refused.append(error)
            }
        }
        return removal
    }
}
