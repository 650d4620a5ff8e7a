// What would be made: looked at by the server while one writes, before anything is made.

import { api, path } from '../api.js';
import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { icon } from '../ui/icons.js';
import { commandLine, failureBox, loading } from '../ui/parts.js';

const pause = 400;

export function planView() {
    const body = h('div', { class: 'panel-body stack', 'aria-live': 'polite' }, loading());
    const element = h('section', { class: 'panel' }, h('h2', {}, t('plan')), body);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    let asking = new AbortController();
    let isOpen = false;
    /** @param {string} host @param {{options: import('./options.js').Options}} request */
    const ask = (host, request) => {
        clearTimeout(timer);
        timer = setTimeout(async () => {
            asking.abort();
            const mine = asking = new AbortController();
            try {
                const plan = /** @type {Plan} */ (await api.post(path('hosts', host, 'machines', 'plan'), request, { signal: mine.signal }));
                const xml = h('details', { open: isOpen, ontoggle: () => {
                    isOpen = xml.open;
                } }, h('summary', {}, t('plan.xml')), h('pre', {}, plan.xml));
                fill(body, (plan.warnings ?? []).map((text) => h('div', { class: 'note' }, icon('warning'), h('span', {}, text))),
                    h('div', {}, h('p', { class: 'muted' }, t('command.long')), commandLine(plan.command)),
                plan.disks?.length > 0 ? h('p', { class: 'muted' }, t('plan.disks', { names: plan.disks.join(', ') })) : null,
                plan.cloudInit ? h('details', {}, h('summary', {}, t('plan.cloudInit')), h('pre', {}, plan.cloudInit)) : null, xml);
            } catch (error) {
                if (!mine.signal.aborted) fill(body, failureBox(error));
            }
        }, pause);
    };
    return { element, ask };
}
