extension Volume {
    /// Looks at its first bytes before the host is told to read it, or before it gets a name.
    ///
    /// libvirt goes by what it finds in a file. Where the content of a raw image looks like another image, it would be
    /// read as one, and with it any file of the host that it names.
    /// - Parameter format: what it is said to be: "raw" or "qcow2".
    /// - Throws: ``Failure`` of kind usage where its content is of another format, or reads other files of the host.
    func requireContent(_ format: String, for task: String) async throws(Failure) {
        let (header, head, length) = try await header(for: task)
        try header.require(format, of: address, for: task)
        _ = try DiskImage(
            header, head: head, length: length, called: address, task: task, allowing: ImageAllowances())
    }

    /// The same for one that the host is to make another image of: VMDK and VDI may be read too, where nothing in them leads
    /// to another file.
    func requireConvertible(_ format: String, for task: String) async throws(Failure) {
        guard format == "vmdk" || format == "vdi" else { return try await requireContent(format, for: task) }
        let (header, head, _) = try await header(for: task)
        try header.require(format, of: address, for: task)
        try header.requireAlone(head, of: address, for: task)
    }

    private func header(for task: String) async throws(Failure) -> (ImageHeader, head: [UInt8], length: UInt64) {
        let head = try await self.bytes(UInt64(ImageHeader.wanted), from: 0, for: task)
        let length = try await self.length(for: task)
        return (ImageHeader(head, length: length), head, length)
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

    /// A VMDK image whose header knows no size, or that has no header, has its data in files that a text in it names; and that
    /// text names the image that it stands on. QEMU looks for it within the first eleven kilobytes. A VDI image names no file.
    /// - Parameter head: ``wanted`` bytes of it, or all there are.
    /// - Throws: ``Failure`` of kind usage.
    func requireAlone(_ head: [UInt8], of name: String, for task: String) throws(Failure) {
        guard format == "vmdk" else { return }
        guard !isDescriptorOnly, capacity.map({ $0 > 0 }) ?? false else {
            throw Failure(
                .usage, task, why: "\(name) only describes a VMDK image whose data lies in other files",
                remedy: "Where you trust it, make one file of it: qemu-img convert -O qcow2")
        }
        guard !String(decoding: head, as: UTF8.self).lowercased().contains("parentfilenamehint") else {
            throw Failure(
                .usage, task, why: "\(name) is a VMDK image that stands on another one, which is not followed",
                remedy: "Where you trust it, make one file of it: qemu-img convert -O qcow2")
        }
    }
}
