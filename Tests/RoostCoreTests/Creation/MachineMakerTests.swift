import Libvirt
import Synchronization
import Testing

@testable import RoostCore

@Suite struct MachineMakerTests {
    /// What there is on a host.
    private struct Inventory: Equatable {
        var machines: [String] = []
        var pools: [String] = []
        var volumes: [String] = []

        init(_ host: Host) async throws {
            machines = try await host.connection.domains().map(\.name).sorted()
            for pool in try await host.connection.storagePools() {
                pools.append(pool.name)
                guard try await pool.isActive() else { continue }
                volumes += try await pool.volumes().map { "\(pool.name)/\($0.name)" }
            }
            pools.sort()
            volumes.sort()
        }
    }

    private static func world() async throws -> TestWorld {
        let world = try await TestWorld(running: ["before"])
        let pool = try await world.host.connection.createStoragePool(
            xml: "<pool type='dir'><name>images</name><target><path>/images</path></target></pool>")
        _ = try await pool.createVolume(
            xml:
                "<volume><name>before.qcow2</name><capacity>1024</capacity><target><format type='qcow2'/></target></volume>"
        )
        return world
    }

    private static func volume(_ name: String, _ location: NewVolume.Location = .pool("images")) -> VolumePlan {
        VolumePlan(
            NewVolume(
                location: location, name: name, path: "/images/\(name)", capacity: 1 << 20, format: "qcow2",
                isSparse: true, backing: nil, target: "vda"), pools: [], makesDirectory: false)
    }

    private static func plan(
        _ name: String = "web1", pool: CreationPlan.Pool? = nil, volumes: [VolumePlan], start: Bool = true
    ) -> CreationPlan {
        CreationPlan(
            name: name, definition: TestWorld.domainXML(name), pool: pool, volumes: volumes, keepsVariables: false,
            autostart: true, start: start)
    }

    private static let everything = plan(
        pool: .init(name: "default", path: "/default"),
        volumes: [volume("web1.qcow2"), volume("web1-1.qcow2", .pool("default"))])

    @Test func everythingIsMade() async throws {
        let world = try await Self.world()
        let machine = try await MachineMaker(host: world.host, plan: Self.everything).make()
        let found = try await Inventory(world.host)
        #expect(found.machines == ["before", "web1"] && found.pools == ["default", "images"])
        #expect(found.volumes == ["default/web1-1.qcow2", "images/before.qcow2", "images/web1.qcow2"])
        #expect(machine.id != nil)
        #expect(try await machine.domain.autostart())
    }

    private static func copy(_ sharing: ImageCopy.Sharing, format: String = "qcow2", capacity: UInt64) -> VolumePlan {
        var plan = volume("web1.qcow2")
        plan.volume.capacity = capacity
        let image = ImageFacts(
            name: "before", kind: .file, path: "/images/before.qcow2",
            volume: .init(pool: "images", name: "before.qcow2"), format: format, capacity: 1024)
        plan.volume.copy = ImageCopy(image: image, sharing: sharing)
        return plan
    }

    @Test func aDiskIsCopiedFromAnImageAndGrown() async throws {
        let world = try await Self.world()
        let copies = Mutex<[CopiedImage]>([])
        var maker = MachineMaker(
            host: world.host, plan: Self.plan(volumes: [Self.copy(.full, capacity: 1 << 20)]))
        maker.copied = { copy in copies.withLock { $0.append(copy) } }
        _ = try await maker.make()
        let volume = try await world.host.connection.storagePool(named: "images").volume(named: "web1.qcow2")
        #expect(try await volume.info().capacity == 1 << 20)
        #expect(copies.withLock(\.self) == [CopiedImage(name: "before", way: .full)])
    }

    /// The test driver takes no uploads: the seed cannot be filled, and neither it nor the disk is left.
    @Test func aSeedThatCannotBeFilledLeavesNothing() async throws {
        let world = try await Self.world()
        let before = try await Inventory(world.host)
        var seed = Self.volume("web1-seed.iso")
        seed.volume.isSeed = true
        seed.volume.format = "raw"
        var plan = Self.plan(volumes: [Self.volume("web1.qcow2"), seed])
        plan.seed = [1, 2, 3]
        await #expect(throws: Failure.self) { try await MachineMaker(host: world.host, plan: plan).make() }
        #expect(try await Inventory(world.host) == before)
    }

