// One host: how it is, and what it has used.

import { path } from '../api.js';
import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { link } from '../router.js';
import { on, store } from '../store.js';
import { icon } from '../ui/icons.js';
import { empty, loading } from '../ui/parts.js';
import { usageCharts } from '../ui/usagecharts.js';
import { hostBridges } from './bridges.js';
import { card } from './hosts.js';
import { hostCheck } from './hostcheck.js';

/** @param {string} name @param {PageContext} context @returns {PageView} */
export function hostPage(name, { signal }) {
    const facts = h('div', {}, loading());
    const past = h('section', { class: 'stack' });
    /** @type {ReturnType<typeof usageCharts> | undefined} */
    let charts;
    const show = () => {
        const host = store.hosts.get(name);
        if (!host) {
            if (store.loaded) fill(facts, empty('hosts', t('host.none', { name }), t('host.none.text')));
            return;
        }
        fill(facts, card(host, false));
        if (!charts && host.info) {
            charts = usageCharts(path('hosts', name), { cpu: host.info.processor.count * 100, memory: host.info.memory }, signal);
            fill(past, h('div', { class: 'tab-tools' }, h('p', { class: 'muted' }, t('host.usage.text')), charts.span), charts.trouble, charts.element);
        }
    };
    on('hosts', show, signal);
    on('usage', (sample) => {
        if (sample.host === name && sample.own) charts?.add(sample.own);
    }, signal);
    show();
    return {
        title: name,
        element: h('div', { class: 'stack' },
            h('header', { class: 'page-head' }, h('div', { class: 'crumbs' }, h('a', { href: link(['hosts']) }, t('place.hosts')), icon('chevron')), h('h1', {}, name)),
            facts, hostCheck(name, signal), hostBridges(name, signal), past),
    };
}
