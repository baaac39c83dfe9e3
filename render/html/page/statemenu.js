import {states} from './course.js';
import {consume, element, find, focused, listen, set, stepped} from './dom.js';

/**
 * The states of an item to choose from, in a menu and in the panel.
 *
 * @typedef {import('./app.js').App} App
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./course.js').State} State
 */

/** The keys that say a state. */
export const keys = {todo: 't', doing: 'i', done: 'd', skipped: 's'};

/**
 * Whether all that an item holds is done.
 *
 * @param {App} app
 * @param {Item} item
 */
export function isDone({store}, item) {
  const {done, total} = store.count(item);
  return store.state(item) === 'done' || (item.kind !== 'topic' && total > 0 && done === total);
}

/**
 * What an item is as a whole.
 *
 * @param {App} app
 * @param {Item} item
 * @returns {State}
 */
export function stateOf(app, item) {
  if (isDone(app, item)) return 'done';
  const {done, doing} = app.store.count(item);
  return app.store.state(item) || (item.kind !== 'topic' && done + doing > 0 ? 'doing' : 'todo');
}

/**
 * Says of an item how far the learner is with it, and what that was.
 *
 * @param {App} app
 * @param {Item} item
 * @param {State} state
 */
export function mark(app, item, state) {
  const {store, say} = app;
  if (store.set([item], state)) app.tell(`${item.title}: ${say(state)}.`, {name: say('undo'), run: () => undo(app)});
  else app.tell(say('only-looking'));
}

/** @param {App} app */
export function undo(app) {
  app.tell(app.say(app.store.undo() ? 'undone' : 'nothing-undone'), {name: app.say('redo'), run: () => redo(app)});
}

/** @param {App} app */
export function redo(app) {
  app.tell(app.say(app.store.redo() ? 'redone' : 'nothing-undone'), {name: app.say('undo'), run: () => undo(app)});
}

/** @param {App} app @param {Item} item */
export function toggle(app, item) {
  mark(app, item, isDone(app, item) ? 'todo' : 'done');
}

/** @type {HTMLElement|null} */
let menu = null;
/** @type {HTMLElement|SVGElement|null} */
let opener = null;

/**
 * The menu, which is made when it is first needed. It closes by itself, as browsers close
 * other ones when the finger of a long press is lifted.
 */
function theMenu() {
  if (menu) return menu;
  const made = element('div', {id: 'rv:states', role: 'menu', popover: 'manual', keydown: move});
  find(document, 'main')?.append(made);
  listen(window, {pointerdown: (e) => {
    if (!made.contains(/** @type {Node} */ (e.target))) made.hidePopover();
  }}, true);
  listen(made, {focusout: (e) => {
    if (e.relatedTarget && !made.contains(/** @type {Node} */ (e.relatedTarget))) made.hidePopover();
  }});
  return (menu = made);
}

function close() {
  menu?.hidePopover();
  opener?.focus();
}

/**
 * Opens the menu of an item's states at a point of the window, or below an element.
 *
 * @param {App} app
 * @param {Item} item
 * @param {{x: number, y: number}|Element} at
 */
export function openStateMenu(app, item, at) {
  const menu = theMenu();
  menu.hidePopover();
  opener = focused();
  const now = stateOf(app, item);
  set(menu, {'aria-label': item.title});
  menu.replaceChildren(element('p', {'aria-hidden': true}, item.title), ...states.map((state) => element('button', {
    role: 'menuitemradio', 'aria-checked': state === now, tabindex: -1, 'data-state': state, 'aria-keyshortcuts': keys[state],
    click: () => {
      close();
      mark(app, item, state);
    },
  }, app.say(state), element('kbd', {'aria-hidden': true}, keys[state]))));
  menu.showPopover();
  const {width, height} = menu.getBoundingClientRect();
  const from = at instanceof Element ? at.getBoundingClientRect() : new DOMRect(at.x, at.y);
  const x = getComputedStyle(menu).direction === 'rtl' ? from.right - width : from.left;
  menu.style.left = Math.max(4, Math.min(x, innerWidth - width - 4)) + 'px';
  menu.style.top = Math.max(4, Math.min(from.bottom, innerHeight - height - 4)) + 'px';
  /** @type {HTMLElement} */ (find(menu, '[aria-checked="true"]')).focus();
}

/**
 * Arrow keys go from state to state, and the key of a state chooses it.
 *
 * @param {KeyboardEvent} e
 */
function move(e) {
  if (!stepped(e)) {
    if (e.key === 'Enter' || e.key === ' ') return;
    if (e.key === 'Tab' || e.key === 'Escape') close();
    const all = menu?.querySelectorAll('button');
    states.forEach((state, i) => keys[state] === e.key && all?.[i].click());
  }
  consume(e);
}

/**
 * Fills the panel's place with the states of the selected item.
 *
 * @param {App} app
 */
export function startStateGroup(app) {
  const inputs = states.map((state) => element('input', {type: 'radio', name: 'rv:state', value: state, change: () => {
    const item = app.selected.get();
    if (item) mark(app, item, state);
    follow();
  }}));
  const follow = () => {
    const item = app.selected.get();
    const now = item && stateOf(app, item);
    inputs.forEach((input) => (input.checked = input.value === now));
  };
  app.places.state.append(element('fieldset', {class: 'states'}, element('legend', {class: 'unseen'}, app.say('progress')),
    ...states.map((state, i) => element('label', {}, inputs[i], app.say(state)))));
  app.selected.on(follow);
  app.store.on(follow);
  follow();
}
