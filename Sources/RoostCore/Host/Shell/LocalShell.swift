import Foundation
import Subprocess
import SystemPackage

/// This computer's `sh`.
enum LocalShell {
    private static let longestOutput = 1 << 18

    /// Runs a script that comes on its standard input.
    ///
    /// It gets a process group of its own: Ctrl-C at the terminal reaches Roost alone, which decides what ends. The terminal
    /// stays, for sudo remembers by it who has given a password.
    /// - Parameter asRoot: by `sudo -n`; its time is limited by root too, for nobody else may end what root has begun.
    /// - Returns: nil when the time was over.
    static func run(_ script: String, asRoot: Bool, within limit: Duration) async throws(Failure) -> SSHProgram.Answer?
    {
        let unit = isSandboxed && !asRoot ? "roost-script-\(String(UInt64.random(in: .min ... .max), radix: 36))" : nil
        let command = command(asRoot: asRoot, unit: unit, within: limit)
        let given: SSHProgram.Answer?
        do throws(Failure) {
            given = try await answer(of: command, to: script, asRoot: asRoot, within: limit)
        } catch {
            if let unit { await end(unit) }
            throw error
        }
        if given == nil, let unit { await end(unit) }
        return given
    }

    private static func answer(
        of command: [String], to script: String, asRoot: Bool, within limit: Duration
    ) async throws(Failure) -> SSHProgram.Answer? {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
        ]
        return try await SSHProgram.bounded(limit, command[0]) { [options] in
            do {
                let result = try await Subprocess.run(
                    command[0].hasPrefix("/") ? .path(FilePath(command[0])) : .name(command[0]),
                    arguments: Arguments(Array(command.dropFirst())),
                    platformOptions: options, input: .string(script), output: .bytes(limit: longestOutput),
                    error: .bytes(limit: longestOutput))
                return SSHProgram.Answer(
                    code: SSHProgram.code(result.terminationStatus),
                    output: String(decoding: result.standardOutput, as: UTF8.self),
                    errors: String(decoding: result.standardError, as: UTF8.self))
            } catch let error as SubprocessError where error.code == .outputLimitExceeded {
                return SSHProgram.Answer(
                    code: 255, output: "", errors: "it prints more than \(longestOutput >> 10) KiB")
            } catch let error as SubprocessError where asRoot && error.code == .executableNotFound {
                return SSHProgram.Answer(code: 127, output: "", errors: "sudo is not installed")
            }
        }
    }

    /// Ends what a service of systemd runs in the group of its first process, as a script's end here does.
    private static func end(_ unit: String) async {
        // A task that is cancelled starts no programs.
        await Task {
            let script = #"p=$(systemctl show -p MainPID --value "$0"); [ "$p" -gt 1 ] && kill -TERM -- "-$p""#
            // It may have ended by itself.
            _ = try? await Subprocess.run(
                .path("/bin/sh"), arguments: ["-c", script, unit], input: .none, output: .discarded, error: .discarded)
        }.value
    }

    private static func command(asRoot: Bool, unit: String?, within limit: Duration) -> [String] {
        let seconds = String(max(1, limit.components.seconds))
        if asRoot { return ["sudo", "-n", "--", "timeout", "-k", "1", seconds, "/bin/sh"] }
        guard let unit else { return ["/bin/sh"] }
        // What the script leaves running (a bridge's watch, its DHCP client) goes on.
        return [
            "systemd-run", "--quiet", "--pipe", "--wait", "--collect", "--unit=\(unit)",
            "--description=A script of Roost",
            "--property=KillMode=process", "--property=RuntimeMaxSec=\(seconds)", "--", "/bin/sh",
        ]
    }

    /// Whether a script would see and change little of this computer, and systemd has to run it.
    private static let isSandboxed =
        ProcessInfo.processInfo.environment[HostShell.sandboxVariable] == "systemd" && geteuid() == 0
}
