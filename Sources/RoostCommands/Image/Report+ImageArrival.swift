import RoostCore
import TerminalOutput

extension Report {
    /// Tells how an image came, and what is new compared with what was there.
    /// - Parameters:
    ///   - label: what to call something of the host.
    ///   - verb: "Imported".
    static func arrival(
        _ arrival: ImageArrival, _ label: (String) -> String, verb: String, _ output: OutputOptions
    ) throws {
        let image = arrival.image
        for text in arrival.notices { warning(text) }
        guard !output.quiet, output.format == .table else {
            return try answer(arrival, output, names: [image.reference]) { "" }
        }
        guard arrival.isNew else {
            return notice("\(label(image.reference)) is there already, with the same content")
        }
        let size = ByteCount(image.virtualSize).formatted
        let taken = ByteCount(image.allocation).formatted
        let before = arrival.previous.map { "; before it was \($0), which stays for what stands on it" } ?? ""
        notice("\(verb) \(label(image.reference)) (\(size), takes \(taken))\(before)")
    }
}
