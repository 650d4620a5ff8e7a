// What the server says, as RoostCore's Codable types write it. Sizes are bytes, dates ISO 8601.

type Role = 'viewer' | 'operator' | 'administrator';

interface Session {
    id: string;
    user: string;
    role: Role;
    maximumRole: Role;
    csrf: string;
    expires: string;
    elevatedUntil?: string;
}

interface ProblemDocument {
    type?: string;
    title?: string;
    detail?: string;
    status?: number;
    remedy?: string;
}

interface List<T> { items: T[]; total?: number; next?: string }

interface Usage {
    uuid?: string;
    cpuPercent?: number;
    cpuPercentOfVcpus?: number;
    memoryUsed?: number;
    memory?: number;
    diskReadRate?: number;
    diskWriteRate?: number;
    networkReceiveRate?: number;
    networkSendRate?: number;
}

interface MachineRow {
    name: string;
    uuid: string;
    id?: number;
    host: string;
    state: string;
    vcpus?: number;
    memory?: number;
    maximumMemory?: number;
    autostart: boolean;
    persistent: boolean;
    hasSavedState: boolean;
    tags?: string[];
    title?: string;
    addresses?: string[];
    os?: string;
    isTemplate?: boolean;
    /** False while its host does not answer: then the row is what was seen last. */
    reachable?: boolean;
    usage?: Usage;
}

interface Disk {
    target: string; bus?: string; device: string; source?: string; format?: string; readOnly: boolean;
    backing?: string[]; capacity?: number; allocation?: number; physical?: number;
}
/** What it has now, and what its next start brings. */
interface DiskRow {
    target: string; kind: 'disk' | 'cdrom' | 'floppy'; bus?: string; source?: string; format?: string; capacity?: number;
    readOnly: boolean; cache?: string; serial?: string; bootOrder?: number; limits: Record<string, number>;
    isNow: boolean; isAtNextStart: boolean;
}
interface CardRow {
    mac: string; type?: string; source?: string; model?: string; device?: string; isLinkUp: boolean; filter?: string;
    mtu?: number; bootOrder?: number; addresses: Address[]; isNow: boolean; isAtNextStart: boolean;
}
interface DeviceReport {
    machine: string; kind: string; device: string; wasActive: boolean;
    effects: { what: string; isNow: boolean; isAtNextStart: boolean; whyNotNow?: string }[];
    made: string[]; deleted: string[]; notices: string[];
}
interface Address { address: string; prefix?: number; source: string }
interface NetworkCard {
    mac?: string; model?: string; type?: string; source?: string; device?: string; addresses: Address[];
}
interface Graphics { type: string; listen?: string; port?: number; tlsPort?: number; socket?: string; hasPassword?: boolean }
interface Snapshot { name: string; created?: string; state?: string; description?: string; parent?: string; current: boolean }

interface MachineDetail extends Omit<MachineRow, 'os'> {
    reason?: string;
    notes?: string;
    tags: string[];
    os?: { id: string; name?: string };
    maximumVCPUs: number;
    architecture?: string;
    machineType?: string;
    firmware?: string;
    acceleration?: string;
    agentConnected?: boolean;
    disks: Disk[];
    interfaces: NetworkCard[];
    graphics: Graphics[];
    snapshots: Snapshot[];
}

interface DeletionItem {
    what: string; path?: string; size?: number; whyKept?: string; goesWithDefinition: boolean; isGone: boolean;
}
interface Deletion {
    machine: string; uuid: string; isActive: boolean; isPersistent: boolean;
    items: DeletionItem[]; snapshots: number; checkpoints: number;
}

