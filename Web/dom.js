// The only place that makes elements. Text goes in as text; nothing here reads markup.

const properties = new Set([
    'value', 'checked', 'disabled', 'selected', 'hidden', 'readOnly', 'tabIndex', 'htmlFor', 'className', 'indeterminate',
]);
const addresses = new Set(['href', 'src', 'action', 'formaction']);

/**
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value
 */
function set(element, name, value) {
    if (value === undefined || value === null || value === false && !properties.has(name) && !name.startsWith('aria-')) return;
    if (typeof value === 'function') {
        if (!name.startsWith('on')) throw new TypeError(`${name} takes no function`);
        element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (name.startsWith('on') || name === 'style' || name === 'srcdoc') {
        throw new TypeError(`${name} is not set from text`);
    } else if (addresses.has(name) && !/^(#|\/(?!\/)|blob:)/.test(String(value))) {
        throw new TypeError(`${name} leads elsewhere`);
    } else if (properties.has(name)) {
        Reflect.set(element, name, value);
    } else {
        element.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : String(value));
    }
}

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Makes an element: h('button', {class: 'plain', onclick: f}, 'Text').
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    element.append(...nodes(children));
    // After the children: a select's value exists only once its options do.
    for (const name in attributes) set(element, name, attributes[name]);
    return element;
}

/** @param {(Child | Child[])[]} children */
function nodes(children) {
    return /** @type {(Node | string)[]} */ (
        children.flat().filter((child) => child !== null && child !== undefined && child !== false)
            .map((child) => typeof child === 'number' ? String(child) : child));
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...Node} children
 */
export function svg(tag, attributes = {}, ...children) {
    const element = document.createElementNS(svgNamespace, tag);
    for (const name in attributes) element.setAttribute(name, String(attributes[name]));
    element.append(...children);
    return element;
}

/**
 * Replaces what an element holds.
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function fill(element, ...children) {
    element.replaceChildren(...nodes(children));
}

/**
 * Sets text where it differs: an unchanged text node keeps selections and costs no layout.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
    if (node.textContent !== text) node.textContent = text;
}

/**
 * Runs f at most once a frame, however often it is asked.
 * @param {() => void} f
 */
export function perFrame(f) {
    let asked = false;
    return () => {
        if (asked) return;
        asked = true;
        requestAnimationFrame(() => {
            asked = false;
            f();
        });
    };
}
