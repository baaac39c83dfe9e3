import {saying} from './mark.js';
import {countsOf, heard, nextOf, statesOf} from './states.js';

/**
 * @typedef {import('./course.js').Course} Course
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./course.js').State} State
 * @typedef {import('./mark.js').Words} Words
 * @typedef {import('./states.js').Count} Count
 */

/**
 * How far the learner is.
 *
 * @typedef {object} Store
 * @property {(item: Item) => State} said what the learner, or else the document, says of it
 * @property {(item: Item) => State} state what follows for it
 * @property {(item: Item) => Count} count the topics in a part or section
 * @property {() => Count} total all topics
 * @property {() => Item[]} next what to learn next, in learning order
 * @property {() => Words} words what the learner said, another Map after every change
 * @property {(items: Item[], state: State) => boolean} set false while what another said is shown
 * @property {(words: Words) => void} say lets the learner have said this and nothing else
 * @property {(words: Words) => void} take likewise, of what was said elsewhere: it is not undone
 * @property {(words: Words|null) => void} look shows what another said, null the learner's own again
 * @property {() => boolean} looking whether what another said is shown
 * @property {() => boolean} undo false where there is nothing to undo
 * @property {() => boolean} redo
 * @property {(listener: (changed: Item[]) => void) => void} on called after every change, with
 *   the items whose state or count is another
 */

/**
 * @param {Course} course
 * @returns {Store}
 */
export function openStore(course) {
  /** @type {Words} */
  let mine = new Map();
  /** @type {Words|null} */
  let shown = null;
  /** @type {Step[]} */
  let undone = [];
  /** @type {Step[]} */
  const steps = [];
  /** @type {((changed: Item[]) => void)[]} */
  const listeners = [];
  let now = follow(course, mine);
  const show = (/** @type {Words} */ own, /** @type {Words|null} */ other) => {
    mine = own;
    shown = other;
    const before = now;
    now = follow(course, shown ?? mine);
    const changed = course.items.filter(({n}) => before.states[n] !== now.states[n] || !same(before.counts[n], now.counts[n]));
    for (const listener of listeners) listener(changed);
  };
  const turn = (/** @type {Step[]} */ from, /** @type {Step[]} */ to, /** @type {'before'|'after'} */ side) => {
    const step = shown ? undefined : from.pop();
    if (!step) return false;
    to.push(step);
    const words = new Map(mine);
    for (const [item, change] of step) put(words, item, change[side]);
    show(words, null);
    return true;
  };
  const say = (/** @type {Words} */ words) => {
    const step = difference(mine, words);
    if (step.size > 0) {
      steps.push(step);
      undone = [];
    }
    show(words, null);
  };
  return {
    said: (item) => now.words[item.n],
    state: (item) => now.states[item.n],
    count: (item) => now.counts[item.n],
    total: () => now.counts[course.items.length],
    next: () => (now.next ??= nextOf(course, now.words, now.states)),
    words: () => mine,
    set(items, state) {
      if (shown) return false;
      say(saying(course, mine, items.map((item) => [item, state]), true));
      return true;
    },
    say,
    take: (words) => show(words, shown),
    look: (words) => show(mine, words),
    looking: () => shown !== null,
    undo: () => turn(steps, undone, 'before'),
    redo: () => turn(undone, steps, 'after'),
    on: (listener) => void listeners.push(listener),
  };
}

/**
 * @param {Course} course
 * @param {Words} said
 */
function follow(course, said) {
  const words = heard(course, said);
  const states = statesOf(course, words);
  return {words, states, counts: countsOf(course, states), next: /** @type {Item[]|undefined} */ (undefined)};
}

/**
 * @param {Count} a
 * @param {Count} b
 */
function same(a, b) {
  return a.done === b.done && a.doing === b.doing && a.total === b.total && a.skipped === b.skipped;
}

/** @typedef {Map<Item, {before: State|undefined, after: State|undefined}>} Step what one change changes */

/**
 * @param {Words} before
 * @param {Words} after
 * @returns {Step}
 */
export function difference(before, after) {
  /** @type {Step} */
  const step = new Map();
  for (const item of new Set([...before.keys(), ...after.keys()])) {
    const change = {before: before.get(item), after: after.get(item)};
    if (change.before !== change.after) step.set(item, change);
  }
  return step;
}

/**
 * @param {Map<Item, State>} words
 * @param {Item} item
 * @param {State|undefined} state
 */
export function put(words, item, state) {
  if (state) words.set(item, state);
  else words.delete(item);
}