interface Pool {
    name: string; uuid: string; host: string; type: string; active: boolean; autostart: boolean; persistent: boolean;
    path?: string; capacity: number; allocation: number; available: number;
}
interface Volume {
    name: string; pool: string; path: string; format?: string; capacity: number; allocation: number;
    backing?: string; unfinishedUploadOf?: string;
}
interface Network {
    name: string; uuid: string; host: string; active: boolean; autostart: boolean; persistent: boolean;
    forward: string; bridge?: string; addresses: string[];
}
interface HostBridge {
    name: string; host: string; isUp: boolean; stp: boolean; mac: string; mtu: number; ports: string[]; guests: number;
    addresses: string[]; network?: string; madeByRoost: boolean; awaitsConfirmation: boolean;
    machines: { machine: string; mac?: string; active: boolean }[];
}
interface HostCard { name: string; mac: string; isUp: boolean; addresses: string[]; refusal?: string; remedy?: string }
interface HostChange { title: string; commands: string[]; note?: string }
interface NetworkSettings {
    forward: string; addresses: string[]; ranges: { first: string; last: string }[]; domain?: string; mtu?: number; vlans: number[];
    portGroups: { name: string; vlans: number[]; isDefault: boolean }[]; dnsNames: { names: string[]; address: string }[];
}
interface NetworkDetails extends Omit<NetworkSettings, 'forward' | 'addresses'> {
    network: Network;
    /** What it is set to when it starts the next time, where that is something else than now. */
    next?: NetworkSettings;
    reservations: { address: string; mac?: string; name?: string }[];
    leases: { address: string; mac?: string; machine?: string; hostname?: string; expires?: number }[];
    connections: { machine: string; mac?: string; active: boolean }[];
}
interface ChangeReport { isActive: boolean; now: string[]; atNextStart: string[]; notices: string[] }
interface Port { transport: 'tcp' | 'udp'; bind?: string; port: number; guestPort: number; address: string }
interface PortRow { machine: string; uuid: string; host: string; active: boolean; port: Port }
interface Finding {
    id: string; topic: string; title: string; state: 'ok' | 'note' | 'warning' | 'failure' | 'unknown';
    evidence?: string; advice?: string; remedy: string[]; fix?: { title: string; commands: string[]; note?: string };
}
interface HostCheck { host: string; system: string; findings: Finding[] }
interface HostInfo {
    hostname: string; uri: string; hypervisor: string; hypervisorVersion?: string; libvirtVersion: string; daemon?: string;
    processor: { architecture: string; model?: string; vendor?: string; count: number; sockets: number; cores: number;
        threads: number; frequency?: number };
    memory: number; freeMemory?: number; accelerated: boolean; emulationReason?: string;
    machines: { running: number; total: number }; networks: { running: number; total: number }; pools: Pool[];
}
interface HostRow {
    name: string;
    uri: string;
    isLocal: boolean;
    state: 'connecting' | 'connected' | 'unreachable';
    why?: string;
    remedy?: string;
    since: string;
    info?: HostInfo;
    machines: { running: number; total: number };
    /** What the host itself uses. */
    usage?: Usage;
}

interface Image {
    name: string; version?: string; pool?: string; volume?: string; path: string; format: string;
    virtualSize: number; allocation: number;
    record?: { origin: string; source?: string; os?: string; architecture?: string; user?: string; added: string };
}
interface CatalogueEntry { name: string; title: string; os?: string; user?: string; offers: Record<string, unknown> }

interface OperationStatus {
    id: string;
    what: string;
    host: string;
    user: string;
    state: 'running' | 'done' | 'failed' | 'cancelled';
    progress?: { step: string; done: number; total?: number; unit: 'bytes' | 'steps' };
    started: string;
    ended?: string;
    failure?: { what: string; why?: string; remedy?: string };
    /** Only in the answer about this one operation. */
    result?: any;
}

interface AuditEntry {
    id: number; time: string; user: string; way: string; address: string; action: string; host?: string; machine?: string;
    detail?: string; result: 'begun' | 'done' | 'failed' | 'refused'; why?: string; milliseconds?: number;
}

interface SessionRow {
    id: string; user: string; maximumRole: Role; created: string; used: string; elevatedUntil?: string; address: string;
    agent: string; isOwn: boolean;
}
interface TokenRow {
    id: string; user: string; name: string; role: Role; host?: string; created: string; expires: string; used?: string;
    /** Told once, in the answer to its making. */
    secret?: string;
}

interface Plan {
    name: string; xml: string; disks: string[]; cloudInit?: string; warnings: string[]; command: string;
}

interface CreatedMachine {
    name: string; uuid: string; host: string; generatedPassword?: string; notices: string[];
}

/** What a page of the console is to the shell. */
interface PageView { title: string; element: HTMLElement }
/** Where one is: the parts of the address, and what ends when one leaves. */
interface PageContext { parts: string[]; query: URLSearchParams; signal: AbortSignal }
