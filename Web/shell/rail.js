// Where one can go.

import { h } from '../dom.js';
import { t } from '../i18n.js';
import { go, link } from '../router.js';
import { icon } from '../ui/icons.js';
import { openMenu } from '../ui/menu.js';

export const places = /** @type {const} */ (['machines', 'images', 'networks', 'storage', 'hosts', 'operations', 'audit', 'settings']);
/** @typedef {typeof places[number]} Place */

/**
 * What a phone's bar has room for.
 * @type {Set<string>}
 */
const first = new Set(['machines', 'images', 'hosts', 'operations']);

/** @param {AbortSignal} signal */
export function rail(signal) {
    const links = places.map((place) => h('a', { href: link([place]), 'data-place': place, class: first.has(place) ? '' : 'rest' },
        icon(place), h('span', {}, t(`place.${place}`))));
    const more = h('button', { type: 'button', class: 'more', 'aria-haspopup': 'menu' }, icon('more'), h('span', {}, t('more')));
    more.addEventListener('click', () => openMenu(more, places.filter((place) => !first.has(place)).map((place) => ({
        label: t(`place.${place}`), icon: place, act: () => go([place]),
    }))));
    const element = h('nav', { class: 'rail', 'aria-label': t('rail') },
        h('a', { href: link(['machines']), class: 'brand', 'aria-label': 'Roost' }, h('img', { src: '/icon.svg', alt: '', width: 28, height: 28 })),
        ...links, more);
    const mark = () => {
        const here = location.hash.split(/[/?]/)[1] || 'machines';
        for (const each of links) {
            const isHere = each.dataset.place === here || here === 'create' && each.dataset.place === 'machines';
            if (isHere) each.setAttribute('aria-current', 'page');
            else each.removeAttribute('aria-current');
        }
    };
    addEventListener('hashchange', mark, { signal });
    mark();
    return element;
}
