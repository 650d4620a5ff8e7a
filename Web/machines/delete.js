// Deletes a machine: says exactly what goes, and asks for the name.

import { api, machinePath } from '../api.js';
import { fill, h } from '../dom.js';
import { bytes, shellLine } from '../format.js';
import { t } from '../i18n.js';
import { commandName, noteOperation } from '../store.js';
import { ask } from '../ui/dialog.js';
import { commandLine, failureBox, field, loading } from '../ui/parts.js';

/** @typedef {{host: string, uuid: string, name: string}} Named */

/** @param {Named} machine @param {boolean} disks */
const query = (machine, disks, suffix = '') => `${machinePath(machine)}${suffix}?disks=${disks ? 'delete' : 'keep'}`;

/** @param {Named} machine @param {boolean} disks */
async function remove(machine, disks) {
    const answer = await api.delete(query(machine, disks));
    if (answer?.operation?.id) noteOperation(answer.operation);
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
    const look = async () => {
        known = false;
        fill(what, loading());
        fill(command, commandLine(shellLine('roost', 'delete', commandName(machine), ...disks.checked ? [] : ['--keep-disks']), t('command')));
        try {
            const deletion = /** @type {Deletion} */ (await api.get(query(machine, disks.checked, '/deletion')));
            fill(what, deletionText(deletion));
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
        act: () => remove(machine, disks.checked),
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
    let known = false;
    const look = async () => {
        known = false;
        fill(list, loading());
        try {
            /** @type {HTMLElement[]} */
            const parts = [];
            for (const machine of machines) {
                const deletion = /** @type {Deletion} */ (await api.get(query(machine, disks.checked, '/deletion')));
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
            for (const machine of machines) await each(machine, () => remove(machine, disks.checked));
        },
    });
}
