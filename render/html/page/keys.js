import {applies} from './app.js';
import {find, listen} from './dom.js';
import {keep, kept} from './keep.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./app.js').Command} Command
 */

const setting = 'rv:keys';

/**
 * Lets keys run commands. Who does not want keys of one letter, which speech input and
 * shaky hands press unawares, turns them off in the help.
 *
 * @param {App} app
 */
export function startKeys(app) {
  listen(document, {keydown: (event) => {
    if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
    if (find(document, 'dialog:modal')) return;
    const key = (event.ctrlKey || event.metaKey ? 'ctrl+' : '') + (event.altKey ? 'alt+' : '') + event.key;
    if (key.length === 1 && !areOn()) return;
    const command = app.commands.find((command) => command.keys.includes(key) && applies(app, command));
    if (!command) return;
    event.preventDefault();
    command.run();
  }});
}

/** Tells whether keys of one letter run commands. */
export function areOn() {
  return kept(setting) !== 'off';
}

/** @param {boolean} on */
export function turn(on) {
  keep(setting, on ? '' : 'off');
}

/** @param {EventTarget|null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'));
}
