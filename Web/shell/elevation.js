// Raises the session's role for a while, by the password once more.

import { api, currentSession, setSession } from '../api.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { ask } from '../ui/dialog.js';
import { field } from '../ui/parts.js';

/** @type {Promise<boolean> | null} one question, however many requests wait for its answer */
let asking = null;

/** @returns {Promise<boolean>} whether the role was raised */
export function elevate() {
    asking ??= question().finally(() => {
        asking = null;
    });
    return asking;
}

function question() {
    const password = h('input', { type: 'password', autocomplete: 'current-password', name: 'password' });
    return ask({
        title: t('elevation.title'),
        accept: t('elevation.accept'),
        ready: () => password.value !== '',
        content: [
            h('p', {}, t('elevation.text', { user: currentSession()?.user ?? '' })),
            field(t('login.password'), password),
        ],
        act: async () => {
            const answer = await api.post('/session/elevation', { password: password.value }, { quiet: true });
            setSession(answer?.csrf ? answer : await api.get('/session', { quiet: true }));
            dispatchEvent(new Event('roost-role'));
        },
    });
}
