import {applies} from './app.js';
import {element, find, listen, set, stepped} from './dom.js';
import {tool} from './icons.js';
import {mode, modes} from './mode.js';

/**
 * The menu of what has no button in the bar, and the button that opens it.
 *
 * @param {import('./app.js').App} app
 */
export function menu(app) {
  const list = element('div', {id: 'rv:menu', role: 'menu', popover: 'auto', 'aria-label': app.say('menu'), keydown: move});
  const button = tool(app, 'menu', 'more', {
    'aria-haspopup': 'menu', 'aria-expanded': false, popovertarget: list.id,
    keydown: (/** @type {KeyboardEvent} */ e) => {
      if (e.key !== 'ArrowDown') return;
      e.preventDefault();
      list.showPopover();
    },
  });
  listen(list, {
    beforetoggle: (e) => {
      if (/** @type {ToggleEvent} */ (e).newState === 'open') list.replaceChildren(...entries(app, list));
    },
    toggle: (e) => {
      const open = /** @type {ToggleEvent} */ (e).newState === 'open';
      set(button, {'aria-expanded': open});
      if (open) /** @type {HTMLElement} */ (find(list, 'button')).focus();
    },
  });
  return element('div', {class: 'menu'}, button, list);
}

/**
 * @param {import('./app.js').App} app
 * @param {HTMLElement} list
 */
function entries(app, list) {
  const entry = (/** @type {() => void} */ run, /** @type {import('./dom.js').Attributes} */ attributes, /** @type {(Node|string|null)[]} */ ...children) =>
    element('button', {role: 'menuitem', tabindex: -1, ...attributes, click: () => {
      list.hidePopover();
      run();
    }}, ...children);
  const commands = app.commands.filter((command) => command.menu && applies(app, command));
  return [
    ...commands.map((command) => entry(command.run, {}, app.say(command.name),
      command.keys.length > 0 ? element('kbd', {'aria-hidden': true}, command.keys[0]) : null)),
    element('div', {role: 'group', 'aria-label': app.say('mode')}, element('p', {'aria-hidden': true}, app.say('mode')),
      ...modes.map((to) => entry(() => mode.set(to), {role: 'menuitemradio', 'aria-checked': mode.get() === to}, app.say('mode-' + to)))),
  ];
}

/**
 * Arrow keys, Home and End go from entry to entry, and Tab leaves.
 *
 * @param {KeyboardEvent} e
 */
function move(e) {
  if (stepped(e)) e.preventDefault();
  else if (e.key === 'Tab') /** @type {HTMLElement} */ (e.currentTarget).hidePopover();
}
