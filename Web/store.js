// The live picture: a snapshot by requests, kept by the event stream. The stream is opened first and its events wait for the
// snapshot, so that nothing that happens in between is missed.

import { api, currentSession, doors } from './api.js';

/** @typedef {'machines' | 'usage' | 'hosts' | 'networks' | 'pools' | 'operations' | 'audit' | 'connection' | 'images'} Topic */
/** @typedef {'connecting' | 'live' | 'lost'} Connection */

export const store = {
    /** @type {Map<string, MachineRow>} by key() */
    machines: new Map(),
    /** @type {Map<string, HostRow>} */
    hosts: new Map(),
    /** @type {Map<string, OperationStatus>} */
    operations: new Map(),
    /** @type {Connection} */
    connection: 'connecting',
    /** Whether the list of machines is whole. */
    loaded: false,
    /** @type {number | undefined} how many machines there will be, while they are loading */
    expected: undefined,
    /** @type {unknown} why the snapshot could not be had */
    failure: null,
};

/** @param {{host: string, uuid: string}} machine */
export const key = (machine) => `${machine.host}/${machine.uuid}`;

/** @type {Map<Topic, Set<(detail?: any) => void>>} */
const listeners = new Map();

/**
 * @param {Topic | Topic[]} topics
 * @param {(detail?: any) => void} listener
 * @param {AbortSignal} signal ends it
 */
export function on(topics, listener, signal) {
    for (const topic of [topics].flat()) {
        const set = listeners.get(topic) ?? new Set();
        listeners.set(topic, set.add(listener));
        signal.addEventListener('abort', () => set.delete(listener));
    }
}

/** @param {Topic} topic @param {unknown} [detail] */
function tell(topic, detail) {
    for (const listener of [...listeners.get(topic) ?? []]) listener(detail);
}

/** @type {Set<Topic>} */
const due = new Set();

/**
 * Many changes in one moment are told once.
 * @param {Topic} topic
 */
function tellSoon(topic) {
    if (due.size === 0) {
        setTimeout(() => {
            const now = [...due];
            due.clear();
            for (const each of now) tell(each);
        }, 30);
    }
    due.add(topic);
}

/** @param {Connection} connection */
function setConnection(connection) {
    if (store.connection === connection) return;
    store.connection = connection;
    tell('connection');
}

/** @type {EventSource | null} */
let source = null;
/**
 * Events that came before the snapshot; null once it is there.
 * @type {[string, any][] | null}
 */
let waiting = [];
let generation = 0;
/** How often in a row the server has refused the stream. */
let refusals = 0;

const kinds = ['machine', 'host', 'network', 'pool', 'operation', 'usage', 'audit', 'resync'];

export function startLive() {
    stopLive();
    waiting = [];
    source = new EventSource('/api/v1/events');
    source.onopen = () => {
        refusals = 0;
        setConnection('live');
    };
    source.onerror = () => void streamFailed();
    for (const kind of kinds) {
        source.addEventListener(kind, (event) => {
            const value = JSON.parse(/** @type {MessageEvent<string>} */ (event).data);
            if (waiting) waiting.push([kind, value]);
            else apply(kind, value);
        });
    }
    void loadAll();
}

export function stopLive() {
    source?.close();
    source = null;
    generation += 1;
    store.machines.clear();
    store.hosts.clear();
    store.operations.clear();
    store.loaded = false;
    store.failure = null;
    store.connection = 'connecting';
}

/** The browser tries again by itself unless the server refused; then it is asked why. */
async function streamFailed() {
    setConnection('lost');
    if (source?.readyState !== EventSource.CLOSED || !currentSession()) return;
    const mine = generation;
    refusals += 1;
    await new Promise((done) => setTimeout(done, Math.min(60, 2 ** refusals) * 1000));
    if (mine !== generation) return;
    try {
        await api.get('/session', { quiet: true });
        startLive();
    } catch (error) {
        if (/** @type {{status?: number}} */ (error).status === 401) doors.signedOut();
        else void streamFailed();
    }
}

