// Addresses are in the fragment, so that every one works after a reload whatever serves the page.

/** @typedef {{parts: string[], query: URLSearchParams}} Place */

/** @returns {Place} */
export function place() {
    const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
    const parts = path.split('/').filter(Boolean).map((part) => {
        try {
            return decodeURIComponent(part);
        } catch {
            return part;
        }
    });
    return { parts, query: new URLSearchParams(query) };
}

/**
 * @param {string[]} parts
 * @param {Record<string, string>} [query]
 */
export function link(parts, query) {
    const text = query ? new URLSearchParams(query).toString() : '';
    return '#/' + parts.map(encodeURIComponent).join('/') + (text ? '?' + text : '');
}

/**
 * @param {string[]} parts
 * @param {Record<string, string>} [query]
 */
export function go(parts, query) {
    location.hash = link(parts, query);
}

/**
 * Changes the address without a new entry in the history and without a new page.
 * @param {string[]} parts
 * @param {Record<string, string>} [query]
 */
export function mark(parts, query) {
    history.replaceState(null, '', link(parts, query));
}

/** @param {{host: string, uuid: string}} machine @param {string} [tab] */
export const machineLink = (machine, tab) => link(['machines', machine.host, machine.uuid, ...(tab ? [tab] : [])]);
