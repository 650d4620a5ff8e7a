/// The port profile of a switch such as Open vSwitch.
public struct VirtualPort: RequestListItem {
    public var type: String?
    public var managerID: String?
    public var typeID: String?
    public var typeIDVersion: String?
    public var instanceID: String?
    public var profileID: String?
    public var interfaceID: String?

    public init() {}

    @SuboptionsBuilder<Self> static var suboptions: [Suboption<Self>] {
        Suboption(
            "virtualport.type virtualport_type", .word("openvswitch", "midonet", "802.1Qbg", "802.1Qbh"),
            "Kind of the switch's port.", \.type)
        Suboption(
            "virtualport.parameters.managerid virtualport_managerid", .word(), "Manager of the port.", \.managerID)
        Suboption("virtualport.parameters.typeid virtualport_typeid", .word(), "Type of the port.", \.typeID)
        Suboption(
            "virtualport.parameters.typeidversion virtualport_typeidversion", .word(), "Version of the port's type.",
            \.typeIDVersion)
        Suboption(
            "virtualport.parameters.instanceid virtualport_instanceid", .word(), "Instance of the port.", \.instanceID)
        Suboption(
            "virtualport.parameters.profileid virtualport_profileid", .text("NAME"), "Profile of the port.", \.profileID
        )
        Suboption(
            "virtualport.parameters.interfaceid virtualport_interfaceid", .word(), "Interface of the port.",
            \.interfaceID)
    }
}
