#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The one directory that Roost and the sandbox share: it holds the socket of the images' bytes.
struct SandboxFolder {
    let path: String
    /// Whose the folder and the sandbox's processes are: root's own, where it looks, are an account that nobody has.
    let account: UInt32?

    var socket: String { path + "/images" }

    /// Between the accounts of people and services and the highest number that the kernel knows.
    private static let accounts: ClosedRange<UInt32> = 2_100_000_000...2_140_000_000

    init(isRoot: Bool, task: String) throws(Failure) {
        account = isRoot ? UInt32.random(in: Self.accounts) : nil
        path = "/tmp/roost-look-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
        do throws(LocalFiles.Errno) {
            try LocalFiles.makePrivateDirectory(path)
        } catch {
            throw Failure(.general, task, why: "\(path) cannot be made (error \(error.number))")
        }
    }

    /// To be called when the socket is there: hands both to the sandbox's account.
    func handOver() throws {
        guard let account else { return }
        for path in [socket, path] {
            try FileManager.default.setAttributes(
                [.ownerAccountID: account, .groupOwnerAccountID: account], ofItemAtPath: path)
        }
    }

    /// What cannot be removed holds nothing but a dead socket.
    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
