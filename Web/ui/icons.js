// Line icons on a grid of 16, drawn for this page.

import { svg } from '../dom.js';

const paths = {
    machines: 'M2 3.5h12v8H2zM5.5 14h5M8 11.5V14',
    images: 'M8 1.8 14 5v6l-6 3.2L2 11V5zM2.2 5 8 8.2 13.8 5M8 8.2v6',
    networks: 'M6 2h4v3.5H6zM1.5 10.500h4V14h-4zM10.500 10.500h4V14h-4zM8 5.500V8M3.500 10.500V8h9v2.500',
    storage: 'M2.500 3.800c0-1 2.500-1.800 5.500-1.800s5.500.8 5.500 1.800S11 5.600 8 5.600 2.500 4.800 2.500 3.800zM2.500 3.800v8.400c0 1 2.500 1.800 5.500 1.800s5.500-.8 5.500-1.800V3.800M2.500 8c0 1 2.500 1.800 5.500 1.800s5.500-.8 5.500-1.800',
    hosts: 'M2 2.500h12v4.500H2zM2 9h12v4.500H2zM4.500 4.700h.01M4.500 11.200h.01M7 4.700h4.500M7 11.200h4.500',
    operations: 'M8 2a6 6 0 1 0 6 6M8 4.500V8l2.500 1.500M11 2.500l3 .5-.5 3',
    audit: 'M3.500 1.500h9v13h-9zM6 5h4M6 8h4M6 11h2.500',
    settings: 'M2 4.500h7M12 4.500h2M2 11.500h2M7 11.500h7M9 2.500h3v4H9zM4 9.500h3v4H4z',
    more: 'M3 8h.2M8 8h.2M13 8h.2',
    search: 'M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zM10.300 10.300 14 14',
    plus: 'M8 3v10M3 8h10',
    close: 'M3.500 3.500l9 9M12.500 3.500l-9 9',
    check: 'M3 8.500 6.500 12 13 4.500',
    chevron: 'M6 3.500 10.500 8 6 12.500',
    down: 'M3.500 6 8 10.500 12.500 6',
    up: 'M3.500 10 8 5.500 12.500 10',
    play: 'M4.500 2.500v11l9-5.500z',
    stop: 'M3.500 3.500h9v9h-9z',
    power: 'M8 1.500v6M4.500 3.800a5.500 5.500 0 1 0 7 0',
    pause: 'M5 3v10M11 3v10',
    reboot: 'M13.500 8A5.500 5.500 0 1 1 11 3.400M11 .8v2.800H8.200',
    bolt: 'M9 1.500 3.500 9H8l-1 5.500L12.500 7H8z',
    moon: 'M13.500 9.500A6 6 0 0 1 6.500 2.500a6 6 0 1 0 7 7z',
    save: 'M2.500 2.500h8.500l2.500 2.500v8.500h-11zM5 2.500V6h5V2.500M5 13.500V9.500h6v4',
    trash: 'M2.500 4.500h11M6 4.500v-2h4v2M4 4.500l.7 9h6.600l.7-9M6.800 7v4M9.200 7v4',
    copy: 'M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3',
    clone: 'M2 2h8v8H2zM6 12.500V14h8V6h-1.500',
    edit: 'M3 13l.6-3L10.500 3l2.500 2.500L6 12.400zM9 4.500 11.500 7',
    warning: 'M8 2 14.500 13.500h-13zM8 6.500v3.500M8 11.800h.01',
    info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.300V11M8 5h.01',
    refresh: 'M13.500 8A5.500 5.500 0 1 1 11.500 3.700M11.800 1v3H8.800',
    upload: 'M8 11V2.500M4.500 6 8 2.500 11.500 6M2.500 11v2.500h11V11',
    download: 'M8 2.500V11M4.500 7.500 8 11l3.500-3.500M2.500 11.500v2h11v-2',
    expand: 'M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10',
    key: 'M10.500 2a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM8 8l-5.500 5.500M4.500 11.500 6 13',
    out: 'M6.500 2.500h-4v11h4M6 8h7.500M10.500 5l3 3-3 3',
    columns: 'M2 3h12v10H2zM6 3v10M10 3v10',
    unknown: 'M5.500 6a2.500 2.500 0 1 1 3.600 2.200C8.300 8.600 8 9 8 10M8 12.500h.01',
};

/** @typedef {keyof typeof paths} IconName */

/**
 * @param {IconName} name
 * @returns {SVGElement}
 */
export function icon(name) {
    return svg('svg', { viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' }, svg('path', { d: paths[name] }));
}

// A machine's state by shape: what is filled runs, what is hollow does not.
const shapes = {
    running: 'M4 2.500v11l9-5.500z',
    blocked: 'M4 2.500v11l9-5.500z',
    paused: 'M3.500 3h3v10h-3zM9.500 3h3v10h-3z',
    'pm-suspended': 'M13.500 9.500A6 6 0 0 1 6.500 2.500a6 6 0 1 0 7 7z',
    'shutting-down': 'M3 4h10l-5 8.500z',
    off: 'M3.500 3.500h9v9h-9z',
    crashed: 'M3.500 3.500l9 9M12.500 3.500l-9 9',
    unknown: 'M5.500 6a2.500 2.500 0 1 1 3.600 2.200C8.300 8.600 8 9 8 10M8 12.500h.01',
};

/**
 * @param {string} state
 * @returns {SVGElement}
 */
export function stateShape(state) {
    const name = state in shapes ? /** @type {keyof typeof shapes} */ (state) : 'unknown';
    return svg('svg', { viewBox: '0 0 16 16', class: `shape shape-${name}`, 'aria-hidden': 'true' }, svg('path', { d: shapes[name] }));
}
