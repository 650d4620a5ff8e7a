// Parts of the dialogs that make and change networks.

import { Problem } from '../api.js';
import { h, setText } from '../dom.js';
import { t, word } from '../i18n.js';
import { suboption } from '../machine/devices.js';
import { showFault } from '../ui/fault.js';
import { button, field, iconButton, select } from '../ui/parts.js';

/** @typedef {import('../ui/fault.js').Control} Control */

/** @param {string} value @param {Record<string, unknown>} [more] */
export const text = (value, more = {}) => h('input', { value, spellcheck: 'false', autocomplete: 'off', ...more });

/** @param {string} label @param {HTMLInputElement} input */
export const check = (label, input) => h('label', { class: 'check' }, input, h('span', {}, label));

/** @param {boolean} checked */
export const box = (checked) => h('input', { type: 'checkbox', checked });

/**
 * How machines reach the outside, with a sentence on what is chosen.
 * @param {string} value
 * @param {string[]} kinds
 */
export function kindField(value, kinds) {
    const pick = select(kinds.map((each) => /** @type {[string, string]} */ ([each, word('network.kind', each)])), value);
    const element = field(t('network.forward'), pick, ' ');
    const hint = /** @type {HTMLElement} */ (element.querySelector('.hint'));
    const show = () => setText(hint, word('network.about', pick.value));
    pick.addEventListener('input', show);
    show();
    return { element, pick };
}

/**
 * A choice, one answer of which ('given') takes a text. Beside the others stands what they come to.
 * @param {string} label
 * @param {[string, string][]} answers
 * @param {string} value
 * @param {HTMLInputElement} input
 * @param {string} [hint]
 */
export function choice(label, answers, value, input, hint) {
    const pick = select(answers, value);
    const element = field(label, pick, hint);
    const aside = h('output', { class: 'aside' });
    const row = h('div', { class: 'choice' });
    pick.replaceWith(row);
    row.append(pick, input, aside);
    input.setAttribute('aria-label', label);
    const show = () => {
        input.hidden = pick.value !== 'given';
        aside.hidden = !input.hidden;
    };
    pick.addEventListener('input', () => {
        show();
        if (!input.hidden && input.value === '') input.focus();
    });
    show();
    return {
        element, pick, input,
        /** @returns {Control} the part that takes the answer */
        get control() { return input.hidden ? pick : input; },
        get given() { return pick.value === 'given' ? input.value.trim() : ''; },
        ready: () => pick.value !== 'given' || input.value.trim() !== '',
        /** @param {string} words what the present answer comes to */
        say: (words) => setText(aside, words),
        /** @param {string} answer */
        choose: (answer) => {
            pick.value = answer;
            show();
        },
    };
}

/**
 * Lines of inputs, as many as are wanted.
 * @template T
 * @param {{title: string, hint: string, add: string, remove: string, class?: string}} words
 * @param {T[]} values
 * @param {(value?: T) => {parts: HTMLElement[], value: () => T | undefined}} make a line; its value is undefined where it is empty
 */
function lines(words, values, make) {
    const list = h('div', { class: `lines-list ${words.class ?? ''}` });
    /** @type {Map<Element, () => T | undefined>} */
    const read = new Map();
    const changed = () => list.dispatchEvent(new Event('input', { bubbles: true }));
    /** @param {T} [value] */
    const add = (value) => {
        const made = make(value);
        const line = h('div', { class: 'line' }, ...made.parts, iconButton('close', words.remove, () => {
            const next = line.nextElementSibling ?? line.previousElementSibling;
            read.delete(line);
            line.remove();
            (next?.querySelector('input') ?? more).focus();
            changed();
        }));
        read.set(line, made.value);
        list.append(line);
        return line;
    };
    for (const value of values) add(value);
    const more = button(words.add, () => {
        add().querySelector('input')?.focus();
        changed();
    }, { icon: 'plus' });
    const element = h('fieldset', { class: 'lines' }, h('legend', {}, words.title), h('p', { class: 'hint' }, words.hint), list, h('div', {}, more));
    return {
        element,
        /** @returns {T[]} */
        values: () => [...read.values()].flatMap((each) => each() ?? []),
        /**
         * The input that a message names by what stands in it, else the first.
         * @param {string} message
         * @returns {Control}
         */
        control: (message) => {
            const inputs = [...list.querySelectorAll('input:not([type="checkbox"])')].map((each) => /** @type {HTMLInputElement} */ (each));
            return inputs.find((each) => each.value.trim() !== '' && message.includes(each.value.trim())) ?? inputs[0] ?? more;
        },
    };
}

