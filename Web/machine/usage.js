// What the machine uses and has used.

import { machinePath } from '../api.js';
import { h } from '../dom.js';
import { shellLine } from '../format.js';
import { t } from '../i18n.js';
import { commandName, isActive, on, store } from '../store.js';
import { commandLine, empty } from '../ui/parts.js';
import { usageCharts } from '../ui/usagecharts.js';

/** @param {import('./page.js').TabContext} context */
export default function usage(context) {
    const machine = context.detail();
    const charts = usageCharts(machinePath(machine), { cpu: (machine.vcpus ?? 1) * 100, memory: machine.memory }, context.signal);
    on('usage', (sample) => {
        if (sample.host !== machine.host) return;
        const now = store.machines.get(`${machine.host}/${machine.uuid}`)?.usage;
        if (now && isActive(context.detail().state)) charts.add(now);
    }, context.signal);
    const off = isActive(machine.state) ? null : empty('power', t('usage.none'), t('usage.none.text'));
    return h('div', { class: 'stack' }, h('div', { class: 'tab-tools' }, h('p', { class: 'muted' }, t('usage.text')), charts.span), charts.trouble, off,
        charts.element, commandLine(shellLine('roost', 'top', commandName(machine)), t('command')));
}