    /// Every step in turn fails: nothing is left, and what was there stays.
    @Test func aFailureAtAnyStepLeavesNothing() async throws {
        let steps = Mutex<[CreationStep]>([])
        let world = try await Self.world()
        var maker = MachineMaker(host: world.host, plan: Self.everything)
        maker.beforeStep = { step throws(Failure) in steps.withLock { $0.append(step) } }
        let machine = try await maker.make()
        try await machine.domain.destroy()
        let all = steps.withLock(\.self)
        #expect(all.count == 8, "\(all)")

        for failing in all.indices {
            let world = try await Self.world()
            let before = try await Inventory(world.host)
            let count = Mutex(0)
            var maker = MachineMaker(host: world.host, plan: Self.everything)
            maker.beforeStep = { step throws(Failure) in
                let number = count.withLock { count in
                    defer { count += 1 }
                    return count
                }
                if number == failing { throw Failure(.resources, "no more") }
            }
            let failure = await expectFailure(.resources) { _ = try await maker.make() }
            #expect(failure?.remedy == nil, "\(all[failing])")
            #expect(try await Inventory(world.host) == before, "\(all[failing])")
        }
    }

    /// Cancelling at any step, the last call included, leaves nothing either.
    @Test func cancellingLeavesNothing() async throws {
        for cancelled in 0..<8 {
            let world = try await Self.world()
            let before = try await Inventory(world.host)
            let count = Mutex(0)
            let task = Mutex<Task<Void, any Error>?>(nil)
            let (go, start) = AsyncStream.makeStream(of: Void.self)
            var maker = MachineMaker(host: world.host, plan: Self.everything)
            maker.beforeStep = { _ throws(Failure) in
                let number = count.withLock { count in
                    defer { count += 1 }
                    return count
                }
                if number == cancelled { task.withLock { $0?.cancel() } }
            }
            let made = maker
            let work = Task {
                for await _ in go { break }
                _ = try await made.make()
            }
            task.withLock { $0 = work }
            start.yield()
            let failure = await expectFailure(.interrupted) { try await work.value }
            #expect(failure?.description.contains("nothing is left") == true)
            #expect(try await Inventory(world.host) == before, "step \(cancelled)")
        }
    }

    @Test func aVolumeThatStoodBeforeStays() async throws {
        let world = try await Self.world()
        let before = try await Inventory(world.host)
        let plan = Self.plan(volumes: [Self.volume("web1.qcow2"), Self.volume("before.qcow2")])
        let failure = await expectFailure(.exists) { _ = try await MachineMaker(host: world.host, plan: plan).make() }
        #expect(failure?.why?.contains("/images/before.qcow2") == true)
        #expect(try await Inventory(world.host) == before)
    }

    /// Two creations of one name at once: one wins, and the other takes nothing from it.
    @Test(arguments: 0..<10)
    func oneOfTwoWins(_ round: Int) async throws {
        let world = try await Self.world()
        let host = world.host
        // The same disk in even rounds, disks of their own in odd ones: then the name alone decides.
        let outcomes = await withTaskGroup(of: Result<Void, any Error>.self) { group in
            for number in 0..<2 {
                let volume = Self.volume(round.isMultiple(of: 2) ? "web1.qcow2" : "web1-\(number).qcow2")
                group.addTask {
                    await Task { _ = try await MachineMaker(host: host, plan: Self.plan(volumes: [volume])).make() }
                        .result
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let failures = outcomes.compactMap { outcome -> Failure? in
            guard case .failure(let error) = outcome else { return nil }
            return error as? Failure
        }
        let found = try await Inventory(host)
        #expect(failures.count == 1 && failures.first?.kind == .exists, "\(outcomes)")
        #expect(found.machines == ["before", "web1"])
        #expect(found.volumes.count == 2, "\(found.volumes)")
        #expect(try await host.machine("web1").id != nil)
    }
}
