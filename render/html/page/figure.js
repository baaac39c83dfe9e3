import {states} from './course.js';
import {classed, find, set} from './dom.js';
import {drawBar, drawMark} from './progressbar.js';

/**
 * @typedef {import('./course.js').Item} Item
 */

/**
 * Makes the boxes of the figure look, and be named, as far as the learner is with what
 * they stand for. Their links select, as all links to items do.
 *
 * @param {import('./app.js').App} app
 */
export function startFigure(app) {
  const {course, marks, say, store, svg} = app;
  const boxed = course.items.filter((item) => item.box);
  const fromRight = !!svg.dataset.bars; // which are drawn otherwise only there
  const show = (/** @type {Item} */ item) => {
    const {box} = item;
    if (!box) return;
    const told = store.state(item); // of documents, which may say anything
    const state = states.find((known) => known === told) ?? '';
    for (const each of states) classed(box, each, each === state);
    drawMark(box, marks[box.classList[0]]?.[state], fromRight);
    const name = [item.title];
    const count = item.kind === 'topic' ? null : store.count(item);
    if (count) {
      drawBar(box, count, fromRight);
      name.push(say(item.kind));
    }
    if (count?.total) name.push(say('done-of', count.done, count.total));
    else if (state) name.push(say(state));
    set(find(box, 'a'), {'aria-label': name.join(', ')});
  };
  // A topic of which nothing is told was drawn so, and its writing is its name.
  for (const item of boxed) if (item.kind !== 'topic' || store.state(item) || item.box && item.box.classList.length > 1) show(item);
  store.on((changed) => changed.forEach(show));

  app.selected.on((item, before) => {
    classed(before?.box, 'current', false);
    set(find(before?.box, 'a'), {'aria-current': null});
    classed(item?.box, 'current', true);
    set(find(item?.box, 'a'), {'aria-current': true});
  });

  app.matches.on((matches) => {
    classed(svg, 'searched', matches !== null);
    for (const item of boxed) classed(item.box, 'dimmed', matches !== null && !matches.has(item));
  });
}
