// The machine at a glance: its screen, what it is, what it uses.

import { fill, h } from '../dom.js';
import { bytes, percent, rate, shellLine } from '../format.js';
import { t, word } from '../i18n.js';
import { machineLink } from '../router.js';
import { commandName, isActive, on, store } from '../store.js';
import { commandLine, facts, pill } from '../ui/parts.js';
import { thumbnail } from './thumbnail.js';

/** @param {import('./page.js').TabContext} context */
export default function overview(context) {
    const picture = thumbnail(context);
    const about = h('div', { class: 'panel-body' });
    const use = h('div', { class: 'panel-body' });
    const notes = h('div', { class: 'panel-body notes' });
    const notesPanel = h('section', { class: 'panel' }, h('h2', {}, t('machine.notes')), notes);
    const command = h('div', {});
    const showUse = () => {
        const machine = context.detail();
        const usage = store.machines.get(`${machine.host}/${machine.uuid}`)?.usage;
        fill(use, isActive(machine.state) && usage ? facts([
            [t('column.cpu'), percent(usage.cpuPercent)],
            [t('column.memoryUsed'), `${bytes(usage.memoryUsed)} / ${bytes(machine.memory)}`],
            [t('column.disk'), t('usage.readWrite', { read: rate(usage.diskReadRate), write: rate(usage.diskWriteRate) })],
            [t('column.net'), t('usage.inOut', { in: rate(usage.networkReceiveRate), out: rate(usage.networkSendRate) })],
        ]) : h('p', { class: 'muted' }, t('usage.none')));
    };
    const show = () => {
        const machine = context.detail();
        const addresses = machine.interfaces.flatMap((each) => each.addresses).filter((each) => !each.address.startsWith('fe80:'));
        fill(about, facts([
            [t('column.state'), [word('state', machine.state), machine.reason ? ` (${machine.reason})` : '', machine.hasSavedState ? [' ', t('machine.saved')].join('') : '']],
            [t('column.address'), addresses.length > 0 ? addresses.map((each) => h('div', {}, h('code', {}, each.address), ' ',
                h('span', { class: 'muted' }, word('source', each.source)))) : null],
            [t('machine.os'), machine.os?.name ?? machine.os?.id],
            [t('column.vcpus'), machine.maximumVCPUs > (machine.vcpus ?? 0) ? t('machine.ofMax', { n: machine.vcpus ?? 0, max: machine.maximumVCPUs }) : machine.vcpus],
            [t('column.memory'), bytes(machine.memory)],
            [t('machine.platform'), [machine.architecture, machine.machineType, machine.firmware?.toUpperCase()].filter(Boolean).join(', ')],
            [t('machine.acceleration'), machine.acceleration === 'emulation' ? pill(t('machine.emulated'), 'warn') : machine.acceleration?.toUpperCase()],
            [t('machine.agent'), machine.agentConnected === undefined ? t('machine.agent.none') : machine.agentConnected ? t('machine.agent.yes') : t('machine.agent.no')],
            [t('machine.autostart'), machine.autostart ? t('yes') : t('no')],
            [t('column.host'), machine.host],
            [t('column.uuid'), h('code', {}, machine.uuid)],
        ]));
        fill(notes, machine.notes ?? '');
        notesPanel.hidden = !machine.notes;
        fill(command, commandLine(shellLine('roost', 'show', commandName(machine)), t('command')));
        showUse();
    };
    context.changed(show);
    on('usage', showUse, context.signal);
    show();
    return h('div', { class: 'overview' },
        h('a', { class: 'screen-link', href: machineLink(context.detail(), 'screen'), 'aria-label': t('tab.screen') }, picture),
        h('section', { class: 'panel about' }, h('h2', {}, t('create.machine')), about),
        h('div', { class: 'stack' }, h('section', { class: 'panel' }, h('h2', {}, t('tab.usage')), use), notesPanel, command));
}
