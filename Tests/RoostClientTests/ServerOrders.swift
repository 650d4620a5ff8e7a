@testable import RoostServer

// The client has types of these names, and the module's own name is a type's too.
typealias ServerNetworkOrder = NetworkOrder
typealias ServerNetworkChangeOrder = NetworkChangeOrder
