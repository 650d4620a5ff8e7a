// Small parts that every page uses.

import { fill, h } from '../dom.js';
import { t, word } from '../i18n.js';
import { Problem } from '../api.js';
import { icon, stateShape } from './icons.js';

/** @typedef {import('./icons.js').IconName} IconName */
/** @typedef {import('../dom.js').Child} Child */

/**
 * @param {string} label
 * @param {() => unknown} act
 * @param {{icon?: IconName, kind?: 'main' | 'danger' | 'plain', disabled?: boolean, title?: string, class?: string}} [options]
 */
export function button(label, act, options = {}) {
    const element = h('button', {
        type: 'button', class: ['button', options.kind ?? '', options.class ?? ''].join(' ').trim(),
        disabled: options.disabled ?? false, title: options.title,
    }, options.icon ? icon(options.icon) : null, h('span', {}, label));
    element.addEventListener('click', () => void busyWhile(element, act));
    return element;
}

/**
 * A button that shows an icon alone; its label is its name.
 * @param {IconName} name
 * @param {string} label
 * @param {() => unknown} act
 * @param {Record<string, unknown>} [attributes]
 */
export function iconButton(name, label, act, attributes = {}) {
    const element = h('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, ...attributes }, icon(name));
    element.addEventListener('click', () => void busyWhile(element, act));
    return element;
}

/** @type {WeakSet<Element>} */
const atWork = new WeakSet();

/**
 * Whether what was done by pressing it goes on.
 * @param {Element} element
 */
export const isAtWork = (element) => atWork.has(element);

/**
 * The button that was pressed shows that work goes on, and takes no second press. It is not disabled: that would take the
 * focus from whoever pressed it.
 * @param {HTMLButtonElement} element
 * @param {() => unknown} act
 */
async function busyWhile(element, act) {
    if (atWork.has(element)) return;
    // Safari focuses no button that is clicked; a dialog that it opens looks for it there.
    if (document.activeElement === document.body) element.focus({ preventScroll: true });
    atWork.add(element);
    element.setAttribute('aria-busy', 'true');
    try {
        await act();
    } finally {
        atWork.delete(element);
        element.removeAttribute('aria-busy');
    }
}

/**
 * A state by shape and word.
 * @param {string} state
 */
export function stateBadge(state) {
    return h('span', { class: 'state' }, stateShape(state), h('span', {}, word('state', state)));
}

/**
 * @param {string} text
 * @param {'' | 'good' | 'warn' | 'bad'} [tone]
 */
export const pill = (text, tone = '') => h('span', { class: `pill ${tone}` }, text);

/** @param {string} title @param {...(Child | Child[])} actions */
export function pageHead(title, ...actions) {
    return h('header', { class: 'page-head' }, h('h1', {}, title), h('div', { class: 'actions' }, ...actions));
}

/**
 * What a list says when it holds nothing: what belongs here and how it comes.
 * @param {IconName} name
 * @param {string} title
 * @param {string} text
 * @param {...(Child | Child[])} rest
 */
export function empty(name, title, text, ...rest) {
    return h('div', { class: 'empty' }, icon(name), h('h2', {}, title), h('p', {}, text), ...rest);
}

export const loading = () => h('p', { class: 'loading', role: 'status' }, t('loading'));

/**
 * @param {unknown} error
 * @param {() => unknown} [again]
 */
export function failureBox(error, again) {
    const { title, why, remedy } = describe(error);
    return h('div', { class: 'failure', role: 'alert' }, icon('warning'),
        h('div', {}, h('strong', {}, title), why ? h('p', {}, why) : null, remedy ? h('p', { class: 'remedy' }, remedy) : null),
        again ? button(t('again'), again) : null);
}

/**
 * @param {unknown} error
 * @returns {{title: string, why?: string, remedy?: string}}
 */
export function describe(error) {
    if (error instanceof Problem) return { title: error.message, why: error.why, remedy: error.remedy };
    return { title: t('problem.unknown'), why: error instanceof Error ? error.message : String(error) };
}

/**
 * Fills an element with what a promise brings: loading, failure, content.
 * @template T
 * @param {Element} element
 * @param {() => Promise<T>} load
 * @param {(value: T) => Child | Child[]} show
 * @param {AbortSignal} signal
 */
export async function fillWith(element, load, show, signal) {
    if (!element.firstChild) fill(element, loading());
    try {
        const value = await load();
        if (!signal.aborted) fill(element, show(value));
    } catch (error) {
        if (!signal.aborted) fill(element, failureBox(error, () => fillWith(element, load, show, signal)));
    }
}

/**
 * A command line to copy.
 * @param {string} line
 * @param {string} [label]
 */
export function commandLine(line, label) {
    return h('div', { class: 'command' }, label ? h('span', { class: 'label' }, label) : null, h('code', {}, line),
        iconButton('copy', t('copy'), async () => {
            await copyText(line);
        }));
}

/** @param {string} text */
export async function copyText(text) {
    const { toast } = await import('./toast.js');
    try {
        await navigator.clipboard.writeText(text);
        toast(t('copied'));
    } catch {
        // Plain HTTP or no permission: the old way, by a selection.
        const area = h('textarea', { value: text, class: 'off-screen', 'aria-hidden': 'true' });
        document.body.append(area);
        area.select();
        document.execCommand('copy');
        area.remove();
        toast(t('copied'));
    }
}

/**
 * Names and values, one a line.
 * @param {[string, Child | Child[]][]} pairs
 */
export function facts(pairs) {
    return h('dl', { class: 'facts' }, pairs.filter(([, value]) => value !== null && value !== undefined && value !== '').map(
        ([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, ...[value].flat()))));
}

/**
 * How full something is, by bar and words.
 * @param {number} part
 * @param {number} whole
 * @param {string} label
 */
export function meter(part, whole, label) {
    const share = whole > 0 ? Math.min(100, Math.max(0, part / whole * 100)) : 0;
    const bar = h('span', { class: share > 90 ? 'fillbar bad' : share > 75 ? 'fillbar warn' : 'fillbar' });
    const inner = h('span');
    inner.style.width = `${share.toFixed(1)}%`;
    bar.append(inner);
    return h('span', { class: 'meter' }, bar, h('span', { class: 'meter-label' }, label));
}

/**
 * A plain table.
 * @param {string} label
 * @param {(string | {text: string, class: string})[]} heads
 * @param {(Child | Child[])[][]} rows
 */
export function table(label, heads, rows) {
    const classes = heads.map((head) => typeof head === 'string' ? undefined : head.class);
    const texts = heads.map((head) => typeof head === 'string' ? head : head.text);
    return h('div', { class: 'table-scroll', tabIndex: 0, role: 'region', 'aria-label': label }, h('table', { 'aria-label': label },
        h('thead', {}, h('tr', {}, texts.map((text, index) => h('th', { scope: 'col', class: classes[index] }, text)))),
        h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell, index) =>
            h('td', { class: classes[index], 'data-label': texts[index] }, ...[cell].flat())))))));
}

let fieldNumber = 0;

/**
 * A labelled input.
 * @param {string} label
 * @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} input
 * @param {string} [hint]
 */
export function field(label, input, hint) {
    input.id ||= `field-${fieldNumber += 1}`;
    if (hint) input.setAttribute('aria-describedby', `${input.id}-hint`);
    return h('div', { class: 'field' }, h('label', { htmlFor: input.id }, label), input,
        hint ? h('p', { class: 'hint', id: `${input.id}-hint` }, hint) : null);
}

/**
 * @param {(string | [string, string])[]} options values, or pairs of value and text
 * @param {string} value
 * @param {Record<string, unknown>} [attributes]
 */
export function select(options, value, attributes = {}) {
    return h('select', { ...attributes, value }, options.map((option) => {
        const [id, text] = typeof option === 'string' ? [option, option] : option;
        return h('option', { value: id }, text);
    }));
}
