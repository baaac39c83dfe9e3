import {holdersOf, within} from './course.js';
import {isSettled} from './states.js';

/**
 * @typedef {import('./course.js').Course} Course
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./course.js').State} State
 * @typedef {ReadonlyMap<Item, State>} Words what a learner says; never ''
 */

/**
 * What a learner says after saying more. What is said of a section holds for what is in
 * it, and the other way round: a section is done when all of it is, and no more when a
 * topic of it is open again. So no two words contradict each other, and each topic keeps
 * its own when others come and go.
 *
 * @param {Course} course
 * @param {Words} before
 * @param {Iterable<[Item, State]>} entries
 * @param {boolean} [deep] whether "to do" of a section holds for its topics too
 * @returns {Map<Item, State>}
 */
export function saying(course, before, entries, deep = false) {
  const words = new Map(before);

  /**
   * What is said of an item, or of what holds it.
   *
   * @param {Item} item
   * @returns {State}
   */
  const resolve = (item) => {
    const own = words.get(item);
    if (own) return own;
    const above = item.parent ? resolve(item.parent) : course.told;
    const by = holdersOf(item).find((at) => words.has(at));
    const told = item.told === 'todo' && by && isSettled(words.get(by)) ? '' : item.told;
    return told || (isSettled(above) ? above : '');
  };

  const loosen = (/** @type {Item} */ item) => {
    if (item.told || isSettled(course.told)) words.set(item, 'doing');
    else words.delete(item);
  };

  /** Lets what holds an item be done or skipped no more, and all else in it stay so. @param {Item} item */
  const reopen = (item) => {
    const above = [...(item.children.length > 0 ? [item] : []), ...holdersOf(item)].filter((at) => isSettled(resolve(at)));
    const top = above.at(-1);
    if (!top) return;
    const states = within(top).map((of) => /** @type {const} */ ([of, resolve(of)]));
    for (const [of, state] of states) if (isSettled(state)) words.set(of, state);
    above.forEach(loosen);
  };

  /** Says of all in an item that it is to do. @param {Item} item */
  const begin = (item) => {
    reopen(item);
    for (const of of within(item)) {
      if (of.children.length > 0 && !of.told) words.delete(of);
      else words.set(of, 'todo');
    }
  };

  const say = (/** @type {Item} */ item, /** @type {State} */ state) => {
    if (!isSettled(state)) reopen(item);
    for (const of of within(item)) words.set(of, state);
    if (state !== 'todo') holdersOf(item).filter((at) => resolve(at) === 'todo').forEach(loosen);
  };

  /**
   * What all in an item are, done or skipped; '' where some is open.
   *
   * @param {Item} item
   * @returns {State}
   */
  const stateIn = (item) => {
    const of = item.children.map((child) => {
      const own = resolve(child);
      return isSettled(own) || words.has(child) || child.children.length === 0 ? own : stateIn(child);
    });
    if (!of.every(isSettled)) return '';
    return of.every((state) => state === 'skipped') ? 'skipped' : 'done';
  };

  /** @type {Set<Item>} */
  const touched = new Set();
  for (const [item, state] of [...entries].sort(([a], [b]) => a.n - b.n)) { // what holds others first
    if (isSettled(state) || item.children.length === 0) {
      say(item, state);
    } else if (state === 'todo' && deep) {
      begin(item);
    } else {
      if (deep && resolve(item) === 'skipped') begin(item);
      else reopen(item);
      words.set(item, state);
    }
    for (const at of holdersOf(item)) touched.add(at);
  }
  // What holds others is done when all of these are.
  for (const at of [...touched].sort((a, b) => b.n - a.n)) {
    const state = stateIn(at);
    if (!state || state === resolve(at)) continue;
    for (const of of within(at)) words.set(of, resolve(of) || state);
    words.set(at, state);
  }
  return words;
}
