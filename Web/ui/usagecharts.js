// Charts of what a machine or a host has used, with a choice of how far back.

import { api } from '../api.js';
import { fill, h } from '../dom.js';
import { bytes, percent, rate, timeOfDay, timeOfWeek } from '../format.js';
import { t } from '../i18n.js';
import { remember, recall } from '../settings.js';
import { chart } from './chart.js';
import { failureBox, select } from './parts.js';

/** @typedef {Usage & {at: number}} Sample */

const hour = 60;
const day = 24 * hour;

/** In minutes. */
const spans = [10, hour, day, 7 * day, 30 * day];

/** @param {number} minutes */
const spanName = (minutes) => minutes < hour ? t('usage.minutes', { n: minutes }) : minutes === hour ? t('usage.hour')
    : minutes === day ? t('usage.day') : t('usage.days', { n: minutes / day });

/**
 * @param {string} path of what is asked
 * @param {{cpu?: number, memory?: number}} tops of the scales
 * @param {AbortSignal} signal
 */
export function usageCharts(path, tops, signal) {
    const known = Number(recall('usage'));
    const span = select(spans.map((each) => [String(each), spanName(each)]), String(spans.includes(known) ? known : 10),
        { 'aria-label': t('usage.span'), class: 'quiet' });
    const trouble = h('div', {});
    const charts = [
        { chart: chart(t('column.cpu'), [t('column.cpu')], percent), values: (/** @type {Usage} */ each) => [each.cpuPercent], top: tops.cpu },
        { chart: chart(t('column.memoryUsed'), [t('column.memoryUsed')], bytes), values: (/** @type {Usage} */ each) => [each.memoryUsed], top: tops.memory },
        { chart: chart(t('column.disk'), [t('usage.read'), t('usage.write')], rate), values: (/** @type {Usage} */ each) => [each.diskReadRate, each.diskWriteRate] },
        { chart: chart(t('column.net'), [t('usage.in'), t('usage.out')], rate), values: (/** @type {Usage} */ each) => [each.networkReceiveRate, each.networkSendRate] },
    ];
    /** @type {Sample[]} */
    let samples = [];
    let step = 15;
    let loaded = 0;
    const minutes = () => Number(span.value);
    const draw = () => {
        const end = Date.now();
        const start = end - minutes() * 60_000;
        samples = samples.filter((each) => each.at >= start);
        // What was before this run of the server is known by the minute, also in the last hour.
        const time = { gap: Math.max(step, 60) * 2500, name: minutes() > day ? timeOfWeek : timeOfDay };
        for (const each of charts) {
            each.chart.show(samples.map((sample) => ({ at: sample.at, values: each.values(sample) })), start, end, each.top, time);
        }
    };
    const load = async () => {
        loaded = Date.now();
        const wanted = span.value;
        try {
            const answer = /** @type {List<Usage & {time: string}> & {step: number}} */ (await api.get(`${path}/usage?minutes=${wanted}`, { signal }));
            if (wanted !== span.value) return;
            step = answer.step;
            samples = answer.items.map((each) => ({ ...each, at: Date.parse(each.time) })).filter((each) => !Number.isNaN(each.at));
            fill(trouble);
            draw();
        } catch (error) {
            if (!signal.aborted) fill(trouble, failureBox(error, load));
        }
    };
    /**
     * What is measured now. A long time is read anew instead, now and then.
     * @param {Usage} now
     */
    const add = (now) => {
        if (minutes() <= hour) {
            samples.push({ ...now, at: Date.now() });
            draw();
        } else if (Date.now() - loaded > (minutes() > day ? 300_000 : 60_000)) {
            void load();
        }
    };
    span.addEventListener('change', () => {
        remember('usage', span.value);
        void load();
    });
    void load();
    draw();
    return { add, span, trouble, element: h('div', { class: 'charts' }, charts.map((each) => each.chart.element)) };
}
