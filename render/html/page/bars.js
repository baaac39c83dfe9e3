import {element, find, set} from './dom.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./states.js').Count} Count
 */

/**
 * Shows how much is done: of each part and section in the list, of the course in the
 * bar, and there what to go on with.
 *
 * @param {App} app
 * @param {() => void} open opens what there is to say of the progress
 */
export function startBars(app, open) {
  const {store, say, course} = app;
  /** @type {Map<Item, HTMLElement>} */
  const bars = new Map();
  const show = (/** @type {Item} */ item) => {
    const bar = bars.get(item);
    if (bar) fill(app, bar, store.count(item), item.title);
  };
  for (const item of course.items) {
    if (item.kind === 'topic') continue;
    const bar = element('span', {class: 'count'});
    bars.set(item, bar);
    find(item.element, 'details')?.before(bar);
  }
  const whole = element('span', {class: 'count'});
  const next = element('button', {class: 'next', click: () => {
    const [first] = store.next();
    if (first) app.selected.set(first);
  }});
  app.places.progress.append(whole, element('button', {'aria-haspopup': 'dialog', click: open}, say('progress')), next);
  app.commands.push({name: 'progress', keys: ['p'], run: open});
  const total = () => {
    fill(app, whole, store.total(), app.name);
    const [first] = store.next();
    next.hidden = !first;
    if (first) next.textContent = say('continue', first.title);
  };
  store.on((changed) => {
    changed.forEach(show);
    total();
  });
  course.items.forEach(show);
  total();
}

/**
 * @param {App} app
 * @param {HTMLElement} bar
 * @param {Count} count
 * @param {string} of
 */
export function fill(app, bar, {done, doing, total}, of) {
  const text = app.say('of', done, total);
  bar.textContent = text;
  bar.hidden = total === 0;
  set(bar, {role: 'progressbar', 'aria-label': of, 'aria-valuemin': 0, 'aria-valuemax': total, 'aria-valuenow': done, 'aria-valuetext': text});
  bar.style.setProperty('--done-part', total ? (100 * done) / total + '%' : '0%');
  bar.style.setProperty('--doing-part', total ? (100 * (done + doing)) / total + '%' : '0%');
}
