// Where the machine's first disk comes from, to be chosen.

import { fill, h } from '../dom.js';
import { bytes } from '../format.js';
import { t } from '../i18n.js';
import { link } from '../router.js';
import { failureBox, loading, pill } from '../ui/parts.js';
import { sources } from './sources.js';

/** @typedef {import('./sources.js').Source} Source */
/** @typedef {import('./sources.js').Kind} Kind */

const kinds = /** @type {const} */ (['image', 'iso', 'disk']);

/**
 * @param {string} wanted a title to begin with
 * @param {(source: Source | undefined) => void} chose
 */
export function sourceList(wanted, chose) {
    /** @type {Source[]} */
    let all = [];
    /** @type {Kind} */
    let kind = 'image';
    let chosen = '';
    const options = h('div', { class: 'sources', role: 'radiogroup', 'aria-label': t('create.source') }, loading());
    const tabs = h('div', { class: 'chips segments', role: 'group', 'aria-label': t('create.kind') }, kinds.map((each) =>
        h('button', { type: 'button', class: 'chip', 'aria-pressed': String(each === kind), 'data-kind': each, onclick: () => show(each) }, t(`create.kind.${each}`))));
    /** @param {Kind} now */
    const show = (now) => {
        kind = now;
        for (const each of tabs.querySelectorAll('button')) each.setAttribute('aria-pressed', String(each.dataset.kind === now));
        const list = all.filter((each) => each.kind === now);
        if (!list.some((each) => each.id === chosen)) chosen = list[0]?.id ?? '';
        fill(options, list.length === 0
            ? h('p', { class: 'muted' }, t(`create.none.${now}`), ' ', h('a', { href: link(['storage']) }, t('place.storage')))
            : list.map((each) => h('label', { class: 'source' },
                h('input', { type: 'radio', name: 'source', value: each.id, checked: each.id === chosen, onchange: () => {
                    chosen = each.id;
                    chose(each);
                } }),
                h('span', { class: 'source-title' }, each.title), h('span', { class: 'muted' }, each.detail),
                each.fetched ? h('span', { class: 'muted right' }, bytes(each.size)) : pill(t('create.fetch')))));
        chose(all.find((each) => each.id === chosen));
    };
    /** @param {string} host @param {AbortSignal} signal */
    const load = async (host, signal) => {
        fill(options, loading());
        try {
            all = await sources(host, signal);
            const first = all.find((each) => each.title === wanted);
            chosen = first?.id ?? chosen;
            show(first?.kind ?? kind);
        } catch (error) {
            if (!signal.aborted) fill(options, failureBox(error, () => load(host, signal)));
        }
    };
    return { element: h('div', { class: 'panel-body stack' }, tabs, options), load };
}
