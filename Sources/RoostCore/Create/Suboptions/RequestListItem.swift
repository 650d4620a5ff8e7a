/// An item of a numbered list of suboptions, empty until its suboptions are read.
public protocol RequestListItem: Sendable, Equatable {
    init()
}