/** @typedef {{names: string[], address: string}} Name */

/** @param {Name[]} values */
export const nameLines = (values) => lines(
    { title: t('network.dns'), hint: t('network.dns.hint'), add: t('network.dns.add'), remove: t('network.dns.remove') }, values, (value) => {
        const names = text(value?.names.join(', ') ?? '', { placeholder: 'db, db.lab', 'aria-label': t('network.dns.names') });
        const address = text(value?.address ?? '', { placeholder: '192.168.150.10', 'aria-label': t('network.dns.address') });
        return {
            parts: [names, address],
            value: () => names.value.trim() || address.value.trim()
                ? { names: names.value.split(/[\s,]+/).filter(Boolean), address: address.value.trim() } : undefined,
        };
    });

/** @param {Name} each */
const nameWords = (each) => `${each.names.join(',')}=${each.address}`;

/**
 * What is to be told to have other names than before: those alone that came, went or moved. A name may have an address of each family.
 * @param {Name[]} before
 * @param {Name[]} now
 */
export function nameChanges(before, now) {
    const pair = (/** @type {string} */ name, /** @type {string} */ address) => `${name}=${address}`;
    const pairs = (/** @type {Name[]} */ list) => new Set(list.flatMap((each) => each.names.map((name) => pair(name, each.address))));
    const [old, wanted] = [pairs(before), pairs(now)];
    const isOne = (/** @type {string} */ name) => before.filter((each) => each.names.includes(name)).length === 1;
    const removed = before.flatMap((each) => each.names.filter((name) => !wanted.has(pair(name, each.address)))
        .map((name) => isOne(name) ? name : pair(name, each.address)));
    // A name without an address, or the other way around, is the server's to refuse.
    const added = now.map((each) => ({ ...each, names: each.names.filter((name) => !old.has(pair(name, each.address))) }))
        .filter((each, index) => each.names.length > 0 || now[index]?.names.length === 0).map(nameWords);
    return { ...added.length > 0 ? { dnsNames: added } : {}, ...removed.length > 0 ? { removedDNSNames: removed } : {} };
}

/** @typedef {{name: string, vlans: (string | number)[], isDefault: boolean}} Group */

/**
 * @param {Group[]} values
 * @param {() => boolean} hasVLANs whether the network is of a kind that can tag
 */
export function groupLines(values, hasVLANs) {
    /** @type {Set<HTMLInputElement>} */
    const defaults = new Set();
    /** @type {Set<HTMLInputElement>} */
    const tags = new Set();
    const made = lines({
        title: t('network.groups'), hint: t('network.groups.hint'), add: t('network.groups.add'), remove: t('network.groups.remove'), class: 'groups',
    }, values, (value) => {
        const name = text(value?.name ?? '', { placeholder: 'staff', 'aria-label': t('network.groups.name') });
        const vlans = text(value?.vlans.join(', ') ?? '', { placeholder: t('network.groups.vlan'), 'aria-label': t('network.groups.vlans') });
        const isDefault = box(value?.isDefault ?? false);
        // One at most.
        isDefault.addEventListener('input', () => {
            if (isDefault.checked) for (const other of defaults) if (other !== isDefault) other.checked = false;
        });
        defaults.add(isDefault);
        tags.add(vlans);
        vlans.hidden = !hasVLANs();
        return {
            parts: [name, vlans, check(t('network.groups.default'), isDefault)],
            value: () => name.value.trim() || vlans.value.trim() ? {
                name: name.value.trim(), vlans: hasVLANs() ? vlans.value.split(/[\s,]+/).filter(Boolean) : [], isDefault: isDefault.checked,
            } : undefined,
        };
    });
    return { ...made, suit: () => tags.forEach((each) => { each.hidden = !hasVLANs(); }) };
}

/**
 * As the command line writes them. The default comes last: another one has stopped to be it by then.
 * @param {Group[]} groups
 */
