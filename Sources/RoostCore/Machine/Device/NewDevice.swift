/// A device that a machine is to get, in the language of `create`: `--disk` and `--network`.
public enum NewDevice: Sendable, Equatable {
    case disk(DiskOption)
    case interface(NetworkOption)

    /// - Parameter text: as after `--disk`.
    /// - Throws: ``Failure`` of kind usage.
    public static func disk(parsing text: String, in context: RequestContext) throws(Failure) -> NewDevice {
        .disk(try parsed(text, context))
    }

    /// - Parameter text: as after `--network`.
    /// - Throws: ``Failure`` of kind usage.
    public static func interface(parsing text: String, in context: RequestContext) throws(Failure) -> NewDevice {
        .interface(try parsed(text, context))
    }

    private static func parsed<Option: MachineOption>(
        _ text: String, _ context: RequestContext
    ) throws(Failure) -> Option {
        do throws(RequestError) {
            return try Option(parsing: text, in: context)
        } catch {
            throw Failure(error)
        }
    }

    /// The words after which the same would stand in `create`, for a rule about files.
    var arguments: CreateArguments {
        var arguments = CreateArguments()
        switch self {
        case .disk(let option): arguments.disks = [option.rendered(showingSecrets: true)]
        case .interface(let option): arguments.networks = [option.rendered(showingSecrets: true)]
        }
        return arguments
    }
}
