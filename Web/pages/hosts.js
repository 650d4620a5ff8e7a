// The hosts: whether they answer, how much of them is used, what is wrong with them.

import { fill, h } from '../dom.js';
import { bytes, shellLine } from '../format.js';
import { t, word } from '../i18n.js';
import { link } from '../router.js';
import { on, store } from '../store.js';
import { icon } from '../ui/icons.js';
import { commandLine, facts, loading, meter, pageHead, pill } from '../ui/parts.js';
import { hostPage } from './host.js';

/** @param {PageContext} context @returns {PageView} */
export default function hosts(context) {
    const { parts, signal } = context;
    if (parts[1]) return hostPage(parts[1], context);
    const list = h('div', { class: 'hosts' }, loading());
    const show = () => {
        if (store.hosts.size > 0) {
            const inOrder = [...store.hosts.values()].sort((a, b) => Number(a.state === 'connected') - Number(b.state === 'connected'));
            fill(list, inOrder.map((host) => card(host, true)));
        }
    };
    on(['hosts', 'usage'], show, signal);
    show();
    return {
        title: t('place.hosts'),
        element: h('div', {}, pageHead(t('place.hosts')), list, h('div', { class: 'teach' }, h('p', { class: 'muted' }, t('hosts.add')), commandLine('roost host add lab1 root@lab1.example.org'))),
    };
}

/**
 * What the machines of a host use together.
 * @param {string} host
 */
function use(host) {
    let cpu = 0;
    let memory = 0;
    for (const row of store.machines.values()) {
        if (row.host !== host) continue;
        cpu += row.usage?.cpuPercent ?? 0;
        memory += row.usage?.memoryUsed ?? 0;
    }
    return { cpu, memory };
}

/** @param {HostRow} host @param {boolean} isLinked whether its name leads to its page */
export function card(host, isLinked) {
    const info = host.info;
    const tone = host.state === 'connected' ? 'good' : host.state === 'unreachable' ? 'bad' : '';
    const head = h('header', {}, h('h2', {}, isLinked ? h('a', { href: link(['hosts', host.name]) }, host.name) : host.name), pill(word('host', host.state), tone));
    const trouble = host.state === 'unreachable' ? h('div', { class: 'note' }, icon('warning'),
        h('div', {}, h('p', {}, host.why ?? ''), host.remedy ? h('p', { class: 'muted' }, host.remedy) : null)) : null;
    const machines = h('a', { href: link(['machines'], { host: host.name }) }, t('host.machines', { running: host.machines.running, total: host.machines.total }));
    if (!info) return h('section', { class: 'panel' }, head, h('div', { class: 'panel-body stack' }, trouble, facts([[t('host.address'), host.uri], [t('place.machines'), machines]])));
    const used = use(host.name);
    const whole = info.processor.count * 100;
    const poolRows = info.pools.filter((pool) => pool.active);
    const taken = info.memory - (info.freeMemory ?? info.memory);
    return h('section', { class: 'panel' }, head, h('div', { class: 'panel-body stack' }, trouble, warnings(info),
        h('div', { class: 'gauges' },
            h('div', {}, h('h3', {}, t('host.cpu')), meter(used.cpu, whole, t('host.cpu.use', { percent: Math.round(used.cpu / whole * 100), n: info.processor.count }))),
            h('div', {}, h('h3', {}, t('column.memory')), info.freeMemory === undefined ? bytes(info.memory)
                : meter(taken, info.memory, t('pool.free', { free: bytes(info.freeMemory), all: bytes(info.memory) }))),
            ...poolRows.map((pool) => h('div', {}, h('h3', {}, h('a', { href: link(['storage', host.name, pool.name]) }, t('host.pool', { name: pool.name }))),
                meter(pool.capacity - pool.available, pool.capacity, t('pool.free', { free: bytes(pool.available), all: bytes(pool.capacity) }))))),
        facts([
            [t('place.machines'), machines],
            [t('host.processor'), [info.processor.vendor, info.processor.model, info.processor.architecture].filter(Boolean).join(' ')],
            [t('host.acceleration'), info.accelerated ? 'KVM' : t('machine.emulated')],
            [t('host.versions'), [`libvirt ${info.libvirtVersion}`, info.hypervisorVersion ? `${info.hypervisor} ${info.hypervisorVersion}` : info.hypervisor].join(', ')],
            [t('host.address'), h('code', {}, host.uri)],
        ]), commandLine(shellLine('roost', 'host', 'info', ...host.isLocal ? [] : ['--host', host.name]), t('command'))));
}

/** @param {HostInfo} info */
function warnings(info) {
    /** @type {string[]} */
    const texts = [];
    if (!info.accelerated) texts.push(t('host.warn.emulated', { why: info.emulationReason ?? '' }));
    for (const pool of info.pools) {
        if (pool.active && pool.capacity > 0 && pool.available / pool.capacity < 0.1) texts.push(t('host.warn.pool', { name: pool.name, free: bytes(pool.available) }));
    }
    if (info.freeMemory !== undefined && info.freeMemory / info.memory < 0.05) texts.push(t('host.warn.memory'));
    return texts.length === 0 ? null : h('div', { class: 'stack tight' }, texts.map((text) => h('div', { class: 'note' }, icon('warning'), h('span', {}, text))));
}
