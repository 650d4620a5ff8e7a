// What the dialogs about disks, drives and interfaces share.

import { api, machinePath, path } from '../api.js';
import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t } from '../i18n.js';
import { commandName, isActive, on, store } from '../store.js';
import { commandLine, field, pill, select } from '../ui/parts.js';
import { toast } from '../ui/toast.js';

/** @typedef {'both' | 'now' | 'next-start'} Scope */

/**
 * The address of a device in the API.
 * @param {MachineDetail} machine
 * @param {string} noun
 * @param {string} [device]
 * @param {Record<string, string>} [query]
 */
export function devicePath(machine, noun, device, query = {}) {
    const words = new URLSearchParams(query).toString();
    return machinePath(machine) + path(noun, ...device === undefined ? [] : [device]) + (words ? `?${words}` : '');
}

/**
 * When a change is to be; nothing to choose where the machine is off.
 * @param {MachineDetail} machine
 */
export function scopeField(machine) {
    const choice = select([['both', t('scope.both')], ['now', t('scope.now')], ['next-start', t('scope.next')]], 'both');
    const isRunning = isActive(machine.state);
    return {
        element: isRunning ? field(t('scope'), choice) : null,
        query: () => /** @type {Record<string, string>} */ (choice.value === 'both' ? {} : { scope: choice.value }),
        words: () => choice.value === 'now' ? ['--now'] : choice.value === 'next-start' ? ['--next-boot'] : [],
    };
}

/**
 * One suboption as it is written, with quotes around what needs them.
 * @param {string} name
 * @param {string} value
 */
export const suboption = (name, value) =>
    `${name}=${/[,"'\\]/.test(value) ? `"${value.replace(/["\\]/g, (sign) => '\\' + sign)}"` : value}`;

/**
 * The command that does the same, kept up to date while a form changes.
 * @param {MachineDetail} machine
 * @param {HTMLElement} form
 * @param {() => string[]} words those before and behind the machine's name: the first two, then the rest; none for no command
 */
export function commandOf(machine, form, words) {
    const element = h('div', {});
    const show = () => {
        const [noun, verb, ...rest] = words();
        fill(element, noun === undefined || verb === undefined ? null : commandLine(shellLine('roost', noun, verb, commandName(machine), ...rest), t('command')));
    };
    form.addEventListener('input', show);
    show();
    return element;
}

/**
 * Says what became of it, where that is not simply what was asked for.
 * @param {DeviceReport} report
 */
export function tell(report) {
    const later = report.effects.find((effect) => effect.whyNotNow);
    if (later) toast(`${report.machine}: ${report.device} ${later.what}`, t('edit.later', { why: later.whyNotNow ?? '' }));
    else toast(`${report.machine}: ${report.device} ${report.effects.map((effect) => effect.what).join(', ')}`, report.notices[0]);
}

/**
 * Where a device is not the same now and later.
 * @param {{isNow: boolean, isAtNextStart: boolean}} row
 * @param {MachineDetail} machine
 */
export const whenPill = (row, machine) => !isActive(machine.state) || row.isNow && row.isAtNextStart ? null
    : pill(t(row.isNow ? 'device.nowOnly' : 'device.nextStart'), 'warn');

/**
 * Rows of a noun, read again whenever the machine has changed or an operation of its host has ended.
 * @template Row
 * @param {import('./page.js').TabContext} context
 * @param {string} noun
 * @param {(rows: Row[], again: () => Promise<void>) => void} show
 * @param {(error: unknown, again: () => Promise<void>) => void} fail
 */
export function rowsOf(context, noun, show, fail) {
    let number = 0;
    const load = async () => {
        const mine = number += 1;
        try {
            const list = /** @type {List<Row>} */ (await api.get(devicePath(context.detail(), noun), { signal: context.signal }));
            // An older answer may come later.
            if (mine === number && !context.signal.aborted) show(list.items, load);
        } catch (error) {
            if (mine === number && !context.signal.aborted) fail(error, load);
        }
    };
    context.changed(() => void load());
    // What is attached by an operation is there when that has ended.
    const ended = () => [...store.operations.values()].filter((each) => each.host === context.detail().host && each.ended).length;
    let before = ended();
    on('operations', () => {
        const now = ended();
        if (now !== before) void load();
        before = now;
    }, context.signal);
    void load();
    return load;
}
