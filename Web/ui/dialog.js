// Questions that need an answer, in the browser's own modal dialog: it keeps the focus and closes with Escape.

import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { button, failureBox, iconButton, isAtWork } from './parts.js';

/** @typedef {import('../dom.js').Child} Child */

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {Child | Child[]} content
 * @property {string} accept what the button says that does it
 * @property {'main' | 'danger'} [kind]
 * @property {(() => Promise<unknown>) | (() => unknown)} act done on acceptance; where it fails the dialog stays and says why
 * @property {() => boolean} [ready] whether the button may be pressed; asked on every input
 * @property {(error: unknown) => boolean} [place] says a failure beside what it is about; false where that is nothing of the form
 * @property {boolean} [isTold] whether nothing is asked: there is nothing to cancel
 * @property {boolean} [wide]
 */

let number = 0;

/**
 * @param {Question} question
 * @returns {Promise<boolean>} whether it was done
 */
export function ask(question) {
    return new Promise((resolve) => {
        const title = `dialog-${number += 1}`;
        const trouble = h('div', {});
        let done = false;
        const accept = h('button', { type: 'submit', class: `button ${question.kind ?? 'main'}` }, h('span', {}, question.accept));
        const check = () => {
            accept.disabled = question.ready ? !question.ready() : false;
        };
        /** @type {HTMLFormElement} */
        const form = h('form', { method: 'dialog' },
            h('header', {}, h('h2', { id: title }, question.title), iconButton('close', t('close'), () => dialog.close())),
            h('div', { class: 'dialog-body' }, ...[question.content].flat(), trouble),
            h('footer', {}, question.isTold ? null : button(t('cancel'), () => dialog.close()), accept));
        /** @type {HTMLDialogElement} */
        const dialog = h('dialog', { class: question.wide ? 'wide' : '', 'aria-labelledby': title }, form);
        form.addEventListener('input', check);
        form.addEventListener('submit', async (event) => {
            event.preventDefault();
            if (accept.disabled) return;
            accept.disabled = true;
            accept.setAttribute('aria-busy', 'true');
            fill(trouble);
            try {
                await question.act();
                done = true;
                dialog.close();
            } catch (error) {
                if (!question.place?.(error)) fill(trouble, failureBox(error));
            } finally {
                accept.removeAttribute('aria-busy');
                check();
            }
        });
        const before = document.activeElement;
        // A button that was pressed works on after the answer; until then it waits for the person, which is no work.
        const wasBusy = before?.getAttribute('aria-busy') === 'true';
        if (wasBusy) before?.removeAttribute('aria-busy');
        dialog.addEventListener('close', () => {
            dialog.remove();
            // What it asked for may be over by now.
            if (wasBusy && before && isAtWork(before)) before.setAttribute('aria-busy', 'true');
            if (before instanceof HTMLElement && before.isConnected) before.focus();
            else document.querySelector('main')?.focus();
            resolve(done);
        });
        document.body.append(dialog);
        check();
        dialog.showModal();
        const first = /** @type {HTMLElement | null} */ (dialog.querySelector('.dialog-body :is(input:not([type="checkbox"]), select, textarea)'));
        (first ?? accept).focus();
    });
}
