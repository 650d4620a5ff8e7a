public import ArgumentParser
public import RoostCore

extension MachineCondition: ExpressibleByArgument {}
