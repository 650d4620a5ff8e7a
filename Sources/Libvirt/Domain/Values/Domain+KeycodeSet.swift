internal import CLibvirt

extension Domain {
    /// A way of numbering keys.
    public struct KeycodeSet: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        /// libvirt's number (`virKeycodeSet`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// `VIR_KEYCODE_SET_LINUX`
        public static let linux = Self(VIR_KEYCODE_SET_LINUX)

        /// `VIR_KEYCODE_SET_XT`
        public static let xt = Self(VIR_KEYCODE_SET_XT)

        /// `VIR_KEYCODE_SET_ATSET1`
        public static let atSet1 = Self(VIR_KEYCODE_SET_ATSET1)

        /// `VIR_KEYCODE_SET_ATSET2`
        public static let atSet2 = Self(VIR_KEYCODE_SET_ATSET2)

        /// `VIR_KEYCODE_SET_ATSET3`
        public static let atSet3 = Self(VIR_KEYCODE_SET_ATSET3)

        /// `VIR_KEYCODE_SET_OSX`
        public static let osx = Self(VIR_KEYCODE_SET_OSX)

        /// `VIR_KEYCODE_SET_XT_KBD`
        public static let xtKeyboard = Self(VIR_KEYCODE_SET_XT_KBD)

        /// `VIR_KEYCODE_SET_USB`
        public static let usb = Self(VIR_KEYCODE_SET_USB)

        /// `VIR_KEYCODE_SET_WIN32`
        public static let win32 = Self(VIR_KEYCODE_SET_WIN32)

        /// `VIR_KEYCODE_SET_QNUM`
        public static let qnum = Self(VIR_KEYCODE_SET_QNUM)

        private init(_ constant: virKeycodeSet) {
            self.init(rawValue: Int32(bitPattern: constant.rawValue))
        }

        /// The name in words, or the number of one that is unknown.
        public var description: String {
            switch self {
            case .linux: "linux"
            case .xt: "xt"
            case .atSet1: "at set1"
            case .atSet2: "at set2"
            case .atSet3: "at set3"
            case .osx: "osx"
            case .xtKeyboard: "xt keyboard"
            case .usb: "usb"
            case .win32: "win32"
            case .qnum: "qnum"
            default: "unknown (\(rawValue))"
            }
        }
    }
}
