public import ArgumentParser
public import RoostCore

extension PowerSignal: ExpressibleByArgument {}
