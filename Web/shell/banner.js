// Says when what is shown is not the present, and which hosts are out of reach.

import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { link } from '../router.js';
import { on, startLive, store } from '../store.js';
import { icon } from '../ui/icons.js';
import { button, describe } from '../ui/parts.js';

/** A stream that comes back within this time is not worth a word. */
const patience = 1500;

/** @param {AbortSignal} signal */
export function banner(signal) {
    const element = h('div', { class: 'banner', role: 'status', 'aria-live': 'polite', hidden: true });
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let later;
    const show = () => {
        const news = content();
        fill(element, news);
        element.hidden = news.length === 0;
    };
    on(['connection', 'hosts', 'machines'], () => {
        clearTimeout(later);
        if (store.connection === 'lost') later = setTimeout(show, patience);
        else show();
    }, signal);
    return element;
}

function content() {
    if (store.connection === 'lost') return [text('bad', t('banner.lost'))];
    if (store.failure) {
        const { title, why } = describe(store.failure);
        return [text('bad', [title, why].filter(Boolean).join(': ')), button(t('again'), () => startLive())];
    }
    const away = [...store.hosts.values()].filter((host) => host.state === 'unreachable');
    if (away.length === 0) return [];
    const names = away.slice(0, 3).map((host) => host.name).join(', ') + (away.length > 3 ? ' …' : '');
    return [text('warn', t('banner.away', { names })), h('a', { href: link(['hosts']) }, t('banner.why'))];
}

/** @param {string} kind @param {string} words */
const text = (kind, words) => h('span', { class: `banner-text ${kind}` }, icon('warning'), words);
