// The bridges of a host, by which guests are in its own network.

import { api, hasRole, mayBecome, path } from '../api.js';
import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { button, empty, fillWith, pill, table } from '../ui/parts.js';
import { attempt } from '../ui/toast.js';
import { keepBridge, undoBridge } from './bridgecountdown.js';
import { deleteBridge, makeBridge } from './bridgeforms.js';

/** @param {string} host @param {AbortSignal} signal */
export function hostBridges(host, signal) {
    const body = h('div', {});
    /** @type {HostBridge[]} */
    let known = [];
    const load = () => fillWith(body, async () => {
        known = /** @type {List<HostBridge>} */ (await api.get(path('hosts', host, 'bridges'), { signal })).items;
        return known;
    }, (items) => items.length === 0 ? empty('networks', t('bridge.none'), t('bridge.none.text')) : list(items, load), signal);
    const element = h('section', { class: 'stack' });
    const show = () => {
        if (!hasRole('operator')) return fill(element);
        fill(element, h('h2', {}, t('bridges')), h('div', { class: 'tab-tools' }, h('p', { class: 'muted' }, t('bridges.text')),
            mayBecome('administrator') ? button(t('bridge.new'), () => attempt(() => makeBridge(host, known.map((each) => each.name), load)), { icon: 'plus' }) : null), body);
    };
    show();
    if (hasRole('operator')) void load();
    return element;
}

/** @param {HostBridge[]} items @param {() => Promise<void>} again */
function list(items, again) {
    return table(t('bridges'), [t('column.name'), t('column.state'), t('bridge.ports'), t('bridge.guests'), t('network.addresses'), t('bridge.owner'), { text: '', class: 'tools' }],
        items.map((each) => [h('strong', {}, each.name), state(each), each.ports.join(', ') || '–', String(each.guests), h('code', {}, each.addresses.join(', ') || '–'), owner(each), tools(each, again)]));
}

/** @param {HostBridge} each */
const state = (each) => each.awaitsConfirmation ? pill(t('bridge.open'), 'warn') : each.isUp ? pill(t('bridge.up'), 'good') : pill(t('bridge.down'));

/** @param {HostBridge} each */
const owner = (each) => each.network ? t('bridge.ofNetwork', { name: each.network }) : t(each.madeByRoost ? 'bridge.byRoost' : 'bridge.ofHost');

/** @param {HostBridge} each @param {() => Promise<void>} again */
function tools(each, again) {
    if (!mayBecome('administrator')) return [];
    /** @param {() => Promise<unknown>} work */
    const then = (work) => async () => {
        await attempt(work);
        await again();
    };
    if (each.awaitsConfirmation) {
        return [button(t('bridge.keep'), then(() => keepBridge(each.host, each.name)), { kind: 'plain', icon: 'check' }),
            button(t('bridge.undo'), then(() => undoBridge(each.host, each.name)), { kind: 'plain' })];
    }
    return each.network ? [] : [button(t('action.delete'), () => deleteBridge(each.host, each.name, again), { kind: 'plain', icon: 'trash' })];
}
