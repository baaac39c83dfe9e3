import {element, find} from './dom.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./course.js').Item} Item
 */

/**
 * A link to an item, which shows its state. It is the list's own.
 *
 * @param {App} app
 * @param {Item} item
 */
export function linkTo(app, item) {
  const link = /** @type {HTMLAnchorElement} */ (find(item.element, 'a.title')?.cloneNode(true));
  link.className = '';
  link.dataset.to = String(item.n);
  link.append(element('span', {class: 'unseen'}));
  tell(app, link, item);
  return link;
}

/**
 * Lets all links in an element show the states of their items.
 *
 * @param {App} app
 * @param {HTMLElement} within
 */
export function updateStates(app, within) {
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll('a[data-to]'))) {
    tell(app, link, app.course.items[Number(link.dataset.to)]);
  }
}

/**
 * @param {App} app
 * @param {HTMLElement} link
 * @param {Item} item
 */
function tell(app, link, item) {
  const state = app.store.state(item);
  if (link.dataset.state === state) return;
  link.dataset.state = state;
  if (link.lastChild) link.lastChild.textContent = state && ', ' + app.say(state);
}
