import {itemAt, states} from './course.js';
import {closest, consume, element, find, focused, isModified, listen, set} from './dom.js';
import {keys, isDone, mark, openStateMenu, redo, stateOf, toggle, undo} from './statemenu.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./course.js').Item} Item
 */

const held = 500; // milliseconds of a long press
const still = 10; // pixels that a finger may move meanwhile

/**
 * Lets the learner mark items: the boxes of the list, a menu in list and figure, and
 * keys for the item that has the focus or is selected.
 *
 * @param {App} app
 */
export function startMarks(app) {
  const at = (/** @type {EventTarget|null} */ target) => itemAt(app.course, target);
  const current = () => at(focused()) ?? app.selected.get();
  const onCurrent = (/** @type {(item: Item) => void} */ run) => () => {
    const item = current();
    if (item) run(item);
    else app.tell(app.say('choose-first'));
  };
  for (const state of states) app.commands.push({name: state, keys: [keys[state]], run: onCurrent((item) => mark(app, item, state))});
  app.commands.push(
    {name: 'states', keys: ['m'], run: onCurrent((item) => openStateMenu(app, item, place(item)))},
    {name: 'undo', menu: true, keys: ['ctrl+z'], run: () => undo(app)},
    {name: 'redo', menu: true, keys: ['ctrl+y', 'ctrl+Z'], run: () => redo(app)},
  );

  listen(app.list, {click: (e) => {
    const item = closest(e.target, 'button.state') ? at(e.target) : null;
    if (item) toggle(app, item);
  }});
  listen(window, {keydown: (e) => {
    if (e.key !== ' ' || isModified(e) || !(e.target instanceof Element) || !e.target.matches('a')) return;
    const item = at(e.target);
    if (!item) return;
    e.preventDefault();
    toggle(app, item);
  }});
  menus(app, at);
  follow(app);
}

/**
 * Where the menu of an item opens that has no point of its own.
 *
 * @param {Item} item
 */
function place(item) {
  const from = focused();
  if (from && from !== document.body) return from;
  return item.box?.getClientRects().length ? item.box : item.element;
}

/**
 * Opens the menu by a right click, a long press, the key for it, and the arrow beside
 * the item that has the focus or is pointed at.
 *
 * @param {App} app
 * @param {(target: EventTarget|null) => Item|null} at
 */
function menus(app, at) {
  let quiet = false; // the click at the end of a long press
  let timer = 0;
  let from = {x: 0, y: 0};
  const open = (/** @type {Item} */ item, /** @type {{x: number, y: number}|Element} */ where) => openStateMenu(app, item, where);
  const stop = () => clearTimeout(timer);
  for (const root of [app.list, app.figure]) {
    listen(root, {
      contextmenu: (e) => {
        const item = at(e.target);
        const link = closest(e.target, 'a');
        if (!item || (link && root === app.list && !link.matches('.title'))) return; // links of the course keep the browser's menu
        e.preventDefault();
        stop();
        if (quiet) return; // some browsers tell of a long press, too, when it is open already
        open(item, e.clientX || e.clientY ? {x: e.clientX, y: e.clientY} : /** @type {Element} */ (e.target));
      },
      pointerdown: (e) => {
        quiet = false;
        stop();
        const item = e.pointerType === 'touch' && e.isPrimary ? at(e.target) : null;
        if (!item) return;
        from = {x: e.clientX, y: e.clientY};
        timer = setTimeout(() => {
          quiet = true;
          open(item, from);
        }, held);
      },
      pointermove: (e) => {
        if (Math.hypot(e.clientX - from.x, e.clientY - from.y) > still) stop();
      },
      pointerup: stop,
      pointercancel: stop,
      touchend: (e) => {
        if (quiet) e.preventDefault(); // no mouse is to press what lies below the finger
      },
    });
    listen(root, {click: (e) => {
      if (!quiet) return;
      quiet = false;
      consume(e);
    }}, true);
  }
  const arrow = element('button', {class: 'more', 'aria-haspopup': 'menu', click: () => {
    const item = at(arrow);
    if (item) open(item, arrow);
  }});
  const follow = (/** @type {FocusEvent|PointerEvent} */ e) => {
    const isPointer = e instanceof PointerEvent;
    const item = e.target === arrow || (isPointer && (e.pointerType === 'touch' || focused() === arrow)) ? null : at(e.target);
    const box = item && find(item.element, item.kind === 'topic' ? ':scope > .title' : ':scope > .state');
    if (!box || box.nextSibling === arrow) return;
    set(arrow, {'aria-label': app.say('states-of', item.title)});
    box.after(arrow);
  };
  listen(app.list, {focusin: follow, pointerover: follow});
}

/**
 * Shows the states in the list.
 *
 * @param {App} app
 */
function follow(app) {
  const tell = (/** @type {Item} */ item) => {
    const state = stateOf(app, item);
    const box = find(item.element, 'button.state');
    set(box, {role: 'checkbox', 'aria-checked': state === 'doing' ? 'mixed' : String(isDone(app, item)), 'aria-label': state === 'todo' ? item.title : `${item.title}: ${app.say(state)}`});
  };
  const show = (/** @type {Item} */ item) => {
    item.element.dataset.state = stateOf(app, item);
    tell(item);
  };
  for (const item of app.course.items) {
    const box = element('button', {class: 'state'});
    if (item.kind === 'topic') item.element.prepend(box);
    else find(item.element, 'h2, h3')?.after(box);
    if (item.told || app.store.state(item) || app.store.count(item).done + app.store.count(item).doing) show(item);
    else tell(item);
  }
  app.store.on((changed) => changed.forEach(show));
}
