// The dialog that deletes a network, and says first what that touches.

import { path, request, version } from '../api.js';
import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t } from '../i18n.js';
import { hostWords } from '../store.js';
import { ask } from '../ui/dialog.js';
import { commandLine, failureBox, loading } from '../ui/parts.js';

/** @param {Network} network @param {() => Promise<unknown>} again */
export function deleteNetwork(network, again) {
    const place = path('hosts', network.host, 'networks', network.name);
    const what = h('div', { class: 'stack', 'aria-live': 'polite' });
    const force = h('input', { type: 'checkbox' });
    const command = h('div', {});
    const tell = () => fill(command, commandLine(
        shellLine('roost', 'net', 'delete', network.name, ...(force.checked ? ['--force'] : []), ...hostWords(network.host)), t('command')));
    force.addEventListener('input', tell);
    let tag = '';
    let isKnown = false;
    let isUsed = false;
    const look = async () => {
        isKnown = false;
        fill(what, loading());
        try {
            const response = await request('GET', `${place}/deletion`);
            const plan = /** @type {{machines: {machine: string, active: boolean}[], reservations: number}} */ (await response.json());
            tag = version(response);
            const running = [...new Set(plan.machines.filter((each) => each.active).map((each) => each.machine))];
            const off = [...new Set(plan.machines.filter((each) => !each.active).map((each) => each.machine))].filter((each) => !running.includes(each));
            isUsed = running.length > 0;
            isKnown = true;
            fill(what, running.length + off.length === 0 ? h('p', {}, t('network.unused')) : null,
                isUsed ? h('p', { class: 'bad-text' }, t('network.running', { names: running.join(', ') })) : null,
                off.length > 0 ? h('p', {}, t('network.off', { names: off.join(', ') })) : null,
                plan.reservations > 0 ? h('p', {}, t('network.reservations', { n: plan.reservations })) : null,
                isUsed ? h('label', { class: 'check' }, force, h('span', {}, t('network.force'))) : null);
        } catch (error) {
            fill(what, failureBox(error, look));
        }
        force.dispatchEvent(new Event('input', { bubbles: true }));
        what.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const done = ask({
        title: t('network.delete', { name: network.name }), kind: 'danger', accept: t('action.delete'),
        content: [what, command],
        ready: () => isKnown && (!isUsed || force.checked),
        act: async () => {
            await request('DELETE', `${place}${force.checked ? '?force=true' : ''}`, undefined, { headers: { 'If-Match': tag } });
            await again();
        },
    });
    tell();
    void look();
    return done;
}
