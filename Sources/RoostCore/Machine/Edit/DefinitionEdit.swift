import Libvirt
import LibvirtXML

/// A change of a machine's whole definition by a person with an editor: applied as a whole or not at all.
public struct DefinitionEdit: DirectEdit {
    /// What came of an attempt to apply a text.
    public enum Outcome: Hashable, Sendable {
        /// It says what the definition says already.
        case unchanged
        case applied(Applied)
        /// The text is at fault and nothing was changed.
        /// - Parameter canForce: only libvirt's schema refuses it, so that applying without the schema may succeed.
        case rejected(Failure, canForce: Bool)
        /// Somebody else has changed the definition since it was opened; nothing was changed here.
        /// - Parameter now: what it is now.
        case changedMeanwhile(now: String)
    }

    /// What the person should know about a definition that was applied.
    public struct Applied: Hashable, Sendable, Codable {
        /// False when libvirt took the text and ended up with what it had: it drops what it does not know.
        public var hadEffect: Bool
        /// Whether the machine runs, and goes on as it is until it is started anew.
        public var isActive: Bool
        /// Whether a saved state holds the old definition.
        public var hasSavedState: Bool

        package init(hadEffect: Bool, isActive: Bool, hasSavedState: Bool) {
            self.hadEffect = hadEffect
            self.isActive = isActive
            self.hasSavedState = hasSavedState
        }
    }

    public let machine: Machine
    /// The definition as it was when it was opened, with passwords.
    public let original: String

    public var label: String { machine.label }
    public var fileName: String { machine.name }

    private let identity: (name: String, uuid: String)

    /// Reads the definition for the next start. Maps to `virDomainGetXMLDesc`.
    /// - Throws: ``Failure``, of kind state for a machine that has no definition.
    public init(_ machine: Machine) async throws(Failure) {
        let isPersistent = try await doing("Cannot edit \(machine.label)") { () throws(LibvirtError) in
            try await machine.domain.isPersistent()
        }
        guard isPersistent else {
            throw Failure(
                .state, "Cannot edit \(machine.label)", why: "it has no definition: it is gone when it stops")
        }
        self.machine = machine
        original = try await Self.nextDefinition(of: machine)
        identity = (machine.name, machine.uuid)
    }

    func nextDefinition() async throws(Failure) -> String { try await Self.nextDefinition(of: machine) }

    /// The definition for the next start, with passwords, which a definition without would lose.
    private static func nextDefinition(of machine: Machine) async throws(Failure) -> String {
        try await doing("Cannot read the definition of \(machine.label)") { () throws(LibvirtError) in
            try await machine.domain.xml([.inactive, .secure])
        }
    }

    /// Maps to `virDomainDefineXMLFlags`.
    func define(_ text: String, validating: Bool) async throws(LibvirtError) {
        _ = try await machine.host.connection.defineDomain(xml: text, flags: validating ? .validate : [])
    }

    func applied(hadEffect: Bool) async throws(Failure) -> Applied {
        try await doing("Cannot read the state of \(label)") { () throws(LibvirtError) in
            Applied(
                hadEffect: hadEffect, isActive: try await machine.domain.isActive(),
                hasSavedState: try await machine.domain.hasManagedSave())
        }
    }

    func fault(in text: String) -> Failure? {
        let what = "Cannot apply the definition of \(machine.label)"
        let edited: LibvirtXML.Domain
        do throws(LibvirtXMLError) {
            edited = try LibvirtXML.Domain(parsing: text)
        } catch {
            return Failure(.usage, what, why: "\(error)")
        }
        guard edited.name == identity.name else {
            return Failure(
                .usage, what, why: "its name was changed to '\(edited.name)'",
                remedy: "Change the name back here; a machine gets a new one with: "
                    + "roost rename \(ShellWord.quoted(identity.name)) \(ShellWord.quoted(edited.name))")
        }
        guard edited.uuid?.lowercased() == identity.uuid.lowercased() else {
            return Failure(
                .usage, what, why: edited.uuid == nil ? "its UUID was removed" : "its UUID was changed",
                remedy: "Put it back: <uuid>\(identity.uuid)</uuid>. A machine keeps its UUID for life.")
        }
        return nil
    }
}
