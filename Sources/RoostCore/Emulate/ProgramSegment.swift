/// A part of a program's file, and where it comes to be in memory.
struct ProgramSegment {
    enum Kind {
        case loaded, dynamic, loader, other
    }

    let kind: Kind
    private let start: UInt64
    private let address: UInt64
    private let length: UInt64

    /// - Parameter header: a program header of ELF.
    init(_ header: [UInt8], isWide: Bool, _ fields: ByteFields) {
        let width = isWide ? 8 : 4
        kind =
            switch fields.number(header, 0, 4) {
            case 1: .loaded
            case 2: .dynamic
            case 3: .loader
            default: .other
            }
        start = fields.number(header, isWide ? 8 : 4, width)
        address = fields.number(header, isWide ? 16 : 8, width)
        length = fields.number(header, isWide ? 32 : 16, width)
    }

    /// In the file.
    func offset() throws(ProgramFile.Problem) -> Int64 {
        guard let offset = Int64(exactly: start) else { throw .broken }
        return offset
    }

    func size(within limit: UInt64) throws(ProgramFile.Problem) -> Int {
        guard length <= limit else { throw .broken }
        return Int(length)
    }

    /// Where in the file lies what comes to be at an address.
    func place(of other: UInt64) -> Int64? {
        guard kind == .loaded, other >= address, other - address < length else { return nil }
        let (place, overflow) = start.addingReportingOverflow(other - address)
        return overflow ? nil : Int64(exactly: place)
    }
}
