// Numbers, sizes and times for people.

import { currentLanguage, t } from './i18n.js';

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** @param {number | undefined | null} value bytes */
export function bytes(value) {
    if (value === undefined || value === null) return '–';
    let index = 0;
    let rest = value;
    while (rest >= 1000 && index < units.length - 1) {
        rest /= 1024;
        index += 1;
    }
    const digits = index === 0 || rest >= 100 || Number.isInteger(rest) ? 0 : 1;
    return `${rest.toFixed(digits)} ${units[index]}`;
}

/** @param {number | undefined | null} value bytes a second */
export const rate = (value) => value === undefined || value === null ? '–' : `${bytes(Math.round(value))}/s`;

/** @param {number | undefined | null} value */
export const percent = (value) => value === undefined || value === null ? '–' : `${value.toFixed(value < 10 ? 1 : 0)} %`;

/** @param {number | undefined | null} value */
export const count = (value) => value === undefined || value === null ? '–' : new Intl.NumberFormat(locale()).format(value);

const locale = () => currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB';

/** @param {string | undefined | null} iso */
export function dateTime(iso) {
    if (!iso) return '–';
    const date = new Date(iso);
    if (Number.isNaN(date.getTime())) return iso;
    return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** @param {string | undefined | null} iso */
export function exactTime(iso) {
    if (!iso) return '–';
    const date = new Date(iso);
    if (Number.isNaN(date.getTime())) return iso;
    return new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'medium' }).format(date);
}

/** @param {number} time in milliseconds */
export const timeOfDay = (time) => new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' }).format(time);

/** @param {number} time in milliseconds, some days ago */
export const timeOfWeek = (time) => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);

/** @param {number} seconds */
export function duration(seconds) {
    if (seconds < 90) return t('time.seconds', { n: Math.max(0, Math.round(seconds)) });
    if (seconds < 5400) return t('time.minutes', { n: Math.round(seconds / 60) });
    return t('time.hours', { n: Math.round(seconds / 3600) });
}

/**
 * A word of a shell line: quoted where it must be.
 * @param {string} text
 */
export const shellWord = (text) =>
    /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** @param {...string} words */
export const shellLine = (...words) => words.map(shellWord).join(' ');
