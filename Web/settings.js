// What this browser remembers. Without storage (a private window) everything works, and is forgotten.

const prefix = 'roost.';
/** @type {Map<string, string>} */
const forgotten = new Map();

/**
 * @param {string} name
 * @returns {string}
 */
export function recall(name) {
    try {
        return localStorage.getItem(prefix + name) ?? '';
    } catch {
        return forgotten.get(name) ?? '';
    }
}

/**
 * @param {string} name
 * @param {string} value empty forgets it
 */
export function remember(name, value) {
    forgotten.set(name, value);
    try {
        if (value) localStorage.setItem(prefix + name, value);
        else localStorage.removeItem(prefix + name);
    } catch {
        // Kept for this page only.
    }
}

/** @returns {'light' | 'dark' | ''} empty follows the system */
export function chosenTheme() {
    const theme = recall('theme');
    return theme === 'light' || theme === 'dark' ? theme : '';
}

/** @param {'light' | 'dark' | ''} theme */
export function chooseTheme(theme) {
    remember('theme', theme);
    applyTheme();
}

export function applyTheme() {
    document.documentElement.dataset.theme = chosenTheme();
}
