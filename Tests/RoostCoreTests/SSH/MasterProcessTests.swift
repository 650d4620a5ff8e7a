import Glibc
import Testing

@testable import RoostCore

@Suite struct MasterProcessTests {
    @Test func theProcessThatSSHNamesIsRead() {
        #expect(ControlMaster.process("Master running (pid=4711)\r\n") == 4711)
        for text in ["", "Master running (pid=)", "(pid=-1)", "(pid=0)", "(pid=1)", "(pid=7x)", "(pid=99999999999)"] {
            #expect(ControlMaster.process(text) == nil, "\(text)")
        }
    }

    @Test func anotherProcessIsNeverEnded() throws {
        let route = try #require(try SSHRoute(HostURI("qemu+ssh://t-nobody.example/system")))
        let folder = LoginFolder(route, in: try RuntimeDirectory(environment: { _ in nil }))
        #expect(!folder.isControlled(by: getpid()))
        #expect(!folder.isControlled(by: .max))
    }
}
