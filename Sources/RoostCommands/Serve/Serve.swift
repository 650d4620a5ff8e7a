import ArgumentParser
import Foundation
import RoostCore
import RoostServer
import TerminalOutput

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the web console.",
        discussion: """
            People log in with their account of this computer. Root and the groups sudo and wheel are administrators, \
            libvirt is for operators, roost-viewer for those who only look.

            Every setting can stand in the file (web-root: /srv/roost), in the environment \
            (ROOST_SERVE_WEB_ROOT=/srv/roost) and, most of them, as an option; the option comes first.

              roost serve
              roost serve --listen 127.0.0.1:9090 --http
              roost serve --print-pam | sudo tee /etc/pam.d/roost
            """)

    @Option(
        help: ArgumentHelp("Where to listen (default: all addresses, port 9090).", valueName: "address:port"))
    var listen: String?

    @Flag(help: "Plain HTTP, for this computer only.")
    var http = false

    @Option(help: ArgumentHelp("Your own certificate with its chain, PEM.", valueName: "file"))
    var certificate: String?

    @Option(help: ArgumentHelp("The certificate's key, PEM.", valueName: "file"))
    var key: String?

    @Option(help: ArgumentHelp("Settings, YAML (default: /etc/roost/serve.yaml, if there is one).", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Where the database and the certificate are kept.", valueName: "directory"))
    var stateDir: String?

    @Option(help: ArgumentHelp("Serve the page from there, not from the program.", valueName: "directory"))
    var webRoot: String?

    @Option(help: ArgumentHelp("The PAM service that checks passwords (default: roost).", valueName: "name"))
    var pamService: String?

    @Flag(help: "Print what belongs into /etc/pam.d/roost, and end.")
    var printPam = false

    @Flag(help: "Print a unit for systemd, and end.")
    var printUnit = false

    func run() async throws {
        if printPam { return try print(ServerFiles.pam) }
        if printUnit {
            return try print(
                ServerFiles.unit(program: FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")))
        }
        let settings = try await ServerSettings(
            options: options, environment: ProcessInfo.processInfo.environment, file: file)
        let server = try await RoostServer(settings)
        for obstacle in server.obstacles { Report.warning(obstacle.what, hint: obstacle.remedy) }
        try await server.run { address in
            Report.notice("The web console is at \(address.url)")
            if address.isSelfMade, let fingerprint = address.fingerprint {
                Report.notice("Browsers will warn of its certificate. Its SHA-256 is \(fingerprint)")
            }
        }
    }

    private var options: [String: String] {
        var options: [String: String] = [:]
        for (name, value) in [
            ("listen", listen), ("certificate", certificate), ("key", key), ("state-dir", stateDir),
            ("web-root", webRoot), ("pam-service", pamService),
        ] { options[name] = value }
        if http { options["http"] = "true" }
        return options
    }

    private var file: String? {
        let standard = "/etc/roost/serve.yaml"
        return config ?? (FileManager.default.fileExists(atPath: standard) ? standard : nil)
    }

    private func print(_ text: String) throws {
        try StreamOutput.standardOutput.write(text)
        try StreamOutput.standardOutput.flush()
    }
}
