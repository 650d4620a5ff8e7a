/// Through what a guest is asked to shut down or to reboot.
public enum PowerSignal: String, CaseIterable, Hashable, Sendable, Codable {
    /// The guest agent where it answers, else ACPI.
    case automatic = "auto"
    case agent
    /// The power button.
    case acpi
}
