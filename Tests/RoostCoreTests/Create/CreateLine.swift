@testable import RoostCore

/// Reads a virt-install line as a shell and a command line would, so that tests can hold lines as people write them.
enum CreateLine {
    struct Unknown: Error {
        var option: String
    }

    static let context = RequestContext(workingDirectory: "/home/user")

    static func request(_ line: String) throws -> MachineRequest {
        try MachineRequest(arguments(line), in: context)
    }

    static func arguments(_ line: String) throws -> CreateArguments {
        var words = split(line).dropFirst()
        var arguments = CreateArguments()
        while let word = words.popFirst() {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let isLong = word.hasPrefix("--") && parts.count == 2
            func value() -> String { isLong ? parts[1] : words.popFirst() ?? "" }
            switch isLong ? parts[0] : word {
            case "--import": arguments.isImport = true
            case "--noautoconsole": arguments.noAutoconsole = true
            case "--autostart": arguments.autostart = true
            case "--no-start": arguments.start = false
            case "--wait": arguments.wait = words.first?.hasPrefix("--") == false || isLong ? value() : ""
            case "-n", "--name": arguments.name = value()
            case "-c", "--cdrom": arguments.cdrom = value()
            case "--memory": arguments.memory = value()
            case "--vcpus": arguments.vcpus = value()
            case "--os-variant", "--osinfo": arguments.osVariant = value()
            case "--boot": arguments.boot = value()
            case "--cpu": arguments.cpu = value()
            case "--machine": arguments.machine = value()
            case "--arch": arguments.arch = value()
            case "--virt-type": arguments.virtType = value()
            case "--disk": arguments.disks.append(value())
            case "-w", "--network": arguments.networks.append(value())
            case "--graphics": arguments.graphics.append(value())
            case "--controller": arguments.controllers.append(value())
            case "--channel": arguments.channels.append(value())
            case "--console": arguments.consoles.append(value())
            case "--serial": arguments.serials.append(value())
            case "--tpm": arguments.tpms.append(value())
            case "--rng": arguments.rngs.append(value())
            case "--tag": arguments.tags.append(value())
            case "--title": arguments.title = value()
            case "--description": arguments.description = value()
            case "--unattended": arguments.unattended = value()
            case "--image": arguments.cloud.image = value()
            case "--copy": arguments.cloud.copy = value()
            case "--user": arguments.cloud.user = value()
            case "--ssh-key": arguments.cloud.sshKeys.append(value())
            case "--password-file": arguments.cloud.passwordFile = value()
            case "--hostname": arguments.cloud.hostname = value()
            case "--ip": arguments.cloud.address = value()
            case "--gateway": arguments.cloud.gateway = value()
            case "--dns": arguments.cloud.nameServers.append(value())
            case "--package": arguments.cloud.packages.append(value())
            case "--run": arguments.cloud.commands.append(value())
            case "--user-data": arguments.cloud.userData = value()
            case "--network-config": arguments.cloud.networkConfig = value()
            case "--no-wait": arguments.noWait = true
            case "--uuid": arguments.uuid = value()
            case let name where !name.hasPrefix("-"): arguments.positionalName = name
            default: throw Unknown(option: word)
            }
        }
        return arguments
    }

    /// A shell's word splitting, as far as the lines of the tests need it.
    private static func split(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word?.append(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character.isWhitespace || character == "\\" {
                if let finished = word { words.append(finished) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}
