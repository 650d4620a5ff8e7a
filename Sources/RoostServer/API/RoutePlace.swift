import Foundation
import Hummingbird
import RoostCore

extension RoostRequestContext {
    /// A part of the address, with its escapes taken out.
    func part(_ name: String) throws(Failure) -> String {
        guard let text = parameters.get(name), let plain = text.removingPercentEncoding, !plain.isEmpty,
            !plain.utf8.contains(0)
        else { throw Failure(.usage, "The address is malformed") }
        return plain
    }

    /// The `{uuid}` of the address in canonical form.
    /// - Throws: ``Failure`` of kind notFound for a text that is none.
    func uuid() throws(Failure) -> String {
        let text = try part("uuid")
        guard let uuid = Host.canonicalUUID(text) else {
            throw Failure(.notFound, "There is no machine '\(text.prefix(80))'", why: "that is no UUID")
        }
        return uuid
    }
}
