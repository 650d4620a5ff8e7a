internal import CLibvirt
import Glibc

/// Answers what libvirt asks when a connection is opened: a user name, a password, a host key to accept.
public struct Authentication: Sendable {
    /// One thing that libvirt asks for.
    public struct Request: Sendable {
        /// What kind of answer is asked for.
        public let kind: Kind
        /// The question, for people.
        public let prompt: String
        /// What the question is about, such as a host name.
        public let challenge: String?
        /// The answer that an empty one stands for.
        public let defaultAnswer: String?
    }

    /// Kinds of answers.
    public struct Kind: RawRepresentable, Hashable, Sendable {
        /// libvirt's number (`virConnectCredentialType`).
        public let rawValue: Int32

        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        private init(_ type: virConnectCredentialType) {
            self.init(rawValue: Int32(bitPattern: type.rawValue))
        }

        /// Identity to act as. `VIR_CRED_USERNAME`
        public static let userName = Self(VIR_CRED_USERNAME)
        /// Identity to authorise as. `VIR_CRED_AUTHNAME`
        public static let authorizationName = Self(VIR_CRED_AUTHNAME)
        /// Language of the answers. `VIR_CRED_LANGUAGE`
        public static let language = Self(VIR_CRED_LANGUAGE)
        /// Client supplied nonce. `VIR_CRED_CNONCE`
        public static let clientNonce = Self(VIR_CRED_CNONCE)
        /// A secret that must not be shown as it is typed. `VIR_CRED_PASSPHRASE`
        public static let passphrase = Self(VIR_CRED_PASSPHRASE)
        /// An answer that may be shown. `VIR_CRED_ECHOPROMPT`
        public static let echoedAnswer = Self(VIR_CRED_ECHOPROMPT)
        /// An answer that must not be shown. `VIR_CRED_NOECHOPROMPT`
        public static let hiddenAnswer = Self(VIR_CRED_NOECHOPROMPT)
        /// Realm of authentication. `VIR_CRED_REALM`
        public static let realm = Self(VIR_CRED_REALM)
        /// Something that an external tool deals with. `VIR_CRED_EXTERNAL`
        public static let external = Self(VIR_CRED_EXTERNAL)
    }

    /// The kinds that `answer` can deal with.
    public let kinds: [Kind]

    /// Answers all requests in their order, or nil to give up. It runs on a blocking thread and may wait for a person.
    public let answer: @Sendable ([Request]) -> [String]?

    public init(
        kinds: [Kind] = [.userName, .authorizationName, .passphrase, .echoedAnswer, .hiddenAnswer],
        answer: @escaping @Sendable ([Request]) -> [String]?
    ) {
        self.kinds = kinds
        self.answer = answer
    }

    /// Calls `body` with libvirt's form of this value, which is valid for as long as `body` runs.
    func withAuth<Value>(_ body: (virConnectAuthPtr) -> Value) -> Value {
        var types = kinds.map(\.rawValue)
        let box = AuthenticationBox(answer)
        return unsafe types.withUnsafeMutableBufferPointer { types in
            withExtendedLifetime(box) {
                var auth = unsafe virConnectAuth(
                    credtype: types.baseAddress, ncredtype: UInt32(types.count), cb: answerCredentials,
                    cbdata: Unmanaged.passUnretained(box).toOpaque())
                return unsafe body(&auth)
            }
        }
    }
}

/// Carries the closure through libvirt's opaque pointer; kept alive by `withAuth` for the length of the call.
private final class AuthenticationBox: Sendable {
    let answer: @Sendable ([Authentication.Request]) -> [String]?

    init(_ answer: @escaping @Sendable ([Authentication.Request]) -> [String]?) {
        self.answer = answer
    }
}

private func answerCredentials(
    _ credentials: virConnectCredentialPtr?, _ count: UInt32, _ data: UnsafeMutableRawPointer?
) -> Int32 {
    guard let credentials = unsafe credentials, let data = unsafe data else { return -1 }
    let box = unsafe Unmanaged<AuthenticationBox>.fromOpaque(data).takeUnretainedValue()
    let requests = (0..<Int(count)).map { index in
        let credential = unsafe credentials[index]
        return unsafe Authentication.Request(
            kind: .init(rawValue: credential.type),
            prompt: credential.prompt.map { unsafe String(cString: $0) } ?? "",
            challenge: credential.challenge.map { unsafe String(cString: $0) },
            defaultAnswer: credential.defresult.map { unsafe String(cString: $0) })
    }
    guard let answers = box.answer(requests), answers.count == requests.count else { return -1 }
    for (index, answer) in answers.enumerated() {
        // libvirt frees the copies.
        guard let copy = unsafe strdup(answer) else { return -1 }
        unsafe credentials[index].result = unsafe copy
        unsafe credentials[index].resultlen = unsafe UInt32(strlen(copy))
    }
    return 0
}
