// The door: the system's own accounts.

import { api } from '../api.js';
import { fill, h } from '../dom.js';
import { chooseLanguage, currentLanguage, languages, t } from '../i18n.js';
import { failureBox, field, select } from '../ui/parts.js';

/**
 * @param {() => Promise<void>} signedIn
 * @returns {HTMLElement}
 */
export function login(signedIn) {
    const user = h('input', { name: 'user', autocomplete: 'username', required: true, autocapitalize: 'off', spellcheck: 'false' });
    const password = h('input', { name: 'password', type: 'password', autocomplete: 'current-password', required: true });
    const trouble = h('div', {});
    const submit = h('button', { type: 'submit', class: 'button main' }, h('span', {}, t('login.enter')));
    const language = select(Object.entries(languages), currentLanguage(), { 'aria-label': t('settings.language'), class: 'quiet' });
    language.addEventListener('change', async () => {
        await chooseLanguage(/** @type {keyof typeof languages} */ (language.value));
        main.replaceWith(login(signedIn));
    });
    const form = h('form', { class: 'login', 'aria-label': t('login.title') },
        h('h1', {}, h('img', { src: '/icon.svg', alt: '', width: 32, height: 32 }), 'Roost'),
        h('p', { class: 'muted' }, t('login.hint', { host: location.hostname })),
        field(t('login.user'), user), field(t('login.password'), password), trouble, submit,
        h('footer', {}, language));
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        submit.disabled = true;
        submit.setAttribute('aria-busy', 'true');
        try {
            await api.post('/session', { user: user.value, password: password.value }, { quiet: true });
            await signedIn();
        } catch (error) {
            fill(trouble, failureBox(error));
            password.value = '';
            password.focus();
        } finally {
            submit.disabled = false;
            submit.removeAttribute('aria-busy');
        }
    });
    const main = h('main', { class: 'alone' }, form);
    queueMicrotask(() => user.focus());
    return main;
}
