// What narrows the table of machines.

import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { hasManyHosts, store } from '../store.js';
import { icon } from '../ui/icons.js';
import { menuButton } from '../ui/menu.js';
import { counts, stateGroups, tagCounts } from './filter.js';

/**
 * @param {import('./filter.js').Filter} filter changed in place
 * @param {() => void} changed
 */
export function filterBar(filter, changed) {
    const input = h('input', {
        type: 'search', value: filter.text, placeholder: t('filter'), 'aria-label': t('filter.label'), spellcheck: 'false', autocomplete: 'off',
    });
    input.addEventListener('input', () => {
        filter.text = input.value.trim();
        changed();
    });
    input.addEventListener('keydown', (event) => {
        if (event.key === 'ArrowDown' || event.key === 'Enter') document.getElementById('machine-grid')?.focus();
        else if (event.key === 'Escape' && input.value) {
            input.value = filter.text = '';
            changed();
        } else return;
        event.preventDefault();
    });
    const states = h('div', { class: 'chips', role: 'group', 'aria-label': t('filter.state') });
    const chosen = h('div', { class: 'chips' });
    const number = h('span', { class: 'count', role: 'status' });
    const more = menuButton(t('filter.more'), () => [
        ...hasManyHosts() ? [...store.hosts.keys()].sort().slice(0, 20).map((name) => ({
            label: name, checked: filter.host === name,
            act: () => {
                filter.host = filter.host === name ? '' : name;
                changed();
            },
        })) : [],
        hasManyHosts() ? null : { label: t('filter.tags'), disabled: true, act: () => {} },
        ...tagCounts(store.machines.values()).slice(0, 20).map(([tag, n]) => ({
            label: `${tag} (${n})`, checked: filter.tags.includes(tag),
            act: () => {
                filter.tags = filter.tags.includes(tag) ? filter.tags.filter((each) => each !== tag) : [...filter.tags, tag];
                changed();
            },
        })),
    ], { icon: 'plus' });

    /** @param {string} text @param {() => void} drop */
    const chip = (text, drop) => h('button', { type: 'button', class: 'chip on', 'aria-label': t('filter.drop', { text }), onclick: () => {
        drop();
        changed();
    } }, text, icon('close'));

    /** @type {Record<string, HTMLButtonElement>} */
    const buttons = {};
    for (const group of Object.keys(stateGroups)) {
        buttons[group] = h('button', { type: 'button', class: 'chip', onclick: () => {
            filter.state = filter.state === group ? 'all' : group;
            changed();
        } });
        states.append(buttons[group] ?? '');
    }

    /** @param {number} [shown] */
    const update = (shown) => {
        element.classList.toggle('nothing', store.machines.size === 0);
        const count = counts(store.machines.values());
        for (const [group, element] of Object.entries(buttons)) {
            const n = count[/** @type {keyof typeof count} */ (group)];
            element.setAttribute('aria-pressed', String(filter.state === group));
            element.hidden = n === 0 && filter.state !== group && group !== 'all' && group !== 'running';
            fill(element, t(/** @type {import('../i18n.js').Key} */ (`group.${group}`)), h('span', { class: 'n' }, String(n)));
        }
        fill(chosen, filter.host ? chip(filter.host, () => {
            filter.host = '';
        }) : null, ...filter.tags.map((tag) => chip(tag, () => {
            filter.tags = filter.tags.filter((each) => each !== tag);
        })));
        const all = store.expected && !store.loaded ? store.expected : store.machines.size;
        fill(number, shown === undefined || shown === all ? '' : t('filter.count', { n: shown, all }));
    };
    const element = h('div', { class: 'filters' }, h('div', { class: 'filter-input' }, icon('search'), input, h('kbd', {}, '/')), states, chosen, more, number);
    return {
        element,
        update,
        focus: () => {
            input.focus();
            input.select();
        },
        clear: () => {
            input.value = filter.text = filter.host = '';
            filter.state = 'all';
            filter.tags = [];
            changed();
        },
    };
}
