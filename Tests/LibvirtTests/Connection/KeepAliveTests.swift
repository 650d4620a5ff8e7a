import Libvirt
import Testing

@Suite struct KeepAliveTests {
    /// libvirt gives up one interval after the last message that was not answered.
    @Test func aDeadPeerIsFoundWithin20Seconds() {
        let standard = KeepAlive.standard
        #expect(Int(standard.interval) * (Int(standard.count) + 1) < 20)
    }
}
