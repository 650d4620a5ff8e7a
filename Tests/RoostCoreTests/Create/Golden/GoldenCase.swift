import LibvirtXML
import Testing
import XMLTree

@testable import RoostCore

/// One line of arguments on one recorded host, and the name of the file with what it leads to.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    let name: String
    let line: String
    let host: GoldenHost
    let os: String?

    /// - Parameters:
    ///   - os: a name of `Facts/os-NAME.json`; what `--os-variant` would lead to.
    init(_ name: String, on host: GoldenHost = .kvm, os: String? = "debian11", _ line: String) {
        self.name = name
        self.line = line
        self.host = host
        self.os = os
    }

    var testDescription: String { name }

    static let all = images + installs + disks + networks + displays + processors + firmware + devices + guests

    func blueprint() throws -> MachineBlueprint {
        let request = try CreateLine.request("roost --name web \(line)")
        var generator = SeededGenerator(seed: 1)
        return try MachineBlueprint(request, on: host.facts(for: request, osName: os), using: &generator)
    }

    /// The definition, and in a comment behind it what else the blueprint says.
    func document() throws -> String {
        let blueprint = try blueprint()
        var lines = ["on \(host.rawValue)\(os.map { ", for \($0)" } ?? ""): \(line)"]
        for volume in blueprint.volumes {
            let backing = volume.backing.map { " over \($0.path) (\($0.format))" } ?? ""
            let copy = volume.copy.map { ", \($0.sharing) of \($0.image.name)" } ?? (volume.isSeed ? ", seed" : "")
            let space = volume.isSparse ? "sparse" : "allocated"
            lines.append(
                "make \(volume.target): \(volume.location) \(volume.name), \(volume.path ?? "no path"), "
                    + "\(volume.capacity) bytes, \(volume.format), \(space)\(backing)\(copy)")
        }
        lines += blueprint.existingStorage.map { "use \($0)" }
        lines += blueprint.notices.map { "say \($0)" }
        if blueprint.generatedPassword != nil { lines.append("a password is generated") }
        // A comment must not contain two hyphens in a row.
        let comment = lines.joined(separator: "\n").replacing("--", with: "- -")
        return try blueprint.domain.xml(.indented(by: 2)) + "<!--\n\(comment)\n-->\n"
    }
}
