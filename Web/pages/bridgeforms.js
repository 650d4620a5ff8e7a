// The dialogs that make and delete bridges of a host. What the host will do is shown first.

import { api, path, request, version } from '../api.js';
import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t } from '../i18n.js';
import { hostWords, noteOperation } from '../store.js';
import { ask } from '../ui/dialog.js';
import { icon } from '../ui/icons.js';
import { commandLine, failureBox, field, loading, select } from '../ui/parts.js';
import { followBridge } from './bridgecountdown.js';

/** How long typing has to pause before the host is asked for the plan. */
const pause = 500;

/**
 * @param {string} host
 * @param {string[]} taken names that there are
 * @param {() => Promise<unknown>} again
 */
export async function makeBridge(host, taken, again) {
    const cards = /** @type {List<HostCard>} */ (await api.get(path('hosts', host, 'cards'))).items;
    const usable = cards.filter((card) => !card.refusal);
    const name = h('input', { value: freeName(taken), maxlength: 15, spellcheck: 'false', autocomplete: 'off' });
    const nic = select(usable.map((card) => [card.name, [card.name, ...card.addresses].join(' · ')]), usable[0]?.name ?? '');
    const stp = h('input', { type: 'checkbox' });
    const seconds = h('input', { type: 'number', min: 15, max: 600, value: 60 });
    const what = h('div', { class: 'stack', 'aria-live': 'polite' });
    const command = h('div', {});
    const order = () => ({ bridge: name.value.trim(), nic: nic.value, stp: stp.checked, timeout: seconds.valueAsNumber });
    /** @type {{order: string, tag: string} | undefined} what the host has planned */
    let plan;
    const isPlanned = () => plan?.order === JSON.stringify(order());
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const look = async () => {
        const wanted = JSON.stringify(order());
        if (plan?.order === wanted || !name.value.trim() || !nic.value || !seconds.validity.valid) return;
        fill(what, loading());
        try {
            const response = await request('POST', path('hosts', host, 'bridges', 'plan'), order());
            const answer = /** @type {{plan: {warnings: string[]}, lines: string[]}} */ (await response.json());
            if (wanted !== JSON.stringify(order())) return;
            plan = { order: wanted, tag: version(response) };
            fill(what, answer.plan.warnings.map((text) => h('div', { class: 'note' }, icon('warning'), h('span', {}, text))),
                h('h3', {}, t('bridge.plan')), h('pre', { class: 'plan', tabIndex: 0 }, answer.lines.join('\n')));
        } catch (error) {
            if (wanted === JSON.stringify(order())) fill(what, failureBox(error, look));
        }
        content.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const content = h('div', { class: 'stack' },
        h('div', { class: 'two' }, field(t('column.name'), name), field(t('bridge.nic'), nic, t('bridge.nic.hint'))),
        refused(cards), field(t('bridge.timeout'), seconds, t('bridge.timeout.hint')),
        h('label', { class: 'check' }, stp, h('span', {}, t('bridge.stp'))),
        h('div', { class: 'note' }, icon('warning'), h('span', {}, t('bridge.warning', { host }))), what, command);
    const show = () => {
        seconds.min = stp.checked ? '30' : '15';
        fill(command, commandLine(shellLine('roost', 'host', 'bridge', 'create', name.value.trim() || 'br0', '--nic', nic.value || 'NIC',
            ...stp.checked ? ['--stp'] : [], ...seconds.value === '60' ? [] : ['--timeout', seconds.value], ...hostWords(host)), t('command')));
        if (isPlanned()) return;
        clearTimeout(timer);
        timer = setTimeout(() => void look(), pause);
    };
    content.addEventListener('input', show);
    show();
    /** @type {OperationStatus | undefined} */
    let begun;
    const done = await ask({
        title: t('bridge.new.title', { host }), accept: t('bridge.make'), wide: true, content, ready: isPlanned,
        act: async () => {
            const response = await request('POST', path('hosts', host, 'bridges'), order(), { headers: { 'If-Match': plan?.tag ?? '' } });
            begun = (await response.json()).operation;
        },
    });
    clearTimeout(timer);
    if (done && begun) await follow(begun, host, order().bridge, order().timeout, t('bridge.making', { name: order().bridge, host }), again);
}

/** @param {string[]} taken */
function freeName(taken) {
    let number = 0;
    while (taken.includes(`br${number}`)) number += 1;
    return `br${number}`;
}

/**
 * Cards that cannot be in a bridge, and why.
 * @param {HostCard[]} cards
 */
function refused(cards) {
    const those = cards.filter((card) => card.refusal);
    if (those.length === 0) return null;
    return h('details', { open: those.length === cards.length }, h('summary', {}, t('bridge.refused', { n: those.length })),
        h('dl', { class: 'facts' }, those.map((card) => h('div', {}, h('dt', {}, card.name),
            h('dd', {}, h('p', {}, card.refusal ?? ''), card.remedy ? h('p', { class: 'muted' }, card.remedy) : null)))));
}

/** @param {string} host @param {string} name @param {() => Promise<unknown>} again */
export async function deleteBridge(host, name, again) {
    const place = path('hosts', host, 'bridges', name);
    const what = h('div', { class: 'stack', 'aria-live': 'polite' });
    const force = h('input', { type: 'checkbox' });
    const command = h('div', {});
    const tell = () => fill(command, commandLine(shellLine('roost', 'host', 'bridge', 'delete', name, ...force.checked ? ['--force'] : [], ...hostWords(host)), t('command')));
    force.addEventListener('input', tell);
    tell();
    let tag = '';
    let guests = 0;
    const look = async () => {
        fill(what, loading());
        try {
            const response = await request('GET', `${place}/deletion`);
            const plan = /** @type {{apply: string, guests: number, machines: {machine: string}[]}} */ (await response.json());
            tag = version(response);
            guests = plan.guests;
            const machines = [...new Set(plan.machines.map((each) => each.machine))];
            fill(what, h('p', {}, t('bridge.delete.text')),
                machines.length > 0 ? h('p', { class: 'bad-text' }, t('bridge.delete.machines', { names: machines.join(', ') })) : null,
                guests > 0 ? h('label', { class: 'check' }, force, h('span', {}, t('bridge.delete.force', { n: guests }))) : null,
                h('details', {}, h('summary', {}, t('bridge.plan')), h('pre', { class: 'plan', tabIndex: 0 }, plan.apply)));
        } catch (error) {
            fill(what, failureBox(error, look));
        }
        what.dispatchEvent(new Event('input', { bubbles: true }));
    };
    /** @type {OperationStatus | undefined} */
    let begun;
    const question = ask({
        title: t('bridge.delete', { name, host }), kind: 'danger', accept: t('action.delete'),
        content: [what, command],
        ready: () => tag !== '' && (guests === 0 || force.checked),
        act: async () => {
            const response = await request('DELETE', `${place}${force.checked ? '?force=true' : ''}`, undefined, { headers: { 'If-Match': tag } });
            begun = (await response.json()).operation;
        },
    });
    void look();
    if (await question && begun) await follow(begun, host, name, 60, t('bridge.deleting', { name, host }), again);
}

/**
 * @param {OperationStatus} operation
 * @param {string} host
 * @param {string} bridge
 * @param {number} seconds
 * @param {string} title
 * @param {() => Promise<unknown>} again
 */
async function follow(operation, host, bridge, seconds, title, again) {
    noteOperation(operation);
    await followBridge(operation, host, bridge, seconds, title);
    await again();
}
