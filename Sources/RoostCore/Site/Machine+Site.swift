extension Machine: SiteMachine {
    public func openConsole(device: String?) async throws(Failure) -> any SiteConsole {
        try await console(device: device)
    }

    public func printedLog() async throws(Failure) -> any SiteLog { try await serialLog() }

    public func cloning(as name: String, copy: CloneCopy) async throws(Failure) -> any SiteClone {
        try await planClone(as: name, copy: copy)
    }

    public func editing() async throws(Failure) -> any TextEdit { try await DefinitionEdit(self) }
}

extension ConsoleSession: SiteConsole {
    public var name: String { machine.name }
}

extension ClonePlan: SiteClone {
    public func make(start: Bool) -> Operation<ClonedMachine> { machine.host.clone(self, start: start) }
}
