public import ArgumentParser
public import TerminalOutput

extension OutputFormat: ExpressibleByArgument {}
