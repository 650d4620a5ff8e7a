import Testing

@testable import RoostServer

struct DESTests {
    /// The examples of FIPS 81, of Rivest's and of NIST's SP 500-20.
    @Test(
        arguments: [
            (0x0123_4567_89ab_cdef, 0x4e6f_7720_6973_2074, 0x3fa4_0e8a_984d_4815),
            (0x1334_5779_9bbc_dff1, 0x0123_4567_89ab_cdef, 0x85e8_1354_0f0a_b405),
            (0x7ca1_1045_4a1a_6e57, 0x01a1_d6d0_3977_6742, 0x690f_5b0d_9a26_939b),
            (0x0131_d961_9dc1_376e, 0x5cd5_4ca8_3def_57da, 0x7a38_9d10_354b_d271),
            (0, 0, 0x8ca6_4de9_c1b1_23a7),
        ] as [(UInt64, UInt64, UInt64)])
    func itEncryptsAsTheStandardSays(_ key: UInt64, _ plain: UInt64, _ cipher: UInt64) {
        #expect(DES(key: key).encrypt(plain) == cipher)
    }
}
