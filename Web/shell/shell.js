// The frame around every page.

import { api, currentSession, hasRole, mayBecome, setSession } from '../api.js';
import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { signOut } from '../main.js';
import { go, place } from '../router.js';
import { icon } from '../ui/icons.js';
import { menuButton } from '../ui/menu.js';
import { failureBox, loading } from '../ui/parts.js';
import { attempt } from '../ui/toast.js';
import { banner } from './banner.js';
import { drawer } from './drawer.js';
import { elevate } from './elevation.js';
import { rail } from './rail.js';
import { search } from './search.js';

/** @type {Record<string, () => Promise<{default: (context: PageContext) => PageView}>>} */
const pages = {
    machines: () => import('../machines/list.js'),
    machine: () => import('../machine/page.js'),
    create: () => import('../create/page.js'),
    images: () => import('../pages/images.js'),
    networks: () => import('../pages/networks.js'),
    storage: () => import('../pages/storage.js'),
    hosts: () => import('../pages/hosts.js'),
    operations: () => import('../pages/operations.js'),
    audit: () => import('../pages/audit.js'),
    settings: () => import('../pages/settings.js'),
};

/** @param {AbortSignal} signal */
export function shell(signal) {
    const main = h('main', { id: 'content', tabIndex: -1 });
    const skip = h('a', { href: '#content', class: 'skip', onclick: (/** @type {Event} */ event) => {
        event.preventDefault();
        main.focus();
    } }, t('skip'));
    addEventListener('hashchange', (event) => void show(main, signal, event), { signal });
    void show(main, signal);
    return h('div', { class: 'shell' }, skip, rail(signal),
        h('header', { class: 'top' }, search(signal), person(signal)),
        banner(signal), main, drawer(signal));
}

/** @type {AbortController | null} */
let leaving = null;
let shown = '';

/**
 * @param {HTMLElement} main
 * @param {AbortSignal} signal
 * @param {Event} [moved]
 */
async function show(main, signal, moved) {
    const { parts, query } = place();
    const name = parts[0] === 'machines' && parts.length > 2 ? 'machine' : parts[0] ?? 'machines';
    // A machine's tabs are one page: the page itself follows the address.
    const identity = name === 'machine' ? parts.slice(0, 3).join('/') : parts.join('/');
    if (moved && identity === shown && name === 'machine') return;
    shown = identity;
    leaving?.abort();
    const mine = leaving = new AbortController();
    signal.addEventListener('abort', () => mine.abort(), { once: true });
    const load = pages[name];
    if (!load) return go(['machines']);
    const slow = setTimeout(() => fill(main, loading()), 150);
    try {
        const module = await load();
        if (mine.signal.aborted) return;
        const page = module.default({ parts, query, signal: mine.signal });
        fill(main, page.element);
        main.className = `page-${name}`;
        main.scrollTop = 0;
        document.title = `${page.title} · Roost`;
        if (moved) main.focus({ preventScroll: true });
    } catch (error) {
        if (!mine.signal.aborted) fill(main, failureBox(error, () => show(main, signal)));
    } finally {
        clearTimeout(slow);
    }
}

async function renew() {
    try {
        setSession(await api.get('/session'));
    } catch {
        // The next request says what is wrong.
    }
    dispatchEvent(new Event('roost-role'));
}

async function lower() {
    setSession(await api.delete('/session/elevation'));
    dispatchEvent(new Event('roost-role'));
}

/** @param {AbortSignal} signal */
function person(signal) {
    const role = h('span', { class: 'role' });
    const say = () => fill(role, hasRole('administrator') ? icon('key') : null, t(`role.${currentSession()?.role ?? 'viewer'}`));
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const changed = () => {
        say();
        clearTimeout(timer);
        const end = currentSession()?.elevatedUntil;
        // The server ends it by itself; the page only has to say so.
        if (end) timer = setTimeout(() => void renew(), Math.max(0, Date.parse(end) - Date.now()) + 1000);
    };
    addEventListener('roost-role', changed, { signal });
    signal.addEventListener('abort', () => clearTimeout(timer));
    changed();
    const menu = menuButton(currentSession()?.user ?? '', () => [
        mayBecome('administrator') && !hasRole('administrator')
            ? { label: t('elevation.title'), icon: 'key', act: () => elevate() }
            : hasRole('administrator') ? { label: t('elevation.end'), icon: 'key', act: () => attempt(lower) } : null,
        { label: t('place.settings'), icon: 'settings', act: () => go(['settings']) },
        { label: t('signOut'), icon: 'out', act: () => attempt(signOut) },
    ]);
    return h('div', { class: 'person' }, role, menu);
}
