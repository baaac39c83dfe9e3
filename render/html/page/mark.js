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
  /** @type {Set<Item>} */
  const touched = new Set();
  for (const [item, state] of [...entries].sort(([a], [b]) => a.n - b.n)) { // what holds others first
    if (isSettled(state) || item.children.length === 0) {
      say(course, words, item, state);
    } else if (state === 'todo' && deep) {
      begin(course, words, item);
    } else {
      if (deep && resolve(course, words, item) === 'skipped') begin(course, words, item);
      else reopen(course, words, item);
      words.set(item, state);
    }
    for (const at of holdersOf(item)) touched.add(at);
  }
  for (const at of [...touched].sort((a, b) => b.n - a.n)) complete(course, words, at);
  return words;
}

/**
 * Says of all in an item that it is to do.
 *
 * @param {Course} course
 * @param {Map<Item, State>} words
 * @param {Item} item
 */
function begin(course, words, item) {
  reopen(course, words, item);
  for (const of of within(item)) {
    if (of.children.length > 0 && !of.told) words.delete(of);
    else words.set(of, 'todo');
  }
}

/**
 * @param {Course} course
 * @param {Map<Item, State>} words
 * @param {Item} item
 * @param {State} state
 */
function say(course, words, item, state) {
  if (!isSettled(state)) reopen(course, words, item);
  for (const of of within(item)) words.set(of, state);
  if (state === 'todo') return;
  for (const at of holdersOf(item)) if (resolve(course, words, at) === 'todo') loosen(course, words, at);
}

/**
 * Lets what holds an item be done or skipped no more, and all else in it stay so.
 *
 * @param {Course} course
 * @param {Map<Item, State>} words
 * @param {Item} item
 */
function reopen(course, words, item) {
  const above = (item.children.length > 0 ? [item, ...holdersOf(item)] : holdersOf(item)).filter((at) => isSettled(resolve(course, words, at)));
  const top = above.at(-1);
  if (!top) return;
  const states = within(top).map((of) => /** @type {const} */ ([of, resolve(course, words, of)]));
  for (const [of, state] of states) if (isSettled(state)) words.set(of, state);
  for (const at of above) loosen(course, words, at);
}

/**
 * @param {Course} course
 * @param {Map<Item, State>} words
 * @param {Item} item
 */
function loosen(course, words, item) {
  if (item.told || isSettled(course.told)) words.set(item, 'doing');
  else words.delete(item);
}

/**
 * Says of what holds others that it is done when all of these are.
 *
 * @param {Course} course
 * @param {Map<Item, State>} words
 * @param {Item} item
 */
function complete(course, words, item) {
  const state = stateIn(course, words, item);
  if (!state || state === resolve(course, words, item)) return;
  for (const of of within(item)) words.set(of, resolve(course, words, of) || state);
  words.set(item, state);
}

/**
 * What all in an item are, done or skipped; '' where some is open.
 *
 * @param {Course} course
 * @param {Map<Item, State>} words
 * @param {Item} item
 * @returns {State}
 */
function stateIn(course, words, item) {
  const of = item.children.map((child) => {
    const own = resolve(course, words, child);
    return isSettled(own) || words.has(child) || child.children.length === 0 ? own : stateIn(course, words, child);
  });
  if (!of.every(isSettled)) return '';
  return of.every((state) => state === 'skipped') ? 'skipped' : 'done';
}

/**
 * What is said of an item, or of what holds it.
 *
 * @param {Course} course
 * @param {Words} words
 * @param {Item} item
 * @returns {State}
 */
function resolve(course, words, item) {
  const own = words.get(item);
  if (own) return own;
  const above = item.parent ? resolve(course, words, item.parent) : course.told;
  const by = holdersOf(item).find((at) => words.has(at));
  const told = item.told === 'todo' && by && isSettled(words.get(by)) ? '' : item.told;
  return told || (isSettled(above) ? above : '');
}
