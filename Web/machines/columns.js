// The columns of the table of machines: what they show and how they sort.

import { h, fill, setText } from '../dom.js';
import { bytes, percent, rate } from '../format.js';
import { t, word } from '../i18n.js';
import { machineLink } from '../router.js';
import { recall, remember } from '../settings.js';
import { hasManyHosts, isActive } from '../store.js';
import { stateShape } from '../ui/icons.js';
import { pill } from '../ui/parts.js';

/**
 * @typedef {object} Column
 * @property {string} id
 * @property {import('../i18n.js').Key} label
 * @property {string} width of a grid's track
 * @property {boolean} [number] aligned to the right
 * @property {boolean} [live] changes with every sample of use
 * @property {(row: MachineRow) => string | number} order
 * @property {() => HTMLElement} make
 * @property {(cell: HTMLElement, row: MachineRow) => void} show
 */

const stateOrder = ['crashed', 'running', 'blocked', 'shutting-down', 'paused', 'pm-suspended', 'off', 'unknown'];

/** @param {(row: MachineRow) => string} text */
const textCell = (text) => ({
    make: () => h('span', { class: 'text' }),
    /** @param {HTMLElement} cell @param {MachineRow} row */
    show: (cell, row) => {
        const value = text(row);
        setText(cell, value);
        cell.title = value;
    },
});

/** @param {(row: MachineRow) => number | undefined} share 0…100 @param {(row: MachineRow) => string} text */
const barCell = (share, text) => ({
    make: () => h('span', { class: 'use' }, h('span', { class: 'fillbar' }, h('span')), h('span', { class: 'number' })),
    /** @param {HTMLElement} cell @param {MachineRow} row */
    show: (cell, row) => {
        const part = share(row);
        const bar = /** @type {HTMLElement} */ (cell.firstElementChild);
        const inner = /** @type {HTMLElement} */ (bar.firstElementChild);
        bar.classList.toggle('none', part === undefined);
        inner.style.width = `${Math.min(100, part ?? 0)}%`;
        setText(/** @type {Node} */ (cell.lastElementChild), part === undefined ? '' : text(row));
    },
});

/** @param {MachineRow} row */
const cpuShare = (row) => row.usage?.cpuPercentOfVcpus
    ?? (row.usage?.cpuPercent === undefined ? undefined : row.usage.cpuPercent / Math.max(1, row.vcpus ?? 1));
/** @param {MachineRow} row */
const memoryShare = (row) => row.usage?.memoryUsed === undefined || !row.memory ? undefined : row.usage.memoryUsed / row.memory * 100;

