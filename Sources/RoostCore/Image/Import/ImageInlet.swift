import Crypto

/// Where an image's bytes go in: as they come, or through the program that unpacks them, which their first bytes tell.
actor ImageInlet {
    private let intake: ImageIntake
    private let task: String
    private var head: [UInt8] = []
    private var unpacker: Unpacker?
    /// Whether it is known what the bytes are.
    private var isOpen = false
    private static let magicLength = 6

    init(into intake: ImageIntake, task: String) {
        self.intake = intake
        self.task = task
    }

    /// Whether the bytes are unpacked; false while that is not known.
    var isPacked: Bool { unpacker != nil }

    func take(_ piece: ImagePiece) async throws {
        guard !isOpen else { return try await pass(piece) }
        guard case .data(let bytes) = piece else {
            // What begins with zeroes is not packed.
            try await open()
            return try await pass(piece)
        }
        head += bytes
        if head.count >= Self.magicLength { try await open() }
    }

    /// To be called when the source has ended.
    func finish() async throws {
        if !isOpen { try await open() }
        try await unpacker?.finish()
    }

    func stop() async { await unpacker?.stop() }

    private func open() async throws {
        isOpen = true
        let bytes = head
        head = []
        if let packing = ImagePacking(of: bytes) {
            await intake.forgetLength()
            unpacker = try await Unpacker(packing, into: intake, task: task)
        }
        if !bytes.isEmpty { try await pass(.data(bytes)) }
    }

    private func pass(_ piece: ImagePiece) async throws {
        guard let unpacker else { return try await intake.take(piece) }
        switch piece {
        case .data(let bytes): try await unpacker.write(bytes)
        case .hole(let length):
            var left = length
            while left > 0 {
                let count = min(left, 1 << 20)
                try await unpacker.write([UInt8](repeating: 0, count: Int(count)))
                left -= count
            }
        }
    }
}
