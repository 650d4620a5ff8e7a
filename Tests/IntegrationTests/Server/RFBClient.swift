import Testing
import WebSocketTesting

/// As much of a VNC client as it takes to see a picture.
struct RFBClient {
    var connection: RawConnection
    private var waiting: [UInt8] = []
    /// Once it has begun.
    private(set) var size = (width: 0, height: 0)

    init(_ connection: RawConnection) { self.connection = connection }

    /// The handshake, in which no password is asked for.
    /// - Returns: the screen's size.
    mutating func begin() async throws -> (width: Int, height: Int) {
        #expect(try await read(12) == Array("RFB 003.008\n".utf8))
        try await send(Array("RFB 003.008\n".utf8))
        #expect(try await read(2) == [1, 1])
        try await send([1])
        #expect(try await read(4) == [0, 0, 0, 0])
        try await send([1])
        let head = try await read(24)
        _ = try await read(head[20...23].reduce(0) { $0 << 8 | Int($1) })
        // Four bytes a pixel, and no encoding but the plain one.
        try await send([0, 0, 0, 0, 32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0])
        try await send([2, 0, 0, 1, 0, 0, 0, 0])
        size = (Int(head[0]) << 8 | Int(head[1]), Int(head[2]) << 8 | Int(head[3]))
        return size
    }

    /// The whole screen.
    mutating func picture(_ width: Int, _ height: Int) async throws -> [UInt32] {
        let size = [width >> 8, width & 255, height >> 8, height & 255].map { UInt8($0) }
        try await send([3, 0, 0, 0, 0, 0] + size)
        let head = try await read(4)
        #expect(head[0] == 0)
        var pixels: [UInt32] = []
        for _ in 0..<(Int(head[2]) << 8 | Int(head[3])) {
            let rectangle = try await read(12)
            let area = (Int(rectangle[4]) << 8 | Int(rectangle[5])) * (Int(rectangle[6]) << 8 | Int(rectangle[7]))
            let bytes = try await read(area * 4)
            pixels += stride(from: 0, to: bytes.count, by: 4).map { index in
                bytes[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) }
            }
        }
        return pixels
    }

    private mutating func send(_ bytes: [UInt8]) async throws { try await connection.send(RawFrame.binary(bytes).wire) }

    private mutating func read(_ count: Int) async throws -> [UInt8] {
        while waiting.count < count {
            let frame = try #require(try await connection.nextFrame(), "the screen ended")
            try #require(frame.first == 0x82, "the screen ended with \(frame.code ?? 0)")
            waiting += frame.bytes
        }
        defer { waiting.removeFirst(count) }
        return Array(waiting.prefix(count))
    }
}