/** @type {Column[]} */
export const columns = [
    {
        id: 'state', label: 'column.state', width: '112px', order: (row) => stateOrder.indexOf(row.state),
        make: () => h('span', { class: 'state' }),
        show: (cell, row) => {
            if (cell.dataset.state === row.state) return;
            cell.dataset.state = row.state;
            fill(cell, stateShape(row.state), h('span', {}, word('state', row.state)));
        },
    },
    {
        id: 'name', label: 'column.name', width: 'minmax(160px, 2fr)', order: (row) => row.name,
        make: () => h('span', { class: 'name' }, h('a', { tabIndex: -1 }), h('span', { class: 'title' })),
        show: (cell, row) => {
            const anchor = /** @type {HTMLAnchorElement} */ (cell.firstElementChild);
            setText(anchor, row.name);
            anchor.href = machineLink(row);
            setText(/** @type {Node} */ (cell.lastElementChild), row.title ?? '');
            cell.title = row.title ? `${row.name} – ${row.title}` : row.name;
        },
    },
    {
        id: 'tags', label: 'column.tags', width: 'minmax(80px, 1fr)', order: (row) => row.tags?.join(' ') ?? '',
        make: () => h('span', { class: 'tags' }),
        show: (cell, row) => {
            const text = [row.isTemplate ? '*' : '', ...row.tags ?? []].join('\n');
            if (cell.dataset.tags === text) return;
            cell.dataset.tags = text;
            fill(cell, row.isTemplate ? pill(t('template')) : null, (row.tags ?? []).map((tag) => h('span', { class: 'tag' }, tag)));
        },
    },
    { id: 'host', label: 'column.host', width: 'minmax(80px, 0.7fr)', order: (row) => row.host, ...textCell((row) => row.host) },
    {
        id: 'address', label: 'column.address', width: '128px', order: (row) => row.addresses?.[0] ?? '',
        ...textCell((row) => row.addresses?.join(', ') ?? ''),
    },
    { id: 'vcpus', label: 'column.vcpus', width: '64px', number: true, order: (row) => row.vcpus ?? -1, ...textCell((row) => String(row.vcpus ?? '–')) },
    {
        id: 'cpu', label: 'column.cpu', width: '116px', number: true, live: true, order: (row) => row.usage?.cpuPercent ?? -1,
        ...barCell(cpuShare, (row) => percent(cpuShare(row))),
    },
    {
        id: 'memory', label: 'column.memory', width: '96px', number: true, order: (row) => row.memory ?? -1,
        ...textCell((row) => bytes(row.memory)),
    },
    {
        id: 'memoryUsed', label: 'column.memoryUsed', width: '132px', number: true, live: true, order: (row) => row.usage?.memoryUsed ?? -1,
        ...barCell(memoryShare, (row) => bytes(row.usage?.memoryUsed)),
    },
    {
        id: 'disk', label: 'column.disk', width: '112px', number: true, live: true,
        order: (row) => (row.usage?.diskReadRate ?? -1) + (row.usage?.diskWriteRate ?? 0),
        ...textCell((row) => isActive(row.state) && row.usage ? rate((row.usage.diskReadRate ?? 0) + (row.usage.diskWriteRate ?? 0)) : ''),
    },
    {
        id: 'net', label: 'column.net', width: '112px', number: true, live: true,
        order: (row) => (row.usage?.networkReceiveRate ?? -1) + (row.usage?.networkSendRate ?? 0),
        ...textCell((row) => isActive(row.state) && row.usage ? rate((row.usage.networkReceiveRate ?? 0) + (row.usage.networkSendRate ?? 0)) : ''),
    },
    { id: 'uuid', label: 'column.uuid', width: '280px', order: (row) => row.uuid, ...textCell((row) => row.uuid) },
];

const standard = ['state', 'name', 'tags', 'host', 'vcpus', 'cpu', 'memoryUsed', 'memory'];

/** @returns {Column[]} */
export function chosenColumns() {
    const chosen = recall('columns').split(',').filter(Boolean);
    // One host needs no column, unless somebody wants it.
    const ids = chosen.length > 0 ? chosen : standard.filter((id) => id !== 'host' || hasManyHosts());
    return columns.filter((column) => ids.includes(column.id) || column.id === 'name' || column.id === 'state');
}

/**
 * Those to choose from: without what no row knows.
 * @param {Iterable<MachineRow>} rows
 */
export function offeredColumns(rows) {
    const known = [...rows].some((row) => row.addresses);
    return columns.filter((column) => !['name', 'state'].includes(column.id) && (known || column.id !== 'address'));
}

/** @param {string} id */
export function toggleColumn(id) {
    const ids = new Set(chosenColumns().map((column) => column.id));
    if (ids.has(id)) ids.delete(id);
    else ids.add(id);
    remember('columns', [...ids].join(','));
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/**
 * @param {MachineRow[]} rows changed in place
 * @param {string} id of a column
 * @param {boolean} descending
 */
export function sort(rows, id, descending) {
    const { order } = columns.find((column) => column.id === id) ?? /** @type {Column} */ (columns[1]);
    const sign = descending ? -1 : 1;
    return rows.sort((a, b) => {
        const [x, y] = [order(a), order(b)];
        const first = typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
        return sign * first || collator.compare(a.name, b.name) || collator.compare(a.host, b.host);
    });
}
