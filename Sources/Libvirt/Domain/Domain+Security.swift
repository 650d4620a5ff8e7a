internal import CLibvirt
import Glibc

extension Domain {
    /// A label of the host's mandatory access control.
    public struct SecurityLabel: Hashable, Sendable {
        public let label: String
        /// Whether the host enforces it.
        public let isEnforced: Bool
    }

    /// The running domain's label.
    ///
    /// Maps to `virDomainGetSecurityLabel`.
    public func securityLabel() async throws(LibvirtError) -> SecurityLabel {
        try await blocking("virDomainGetSecurityLabel") { domain throws(LibvirtError) in
            var label = virSecurityLabel()
            unsafe try check(virDomainGetSecurityLabel(domain, &label))
            return unsafe SecurityLabel(copying: &label)
        }
    }

    /// The running domain's labels, one for each model of the host.
    ///
    /// Maps to `virDomainGetSecurityLabelList`.
    public func securityLabels() async throws(LibvirtError) -> [SecurityLabel] {
        try await blocking("virDomainGetSecurityLabelList") { domain throws(LibvirtError) in
            var labels: virSecurityLabelPtr?
            let count = unsafe try check(virDomainGetSecurityLabelList(domain, &labels))
            guard let labels = unsafe labels else { return [] }
            defer { unsafe Glibc.free(labels) }
            return (0..<Int(count)).map { unsafe SecurityLabel(copying: labels + $0) }
        }
    }

    /// What proves that the guest's memory is encrypted.
    ///
    /// Maps to `virDomainGetLaunchSecurityInfo`.
    public func launchSecurityInfo() async throws(LibvirtError) -> TypedParameters {
        try await callForParameters("virDomainGetLaunchSecurityInfo") {
            unsafe virDomainGetLaunchSecurityInfo($0, $1, $2, 0)
        }
    }

    /// Hands a secret to a guest with encrypted memory, before it starts to run.
    ///
    /// Maps to `virDomainSetLaunchSecurityState`.
    public func setLaunchSecurityState(_ parameters: TypedParameters) async throws(LibvirtError) {
        try await call("virDomainSetLaunchSecurityState", with: parameters) {
            unsafe virDomainSetLaunchSecurityState($0, $1, $2, 0)
        }
    }
}

extension Domain.SecurityLabel {
    fileprivate init(copying label: UnsafePointer<virSecurityLabel>) {
        self.label = unsafe copyString(roost_security_label(label)) ?? ""
        isEnforced = unsafe label.pointee.enforcing != 0
    }
}
