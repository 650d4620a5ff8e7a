import Testing

@testable import Libvirt

@Suite struct TypedParametersTests {
    private static let all = TypedParameters([
        .init(name: "int", value: .int(.min)),
        .init(name: "uint", value: .uint(.max)),
        .init(name: "llong", value: .llong(.min)),
        .init(name: "ullong", value: .ullong(.max)),
        .init(name: "double", value: .double(-0.5)),
        .init(name: "boolean", value: .boolean(true)),
        .init(name: "string", value: .string("grün & <ok>")),
        .init(name: "string", value: .string("")),
    ])

    @Test func everyTypeSurvivesTheWayToCAndBack() throws {
        let back = try Self.all.withC { (list, count) throws(LibvirtError) in
            unsafe TypedParameters(copying: list, count: Int(count))
        }
        #expect(back == Self.all)
    }

    @Test func readingOfAnyWidth() {
        #expect(Self.all.signed("int") == Int64(Int32.min))
        #expect(Self.all.unsigned("int") == nil)
        #expect(Self.all.unsigned("uint") == UInt64(UInt32.max))
        #expect(Self.all.signed("ullong") == nil)
        #expect(Self.all.unsigned("string") == nil)
        #expect(Self.all.bool("boolean") == true)
        #expect(Self.all.string("string") == "grün & <ok>")
        #expect(Self.all["nothing"] == nil)
    }

    @Test func settingReplacesAppendsAndRemoves() {
        var parameters: TypedParameters = ["a": .int(1)]
        parameters["a"] = .int(2)
        parameters["b"] = .boolean(false)
        #expect(parameters == ["a": .int(2), "b": .boolean(false)])
        parameters["a"] = nil
        #expect(parameters == ["b": .boolean(false)])
    }

    @Test func namesThatCCannotHoldAreRefused() {
        let tooLong = TypedParameters([.init(name: String(repeating: "n", count: 80), value: .int(1))])
        let cut = TypedParameters([.init(name: "a\0b", value: .int(1))])
        let cutText = TypedParameters([.init(name: "a", value: .string("b\0c"))])
        #expect(throws: LibvirtError.self) { try tooLong.withC { (_, _) throws(LibvirtError) in } }
        #expect(throws: LibvirtError.self) { try cut.withC { (_, _) throws(LibvirtError) in } }
        #expect(throws: LibvirtError.self) { try cutText.withC { (_, _) throws(LibvirtError) in } }
    }
}
