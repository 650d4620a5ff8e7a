// How fit a host is for machines: what was seen, and what to do about it.

import { api, hasRole, mayBecome, path } from '../api.js';
import { fill, h } from '../dom.js';
import { shellLine } from '../format.js';
import { t, word } from '../i18n.js';
import { mendHost } from './hostmend.js';
import { button, commandLine, failureBox, loading, pill } from '../ui/parts.js';

/** Worst first. */
const order = /** @type {Finding['state'][]} */ (['failure', 'warning', 'unknown', 'note', 'ok']);
const tones = /** @type {const} */ ({ failure: 'bad', warning: 'warn', unknown: '', note: '', ok: 'good' });

/** @param {string} host @param {AbortSignal} signal */
export function hostCheck(host, signal) {
    const answer = h('div', { class: 'stack', 'aria-live': 'polite' });
    const look = async () => {
        fill(answer, loading());
        try {
            const report = /** @type {HostCheck} */ (await api.get(`${path('hosts', host)}/check`, { signal }));
            if (!signal.aborted) fill(answer, ...findings(report), mend(report));
        } catch (error) {
            if (!signal.aborted) fill(answer, failureBox(error, look));
        }
    };
    /** @param {HostCheck} report */
    const mend = (report) => mayBecome('administrator') && report.findings.some((each) => each.fix)
        ? h('div', {}, button(t('mend'), () => mendHost(host, signal, look), { icon: 'settings' })) : null;
    return h('section', { class: 'stack' }, h('div', { class: 'tab-tools' }, h('p', { class: 'muted' }, t('check.text')),
        hasRole('operator') ? button(t('check.run'), look, { icon: 'check' }) : null), answer);
}

/** @param {HostCheck} report */
function findings(report) {
    const groups = order.map((state) => report.findings.filter((each) => each.state === state));
    const count = (/** @type {number} */ index) => groups[index]?.length ?? 0;
    const good = groups[4] ?? [];
    return [
        h('p', {}, h('strong', {}, count(0) > 0 ? t('check.bad', { n: count(0) }) : t('check.fit')), ' ',
            h('span', { class: 'muted' }, t('check.counts', { warnings: count(1), good: good.length }))),
        h('p', { class: 'muted' }, report.system),
        h('ul', { class: 'check-list' }, groups.slice(0, 4).flat().map(finding)),
        good.length > 0 ? h('details', {}, h('summary', {}, t('check.good', { n: good.length })), h('ul', { class: 'check-list' }, good.map(finding))) : null,
        commandLine(shellLine('roost', 'host', 'check', report.host, ...report.findings.some((each) => each.fix) ? ['--fix'] : []), t('command')),
    ];
}

/** @param {Finding} each */
function finding(each) {
    return h('li', { class: 'check-item' }, pill(word('finding', each.state), tones[each.state] ?? ''),
        h('div', { class: 'stack tight' }, h('strong', {}, each.title), each.evidence ? h('p', { class: 'muted' }, each.evidence) : null,
            each.advice ? h('p', {}, each.advice) : null, each.remedy.map((line) => commandLine(line))));
}
