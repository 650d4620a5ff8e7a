import Glibc

/// An ssh that was stopped, or hangs, answers nothing, and takes connections all the same: it is known by its process.
extension ControlMaster {
    /// Whether it is there, takes connections and says nothing.
    func isSilent() async throws(Failure) -> Bool {
        guard folder.exists(folder.control) else { return false }
        return try await control("check") == nil
    }

    /// Notes the process of the one that has just logged in.
    func noteProcess() async throws(Failure) {
        guard let answer = try await control("check"), let process = Self.process(answer.errors) else { return }
        try folder.write(process: process)
    }

    /// Ends one that does not react, if it is still the process that was noted.
    /// - Returns: whether there was one.
    func kill() -> Bool {
        guard let process = folder.readProcess(), folder.isControlled(by: process) else { return false }
        return Glibc.kill(process, SIGKILL) == 0
    }

    /// The process that ssh names: "Master running (pid=7)".
    static func process(_ answer: String) -> Int32? {
        guard let start = answer.firstRange(of: "(pid=")?.upperBound else { return nil }
        // Neither 1 nor what `kill` takes for many.
        return Int32(answer[start...].prefix { $0 != ")" }).flatMap { $0 > 1 ? $0 : nil }
    }
}
