/// The functions of libvirt that the binding does not call, each with the reason.
enum NotWrapped {
    /// Reasons by function.
    static let reasons = Dictionary(entries.map { ($0.function, $0.reason) }) { first, _ in first }

    /// Functions that the list names more than once.
    static let duplicates = Dictionary(grouping: entries, by: \.function).filter { $0.value.count > 1 }.keys.sorted()

    private static let entries = list.split(separator: "\n").map { line in
        let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
        return (function: parts[0], reason: parts.count > 1 ? parts[1] : "")
    }

    private static let list = """
        virConnCopyLastError: superseded by virGetLastError
        virConnGetLastError: superseded by virGetLastError
        virConnResetLastError: superseded by virResetLastError
        virConnSetErrorFunc: superseded by virSetErrorFunc
        virConnectDomainEventDeregister: superseded by virConnectDomainEventDeregisterAny
        virConnectDomainEventRegister: superseded by virConnectDomainEventRegisterAny
        virConnectListAllNWFilterBindings: deliberate: libvirt's drivers bind filters themselves
        virConnectListDefinedDomains: superseded by virConnectListAllDomains
        virConnectListDefinedInterfaces: superseded by virConnectListAllInterfaces
        virConnectListDefinedNetworks: superseded by virConnectListAllNetworks
        virConnectListDefinedStoragePools: superseded by virConnectListAllStoragePools
        virConnectListDomains: superseded by virConnectListAllDomains
        virConnectListInterfaces: superseded by virConnectListAllInterfaces
        virConnectListNWFilters: superseded by virConnectListAllNWFilters
        virConnectListNetworks: superseded by virConnectListAllNetworks
        virConnectListSecrets: superseded by virConnectListAllSecrets
        virConnectListStoragePools: superseded by virConnectListAllStoragePools
        virConnectSetKeepAlive: deliberate: hangs or crashes libvirt 9.0 with two calls under way, see KeepAlive
        virConnectNumOfDefinedDomains: superseded by virConnectListAllDomains
        virConnectNumOfDefinedInterfaces: superseded by virConnectListAllInterfaces
        virConnectNumOfDefinedNetworks: superseded by virConnectListAllNetworks
        virConnectNumOfDefinedStoragePools: superseded by virConnectListAllStoragePools
        virConnectNumOfDomains: superseded by virConnectListAllDomains
        virConnectNumOfInterfaces: superseded by virConnectListAllInterfaces
        virConnectNumOfNWFilters: superseded by virConnectListAllNWFilters
        virConnectNumOfNetworks: superseded by virConnectListAllNetworks
        virConnectNumOfSecrets: superseded by virConnectListAllSecrets
        virConnectNumOfStoragePools: superseded by virConnectListAllStoragePools
        virConnectOpen: superseded by virConnectOpenAuth
        virConnectOpenReadOnly: superseded by virConnectOpenAuth
        virConnectRef: each handle holds the one reference that libvirt handed out
        virCopyLastError: superseded by virGetLastError
        virDefaultErrorFunc: prints to standard error; the binding throws every error
        virDomainAbortJob: superseded by virDomainAbortJobFlags
        virDomainAttachDevice: superseded by virDomainAttachDeviceFlags
        virDomainCheckpointGetConnect: the handle knows its Connection; the C pointer that this gives is not counted
        virDomainCheckpointGetDomain: the handle knows its Domain; the C pointer that this gives is not counted
        virDomainCheckpointRef: each handle holds the one reference that libvirt handed out
        virDomainCoreDump: superseded by virDomainCoreDumpWithFormat
        virDomainCreate: superseded by virDomainCreateWithFlags
        virDomainCreateLinux: superseded by virDomainCreateXML, of which it is an old alias
        virDomainDefineXML: superseded by virDomainDefineXMLFlags
        virDomainDestroy: superseded by virDomainDestroyFlags
        virDomainDetachDevice: superseded by virDomainDetachDeviceFlags
        virDomainGetConnect: the handle knows its Connection; the C pointer that this gives is not counted
        virDomainGetJobInfo: superseded by virDomainGetJobStats
        virDomainGetMaxVcpus: superseded by virDomainGetVcpusFlags with its flag for the maximum
        virDomainGetSchedulerParameters: superseded by virDomainGetSchedulerParametersFlags
        virDomainGetUUIDString: superseded by virDomainGetUUID
        virDomainHasCurrentSnapshot: superseded by virDomainSnapshotCurrent, which has a code for there being none
        virDomainLookupByUUIDString: superseded by virDomainLookupByUUID
        virDomainMigrate: superseded by virDomainMigrate3
        virDomainMigrate2: superseded by virDomainMigrate3
        virDomainMigrateToURI: superseded by virDomainMigrateToURI3
        virDomainMigrateToURI2: superseded by virDomainMigrateToURI3
        virDomainPinVcpu: superseded by virDomainPinVcpuFlags
        virDomainRef: each handle holds the one reference that libvirt handed out
        virDomainRestore: superseded by virDomainRestoreFlags
        virDomainSave: superseded by virDomainSaveFlags
        virDomainSetMaxMemory: superseded by virDomainSetMemoryFlags with its flag for the maximum
        virDomainSetMemory: superseded by virDomainSetMemoryFlags
        virDomainSetSchedulerParameters: superseded by virDomainSetSchedulerParametersFlags
        virDomainSetVcpus: superseded by virDomainSetVcpusFlags
        virDomainShutdown: superseded by virDomainShutdownFlags
        virDomainSnapshotGetConnect: the handle knows its Connection; the C pointer that this gives is not counted
        virDomainSnapshotGetDomain: the handle knows its Domain; the C pointer that this gives is not counted
        virDomainSnapshotListChildrenNames: superseded by virDomainSnapshotListAllChildren
        virDomainSnapshotListNames: superseded by virDomainListAllSnapshots
        virDomainSnapshotNum: superseded by virDomainListAllSnapshots
        virDomainSnapshotNumChildren: superseded by virDomainSnapshotListAllChildren
        virDomainSnapshotRef: each handle holds the one reference that libvirt handed out
        virDomainUndefine: superseded by virDomainUndefineFlags
        virEventAddHandle: for programs that bring or extend an event loop; the binding runs libvirt's own
        virEventAddTimeout: for programs that bring or extend an event loop; the binding runs libvirt's own
        virEventRegisterImpl: for programs that bring an event loop; the binding runs libvirt's own
        virEventRemoveHandle: for programs that bring or extend an event loop; the binding runs libvirt's own
        virEventRemoveTimeout: for programs that bring or extend an event loop; the binding runs libvirt's own
        virEventUpdateHandle: for programs that bring or extend an event loop; the binding runs libvirt's own
        virEventUpdateTimeout: for programs that bring or extend an event loop; the binding runs libvirt's own
        virFreeError: only for a copy of an error that libvirt allocates; the binding copies the last error in place
        virGetLastErrorCode: superseded by virGetLastError
        virGetLastErrorDomain: superseded by virGetLastError
        virGetLastErrorMessage: superseded by virGetLastError
        virInterfaceChangeBegin: deliberate: Roost leaves the host's own network set-up alone
        virInterfaceChangeCommit: deliberate: Roost leaves the host's own network set-up alone
        virInterfaceChangeRollback: deliberate: Roost leaves the host's own network set-up alone
        virInterfaceCreate: deliberate: Roost leaves the host's own network set-up alone
        virInterfaceDefineXML: deliberate: Roost leaves the host's own network set-up alone
        virInterfaceDestroy: deliberate: Roost leaves the host's own network set-up alone
        virInterfaceGetConnect: the handle knows its Connection; the C pointer that this gives is not counted
        virInterfaceRef: each handle holds the one reference that libvirt handed out
        virInterfaceUndefine: deliberate: Roost leaves the host's own network set-up alone
        virNWFilterBindingCreateXML: deliberate: libvirt's drivers bind filters themselves
        virNWFilterBindingDelete: deliberate: libvirt's drivers bind filters themselves
        virNWFilterBindingFree: deliberate: libvirt's drivers bind filters themselves
        virNWFilterBindingGetFilterName: deliberate: libvirt's drivers bind filters themselves
        virNWFilterBindingGetPortDev: deliberate: libvirt's drivers bind filters themselves
        virNWFilterBindingGetXMLDesc: deliberate: libvirt's drivers bind filters themselves
        virNWFilterBindingLookupByPortDev: deliberate: libvirt's drivers bind filters themselves
        virNWFilterBindingRef: deliberate: libvirt's drivers bind filters themselves
        virNWFilterDefineXML: superseded by virNWFilterDefineXMLFlags
        virNWFilterGetUUIDString: superseded by virNWFilterGetUUID
        virNWFilterLookupByUUIDString: superseded by virNWFilterLookupByUUID
        virNWFilterRef: each handle holds the one reference that libvirt handed out
        virNetworkCreateXML: superseded by virNetworkCreateXMLFlags
        virNetworkDefineXML: superseded by virNetworkDefineXMLFlags
        virNetworkGetConnect: the handle knows its Connection; the C pointer that this gives is not counted
        virNetworkGetUUIDString: superseded by virNetworkGetUUID
        virNetworkListAllPorts: deliberate: libvirt's drivers make ports themselves
        virNetworkLookupByUUIDString: superseded by virNetworkLookupByUUID
        virNetworkPortCreateXML: deliberate: libvirt's drivers make ports themselves
        virNetworkPortDelete: deliberate: libvirt's drivers make ports themselves
        virNetworkPortFree: deliberate: libvirt's drivers make ports themselves
        virNetworkPortGetNetwork: deliberate: libvirt's drivers make ports themselves
        virNetworkPortGetParameters: deliberate: libvirt's drivers make ports themselves
        virNetworkPortGetUUID: deliberate: libvirt's drivers make ports themselves
        virNetworkPortGetUUIDString: deliberate: libvirt's drivers make ports themselves
        virNetworkPortGetXMLDesc: deliberate: libvirt's drivers make ports themselves
        virNetworkPortLookupByUUID: deliberate: libvirt's drivers make ports themselves
        virNetworkPortLookupByUUIDString: deliberate: libvirt's drivers make ports themselves
        virNetworkPortRef: deliberate: libvirt's drivers make ports themselves
        virNetworkPortSetParameters: deliberate: libvirt's drivers make ports themselves
        virNetworkRef: each handle holds the one reference that libvirt handed out
        virNodeDeviceCreate: deliberate: Roost makes no mediated or NPIV devices on a host
        virNodeDeviceCreateXML: deliberate: Roost makes no mediated or NPIV devices on a host
        virNodeDeviceDefineXML: deliberate: Roost makes no mediated or NPIV devices on a host
        virNodeDeviceDestroy: deliberate: Roost makes no mediated or NPIV devices on a host
        virNodeDeviceDettach: superseded by virNodeDeviceDetachFlags
        virNodeDeviceGetAutostart: deliberate: Roost makes no mediated or NPIV devices on a host
        virNodeDeviceIsPersistent: deliberate: Roost makes no mediated or NPIV devices on a host
        virNodeDeviceLookupSCSIHostByWWN: deliberate: Roost manages no fibre-channel (NPIV) adapters
        virNodeDeviceRef: each handle holds the one reference that libvirt handed out
        virNodeDeviceSetAutostart: deliberate: Roost makes no mediated or NPIV devices on a host
        virNodeDeviceUndefine: deliberate: Roost makes no mediated or NPIV devices on a host
        virNodeListDevices: superseded by virConnectListAllNodeDevices
        virNodeNumOfDevices: superseded by virConnectListAllNodeDevices
        virResetError: only for a copy of an error; the binding copies the last error in place
        virSaveLastError: superseded by virGetLastError
        virSecretGetConnect: the handle knows its Connection; the C pointer that this gives is not counted
        virSecretGetUUIDString: superseded by virSecretGetUUID
        virSecretLookupByUUIDString: superseded by virSecretLookupByUUID
        virSecretRef: each handle holds the one reference that libvirt handed out
        virStoragePoolGetConnect: the handle knows its Connection; the C pointer that this gives is not counted
        virStoragePoolGetUUIDString: superseded by virStoragePoolGetUUID
        virStoragePoolListVolumes: superseded by virStoragePoolListAllVolumes
        virStoragePoolLookupByUUIDString: superseded by virStoragePoolLookupByUUID
        virStoragePoolRef: each handle holds the one reference that libvirt handed out
        virStorageVolGetConnect: the handle knows its Connection; the C pointer that this gives is not counted
        virStorageVolRef: each handle holds the one reference that libvirt handed out
        virStorageVolWipe: superseded by virStorageVolWipePattern
        virStreamEventUpdateCallback: the one event that is listened to never changes: writing waits in the call
        virStreamRecvAll: superseded by virStreamRecvFlags; a C callback cannot throw into Swift
        virStreamRef: each handle holds the one reference that libvirt handed out
        virStreamSendAll: superseded by virStreamSend; a C callback cannot throw into Swift
        virStreamSparseRecvAll: superseded by virStreamRecvFlags; a C callback cannot throw into Swift
        virStreamSparseSendAll: superseded by virStreamSendHole; a C callback cannot throw into Swift
        virTypedParamsAddFromString: typed parameters are made from Swift values that know their type
        virTypedParamsAddStringList: lists of strings are made by one virTypedParamsAddString for each
        virTypedParamsGet: the fields of virTypedParameter are read as they are
        virTypedParamsGetBoolean: the fields of virTypedParameter are read as they are
        virTypedParamsGetDouble: the fields of virTypedParameter are read as they are
        virTypedParamsGetInt: the fields of virTypedParameter are read as they are
        virTypedParamsGetLLong: the fields of virTypedParameter are read as they are
        virTypedParamsGetString: the fields of virTypedParameter are read as they are
        virTypedParamsGetUInt: the fields of virTypedParameter are read as they are
        virTypedParamsGetULLong: the fields of virTypedParameter are read as they are
        """
}
