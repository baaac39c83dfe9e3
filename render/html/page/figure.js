import {states} from './course.js';
import {drawBar, drawMark} from './progressbar.js';

/**
 * @typedef {import('./course.js').Item} Item
 */

/**
 * How many boxes may fade: thousands that turn translucent are more than browsers paint
 * at once.
 */
export const most = 2000;

/**
 * Makes the boxes of the figure look, and be named, as far as the learner is with what
 * they stand for. Their links select, as all links to items do.
 *
 * @param {import('./app.js').App} app
 */
export function startFigure(app) {
  const {course, marks, say, store, svg} = app;
  const boxed = course.items.filter((item) => item.box);
  const fromRight = svg.dataset.bars === 'right';
  const show = (/** @type {Item} */ item) => {
    const {box} = item;
    if (!box) return;
    const told = store.state(item); // of documents, which may say anything
    const state = states.find((known) => known === told) ?? '';
    for (const each of states) box.classList.toggle(each, each === state);
    drawMark(box, marks[box.classList[0]]?.[state]);
    const name = [item.title];
    const count = item.kind === 'topic' ? null : store.count(item);
    if (count) {
      drawBar(box, count, fromRight);
      name.push(say(item.kind));
    }
    if (count?.total) name.push(say('done-of', count.done, count.total));
    else if (state) name.push(say(state));
    box.querySelector('a')?.setAttribute('aria-label', name.join(', '));
  };
  // A topic of which nothing is told was drawn so, and its writing is its name.
  for (const item of boxed) if (item.kind !== 'topic' || store.state(item) || item.box && item.box.classList.length > 1) show(item);
  store.on((changed) => changed.forEach(show));

  app.selected.on((item, before) => {
    before?.box?.classList.remove('current');
    before?.box?.querySelector('a')?.removeAttribute('aria-current');
    item?.box?.classList.add('current');
    item?.box?.querySelector('a')?.setAttribute('aria-current', 'true');
  });

  /** @param {Set<Item>|null} matches */
  const dim = (matches, before = /** @type {Set<Item>|null} */ (null)) => {
    if (boxed.length > most) {
      for (const item of before ?? []) if (!matches?.has(item)) item.box?.classList.remove('found');
      for (const item of matches ?? []) item.box?.classList.add('found');
      return;
    }
    svg.classList.toggle('searched', matches !== null);
    for (const item of boxed) {
      const is = matches !== null && !matches.has(item);
      if (is !== (before !== null && !before.has(item))) item.box?.classList.toggle('dimmed', is);
    }
  };
  app.matches.on(dim);
}
