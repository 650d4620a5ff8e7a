// Which machines are shown: words, states, hosts, tags.

import { word } from '../i18n.js';
import { isActive } from '../store.js';

/** @typedef {{text: string, state: string, host: string, tags: string[]}} Filter */

/**
 * Groups of states that people look for.
 * @type {Record<string, (state: string) => boolean>}
 */
export const stateGroups = {
    all: () => true,
    running: (state) => state === 'running' || state === 'blocked' || state === 'shutting-down',
    paused: (state) => state === 'paused' || state === 'pm-suspended',
    off: (state) => state === 'off',
    problem: (state) => state === 'crashed' || state === 'unknown',
};

/** @param {URLSearchParams} query @returns {Filter} */
export const filterFrom = (query) => ({
    text: query.get('q') ?? '', state: query.get('state') ?? 'all', host: query.get('host') ?? '', tags: query.getAll('tag'),
});

/** @param {Filter} filter @returns {Record<string, string>} */
export function queryOf(filter) {
    /** @type {Record<string, string>} */
    const query = {};
    if (filter.text) query.q = filter.text;
    if (filter.state !== 'all') query.state = filter.state;
    if (filter.host) query.host = filter.host;
    if (filter.tags[0]) query.tag = filter.tags[0];
    return query;
}

/**
 * A row never changes, it is replaced: what is searched is made once.
 * @type {WeakMap<MachineRow, string>}
 */
const haystacks = new WeakMap();

/** @param {MachineRow} row */
function haystack(row) {
    let text = haystacks.get(row);
    if (text === undefined) {
        text = [row.name, row.title, row.host, row.state, word('state', row.state), ...row.tags ?? [], ...row.addresses ?? [], row.uuid]
            .join('\n').toLowerCase();
        haystacks.set(row, text);
    }
    return text;
}

/**
 * @param {Iterable<MachineRow>} rows
 * @param {Filter} filter
 */
export function filtered(rows, filter) {
    const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
    const inGroup = stateGroups[filter.state] ?? (() => true);
    /** @type {MachineRow[]} */
    const found = [];
    for (const row of rows) {
        if (!inGroup(row.state)) continue;
        if (filter.host && row.host !== filter.host) continue;
        if (filter.tags.length > 0 && !filter.tags.every((tag) => row.tags?.includes(tag))) continue;
        if (words.length > 0) {
            const text = haystack(row);
            if (!words.every((one) => text.includes(one))) continue;
        }
        found.push(row);
    }
    return found;
}

/**
 * Tags with the number of machines that have them, the commonest first.
 * @param {Iterable<MachineRow>} rows
 */
export function tagCounts(rows) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const row of rows) for (const tag of row.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/** @param {Iterable<MachineRow>} rows */
export function counts(rows) {
    const result = { all: 0, running: 0, paused: 0, off: 0, problem: 0, active: 0 };
    for (const row of rows) {
        result.all += 1;
        if (isActive(row.state)) result.active += 1;
        for (const group of /** @type {const} */ (['running', 'paused', 'off', 'problem'])) {
            if (stateGroups[group]?.(row.state)) result[group] += 1;
        }
    }
    return result;
}
