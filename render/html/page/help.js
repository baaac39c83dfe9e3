import {element} from './dom.js';
import {areOn, turn} from './keys.js';

/**
 * A dialog that tells the keys.
 *
 * @param {import('./app.js').App} app
 */
export function startHelp(app) {
  const {say} = app;
  const list = element('dl');
  const on = element('input', {type: 'checkbox', change: () => turn(on.checked)});
  const dialog = element('dialog', {id: 'rv:help', 'aria-labelledby': 'rv:help-title'},
    element('h2', {id: 'rv:help-title'}, say('keys')),
    list,
    element('p', {}, element('label', {}, on, ' ', say('letter-keys'))),
    element('p', {}, say('private')),
    element('button', {click: () => dialog.close()}, say('close')));
  document.body.append(dialog);
  app.commands.push({
    name: 'help', keys: ['?'], menu: true, run() {
      list.replaceChildren(...app.commands.filter((command) => command.keys.length > 0).flatMap((command) => [
        element('dt', {}, ...command.keys.flatMap((key, i) => [i > 0 ? ' ' : '', element('kbd', {}, nameOf(key))])),
        element('dd', {}, say(command.name)),
      ]));
      on.checked = areOn();
      dialog.showModal();
    },
  });
}

/**
 * What is written on a key.
 *
 * @param {string} key
 */
function nameOf(key) {
  return key.split(/(?<=\w)\+/).map((name) => names[name] ?? (name.length === 1 ? name : name[0].toUpperCase() + name.slice(1))).join(' + ');
}

/** @type {Record<string, string>} */
const names = {ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', ' ': '␣', Enter: '⏎', Escape: 'Esc'};
