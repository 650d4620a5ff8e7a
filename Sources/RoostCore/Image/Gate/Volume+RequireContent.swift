extension Volume {
    /// Looks at its first bytes before the host is told to read it, or before it gets a name.
    ///
    /// libvirt goes by what it finds in a file. Where the content of a raw image looks like another image, it would be
    /// read as one, and with it any file of the host that it names.
    /// - Parameter format: what it is said to be: "raw" or "qcow2".
    /// - Throws: ``Failure`` of kind usage where its content is of another format, or reads other files of the host.
    func requireContent(_ format: String, for task: String) async throws(Failure) {
        let head = try await self.bytes(UInt64(ImageHeader.wanted), from: 0, for: task)
        let length = try await self.length(for: task)
        let header = ImageHeader(head, length: length)
        try header.require(format, of: address, for: task)
        _ = try DiskImage(
            header, head: head, length: length, called: address, task: task, allowing: ImageAllowances())
    }
}

extension ImageHeader {
    /// - Parameters:
    ///   - stated: the format that the image is said to have.
    ///   - name: of the image, for messages.
    /// - Throws: ``Failure`` of kind usage where it is another one.
    func require(_ stated: String, of name: String, for task: String) throws(Failure) {
        guard format != stated else { return }
        throw Failure(
            .usage, task, why: "\(name) should be \(stated), and its content is \(format)",
            remedy: "See where it comes from: such a disk can be made to read other files of the host.")
    }
}
