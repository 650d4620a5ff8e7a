import RoostCore
import TerminalOutput

/// What to type to see the screens of a machine on a remote host.
struct RemoteDisplays {
    let login: HostLogin
    let machine: String

    func ways(to display: MachineDisplay) -> [Cell] {
        var ways = [Cell("roost view --host \(ShellWord.quoted(login.name)) \(ShellWord.quoted(machine))")]
        if let tunnel = login.tunnelCommand(to: display),
            let port = display.port ?? (display.socket == nil ? nil : 5900)
        {
            ways += [Cell("or \(tunnel)"), Cell("then \(display.type)://127.0.0.1:\(port)")]
        }
        return ways
    }
}
