import Libvirt
import LibvirtXML

extension Machine {
    /// What a new size would mean for a disk.
    public struct DiskResize: Sendable {
        public let machine: Machine
        public let target: String
        /// In bytes: what the guest sees now.
        public let capacity: UInt64
        /// In bytes: what it is to see.
        public let size: UInt64
        public let path: String

        public var shrinks: Bool { size < capacity }
    }

    /// Works out what a new size would mean for a disk. Nothing is done.
    /// - Parameters:
    ///   - text: its target, its alias, or its file.
    ///   - size: in bytes, from what it has now.
    /// - Throws: ``Failure``; of kind usage when it would become smaller and that was not allowed.
    public func planResize(
        _ text: String, shrink: Bool = false, size: (UInt64) throws(Failure) -> UInt64
    ) async throws(Failure) -> DiskResize {
        let definitions = try await definitions("Cannot change \(label)")
        let found = try DeviceSearch(machine: self, definitions: definitions).disk(text, kinds: [.disk])
        let task = "Cannot resize \(found.target) of \(label)"
        guard let path = found.source?.path ?? found.source?.text else {
            throw Failure(.usage, task, why: "there is nothing in it")
        }
        let capacity = try await doing(task) { () throws(LibvirtError) in
            try await domain.blockInfo(found.target).capacity
        }
        let size = try size(capacity)
        guard size >= capacity || shrink else {
            throw Failure(
                .usage, task,
                why: "it has \(StorageSize.text(capacity)), and \(StorageSize.text(size)) would cut its end off",
                remedy: "Make the guest's file systems smaller first, shut it down, then say --shrink.")
        }
        let plan = DiskResize(machine: self, target: found.target, capacity: capacity, size: size, path: path)
        if found.live != nil { try checkGrowth(plan, task) }
        return plan
    }

    /// A running machine's disk can only grow: QEMU would cut the end off without asking the guest.
    private func checkGrowth(_ plan: DiskResize, _ task: String) throws(Failure) {
        guard plan.shrinks else { return }
        throw Failure(
            .state, task, why: "a running machine's disk can only grow",
            remedy: "Shut it down first: roost shutdown \(reference)")
    }

    /// What is cut off has to be the end that the person was shown.
    private func checkUnchanged(_ plan: DiskResize, _ task: String) async throws(Failure) {
        guard plan.shrinks else { return }
        let now = try await planResize(plan.target, shrink: true) { _ in plan.size }
        guard now.path == plan.path, now.capacity == plan.capacity else {
            throw Failure(
                .state, task,
                why: "it was changed meanwhile: it is \(now.path) now, and has \(StorageSize.text(now.capacity))",
                remedy: "Look at it anew: say the same again.")
        }
    }

    /// Changes the size of a disk: of a running machine by QEMU, so that the guest sees it at once, else in its pool. Maps to
    /// `virDomainBlockResize` and `virStorageVolResize`.
    public func resize(_ plan: DiskResize) async throws(Failure) -> MachineDeviceReport {
        let task = "Cannot resize \(plan.target) of \(label)"
        try await checkUnchanged(plan, task)
        let definitions = try await definitions(task)
        var report = MachineDeviceReport(self, .disk, plan.target, definitions)
        report.effects = [
            MachineDeviceReport.Effect(
                what: "is \(StorageSize.text(plan.size)) large", isNow: definitions.live != nil,
                isAtNextStart: definitions.next != nil, whyNotNow: nil)
        ]
        guard plan.size != plan.capacity else {
            report.notices.append("It has that size already.")
            return report
        }
        if definitions.live?.devices[disk: plan.target] != nil {
            // It may have been started since a moment ago.
            try checkGrowth(plan, task)
            try await doing(task) { () throws(LibvirtError) in try await domain.resizeBlock(plan.target, to: plan.size)
            }
        } else {
            try await resizeAtRest(plan, task)
        }
        if plan.size > plan.capacity {
            report.notices.append(
                "Its partitions and file systems stay as they are until the guest grows them: growpart, resize2fs, xfs_growfs. Images with cloud-init do it at their next boot."
            )
        }
        return report
    }

    private func resizeAtRest(_ plan: DiskResize, _ task: String) async throws(Failure) {
        do throws(Failure) {
            return try await host.volume(VolumeAddress(plan.path)).resize(to: plan.size, shrink: plan.shrinks)
        } catch {
            guard error.kind == .notFound, plan.path.hasPrefix("/"), !plan.path.hasPrefix("/dev/") else {
                throw error.whileDoing(task)
            }
        }
        // No running pool holds it: one is opened for its directory, for as long as it takes.
        let users = try await host.storageUsers()
        if plan.shrinks, let backed = users.uses(of: plan.path).first(where: { $0.role == .backing }) {
            throw Failure(.state, task, why: "\(backed), and would lose its end", remedy: "Leave it as large as it is.")
        }
        if let use = users.uses(of: plan.path, except: uuid).first(where: \.isActive) {
            throw Failure(.state, task, why: "the running machine \(use) uses it")
        }
        let connection = host.connection
        let (size, shrinks) = (plan.size, plan.shrinks)
        guard let (directory, name) = DeletableVolume.split(plan.path) else {
            throw Failure(.unsupported, task, why: "\(plan.path) is in no directory that can be a pool")
        }
        try await doing(task) { () throws(LibvirtError) in
            try await DirectoryPool(connection: connection, path: directory).with { (pool) throws(LibvirtError) in
                try await pool.refreshIfIdle()
                try await pool.volume(named: name).resize(to: size, options: shrinks ? .shrink : [])
            }
        }
    }
}
