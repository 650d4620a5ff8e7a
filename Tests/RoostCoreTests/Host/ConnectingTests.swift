import Libvirt
import Testing

@testable import RoostCore

@Suite struct ConnectingTests {
    struct Case: Sendable {
        var uri: String
        var code = LibvirtError.Code.systemError
        var domain = LibvirtError.Domain.rpc
        var message: String
        var kind = FailureKind.unreachable
        var why: String?
        var remedy: String
    }

    /// What libvirt 9.0 really answers, and what a person has to read in it.
    static let cases = [
        Case(
            uri: "qemu:///system", code: .internalError, domain: .dbus,
            message:
                "internal error: Unable to get system bus connection: Could not connect: No such file or directory",
            kind: .permission, why: "D-Bus", remedy: "sudo usermod -aG libvirt \"$USER\""),
        Case(
            uri: "qemu:///system", code: .authenticationUnavailable,
            message: "authentication unavailable: no polkit agent available to authenticate action",
            kind: .permission, why: "polkit", remedy: "sudo usermod -aG libvirt \"$USER\""),
        Case(
            uri: "qemu:///system",
            message: "Failed to connect socket to '/run/libvirt/libvirt-sock': Permission denied",
            kind: .permission, why: "closed to you", remedy: "sudo usermod -aG libvirt \"$USER\""),
        Case(
            uri: "qemu+ssh://root@127.0.0.1:1/system",
            message:
                "Cannot recv data: ssh: connect to host 127.0.0.1 port 1: Connection refused: Connection reset by peer",
            remedy: "ssh -p 1 root@127.0.0.1"),
        Case(
            uri: "qemu+ssh://me@far/system",
            message: "Cannot recv data: me@far: Permission denied (publickey).: Connection reset by peer",
            kind: .permission, remedy: "ssh me@far"),
        Case(
            uri: "qemu+ssh://$(reboot)@far/system", message: "Cannot recv data: : Connection reset by peer",
            remedy: "ssh USER@HOST"),
        Case(
            uri: "qemu+tls://far:1/system",
            message: "Cannot read CA certificate '/etc/pki/CA/cacert.pem': No such file",
            remedy: "qemu+ssh://far/system"),
        Case(
            uri: "qemu://far/system", code: .authenticationFailed, message: "authentication failed", kind: .permission,
            remedy: "ask its owner"),
        Case(
            uri: "qemu+tcp://nosuchhost.invalid/system",
            message: "Unable to resolve address 'nosuchhost.invalid' service '16509': Name or service not known",
            remedy: "Check the name of the host."),
        Case(
            uri: "qemu+unix:///system?socket=/nowhere",
            message: "Failed to connect socket to '/nowhere': No such file or directory", remedy: "path of the socket"),
        Case(
            uri: "foo:///x", code: .noConnect, message: "no connection driver available for foo:///x",
            why: "libvirt here has no driver for 'foo'", remedy: "qemu:///system"),
    ]

    @Test(arguments: cases)
    func everyFailureSaysWhatToDo(_ known: Case) throws {
        let error = LibvirtError(code: known.code, domain: known.domain, message: known.message)
        let failure = Failure(connectingTo: try HostURI(known.uri), error)
        #expect(failure.kind == known.kind)
        #expect(failure.remedy?.contains(known.remedy) == true, "\(failure.remedy ?? "no remedy")")
        if let why = known.why { #expect(failure.why?.contains(why) == true, "\(failure.why ?? "no reason")") }
    }
}
