public import ArgumentParser
public import RoostCore

extension NetworkKind: ExpressibleByArgument {}
