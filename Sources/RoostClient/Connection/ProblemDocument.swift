/// A refusal as RFC 9457 has it. Nothing in it is believed to be there.
struct ProblemDocument: Decodable {
    var type: String?
    var title: String?
    var detail: String?
    var remedy: String?
}
