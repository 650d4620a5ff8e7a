extension BlueprintContext {
    /// What follows from the request as a whole and its author should know.
    var notices: [String] {
        var notices: [String] = []
        if case .cdrom = request.install, facts.operatingSystem == nil {
            notices.append(
                "No operating system is named: the machine gets the devices of a recent Linux. --os-variant NAME changes that."
            )
        }
        if case .emulation(let reason) = platform.acceleration, request.virtType == nil {
            notices.append("The machine is emulated, which is slow: \(reason).")
        }
        return notices
    }
}
