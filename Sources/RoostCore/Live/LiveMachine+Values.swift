extension LiveMachine {
    /// As a list of its host tells it.
    package func summary(withTags: Bool) -> MachineSummary {
        MachineSummary(
            name: name, uuid: uuid, id: id, host: host, state: state, vcpus: vcpus, memory: memory,
            maximumMemory: maximumMemory, autostart: autostart, persistent: persistent, hasSavedState: hasSavedState,
            tags: withTags ? tags : nil)
    }

    /// What it uses, as it was measured last.
    package var measured: MachineUsage {
        let share = usage?.cpuPercent.flatMap { percent in
            vcpus.flatMap { $0 > 0 ? (min(100, percent / Double($0)) * 10).rounded() / 10 : nil }
        }
        return MachineUsage(
            name: name, uuid: uuid, state: state, vcpus: vcpus.map { UInt64(clamping: $0) },
            cpuPercent: usage?.cpuPercent, cpuPercentOfVcpus: share, memoryUsed: usage?.memoryUsed, memory: memory,
            diskReadRate: usage?.diskReadRate, diskWriteRate: usage?.diskWriteRate,
            networkReceiveRate: usage?.networkReceiveRate, networkSendRate: usage?.networkSendRate)
    }
}
