import LibvirtXML
import OSInfo

/// An installation without questions that is decided: what the installer boots with, and the answers for it.
struct UnattendedPlan: Sendable {
    /// The installer's kernel and initial RAM disk, on the host.
    let kernel: InstallerFile
    let initrd: InstallerFile
    /// What is added to the initial RAM disk: the answers, passwords among them; empty for an installer that looks for them
    /// on a disc. Not to be printed.
    let answers: [UInt8]
    /// The disc with the answers, for an installer that looks for one. Not to be printed.
    let seed: [UInt8]?
    let commandLine: String
    /// What its author should know, a sentence each.
    let notices: [String]

    /// - Throws: ``Failure`` where the system is not known, or the database has no script for it.
    init(_ request: MachineRequest, _ option: UnattendedOption, _ material: UnattendedMaterial, _ survey: Survey)
        throws(Failure)
    {
        let task = Self.task(request)
        let system = try Self.system(survey, task)
        (kernel, initrd) = try Self.files(request, survey, task)
        seed = nil
        let profile = option.profile ?? "jeos"
        let answers = Self.answers(request, option, material, survey.facts.platform.architecture.rawValue)
        let script: InstallScript?
        do {
            script = try OSDatabase.load().installScript(for: system.id, profile: profile, answers)
        } catch {
            throw Failure(.unsupported, task, why: "\(error)")
        }
        guard let script else {
            throw Failure(
                .unsupported, task, why: "the osinfo database has no script for \(system.name) and profile \(profile)",
                remedy: "Debian, Fedora and the Red Hat family have one; else make the machine from an image: --image")
        }
        var text = script.text
        if script.fileName == "preseed.cfg" { text += Self.preseed(mirror: option.mirror) }
        self.answers = CPIOArchive(files: [(script.fileName, Array(text.utf8))]).bytes
        commandLine = Self.commandLine(script.kernelArguments, request, survey)
        notices = [
            "\(system.name) is installed without questions (profile \(profile))."
                + (script.needsInternet && option.mirror == nil ? " It fetches packages from the distribution." : "")
        ]
    }

    /// - Returns: nil where the installer is none that takes an ``Autoinstall``.
    init?(
        autoinstalling request: MachineRequest, _ option: UnattendedOption, _ material: UnattendedMaterial,
        _ survey: Survey
    ) async throws(Failure) {
        let task = Self.task(request)
        let system = try Self.system(survey, task)
        (kernel, initrd) = try Self.files(request, survey, task)
        let path = if case .onDisc(_, let path) = kernel { path } else { String?.none }
        guard Autoinstall.isTaken(by: system, kernel: path) else { return nil }
        guard option.profile != "desktop" else {
            throw Failure(
                .unsupported, task, why: "Ubuntu's desktop is installed from a medium of its own",
                remedy: "Leave profile=desktop out.")
        }
        answers = []
        seed = Autoinstall(request: request, option: option, passwords: try await material.hashed()).seed
        commandLine = Self.commandLine(Autoinstall.kernelArguments, request, survey)
        notices = ["\(system.name) is installed without questions, on the whole of its first disk."]
    }

    private static func task(_ request: MachineRequest) -> String { "Cannot install \(request.name) unattended" }

    private static func system(_ survey: Survey, _ task: String) throws(Failure) -> OSInfo.OperatingSystem {
        if let system = survey.facts.operatingSystem { return system }
        throw Failure(
            .usage, task, why: "it is not known which system is installed",
            remedy: "Name it: --os-variant debian12; 'roost os list' shows them.")
    }

    private static func commandLine(_ arguments: [String], _ request: MachineRequest, _ survey: Survey) -> String {
        // The last console is the one that the installer talks to, and the one whose log is kept.
        let consoles = survey.facts.platform.isX86 ? ["console=tty0", "console=ttyS0"] : []
        return (arguments + consoles + [request.boot?.kernelArguments].compactMap(\.self)).joined(separator: " ")
    }

    private static func files(
        _ request: MachineRequest, _ survey: Survey, _ task: String
    ) throws(Failure) -> (InstallerFile, InstallerFile) {
        switch request.install {
        case .kernel:
            guard let kernel = request.boot?.kernel, let initrd = request.boot?.initrd else { break }
            return (.path(kernel), .path(initrd))
        case .cdrom(let disc):
            guard let (kernel, initrd) = installer(survey) else {
                throw Failure(
                    .unsupported, task, why: "the osinfo database does not know the installer's kernel on \(disc)",
                    remedy: "Give it: --boot kernel=PATH,initrd=PATH instead of --cdrom.")
            }
            return (.onDisc(disc, kernel), .onDisc(disc, initrd))
        default: break
        }
        throw Failure(
            .usage, task, why: "there is no installer",
            remedy: "Add --cdrom ISO, or --boot kernel=PATH,initrd=PATH of a network installer.")
    }

    /// Where the installer lies on the medium: as the database says, else as the distribution has had it for ten years.
    private static func installer(_ survey: Survey) -> (kernel: String, initrd: String)? {
        if let kernel = survey.media?.kernelPath, let initrd = survey.media?.initrdPath { return (kernel, initrd) }
        let isArm = survey.facts.platform.architecture == .aarch64
        switch survey.facts.operatingSystem?.distribution {
        case "debian":
            let folder = isArm ? "install.a64" : "install.amd"
            return ("\(folder)/vmlinuz", "\(folder)/initrd.gz")
        case "ubuntu": return ("casper/vmlinuz", "casper/initrd")
        case "fedora", "rhel", "centos", "almalinux", "rocky":
            return ("images/pxeboot/vmlinuz", "images/pxeboot/initrd.img")
        default: return nil
        }
    }

    private static func answers(
        _ request: MachineRequest, _ option: UnattendedOption, _ material: UnattendedMaterial, _ architecture: String
    ) -> InstallAnswers {
        var answers = InstallAnswers()
        answers.hostname = GuestHostname.made(from: request.name)
        answers.adminPassword = material.adminPassword.revealed
        answers.userLogin = option.userLogin
        answers.userPassword = material.userPassword?.revealed
        answers.language = option.language
        answers.keyboard = option.keyboard
        answers.timezone = option.timezone ?? "Etc/UTC"
        answers.architecture = architecture
        // A network installer carries no packages.
        if request.install == .kernel { answers.installationURL = option.mirror ?? "" }
        return answers
    }

    /// What the database's script leaves open.
    private static func preseed(mirror: String?) -> String {
        guard let mirror, let parts = mirror.wholeMatch(of: /(https?):\/\/([^\/]+)(\/.*)?/) else { return "" }
        let (scheme, host, directory) = (parts.1, parts.2, parts.3 ?? "/debian")
        return """

            d-i mirror/country string manual
            d-i mirror/protocol string \(scheme)
            d-i mirror/\(scheme)/hostname string \(host)
            d-i mirror/\(scheme)/directory string \(directory)
            d-i mirror/\(scheme)/proxy string

            """
    }
}
