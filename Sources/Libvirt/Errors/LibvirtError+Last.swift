internal import CLibvirt

extension LibvirtError {
    /// Copies and resets the calling thread's last error.
    ///
    /// libvirt keeps one error a thread, so this must run in the same closure as the call that failed.
    static func takeLast() -> LibvirtError {
        guard let last = unsafe virGetLastError() else {
            return LibvirtError(code: .internalError, message: "libvirt failed without giving a reason")
        }
        let message = unsafe last.pointee.message
        let error = unsafe LibvirtError(
            code: Code(rawValue: last.pointee.code),
            domain: Domain(rawValue: last.pointee.domain),
            message: message.map { unsafe String(cString: $0) } ?? "",
            level: Level(rawValue: Int32(bitPattern: last.pointee.level.rawValue)))
        virResetLastError()
        return error
    }
}
