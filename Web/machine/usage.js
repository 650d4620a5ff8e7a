// What the machine uses, over the last minutes.

import { api, machinePath } from '../api.js';
import { h, fill } from '../dom.js';
import { bytes, percent, rate, shellLine } from '../format.js';
import { t } from '../i18n.js';
import { commandName, isActive, on, store } from '../store.js';
import { chart } from '../ui/chart.js';
import { commandLine, empty, failureBox, select } from '../ui/parts.js';
import { remember, recall } from '../settings.js';

/** @typedef {Usage & {time: string | number}} Sample */

/** @param {string | number} time */
const milliseconds = (time) => typeof time === 'number' ? time * 1000 : Date.parse(time);

/** @param {import('./page.js').TabContext} context */
export default function usage(context) {
    const machine = context.detail();
    const span = select([['10', t('usage.minutes', { n: 10 })], ['60', t('usage.minutes', { n: 60 })]],
        recall('usage') === '60' ? '60' : '10', { 'aria-label': t('usage.span'), class: 'quiet' });
    const trouble = h('div', {});
    const charts = [
        { chart: chart(t('column.cpu'), [t('column.cpu')], percent), values: (/** @type {Usage} */ each) => [each.cpuPercent], top: () => (machine.vcpus ?? 1) * 100 },
        { chart: chart(t('column.memoryUsed'), [t('column.memoryUsed')], bytes), values: (/** @type {Usage} */ each) => [each.memoryUsed], top: () => machine.memory },
        { chart: chart(t('column.disk'), [t('usage.read'), t('usage.write')], rate), values: (/** @type {Usage} */ each) => [each.diskReadRate, each.diskWriteRate] },
        { chart: chart(t('column.net'), [t('usage.in'), t('usage.out')], rate), values: (/** @type {Usage} */ each) => [each.networkReceiveRate, each.networkSendRate] },
    ];
    /** @type {(Usage & {at: number})[]} */
    let samples = [];
    const draw = () => {
        const end = Date.now();
        const start = end - Number(span.value) * 60_000;
        samples = samples.filter((each) => each.at >= start);
        for (const each of charts) {
            each.chart.show(samples.map((sample) => ({ at: sample.at, values: each.values(sample) })), start, end, each.top?.());
        }
    };
    const load = async () => {
        remember('usage', span.value);
        try {
            const answer = /** @type {List<Sample>} */ (await api.get(`${machinePath(machine)}/usage?minutes=${span.value}`, { signal: context.signal }));
            samples = answer.items.map((each) => ({ ...each, at: milliseconds(each.time) })).filter((each) => !Number.isNaN(each.at));
            fill(trouble);
            draw();
        } catch (error) {
            if (!context.signal.aborted) fill(trouble, failureBox(error, load));
        }
    };
    on('usage', (sample) => {
        if (sample.host !== machine.host) return;
        const now = store.machines.get(`${machine.host}/${machine.uuid}`)?.usage;
        if (!now || !isActive(context.detail().state)) return;
        samples.push({ ...now, at: Date.now() });
        draw();
    }, context.signal);
    span.addEventListener('change', load);
    void load();
    draw();
    const off = isActive(machine.state) ? null : empty('power', t('usage.none'), t('usage.none.text'));
    return h('div', { class: 'stack' }, h('div', { class: 'tab-tools' }, h('p', { class: 'muted' }, t('usage.text')), span), trouble, off,
        h('div', { class: 'charts' }, charts.map((each) => each.chart.element)),
        commandLine(shellLine('roost', 'top', commandName(machine)), t('command')));
}
