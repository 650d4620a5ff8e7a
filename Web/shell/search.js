// One field that finds machines and runs commands.

import { fill, h, perFrame } from '../dom.js';
import { t, word } from '../i18n.js';
import { go } from '../router.js';
import { chooseTheme } from '../settings.js';
import { store } from '../store.js';
import { actions, isOffered, runAction } from '../machines/actions.js';
import { icon, stateShape } from '../ui/icons.js';
import { places } from './rail.js';

/** @typedef {{text: string, hint: string, mark: SVGElement, act: () => unknown}} Finding */

/** @param {AbortSignal} signal */
export function search(signal) {
    const list = h('div', { id: 'findings', role: 'listbox', class: 'findings', hidden: true, 'aria-label': t('search.findings') });
    const input = h('input', {
        type: 'search', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'findings', 'aria-autocomplete': 'list',
        'aria-label': t('search'), placeholder: t('search'), autocomplete: 'off', spellcheck: 'false',
    });
    /** @type {Finding[]} */
    let found = [];
    let at = 0;
    const close = () => {
        list.hidden = true;
        input.setAttribute('aria-expanded', 'false');
        input.removeAttribute('aria-activedescendant');
    };
    const choose = (/** @type {number} */ index) => {
        const finding = found[index];
        if (!finding) return;
        input.value = '';
        close();
        input.blur();
        void finding.act();
    };
    const point = () => {
        [...list.children].forEach((child, index) => child.setAttribute('aria-selected', String(index === at)));
        list.children[at]?.scrollIntoView({ block: 'nearest' });
        if (found.length > 0) input.setAttribute('aria-activedescendant', `finding-${at}`);
        else input.removeAttribute('aria-activedescendant');
    };
    const show = perFrame(() => {
        if (document.activeElement !== input) return close();
        found = find(input.value.trim().toLowerCase());
        at = 0;
        fill(list, found.length === 0 ? h('p', { class: 'muted' }, t('search.nothing')) : found.map((finding, index) =>
            h('div', { id: `finding-${index}`, role: 'option', 'aria-selected': 'false', onpointerdown: (/** @type {Event} */ event) => {
                event.preventDefault();
                choose(index);
            } }, finding.mark, h('span', { class: 'text' }, finding.text), h('span', { class: 'hint' }, finding.hint))));
        list.hidden = false;
        input.setAttribute('aria-expanded', 'true');
        point();
    });
    input.addEventListener('input', show);
    input.addEventListener('focus', show);
    input.addEventListener('blur', close);
    input.addEventListener('keydown', (event) => {
        if (event.key === 'ArrowDown') at = Math.min(found.length - 1, at + 1);
        else if (event.key === 'ArrowUp') at = Math.max(0, at - 1);
        else if (event.key === 'Enter') return choose(at);
        else if (event.key === 'Escape') {
            if (input.value) input.value = '';
            else input.blur();
            return close();
        } else return;
        event.preventDefault();
        point();
    });
    addEventListener('keydown', (event) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
            event.preventDefault();
            input.focus();
            input.select();
        }
    }, { signal });
    return h('div', { class: 'search', role: 'search' }, icon('search'), input, h('kbd', {}, 'Ctrl K'), list);
}

const most = 12;

/** @param {string} text @returns {Finding[]} */
function find(text) {
    const words = text.split(/\s+/).filter(Boolean);
    const commands = [...verbs(words), ...standing().filter((each) => words.every((one) => each.text.toLowerCase().includes(one)))];
    const machines = words.length === 0 ? [] : findMachines(words, most);
    return text === '' ? commands : [...machines.map(machineFinding), ...commands].slice(0, most);
}

/** @param {string[]} words @param {number} limit */
function findMachines(words, limit) {
    /** @type {MachineRow[]} */
    const found = [];
    for (const row of store.machines.values()) {
        const name = `${row.host}/${row.name} ${row.title ?? ''}`.toLowerCase();
        if (words.every((one) => name.includes(one))) found.push(row);
        if (found.length >= limit * 4) break;
    }
    const start = words[0] ?? '';
    return found.sort((a, b) => Number(b.name.toLowerCase().startsWith(start)) - Number(a.name.toLowerCase().startsWith(start))
        || a.name.length - b.name.length).slice(0, limit);
}

/** @param {MachineRow} row @returns {Finding} */
const machineFinding = (row) => ({
    text: row.name, hint: `${row.host} · ${word('state', row.state)}`, mark: stateShape(row.state),
    act: () => go(['machines', row.host, row.uuid]),
});

/**
 * "start web": a verb and the beginnings of names.
 * @param {string[]} words
 * @returns {Finding[]}
 */
function verbs(words) {
    const [verb, ...rest] = words;
    if (!verb || rest.length === 0) return [];
    return actions.filter((action) => action.name.startsWith(verb) || t(action.label).toLowerCase().startsWith(verb)).flatMap((action) =>
        findMachines(rest, 6).filter((row) => isOffered(action, row)).map((row) => ({
            text: `${t(action.label)} ${row.name}`, hint: row.host, mark: icon(action.icon), act: () => runAction(action, row),
        })));
}

/** @returns {Finding[]} */
function standing() {
    return [
        { text: t('create.new'), hint: t('command'), mark: icon('plus'), act: () => go(['create']) },
        ...places.map((place) => ({
            text: t('search.go', { place: t(`place.${place}`) }), hint: t('command'), mark: icon(place), act: () => go([place]),
        })),
        { text: t('search.light'), hint: t('command'), mark: icon('settings'), act: () => chooseTheme('light') },
        { text: t('search.dark'), hint: t('command'), mark: icon('settings'), act: () => chooseTheme('dark') },
    ];
}
