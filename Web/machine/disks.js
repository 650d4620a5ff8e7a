// Disks and drives.

import { fill, h } from '../dom.js';
import { bytes, shellLine } from '../format.js';
import { t, word } from '../i18n.js';
import { commandName } from '../store.js';
import { menuButton } from '../ui/menu.js';
import { button, commandLine, failureBox, loading, meter, pill, table } from '../ui/parts.js';
import { attachDisk, changeDisk, changeMedium, detachDisk, ejectMedium, resizeDisk } from './diskforms.js';
import { rowsOf, whenPill } from './devices.js';

/** @param {import('./page.js').TabContext} context */
export default function disks(context) {
    const list = h('div', {}, loading());
    const element = h('div', { class: 'stack' },
        h('div', { class: 'actions' }, button(t('disk.attach'), () => attachDisk(context.detail(), context.signal, reload), { icon: 'plus' })),
        list, commandLine(shellLine('roost', 'disk', 'list', commandName(context.detail())), t('command')));
    const reload = rowsOf(context, 'disks', (/** @type {DiskRow[]} */ rows, again) => {
        const machine = context.detail();
        fill(list, rows.length === 0 ? h('p', { class: 'muted' }, t('disks.none')) : table(t('tab.disks'),
            [t('disk.target'), t('disk.kind'), t('disk.source'), t('disk.format'), t('disk.size'), { text: '', class: 'tools' }],
            rows.map((row) => line(machine, row, context.signal, again))));
    }, (error, again) => fill(list, failureBox(error, again)));
    return element;
}

/** @param {MachineDetail} machine @param {DiskRow} row @param {AbortSignal} signal @param {() => Promise<void>} again */
function line(machine, row, signal, again) {
    // The detail knows what is stored of it, and what it stands on.
    const known = machine.disks.find((disk) => disk.target === row.target);
    const isDrive = row.kind !== 'disk';
    return [
        [h('strong', {}, row.target), ' ', whenPill(row, machine)],
        [`${word('device', row.kind)}${row.bus ? `, ${row.bus}` : ''} `, row.readOnly && !isDrive ? pill(t('disk.readOnly')) : null],
        row.source ? h('div', {}, h('code', {}, row.source), (known?.backing ?? []).map((each) =>
            h('div', { class: 'muted' }, t('disk.on'), ' ', h('code', {}, each)))) : h('span', { class: 'muted' }, t('disk.empty')),
        row.format ?? '–',
        row.capacity ? known?.allocation === undefined ? bytes(row.capacity)
            : meter(known.allocation, row.capacity, `${bytes(known.allocation)} / ${bytes(row.capacity)}`) : '–',
        menuButton(t('device.actions', { name: row.target }), () => [
            ...isDrive ? [
                { label: t('medium.change'), icon: /** @type {const} */ ('images'), act: () => changeMedium(machine, row, signal, again) },
                { label: t('medium.eject'), icon: /** @type {const} */ ('up'), disabled: !row.source, act: () => ejectMedium(machine, row, again) },
            ] : [
                { label: t('disk.resize'), icon: /** @type {const} */ ('expand'), disabled: !row.capacity, act: () => resizeDisk(machine, row, again) },
                { label: t('disk.change'), icon: /** @type {const} */ ('edit'), act: () => changeDisk(machine, row, again) },
            ],
            null,
            { label: t('disk.detach'), icon: 'trash', danger: true, act: () => detachDisk(machine, row, again) },
        ], { icon: 'more', quiet: true }),
    ];
}