export const groupWords = (groups) => [...groups].sort((one, other) => Number(one.isDefault) - Number(other.isDefault)).map((each) =>
    [/[,="'\\]/.test(each.name) ? suboption('name', each.name) : each.name, ...each.vlans.map((vlan) => `vlan=${vlan}`), ...each.isDefault ? ['default=yes'] : []].join(','));

/**
 * @param {Group[]} before
 * @param {Group[]} now
 */
export function groupChanges(before, now) {
    const known = new Map(before.map((each) => [each.name, groupWords([each])[0]]));
    const names = new Set(now.map((each) => each.name));
    const changed = groupWords(now.filter((each) => known.get(each.name) !== groupWords([each])[0]));
    const removed = before.map((each) => each.name).filter((name) => !names.has(name));
    return { ...changed.length > 0 ? { portGroups: changed } : {}, ...removed.length > 0 ? { removedPortGroups: removed } : {} };
}

/**
 * What is wanted seldom.
 * @param {...import('../dom.js').Child} children
 */
export const advanced = (...children) => h('details', { class: 'advanced' }, h('summary', {}, t('network.advanced')), h('div', { class: 'stack' }, ...children));

/**
 * The leave to take addresses that something uses already: it is asked for where they are refused.
 * @param {() => Control} four
 * @param {() => Control} six
 * @param {(subnet: string) => void} [take] puts another network in the place of the one that was refused
 */
export function overlapLeave(four, six, take) {
    const leave = box(false);
    return {
        isGiven: () => leave.checked,
        withdraw: () => {
            leave.checked = false;
        },
        /**
         * @param {unknown} error
         * @returns {boolean} whether it is this, and was said
         */
        show: (error) => {
            const refused = error instanceof Problem ? /^(\S+) overlaps /.exec(error.why ?? '')?.[1] : undefined;
            if (!refused || !(error instanceof Problem)) return false;
            const free = /--subnet (\S+?)\.?(?: |$)/.exec(error.remedy ?? '')?.[1];
            showFault(refused.includes(':') ? six() : four(), error, { remedy: h('div', { class: 'fault-tools' },
                free && take ? button(t('network.overlap.take', { subnet: free }), () => take(free)) : null, check(t('network.overlap.leave'), leave)) });
            return true;
        },
    };
}

/**
 * Says an error at the field that it is about.
 * @param {unknown} error
 * @param {[RegExp, (message: string) => Control | undefined][]} places
 * @returns {boolean} whether there is one
 */
export function showAtField(error, places) {
    if (!(error instanceof Problem)) return false;
    // The task holds a name that may be anything.
    const message = `${error.message.startsWith('Cannot ') ? '' : error.message}\n${error.why ?? ''}`;
    const control = places.find(([pattern]) => pattern.test(message))?.[1](message);
    if (!control) return false;
    showFault(control, error);
    return true;
}

/**
 * An order as words of `roost net create` and `roost net edit`.
 * @param {Record<string, any>} order
 */
export const orderWords = (order) => [
    ...{ nat: ['--nat'], route: ['--routed'], isolated: ['--isolated'], open: ['--forward', 'open'] }[/** @type {string} */ (order.kind)] ?? [],
    ...[['bridge', '--bridge'], ['via', '--via'], ['subnet', '--subnet'], ['dhcp', '--dhcp'], ['ipv6', '--ipv6'], ['domain', '--domain'], ['mtu', '--mtu']]
        .flatMap(([name, option]) => name && option && order[name] !== undefined ? [option, String(order[name])] : []),
    ...order.noDHCP ? ['--no-dhcp'] : [],
    ...[['removedDNSNames', '--remove-dns-name'], ['dnsNames', '--dns-name'], ['vlans', '--vlan'], ['removedPortGroups', '--remove-port-group'], ['portGroups', '--port-group']]
        .flatMap(([name, option]) => name && option ? (order[name] ?? []).flatMap((/** @type {unknown} */ each) => [option, String(each)]) : []),
    ...order.allowOverlap ? ['--allow-overlap'] : [],
    ...order.start === false ? ['--no-start'] : [],
    ...order.autostart === undefined ? [] : [order.autostart ? '--autostart' : '--no-autostart'],
];

/**
 * What DHCP gives out of a subnet where all of it is given out; undefined where nobody understands the subnet.
 * @param {string} subnet the host's address with the prefix
 */
export function wholeRange(subnet) {
    const parts = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(subnet)?.slice(1).map(Number);
    if (!parts || parts.some((each, index) => each > (index < 4 ? 255 : 30))) return undefined;
    const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = parts;
    const own = ((a * 256 + b) * 256 + c) * 256 + d;
    const size = 2 ** (32 - prefix);
    const base = own - own % size;
    const write = (/** @type {number} */ value) => [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
    return own === base + 1 || own === base ? { first: write(base + 2), last: write(Math.min(base + size - 2, base + 65536)) } : undefined;
}

/**
 * @param {{first: string, last: string}[]} ranges
 */
export const rangeWords = (ranges) => ranges.map((range) => `${range.first} – ${range.last}`).join(', ');
