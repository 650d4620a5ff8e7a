import ArgumentParser
import RoostCore

/// The options of `create` for a machine that is made from an image.
struct CloudOptionGroup: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Make the first disk from this image: a name, POOL/VOLUME or /PATH on the host.", valueName: "image"),
        completion: .images)
    var image: String?

    @Option(
        help: ArgumentHelp(
            "How the disk is made from the image: auto, overlay, reflink or full (default: auto).", valueName: "how"))
    var copy: String?

    @Option(
        help: ArgumentHelp("Whom to make in the guest (default: the image's own user, else you).", valueName: "user"))
    var user: String?

    @Option(
        help: ArgumentHelp(
            "Public keys that may log in (repeatable; default: your agent's, else ~/.ssh/id_*.pub).", valueName: "file"),
        completion: .file())
    var sshKey: [String] = []

    @Option(
        help: ArgumentHelp("The user's password: the first line of this file.", valueName: "file"), completion: .file())
    var passwordFile: String?

    @Option(help: ArgumentHelp("The guest's own name (default: the machine's).", valueName: "name"))
    var hostname: String?

    @Option(
        help: ArgumentHelp(
            "An address of the guest's own, such as 10.0.0.10/24,gateway=10.0.0.1,dns=9.9.9.9 (default: DHCP).",
            valueName: "address")
    )
    var ip: String?

    @Option(help: ArgumentHelp("The router for --ip.", valueName: "address"))
    var gateway: String?

    @Option(help: ArgumentHelp("A name server for --ip (repeatable).", valueName: "address"))
    var dns: [String] = []

    @Option(help: ArgumentHelp("Install this package at the first boot (repeatable).", valueName: "name"))
    var package: [String] = []

    @Option(
        help: ArgumentHelp("Run this line as root at the end of the first boot (repeatable).", valueName: "command"))
    var run: [String] = []

    @Option(help: ArgumentHelp("A whole user-data file for cloud-init.", valueName: "file"), completion: .file())
    var userData: String?

    @Option(help: ArgumentHelp("A whole network-config file for cloud-init.", valueName: "file"), completion: .file())
    var networkConfig: String?

    @Flag(help: "Do not wait for the first boot; 'roost wait NAME --for ready' finishes it later.")
    var noWait = false

    func fill(_ arguments: inout CreateArguments) {
        arguments.noWait = noWait
        arguments.cloud.image = image
        arguments.cloud.copy = copy
        arguments.cloud.user = user
        arguments.cloud.sshKeys = sshKey
        arguments.cloud.passwordFile = passwordFile
        arguments.cloud.hostname = hostname
        arguments.cloud.address = ip
        arguments.cloud.gateway = gateway
        arguments.cloud.nameServers = dns
        arguments.cloud.packages = package
        arguments.cloud.commands = run
        arguments.cloud.userData = userData
        arguments.cloud.networkConfig = networkConfig
    }
}
