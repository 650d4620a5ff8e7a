/// Finds the escape keys in what is typed, however it is cut into pieces.
struct EscapeSearch {
    private let keys: [UInt8]
    /// How many of the keys were typed at the end so far; they are held back.
    private var matched = 0

    init(_ keys: EscapeKeys) { self.keys = keys.bytes }

    /// - Returns: what goes to the guest, and whether the keys were typed. What follows them goes nowhere.
    mutating func take(_ bytes: [UInt8]) -> (send: [UInt8], leaves: Bool) {
        var send: [UInt8] = []
        for byte in bytes {
            while matched > 0, byte != keys[matched] {
                // The keys' beginning was typed, but not all of them: what cannot be their beginning any more is sent.
                let held = Array(keys[..<matched])
                let shorter = (0..<matched).reversed().first { held.suffix($0).elementsEqual(keys.prefix($0)) } ?? 0
                send += held.prefix(matched - shorter)
                matched = shorter
            }
            if byte == keys[matched] {
                matched += 1
                if matched == keys.count { return (send, true) }
            } else {
                send.append(byte)
            }
        }
        return (send, false)
    }
}
