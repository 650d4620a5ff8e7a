import Libvirt
import LibvirtXML

extension Host {
    /// What the definitions of all machines say: one call a machine. One that is gone meanwhile, or whose definition cannot be
    /// understood, says nothing.
    /// - Parameter flags: which definition, and whether with passwords.
    func fromDefinitions<Value: Sendable>(
        _ flags: Libvirt.Domain.XMLFlags = [], _ read: @escaping @Sendable (Machine, LibvirtXML.Domain) -> [Value]
    ) async throws(Failure) -> [Value] {
        try await machines().concurrentMap { machine throws(Failure) -> [Value] in
            let domain = machine.domain
            let text = try await Host.present("Cannot read the definition of \(machine.name)") {
                () throws(LibvirtError) in try await domain.xml(flags)
            }
            guard let text, let view = try? LibvirtXML.Domain(parsing: text) else { return [] }
            return read(machine, view)
        }.flatMap(\.self)
    }
}
