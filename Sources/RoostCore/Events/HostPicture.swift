/// What the machines, networks and pools of a host were doing at a moment, kept up to date by events: what is compared after a
/// gap in them.
package struct HostPicture: Sendable, Equatable {
    package struct Key: Hashable, Sendable {
        package var subject: HostEvent.Subject
        package var uuid: String

        package init(subject: HostEvent.Subject, uuid: String) {
            self.subject = subject
            self.uuid = uuid
        }
    }

    package struct Facts: Equatable, Sendable {
        package var name: String
        /// For a network or pool: running or off.
        package var state: MachineState
        /// libvirt's number of a machine's run; nil where there is none or it is not known.
        package var run: Int?

        package init(name: String, state: MachineState, run: Int? = nil) {
            self.name = name
            self.state = state
            self.run = run
        }
    }

    package var things: [Key: Facts] = [:]

    package init(_ things: [Key: Facts] = [:]) { self.things = things }

    /// Notes what an event says.
    /// - Parameter run: the number of the machine's run.
    mutating func note(_ event: HostEvent, run: Int? = nil) {
        guard let uuid = event.uuid, let name = event.name else { return }
        let key = Key(subject: event.subject, uuid: uuid)
        var facts = things[key] ?? Facts(name: name, state: .off)
        facts.name = name
        switch event.event {
        case "undefined" where !facts.state.isActive:
            things[key] = nil
            return
        case "started", "resumed", "woke-up": facts.state = .running
        case "suspended": facts.state = .paused
        case "power-management-suspended": facts.state = .pmSuspended
        case "stopped": facts.state = .off
        case "crashed": facts.state = .crashed
        case "defined": break
        default: return
        }
        facts.run = facts.state.isActive ? run ?? facts.run : nil
        things[key] = facts
    }

    /// What must have happened between this picture and a later one: of several changes to one thing the last is told.
    package func changes(to later: HostPicture) -> [HostEvent] {
        var events: [HostEvent] = []
        func tell(_ key: Key, _ name: String, _ words: [String]) {
            events += words.map { .missed($0, subject: key.subject, name: name, uuid: key.uuid) }
        }
        for (key, old) in things where later.things[key] == nil {
            tell(key, old.name, old.state.isActive ? ["stopped", "undefined"] : ["undefined"])
        }
        for (key, new) in later.things {
            guard let old = things[key] else {
                tell(key, new.name, ["defined"] + Self.words(from: .off, to: new.state))
                continue
            }
            if let before = old.run, let after = new.run, before != after {
                tell(key, new.name, ["stopped"] + Self.words(from: .off, to: new.state))
            } else {
                tell(key, new.name, Self.words(from: old.state, to: new.state))
            }
        }
        return events.enumerated().sorted {
            ($0.element.name ?? "", $0.offset) < ($1.element.name ?? "", $1.offset)
        }.map(\.element)
    }

    private static func words(from old: MachineState, to new: MachineState) -> [String] {
        if old == new { return [] }
        let start = old.isActive ? [] : ["started"]
        switch new {
        case .paused: return start + ["suspended"]
        case .pmSuspended: return start + ["power-management-suspended"]
        case .crashed: return ["crashed"]
        case .off: return old.isActive ? ["stopped"] : []
        case .unknown: return []
        default:
            // Running, or about to be off.
            return switch old {
            case .paused: ["resumed"]
            case .pmSuspended: ["woke-up"]
            default: start
            }
        }
    }
}
