public import ArgumentParser
public import RoostCore

extension CloneCopy: ExpressibleByArgument {}
