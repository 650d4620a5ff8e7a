// Languages: the browser's own, or the one chosen in the settings.

import { remember, recall } from './settings.js';

/** @typedef {typeof import('./i18n/en.js').default} Words */
/** @typedef {keyof Words} Key */

export const languages = /** @type {const} */ ({ en: 'English', zh: '简体中文' });
/** @typedef {keyof typeof languages} Language */

/** @type {Words} */
let words = /** @type {Words} */ ({});
/** @type {Language} */
let language = 'en';

export const currentLanguage = () => language;

/** @returns {Language} */
function wanted() {
    const chosen = recall('language');
    if (chosen === 'en' || chosen === 'zh') return chosen;
    for (const name of navigator.languages) {
        if (name.toLowerCase().startsWith('zh')) return 'zh';
        if (name.toLowerCase().startsWith('en')) return 'en';
    }
    return 'en';
}

export async function loadLanguage() {
    language = wanted();
    words = (language === 'zh' ? await import('./i18n/zh.js') : await import('./i18n/en.js')).default;
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** @param {Language | ''} name empty means the browser's */
export async function chooseLanguage(name) {
    remember('language', name);
    await loadLanguage();
}

/**
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(key, values) {
    const text = words[key] ?? key;
    return values ? text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole)) : text;
}

/**
 * A word of libvirt's or the server's in this language, else as it stands.
 * @param {string} group
 * @param {string} word
 * @returns {string}
 */
export function word(group, word) {
    return /** @type {Record<string, string>} */ (words)[`${group}.${word}`] ?? word;
}
