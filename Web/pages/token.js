// Makes an API token, and shows it the one time that it can be seen.

import { api } from '../api.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { reachable } from '../ui/perhost.js';
import { ask } from '../ui/dialog.js';
import { commandLine, field, select } from '../ui/parts.js';

const roles = /** @type {const} */ (['viewer', 'operator', 'administrator']);

/** @param {Role} own @param {() => Promise<unknown>} made */
export async function newToken(own, made) {
    const name = h('input', { placeholder: 'backup', spellcheck: 'false' });
    const role = select(roles.slice(0, roles.indexOf(own) + 1).map((each) => /** @type {[string, string]} */ ([each, t(`role.${each}`)])), 'viewer');
    const host = select([['', t('all')], ...reachable().map((each) => /** @type {[string, string]} */ ([each, each]))], '');
    const days = h('input', { type: 'number', min: 1, max: 365, value: 90 });
    /** @type {TokenRow | undefined} */
    let token;
    const done = await ask({
        title: t('token.new'), accept: t('create'), ready: () => name.value.trim() !== '' && days.validity.valid,
        content: [field(t('column.name'), name), h('div', { class: 'two' }, field(t('token.role'), role, t('token.role.hint')), field(t('token.days'), days)), field(t('column.host'), host)],
        act: async () => {
            token = await api.post('/tokens', { name: name.value.trim(), role: role.value, days: days.valueAsNumber, ...host.value ? { host: host.value } : {} });
            await made();
        },
    });
    if (!done || !token?.secret) return;
    await ask({ title: t('token.made'), accept: t('close'), content: [h('p', {}, t('token.made.text')), commandLine(token.secret)], act: () => {} });
}
