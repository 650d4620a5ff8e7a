// Lists that each host has for itself, gathered into one.

import { api, path } from '../api.js';
import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { on, store } from '../store.js';
import { failureBox, loading } from './parts.js';

/** Hosts that can be asked. */
export const reachable = () => [...store.hosts.values()].filter((host) => host.state === 'connected').map((host) => host.name).sort();

/**
 * @template T
 * @param {string} what such as 'pools'
 * @param {AbortSignal} signal
 * @returns {Promise<{items: (T & {host: string})[], failures: [string, unknown][]}>}
 */
export async function fromHosts(what, signal) {
    /** @type {[string, unknown][]} */
    const failures = [];
    const lists = await Promise.all(reachable().map(async (host) => {
        try {
            const list = /** @type {List<T>} */ (await api.get(path('hosts', host, what), { signal }));
            return list.items.map((item) => ({ ...item, host }));
        } catch (error) {
            failures.push([host, error]);
            return [];
        }
    }));
    return { items: lists.flat(), failures };
}

/**
 * An element that shows what hosts have, and looks again when one of the topics tells of a change.
 * @template T
 * @param {string} what
 * @param {import('../store.js').Topic[]} topics
 * @param {(items: (T & {host: string})[]) => import('../dom.js').Child | import('../dom.js').Child[]} show
 * @param {AbortSignal} signal
 */
export function hostLists(what, topics, show, signal) {
    const element = h('div', { class: 'stack' }, loading());
    let asked = '';
    let running = false;
    let again = false;
    const load = async () => {
        if (store.hosts.size === 0) return;
        if (running) {
            again = true;
            return;
        }
        running = true;
        asked = reachable().join('\n');
        const { items, failures } = await fromHosts(what, signal);
        running = false;
        if (signal.aborted) return;
        fill(element, failures.map(([host, error]) => h('div', {}, h('h2', {}, host), failureBox(error, load))), show(/** @type {any} */ (items)));
        if (again) {
            again = false;
            void load();
        }
    };
    on(topics, () => void load(), signal);
    on('hosts', () => {
        if (reachable().join('\n') !== asked) void load();
    }, signal);
    void load();
    return { element, load };
}

/**
 * A host to choose; hidden where there is only one.
 * @param {string} [wanted]
 */
export function hostChoice(wanted) {
    const names = reachable();
    const value = wanted && names.includes(wanted) ? wanted : names[0] ?? '';
    return h('select', { value, 'aria-label': t('column.host') }, names.map((name) => h('option', { value: name }, name)));
}
