// Deletes a machine: says exactly what goes, and asks for the name.

import { machinePath, Problem, request, version } from '../api.js';
import { fill, h } from '../dom.js';
import { bytes, shellLine } from '../format.js';
import { t } from '../i18n.js';
import { commandName } from '../store.js';
import { ask } from '../ui/dialog.js';
import { commandLine, failureBox, field, loading } from '../ui/parts.js';
import { toastFailure } from '../ui/toast.js';

/** @typedef {{host: string, uuid: string, name: string}} Named */

/** @param {Named} machine @param {boolean} disks */
const query = (machine, disks, suffix = '') => `${machinePath(machine)}${suffix}?disks=${disks ? 'delete' : 'keep'}`;

/**
 * What would go, and the tag by which the server knows that nothing else goes.
 * @param {Named} machine
 * @param {boolean} disks
 */
async function plan(machine, disks) {
    const response = await request('GET', query(machine, disks, '/deletion'));
    return { deletion: /** @type {Deletion} */ (await response.json()), tag: version(response) };
}

/**
 * @param {Named} machine
 * @param {boolean} disks
 * @param {string} tag
 */
async function remove(machine, disks, tag) {
    const response = await request('DELETE', query(machine, disks), undefined, { headers: { 'If-Match': tag } });
    const answer = response.status === 200 ? await response.json() : null;
    for (const failure of answer?.left ?? []) {
        toastFailure(new Problem(0, { title: t('delete.left', { name: machine.name }), detail: [failure.what, failure.why].filter(Boolean).join(': '), remedy: failure.remedy }));
    }
}

/**
 * @param {Named} machine
 * @returns {Promise<boolean>} whether it went
 */
export function deleteMachine(machine) {
    const typed = h('input', { autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off' });
    const disks = h('input', { type: 'checkbox', checked: true });
    const what = h('div', { class: 'going', 'aria-live': 'polite' });
    const command = h('div', {});
    let known = false;
    let tag = '';
    const look = async () => {
        known = false;
        fill(what, loading());
        fill(command, commandLine(shellLine('roost', 'delete', commandName(machine), ...disks.checked ? [] : ['--keep-disks']), t('command')));
        try {
            const seen = await plan(machine, disks.checked);
            tag = seen.tag;
            fill(what, deletionText(seen.deletion));
            known = true;
        } catch (error) {
            fill(what, failureBox(error, look));
        }
        typed.dispatchEvent(new Event('input', { bubbles: true }));
    };
    disks.addEventListener('change', look);
    void look();
    return ask({
        title: t('delete.title', { name: machine.name }), kind: 'danger', accept: t('action.delete'), wide: true,
        ready: () => known && typed.value === machine.name,
        content: [
            what, h('label', { class: 'check' }, disks, h('span', {}, t('delete.disks'))), command,
            field(t('delete.type', { name: machine.name }), typed),
        ],
        act: () => remove(machine, disks.checked, tag),
    });
}

/** @param {Deletion} deletion */
export function deletionText(deletion) {
    const going = deletion.items.filter((item) => !item.whyKept && !item.isGone);
    const kept = deletion.items.filter((item) => item.whyKept);
    /** @param {DeletionItem} item */
    const line = (item) => h('li', {}, h('strong', {}, item.what), item.path ? h('code', {}, item.path) : null,
        h('span', { class: 'muted' }, item.whyKept ?? (item.size === undefined ? '' : bytes(item.size))));
    return [
        h('h3', {}, t('delete.goes')),
        h('ul', {}, h('li', {}, h('strong', {}, t('delete.definition')),
            deletion.isActive ? h('span', { class: 'bad-text' }, t('delete.running')) : null), ...going.map(line),
        deletion.snapshots > 0 ? h('li', {}, h('strong', {}, t('delete.snapshots', { n: deletion.snapshots }))) : null),
        ...kept.length > 0 ? [h('h3', {}, t('delete.stays')), h('ul', {}, ...kept.map(line))] : [],
    ];
}

/**
 * Several at once: each one's loss is listed, and their number is asked for.
 * @param {Named[]} machines
 * @param {(machine: Named, work: () => Promise<void>) => Promise<void>} each does one and notes how it went
 */
export function deleteMany(machines, each) {
    const typed = h('input', { inputMode: 'numeric', autocomplete: 'off' });
    const disks = h('input', { type: 'checkbox', checked: true });
    const list = h('div', { class: 'going tall' });
    /** @type {Map<Named, string>} */
    const tags = new Map();
    let known = false;
    const look = async () => {
        known = false;
        fill(list, loading());
        try {
            /** @type {HTMLElement[]} */
            const parts = [];
            for (const machine of machines) {
                const { deletion, tag } = await plan(machine, disks.checked);
                tags.set(machine, tag);
                parts.push(h('details', {}, h('summary', {}, `${machine.name} (${machine.host})`), ...deletionText(deletion)));
            }
            fill(list, ...parts);
            known = true;
        } catch (error) {
            fill(list, failureBox(error, look));
        }
        typed.dispatchEvent(new Event('input', { bubbles: true }));
    };
    disks.addEventListener('change', look);
    void look();
    return ask({
        title: t('delete.many', { n: machines.length }), kind: 'danger', accept: t('action.delete'), wide: true,
        ready: () => known && typed.value.trim() === String(machines.length),
        content: [list, h('label', { class: 'check' }, disks, h('span', {}, t('delete.disks'))),
            field(t('delete.typeCount', { n: machines.length }), typed)],
        act: async () => {
            for (const machine of machines) await each(machine, () => remove(machine, disks.checked, tags.get(machine) ?? '*'));
        },
    });
}
