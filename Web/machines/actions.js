// What can be done with a machine: when, by whom, and the command for it.

import { api, machinePath } from '../api.js';
import { t } from '../i18n.js';
import { shellLine } from '../format.js';
import { commandName, noteOperation } from '../store.js';
import { ask } from '../ui/dialog.js';
import { attempt } from '../ui/toast.js';
import { commandLine } from '../ui/parts.js';
import { h } from '../dom.js';

/**
 * @typedef {object} Action
 * @property {string} name the server's word, and virsh's
 * @property {import('../i18n.js').Key} label
 * @property {import('../ui/icons.js').IconName} icon
 * @property {string[]} states in which it makes sense
 * @property {string} [verb] of the command line, where it is another
 * @property {import('../i18n.js').Key} [warning] what is lost by it; asks first
 */

/** @type {Action[]} */
export const actions = [
    { name: 'start', label: 'action.start', icon: 'play', states: ['off', 'crashed'] },
    { name: 'resume', label: 'action.resume', icon: 'play', states: ['paused'] },
    { name: 'wake', label: 'action.wake', icon: 'play', states: ['pm-suspended'], verb: 'resume' },
    { name: 'shutdown', label: 'action.shutdown', icon: 'power', states: ['running', 'blocked', 'shutting-down'] },
    { name: 'reboot', label: 'action.reboot', icon: 'reboot', states: ['running', 'blocked'] },
    { name: 'suspend', label: 'action.suspend', icon: 'pause', states: ['running', 'blocked'] },
    { name: 'save', label: 'action.save', icon: 'save', states: ['running', 'blocked', 'paused'] },
    { name: 'reset', label: 'action.reset', icon: 'bolt', states: ['running', 'blocked', 'paused', 'crashed'], warning: 'warning.reset' },
    {
        name: 'destroy', label: 'action.destroy', icon: 'stop', warning: 'warning.destroy',
        states: ['running', 'blocked', 'paused', 'shutting-down', 'pm-suspended', 'crashed'],
    },
];

/** @param {string} name */
export const action = (name) => /** @type {Action} */ (actions.find((each) => each.name === name));

/** @param {Action} action @param {{state: string, isTemplate?: boolean}} machine */
export const isOffered = (action, machine) => action.states.includes(machine.state) && !(machine.isTemplate && action.name === 'start');

/**
 * The one that is most likely meant.
 * @param {{state: string}} machine
 */
export const likely = (machine) => actions.find((each) => isOffered(each, machine));

/** @param {Action} action @param {{host: string, name: string}} machine */
export const commandFor = (action, machine) => shellLine('roost', action.verb ?? action.name, commandName(machine));

/** @param {Action} action @param {{host: string, uuid: string}} machine */
export async function post(action, machine) {
    const answer = await api.post(`${machinePath(machine)}/actions/${action.name}`);
    if (answer?.operation?.id) noteOperation(answer.operation);
}

/**
 * Does it, after a question where something can be lost.
 * @param {Action} action
 * @param {{host: string, uuid: string, name: string}} machine
 * @returns {Promise<boolean>}
 */
export function runAction(action, machine) {
    if (!action.warning) return attempt(() => post(action, machine), t('action.asked', { what: t(action.label), name: machine.name }));
    return ask({
        title: t('action.ask', { what: t(action.label), name: machine.name }), kind: 'danger', accept: t(action.label),
        content: [h('p', {}, t(action.warning)), commandLine(commandFor(action, machine), t('command'))],
        act: () => post(action, machine),
    });
}
