// Storage pools of all hosts; one of them with its volumes.

import { api, path } from '../api.js';
import { h } from '../dom.js';
import { bytes } from '../format.js';
import { t } from '../i18n.js';
import { link } from '../router.js';
import { hasManyHosts } from '../store.js';
import { button, commandLine, empty, meter, pageHead, stateBadge, table } from '../ui/parts.js';
import { menuButton } from '../ui/menu.js';
import { hostLists } from '../ui/perhost.js';
import { attempt } from '../ui/toast.js';
import { poolPage } from './pool.js';

/** @param {PageContext} context @returns {PageView} */
export default function storage(context) {
    const [, host, pool] = context.parts;
    if (host && pool) return poolPage(host, pool, context);
    /** @param {Pool} pool @param {string} action */
    const act = (pool, action) => attempt(async () => {
        await api.post(path('hosts', pool.host, 'pools', pool.name, 'actions', action));
        await list.load();
    });
    const list = hostLists('pools', ['pools'], (/** @type {Pool[]} */ items) => items.length === 0
        ? empty('storage', t('pools.empty'), t('pools.empty.text'), commandLine('roost pool create default /var/lib/libvirt/images', t('command')))
        : table(t('place.storage'), [t('column.name'), t('column.state'), ...hasManyHosts() ? [t('column.host')] : [], t('pool.type'), t('pool.path'),
            t('pool.use'), { text: '', class: 'tools' }], items.map((pool) => [
            h('a', { href: link(['storage', pool.host, pool.name]) }, h('strong', {}, pool.name)), stateBadge(pool.active ? 'running' : 'off'),
            ...hasManyHosts() ? [pool.host] : [], pool.type, h('code', {}, pool.path ?? '–'),
            pool.active ? meter(pool.capacity - pool.available, pool.capacity, t('pool.free', { free: bytes(pool.available), all: bytes(pool.capacity) })) : '–',
            [pool.active ? null : button(t('start'), () => act(pool, 'start'), { kind: 'plain', icon: 'play' }),
                menuButton(t('more'), () => [
                    { label: t('refresh'), icon: /** @type {const} */ ('refresh'), disabled: !pool.active, act: () => act(pool, 'refresh') },
                    { label: t('stop'), icon: /** @type {const} */ ('stop'), disabled: !pool.active, danger: true, act: () => act(pool, 'stop') },
                ], { icon: 'more', quiet: true })],
        ])), context.signal);
    return { title: t('place.storage'), element: h('div', {}, pageHead(t('place.storage')), list.element) };
}
