/// What every handle of a libvirt object other than a connection shares.
protocol LibvirtObject: AnyObject, LibvirtCaller {
    var connection: Connection { get }
    var handle: Handle { get }
}

extension LibvirtObject {
    func usableHandle() throws(LibvirtError) -> Handle {
        try connection.checkOpen()
        return handle
    }
}
