/// An image and what it stands on, opened by Roost and past its gates.
struct OpenedImage: Sendable {
    struct Layer: Sendable {
        let path: String
        /// QEMU's word, stated to it.
        let format: String
        let source: any BlockSource
    }

    /// Top first.
    let layers: [Layer]
    /// What a guest sees, in bytes; nil where the format keeps it where Roost does not look.
    let virtualSize: UInt64?
    /// What the top image takes where it lies, in bytes; nil where that is not known.
    let allocation: UInt64?

    var path: String { layers[0].path }
    var format: String { layers[0].format }
}
