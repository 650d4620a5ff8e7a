internal import Libvirt

extension Machine {
    /// A picture of its screen, also while it is paused. Maps to `virDomainScreenshot`.
    /// - Parameter screen: which one, from 0 on, over all graphics cards.
    /// - Throws: ``Failure`` of kind state when the machine is off.
    public func screenshot(screen: UInt32 = 0) async throws(Failure) -> ScreenPicture {
        let task = "Cannot take a picture of \(label)'s screen"
        let isActive = try await doing(task) { () throws(LibvirtError) in try await domain.isActive() }
        guard isActive else {
            throw Failure(.state, task, why: "\(label) is off", remedy: "roost start \(reference)")
        }
        let picture = try await doing(task) { () throws(LibvirtError) in
            try await domain.screenshot(screen: screen, limit: ScreenPicture.mostBytes)
        }
        do {
            return try ScreenPicture(picture.bytes)
        } catch {
            throw Failure(.general, task, why: error.description)
        }
    }
}