async function loadAll() {
    const mine = ++generation;
    try {
        const hosts = /** @type {Promise<List<HostRow>>} */ (api.get('/hosts'));
        const operations = /** @type {Promise<List<OperationStatus>>} */ (api.get('/operations'));
        await loadMachines(mine);
        const [hostList, operationList] = await Promise.all([hosts, operations]);
        if (mine !== generation) return;
        store.hosts = new Map(hostList.items.map((host) => [host.name, host]));
        store.operations = new Map(operationList.items.map((operation) => [operation.id, operation]));
        store.failure = null;
        const held = waiting ?? [];
        waiting = null;
        for (const [kind, value] of held) apply(kind, value);
    } catch (error) {
        if (mine !== generation) return;
        store.failure = error;
    }
    for (const topic of /** @type {Topic[]} */ (['machines', 'hosts', 'operations', 'networks', 'pools', 'images'])) tell(topic);
}

/**
 * The first page is shown while the rest comes.
 * @param {number} mine
 */
async function loadMachines(mine) {
    /** @type {Map<string, MachineRow>} */
    const fresh = new Map();
    const isFirst = !store.loaded;
    let limit = isFirst ? 100 : 1000;
    let cursor = '';
    do {
        const query = new URLSearchParams({ limit: String(limit), ...cursor ? { cursor } : {} });
        const list = /** @type {List<MachineRow>} */ (await api.get(`/machines?${query}`));
        if (mine !== generation) return;
        for (const row of list.items) fresh.set(key(row), row);
        cursor = list.next ?? '';
        limit = 1000;
        store.expected = list.total;
        if (isFirst) {
            store.machines = fresh;
            store.loaded = cursor === '';
            tell('machines');
        }
    } while (cursor);
    store.machines = fresh;
    store.loaded = true;
}

/**
 * @param {string} kind
 * @param {any} value
 */
function apply(kind, value) {
    switch (kind) {
        case 'machine': applyMachine(value); break;
        case 'usage': applyUsage(value); break;
        case 'host': put(store.hosts, value.name ?? value.host, value.row === undefined ? value : value.row, 'hosts'); break;
        case 'operation': put(store.operations, value.id, value, 'operations'); break;
        case 'network': tell('networks', value); break;
        case 'pool': tell('pools', value); break;
        case 'audit': tell('audit', value); break;
        case 'resync': void loadAll(); break;
    }
}

/** @param {{host: string, uuid: string, row: MachineRow | null}} change */
function applyMachine(change) {
    const id = key(change);
    if (change.row) {
        const before = store.machines.get(id);
        store.machines.set(id, { ...change.row, usage: change.row.usage ?? (isActive(change.row.state) ? before?.usage : undefined) });
    } else {
        store.machines.delete(id);
    }
    tellSoon('machines');
}

/** @param {{host: string, items: (Usage & {uuid: string})[], own?: Usage}} sample */
function applyUsage(sample) {
    for (const usage of sample.items) {
        const row = store.machines.get(`${sample.host}/${usage.uuid}`);
        if (row) row.usage = usage;
    }
    tell('usage', sample);
}

/**
 * @template T
 * @param {Map<string, T>} map
 * @param {string} id
 * @param {T | null} value
 * @param {Topic} topic
 */
function put(map, id, value, topic) {
    if (value === null) map.delete(id);
    else map.set(id, value);
    tellSoon(topic);
}

/**
 * Notes an operation that an answer told of, before its first event.
 * @param {OperationStatus} operation
 */
export function noteOperation(operation) {
    if (!store.operations.has(operation.id)) put(store.operations, operation.id, operation, 'operations');
}

/** @param {string} state */
export const isActive = (state) => !['off', 'crashed', 'unknown'].includes(state);

/** Whether names need their host in front of them. */
export const hasManyHosts = () => store.hosts.size > 1;

/**
 * A machine's name for the command line.
 * @param {{host: string, name: string}} machine
 */
export const commandName = (machine) => hasManyHosts() ? `${machine.host}/${machine.name}` : machine.name;

/**
 * The words that choose a host on the command line.
 * @param {string} host
 */
export const hostWords = (host) => hasManyHosts() ? ['--host', host] : [];
