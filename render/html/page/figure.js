import {drawBar, drawMark} from './progressbar.js';

/**
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./course.js').State} State
 */

const states = /** @type {const} */ (['todo', 'doing', 'done', 'skipped']);

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
  /** @type {Map<Item, string>} what is shown of items; of others it is nothing */
  const shown = new Map();

  const update = () => {
    for (const item of boxed) {
      const told = store.state(item); // of documents, which may say anything
      const state = states.find((known) => known === told) ?? '';
      const count = item.kind === 'topic' ? null : store.count(item);
      const now = count ? [state, count.done, count.doing, count.total].join() : state;
      const box = /** @type {SVGGElement} */ (item.box);
      if (now === (shown.get(item) ?? (count || box.classList.length > 1 ? null : ''))) continue;
      shown.set(item, now);
      for (const each of states) box.classList.toggle(each, each === state);
      drawMark(box, marks[box.classList[0]]?.[state]);
      const name = [item.title];
      if (count) {
        drawBar(box, count, fromRight);
        name.push(say(item.kind));
      }
      if (count?.total) name.push(say('done-of', count.done, count.total));
      else if (state) name.push(say(state));
      box.querySelector('a')?.setAttribute('aria-label', name.join(', '));
    }
  };
  update();
  store.on(update);

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
