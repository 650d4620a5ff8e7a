public import ArgumentParser
public import RoostCore

extension VolumeRequest.Format: ExpressibleByArgument {}
extension VolumeRequest.Preallocation: ExpressibleByArgument {}
extension ImageForm: ExpressibleByArgument {}
