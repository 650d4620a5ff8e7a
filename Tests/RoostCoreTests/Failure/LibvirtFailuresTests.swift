import Libvirt
import Testing

@testable import RoostCore

@Suite struct LibvirtFailuresTests {
    private func failure(_ code: LibvirtError.Code, _ message: String) -> Failure {
        Failure("Cannot start web1", LibvirtError(code: code, message: message))
    }

    @Test func aTakenPortOrNameIsTaken() {
        let port = failure(.internalError, "internal error: Failed to reserve port 5910")
        #expect(port.kind == .exists && port.remedy?.contains("port=") == true)
        let name = failure(.operationFailed, "operation failed: domain 'web1' already exists with uuid c9d9340a")
        #expect(name.kind == .exists && name.why == "the name is taken")
        #expect(failure(.storageVolumeExists, "storage volume 'a' exists already").kind == .exists)
    }

    @Test func aMissingDiskIsNotFoundAndNamesTheFileOnly() {
        let missing = failure(
            .systemError,
            "Cannot access storage file '/images/a.qcow2' (as uid:64055, gid:64055): No such file or directory")
        #expect(missing.kind == .notFound)
        #expect(missing.why == "Cannot access storage file '/images/a.qcow2': No such file or directory")
        #expect(missing.remedy?.contains("roost edit") == true)
        let closed = failure(
            .systemError, "Cannot access storage file '/a' (as uid:64055, gid:64055): Permission denied")
        #expect(closed.kind == .permission)
    }

    @Test func aDiskToShareHasToBeRaw() {
        let shared = failure(
            .configurationUnsupported,
            "unsupported configuration: shared access for disk 'vda' requires use of supported storage format")
        #expect(shared.kind == .unsupported && shared.remedy?.contains("format=raw") == true)
    }
}
