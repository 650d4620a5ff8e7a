internal import Libvirt
import LibvirtXML

extension DefinitionEdit {
    /// Looks whether a text could be applied, and applies nothing: it is the same machine's, and the hypervisor can make
    /// something of it. What only the real thing shows, such as a missing file, is not found. Maps to
    /// `virConnectDomainXMLToNative`.
    /// - Throws: ``Failure`` of kind usage or unsupported that says what is wrong.
    public func check(_ text: String) async throws(Failure) {
        if let fault = fault(in: text) { throw fault }
        let what = "Cannot apply the definition of \(machine.label)"
        do throws(LibvirtError) {
            _ = try await machine.host.connection.nativeConfiguration(fromXML: text, format: "qemu-argv")
        } catch {
            // Other hypervisors have no such form; theirs is checked when it is applied.
            if [.noSupport, .invalidArgument].contains(error.code) { return }
            throw Failure(what, error)
        }
    }

    /// Puts the passwords of displays back that a text has lost because it was shown without them: a display would be open
    /// to everybody otherwise. A display is known by its type, the second of a type by being that, wherever it stands now.
    /// One whose type was changed is another one.
    /// - Returns: the text itself where there is nothing to put back, or where it cannot be read.
    public func keepingPasswords(_ text: String) -> String {
        guard let before = try? LibvirtXML.Domain(parsing: original),
            before.devices.graphics.contains(where: { $0.password != nil }),
            var after = try? LibvirtXML.Domain(parsing: text)
        else { return text }
        var graphics = after.devices.graphics
        var isChanged = false
        for type in Set(graphics.map(\.type)) {
            let places = graphics.indices.filter { graphics[$0].type == type }
            for (place, old) in zip(places, before.devices.graphics.filter { $0.type == type }) {
                guard let password = old.password, graphics[place].password == nil else { continue }
                graphics[place].password = password
                isChanged = true
            }
        }
        guard isChanged else { return text }
        after.devices.graphics = graphics
        return (try? after.xml()) ?? text
    }
}
