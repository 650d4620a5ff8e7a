// Language, look, sessions and tokens.

import { api, currentSession, path } from '../api.js';
import { fill, h } from '../dom.js';
import { dateTime } from '../format.js';
import { chooseLanguage, languages, t } from '../i18n.js';
import { showConsole } from '../main.js';
import { chooseTheme, chosenTheme, recall } from '../settings.js';
import { ask } from '../ui/dialog.js';
import { button, commandLine, field, fillWith, iconButton, pageHead, pill, select, table } from '../ui/parts.js';
import { attempt } from '../ui/toast.js';
import { newToken } from './token.js';

/** @param {PageContext} context @returns {PageView} */
export default function settings({ signal }) {
    const language = select([['', t('settings.system')], ...Object.entries(languages)], recall('language'));
    language.addEventListener('change', async () => {
        await chooseLanguage(/** @type {any} */ (language.value));
        await showConsole();
    });
    const theme = select([['', t('settings.system')], ['light', t('settings.light')], ['dark', t('settings.dark')]], chosenTheme());
    theme.addEventListener('change', () => chooseTheme(/** @type {any} */ (theme.value)));

    const sessions = h('div', {});
    const loadSessions = () => fillWith(sessions, () => api.get('/sessions', { signal }), (/** @type {List<SessionRow>} */ list) =>
        table(t('settings.sessions'), [t('audit.user'), t('audit.address'), t('session.since'), t('session.used'), { text: '', class: 'tools' }], list.items.map((each) => [
            [h('strong', {}, each.user), ' ', each.isOwn ? pill(t('session.own'), 'good') : null, h('div', { class: 'muted clip', title: each.agent }, each.agent)],
            h('code', {}, each.address), dateTime(each.created), dateTime(each.used),
            each.isOwn ? [] : [iconButton('out', t('session.end'), () => attempt(async () => {
                await api.delete('/sessions' + path(each.id));
                await loadSessions();
            }))],
        ])), signal);
    const tokens = h('div', {});
    const loadTokens = () => fillWith(tokens, () => api.get('/tokens', { signal }), (/** @type {List<TokenRow>} */ list) => list.items.length === 0
        ? h('p', { class: 'muted panel-body' }, t('tokens.empty'))
        : table(t('settings.tokens'), [t('column.name'), t('audit.user'), t('token.role'), t('column.host'), t('token.expires'), t('session.used'), { text: '', class: 'tools' }], list.items.map((each) => [
            h('strong', {}, each.name), each.user, t(`role.${each.role}`), each.host ?? t('all'), dateTime(each.expires), each.used ? dateTime(each.used) : t('never'),
            [iconButton('trash', t('token.delete', { name: each.name }), () => ask({
                title: t('token.delete', { name: each.name }), kind: 'danger', accept: t('action.delete'), content: [h('p', {}, t('token.delete.text'))],
                act: async () => {
                    await api.delete('/tokens' + path(each.id));
                    await loadTokens();
                },
            }))],
        ])), signal);
    const example = h('div', {});
    fill(example, commandLine(`curl -H 'Authorization: Bearer roost_…' ${location.origin}/api/v1/machines`));
    void loadSessions();
    void loadTokens();
    addEventListener('roost-role', () => {
        void loadSessions();
        void loadTokens();
    }, { signal });
    return {
        title: t('place.settings'),
        element: h('div', { class: 'settings stack' }, pageHead(t('place.settings')),
            h('section', { class: 'panel' }, h('h2', {}, t('settings.look')), h('div', { class: 'panel-body two' }, field(t('settings.language'), language), field(t('settings.theme'), theme))),
            h('section', { class: 'panel' }, h('h2', {}, t('settings.sessions')), sessions),
            h('section', { class: 'panel' }, h('header', {}, h('h2', {}, t('settings.tokens')), button(t('token.new'), () => newToken(currentSession()?.role ?? 'viewer', loadTokens), { icon: 'plus' })),
                tokens, h('div', { class: 'panel-body' }, example))),
    };
}
