import ArgumentParser

/// A number of seconds that somebody is ready to wait.
struct TimeLimit: ExpressibleByArgument, Sendable {
    /// A longer one is a slip of the finger.
    private static let longest = 7 * 86_400

    let seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    init?(argument: String) {
        guard let seconds = Int(argument), (0...Self.longest).contains(seconds) else { return nil }
        self.seconds = seconds
    }

    var defaultValueDescription: String { "\(seconds)" }

    /// nil for 0.
    var duration: Duration? { seconds == 0 ? nil : .seconds(seconds) }
}
