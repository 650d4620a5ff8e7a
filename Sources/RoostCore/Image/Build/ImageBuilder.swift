#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Builds an image from a distribution's packages, on this computer: with neither root's rights, where user namespaces
/// work, nor mounts nor loop devices.
struct ImageBuilder: Sendable {
    let recipe: ImageRecipe

    private var task: String { "Cannot build \(recipe.release.name)" }

    /// Builds it and hands it over as a qcow2 file, which is gone when `body` returns.
    /// - Throws: ``Failure``; of kind unsupported when programs are missing, interrupted when the task was cancelled. Nothing
    ///   is left then.
    func build<Value>(
        _ report: @escaping @Sendable (OperationProgress) -> Void, then body: (String) async throws -> Value
    ) async throws -> Value {
        try BuildTool.check(
            task, keyring: recipe.keyring ?? recipe.release.keyring, of: recipe.release,
            isOwnKeyring: recipe.keyring != nil)
        let folder = try BuildFolder(task)
        do {
            let value = try await body(try await make(in: folder, report))
            await folder.remove()
            return value
        } catch {
            await folder.remove()
            throw error
        }
    }

    /// - Returns: the qcow2 file in the folder.
    private func make(
        in folder: BuildFolder, _ report: @escaping @Sendable (OperationProgress) -> Void
    ) async throws -> String {
        @Sendable func step(_ text: String) { report(OperationProgress(step: text)) }
        let tree = RootTree(folder: folder, recipe: recipe, task: task)
        let maker = DiskMaker(
            folder: folder, layout: DiskLayout(gibibytes: recipe.gibibytes), release: recipe.release, tree: tree.path,
            task: task)
        step("starting mmdebstrap")
        try await tree.install(step)
        step("preparing the root file system")
        try await tree.prepare(root: maker.uuid, efi: maker.efiUUID)
        step("making the disk")
        let raw = try await maker.make { (place, disk) throws(Failure) in
            try await tree.fill(place, of: disk, uuid: maker.uuid)
        }
        step("writing the image")
        let image = folder.file("disk.qcow2")
        try await BuildProgram(
            tool: .qemuImg, arguments: ["convert", "-f", "raw", "-O", "qcow2", raw, image]
        ).run(for: task)
        return image
    }
}
