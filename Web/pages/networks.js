// Virtual networks of all hosts.

import { api, hasRole, mayBecome, path } from '../api.js';
import { h } from '../dom.js';
import { shellLine } from '../format.js';
import { t, word } from '../i18n.js';
import { link } from '../router.js';
import { hasManyHosts, hostWords } from '../store.js';
import { ask } from '../ui/dialog.js';
import { button, commandLine, empty, pageHead, stateBadge, table } from '../ui/parts.js';
import { hostLists } from '../ui/perhost.js';
import { networkPage } from './network.js';
import { deleteNetwork } from './networkdelete.js';
import { makeNetwork } from './networkmake.js';
import { attempt } from '../ui/toast.js';

/** @param {PageContext} context @returns {PageView} */
export default function networks(context) {
    const { parts, signal } = context;
    if (parts[1] && parts[2]) return networkPage(parts[1], parts[2], context);
    /** @param {Network} network @param {string} action */
    const post = async (network, action) => {
        await api.post(path('hosts', network.host, 'networks', network.name, 'actions', action));
        await list.load();
    };
    /** @param {Network} network */
    const toggle = (network) => network.active
        ? ask({
            title: t('network.stop', { name: network.name }), kind: 'danger', accept: t('stop'),
            content: [h('p', {}, t('network.stop.text')), commandLine(shellLine('roost', 'net', 'stop', network.name, ...hostWords(network.host)), t('command'))],
            act: () => post(network, 'stop'),
        })
        : attempt(() => post(network, 'start'));
    // The server refuses by itself; who may only look is not offered what leads nowhere.
    const mayRule = mayBecome('administrator') && hasRole('operator');
    /** @type {{element: HTMLElement, load: () => Promise<void>}} */
    const list = hostLists('networks', ['networks'], (/** @type {Network[]} */ items) => items.length === 0
        ? empty('networks', t('networks.empty'), t('networks.empty.text'), commandLine('roost net create lab', t('command')))
        : table(t('place.networks'), [t('column.name'), t('column.state'), ...hasManyHosts() ? [t('column.host')] : [], t('network.forward'),
            t('network.bridge'), t('network.addresses'), t('machine.autostart'), { text: '', class: 'tools' }], items.map((network) => [
            h('a', { href: link(['networks', network.host, network.name]) }, h('strong', {}, network.name)), stateBadge(network.active ? 'running' : 'off'), ...hasManyHosts() ? [network.host] : [],
            word('forward', network.forward), network.bridge ?? '–', h('code', {}, network.addresses.join(', ') || '–'), network.autostart ? t('yes') : t('no'),
            mayRule ? [button(network.active ? t('stop') : t('start'), () => toggle(network), { kind: 'plain', icon: network.active ? 'stop' : 'play' }),
                button(t('action.delete'), () => deleteNetwork(network, () => list.load()), { kind: 'plain', icon: 'trash' })] : null,
        ])), signal);
    return { title: t('place.networks'), element: h('div', {}, pageHead(t('place.networks'),
        mayRule ? button(t('network.new'), () => makeNetwork(() => list.load()), { icon: 'plus', kind: 'main' }) : null), list.element) };
}
