// Disks and drives.

import { fill, h } from '../dom.js';
import { bytes, shellLine } from '../format.js';
import { t, word } from '../i18n.js';
import { commandName } from '../store.js';
import { commandLine, meter, pill, table } from '../ui/parts.js';

/** @param {import('./page.js').TabContext} context */
export default function disks(context) {
    const element = h('div', { class: 'stack' });
    const show = () => {
        const machine = context.detail();
        fill(element, machine.disks.length === 0 ? h('p', { class: 'muted' }, t('disks.none')) : table(t('tab.disks'),
            [t('disk.target'), t('disk.kind'), t('disk.source'), t('disk.format'), t('disk.size')],
            machine.disks.map((disk) => [
                h('strong', {}, disk.target),
                [`${word('device', disk.device)}${disk.bus ? `, ${disk.bus}` : ''} `, disk.readOnly ? pill(t('disk.readOnly')) : null],
                disk.source ? h('div', {}, h('code', {}, disk.source), (disk.backing ?? []).map((each) =>
                    h('div', { class: 'muted' }, t('disk.on'), ' ', h('code', {}, each)))) : h('span', { class: 'muted' }, t('disk.empty')),
                disk.format ?? '–',
                disk.capacity ? meter(disk.allocation ?? 0, disk.capacity, `${bytes(disk.allocation)} / ${bytes(disk.capacity)}`) : '–',
            ])), commandLine(shellLine('roost', 'show', commandName(machine)), t('command')));
    };
    context.changed(show);
    show();
    return element;
}
