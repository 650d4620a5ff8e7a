// One machine: its state, what can be done, and everything that is known of it.

import { api, machinePath } from '../api.js';
import { fill, h, setText } from '../dom.js';
import { t } from '../i18n.js';
import { go, link, machineLink, place } from '../router.js';
import { hasManyHosts, isActive, on, store } from '../store.js';
import { actions, isOffered, likely, runAction } from '../machines/actions.js';
import { deleteMachine } from '../machines/delete.js';
import { icon } from '../ui/icons.js';
import { menuButton } from '../ui/menu.js';
import { button, failureBox, loading, stateBadge } from '../ui/parts.js';
import { cloneMachine, editMachine } from './edit.js';

/**
 * What a tab is given. `detail` is the newest; `changed` tells of newer ones.
 * @typedef {object} TabContext
 * @property {() => MachineDetail} detail
 * @property {(listener: () => void) => void} changed
 * @property {AbortSignal} signal ends with the tab
 */

/** @type {Record<string, () => Promise<{default: (context: TabContext) => HTMLElement}>>} */
const tabs = {
    overview: () => import('./overview.js'),
    screen: () => import('./screen.js'),
    serial: () => import('./serial.js'),
    usage: () => import('./usage.js'),
    disks: () => import('./disks.js'),
    network: () => import('./network.js'),
    snapshots: () => import('./snapshots.js'),
    xml: () => import('./xml.js'),
    log: () => import('./log.js'),
};

/** @param {PageContext} context @returns {PageView} */
export default function page(context) {
    const { signal } = context;
    const [, host = '', uuid = ''] = context.parts;
    const known = store.machines.get(`${host}/${uuid}`);
    const identity = { host, uuid };
    /** @type {MachineDetail | null} */
    let detail = null;
    /** @type {Set<() => void>} */
    const listeners = new Set();
    const body = h('div', { class: 'tab-body' }, loading());
    const header = head(() => detail ?? known);
    const links = h('nav', { class: 'tabs', 'aria-label': t('tabs') }, Object.keys(tabs).map((name) =>
        h('a', { href: machineLink(identity, name === 'overview' ? undefined : name), 'data-tab': name },
            t(/** @type {import('../i18n.js').Key} */ (`tab.${name}`)))));
    const element = h('div', { class: 'machine' }, header.element, links, body);

    let tab = new AbortController();
    let shown = '';
    const showTab = async () => {
        const { parts } = place();
        if (!detail || parts[1] !== host || parts[2] !== uuid) return;
        const name = parts[3] && parts[3] in tabs ? parts[3] : 'overview';
        if (name === shown) return;
        shown = name;
        tab.abort();
        listeners.clear();
        const mine = tab = new AbortController();
        for (const each of links.querySelectorAll('a')) {
            if (each.dataset.tab === name) each.setAttribute('aria-current', 'page');
            else each.removeAttribute('aria-current');
        }
        try {
            const module = await /** @type {() => Promise<any>} */ (tabs[name])();
            if (mine.signal.aborted) return;
            fill(body, module.default({
                detail: () => detail, changed: (/** @type {() => void} */ listener) => listeners.add(listener), signal: mine.signal,
            }));
            body.dataset.tab = name;
        } catch (error) {
            fill(body, failureBox(error, () => {
                shown = '';
                void showTab();
            }));
        }
    };

    const load = async () => {
        try {
            detail = /** @type {MachineDetail} */ (await api.get(machinePath(identity), { signal }));
            if (signal.aborted) return;
            document.title = `${detail.name} · Roost`;
            header.update();
            for (const listener of listeners) listener();
            await showTab();
        } catch (error) {
            if (signal.aborted) return;
            shown = '';
            tab.abort();
            fill(body, failureBox(error, load));
        }
    };

    let row = known;
    on('machines', () => {
        const now = store.machines.get(`${host}/${uuid}`);
        if (now === row) return;
        row = now;
        if (now || store.loaded) void load();
    }, signal);
    addEventListener('hashchange', () => void showTab(), { signal });
    signal.addEventListener('abort', () => tab.abort());
    void load();
    return { title: known?.name ?? t('place.machines'), element };
}

/** @param {() => MachineDetail | MachineRow | undefined} machine */
function head(machine) {
    const name = h('h1', {});
    const line = h('div', { class: 'machine-line' });
    const buttons = h('div', { class: 'actions' });
    const element = h('header', { class: 'page-head machine-head' },
        h('div', { class: 'crumbs' }, h('a', { href: link(['machines']) }, t('place.machines')), icon('chevron')),
        name, line, buttons);
    // One for good: its menu may be open when the rest changes, and gives the focus back to it.
    const more = menuButton(t('more'), () => {
        const now = machine();
        if (!now) return [];
        const others = actions.filter((each) => each !== likely(now) && isOffered(each, now));
        return [
            ...others.map((each) => ({ label: t(each.label), icon: each.icon, danger: Boolean(each.warning), act: () => runAction(each, now) })),
            ...others.length > 0 ? [null] : [],
            { label: t('action.clone'), icon: 'clone', act: () => cloneMachine(now) },
            null,
            { label: t('action.delete'), icon: 'trash', danger: true, act: async () => {
                if (await deleteMachine(now)) go(['machines']);
            } },
        ];
    });
    let shown = '';
    const update = () => {
        const now = machine();
        const mark = now && JSON.stringify([now.name, now.state, now.host, now.title, now.tags, 'disks' in now, hasManyHosts()]);
        // Buttons that say the same stay: one of them may have the focus, or a menu open.
        if (!now || !mark || mark === shown) return;
        shown = mark;
        const focused = [...buttons.children].indexOf(/** @type {Element} */ (document.activeElement));
        setText(name, now.name);
        fill(line, stateBadge(now.state), hasManyHosts() ? h('span', { class: 'muted' }, now.host) : null,
            now.title ? h('span', { class: 'muted title' }, now.title) : null, (now.tags ?? []).map((tag) => h('span', { class: 'tag' }, tag)));
        const first = likely(now);
        const detail = 'disks' in now ? /** @type {MachineDetail} */ (now) : null;
        fill(buttons,
            first ? button(t(first.label), () => runAction(first, now), { icon: first.icon, kind: isActive(now.state) ? undefined : 'main' }) : null,
            more,
            detail ? button(t('action.edit'), () => editMachine(/** @type {MachineDetail} */ (machine())), { icon: 'edit' }) : null);
        if (focused >= 0) /** @type {HTMLElement | undefined} */ (buttons.children[focused])?.focus();
    };
    update();
    return { element, update };
}
