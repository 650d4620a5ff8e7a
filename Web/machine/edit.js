// Changes what is known of a machine, and makes another like it.

import { api, machinePath } from '../api.js';
import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t } from '../i18n.js';
import { commandName, noteOperation } from '../store.js';
import { ask } from '../ui/dialog.js';
import { commandLine, field, select } from '../ui/parts.js';
import { toast } from '../ui/toast.js';

const mebibyte = 1 << 20;

/** @param {MachineDetail} machine */
export function editMachine(machine) {
    const title = h('input', { value: machine.title ?? '', maxlength: 200 });
    const tags = h('input', { value: machine.tags.join(' '), spellcheck: 'false', placeholder: 'web env:test' });
    const notes = h('textarea', { value: machine.notes ?? '', rows: 5 });
    const vcpus = h('input', { type: 'number', min: 1, max: 4096, value: machine.vcpus ?? 1 });
    const memory = h('input', { type: 'number', min: 16, step: 16, value: Math.round((machine.memory ?? 0) / mebibyte) });
    const autostart = h('input', { type: 'checkbox', checked: machine.autostart });
    const command = h('div', {});
    const change = () => {
        const words = tags.value.split(/[\s,]+/).filter(Boolean);
        /** @type {Record<string, unknown>} */
        const result = {};
        if (title.value !== (machine.title ?? '')) result.title = title.value;
        if (notes.value !== (machine.notes ?? '')) result.notes = notes.value;
        if (words.join(' ') !== machine.tags.join(' ')) result.tags = words;
        if (autostart.checked !== machine.autostart) result.autostart = autostart.checked;
        if (vcpus.valueAsNumber !== machine.vcpus) result.vcpus = vcpus.valueAsNumber;
        if (memory.valueAsNumber !== Math.round((machine.memory ?? 0) / mebibyte)) result.memory = memory.valueAsNumber * mebibyte;
        return result;
    };
    const showCommand = () => {
        const lines = setCommands(machine, change());
        fill(command, lines.map((line) => commandLine(line, t('command'))));
    };
    const content = h('div', { class: 'stack' },
        field(t('machine.title'), title), field(t('column.tags'), tags, t('edit.tags.hint')), field(t('machine.notes'), notes),
        h('div', { class: 'two' }, field(t('column.vcpus'), vcpus, t('edit.max', { n: machine.maximumVCPUs })), field(t('edit.memory'), memory)),
        h('label', { class: 'check' }, autostart, h('span', {}, t('machine.autostart.long'))), command);
    content.addEventListener('input', showCommand);
    return ask({
        title: t('edit.title', { name: machine.name }), accept: t('save'), wide: true, content,
        ready: () => Object.keys(change()).length > 0,
        act: async () => {
            const answer = await api.patch(machinePath(machine), change());
            for (const effect of answer?.effects ?? []) {
                if (effect.whyNotNow) toast(`${machine.name}: ${effect.setting}`, t('edit.later', { why: effect.whyNotNow }));
            }
        },
    });
}

/** @param {MachineDetail} machine @param {Record<string, any>} change */
function setCommands(machine, change) {
    const name = commandName(machine);
    const words = [];
    if (change.title !== undefined) words.push('--title', change.title);
    if (change.notes !== undefined) words.push('--notes', change.notes);
    if (change.vcpus !== undefined) words.push('--vcpus', String(change.vcpus));
    if (change.memory !== undefined) words.push('--memory', String(change.memory / mebibyte));
    if (change.tags) {
        for (const tag of change.tags) if (!machine.tags.includes(tag)) words.push('--add-tag', tag);
        for (const tag of machine.tags) if (!change.tags.includes(tag)) words.push('--remove-tag', tag);
    }
    return [
        ...words.length > 0 ? [shellLine('roost', 'set', name, ...words)] : [],
        ...change.autostart === undefined ? [] : [shellLine('roost', 'autostart', name, ...change.autostart ? [] : ['--disable'])],
    ];
}

/** @param {{host: string, uuid: string, name: string}} machine */
export function cloneMachine(machine) {
    const name = h('input', { value: `${machine.name}-2`, spellcheck: 'false' });
    const copy = select([['auto', t('clone.auto')], ['overlay', t('clone.overlay')], ['reflink', t('clone.reflink')], ['full', t('clone.full')]], 'auto');
    const start = h('input', { type: 'checkbox' });
    const command = h('div', {});
    const show = () => fill(command, commandLine(shellLine('roost', 'clone', commandName(machine), name.value,
        ...copy.value === 'auto' ? [] : ['--copy', copy.value], ...start.checked ? ['--start'] : []), t('command')));
    const content = h('div', { class: 'stack' }, field(t('clone.name'), name), field(t('clone.copy'), copy),
        h('label', { class: 'check' }, start, h('span', {}, t('clone.start'))), command);
    content.addEventListener('input', show);
    show();
    return ask({
        title: t('clone.title', { name: machine.name }), accept: t('action.clone'), content,
        ready: () => name.value.trim() !== '',
        act: async () => {
            const answer = await api.post(`${machinePath(machine)}/clone`, { name: name.value.trim(), copy: copy.value, start: start.checked });
            if (answer?.operation?.id) noteOperation(answer.operation);
        },
    });
}
