// Begins: language, session, and then the login or the console.

import { api, doors, Problem, setSession } from './api.js';
import { fill, h } from './dom.js';
import { loadLanguage } from './i18n.js';
import { applyTheme } from './settings.js';
import { startLive, stopLive } from './store.js';
import { failureBox } from './ui/parts.js';

/** What lives as long as one person is signed in, or one language is chosen. */
let scope = new AbortController();

export async function start() {
    try {
        await begin();
    } catch (error) {
        showBroken(error);
    }
}

async function begin() {
    applyTheme();
    const sessionAnswer = api.get('/session', { quiet: true }).catch((/** @type {unknown} */ error) => error);
    await loadLanguage();
    const session = await sessionAnswer;
    if (session instanceof Problem && session.status === 401) return showLogin();
    if (session instanceof Error) return showFailure(session);
    setSession(session);
    startLive();
    await showConsole();
}

/** Draws everything anew, as after a change of language. */
export async function showConsole() {
    scope.abort();
    scope = new AbortController();
    const { shell } = await import('./shell/shell.js');
    fill(document.body, shell(scope.signal));
    dispatchEvent(new Event('roost-begun'));
}

async function showLogin() {
    scope.abort();
    stopLive();
    setSession(null);
    const { login } = await import('./shell/login.js');
    fill(document.body, login(start));
    dispatchEvent(new Event('roost-begun'));
}

/** @param {unknown} error */
function showFailure(error) {
    fill(document.body, h('main', { class: 'alone' }, failureBox(error, () => location.reload())));
}

/**
 * A module that did not come stays away for as long as the page lives, so the page is loaded again, by theme.js.
 * @param {unknown} error
 */
function showBroken(error) {
    if (dispatchEvent(new Event('roost-failed', { cancelable: true }))) showFailure(error);
}

export async function signOut() {
    await api.delete('/session');
    await showLogin();
}

doors.signedOut = () => void showLogin().catch(showBroken);
doors.elevate = async () => {
    const { elevate } = await import('./shell/elevation.js');
    return elevate();
};

void start();
