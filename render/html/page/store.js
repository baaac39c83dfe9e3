import {countsOf, statesOf} from './states.js';

/**
 * @typedef {import('./course.js').Course} Course
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./course.js').State} State
 * @typedef {import('./states.js').Count} Count
 */

/**
 * How far the learner is.
 *
 * @typedef {object} Store
 * @property {(item: Item) => State} said what the learner, or else the document, says of it
 * @property {(item: Item) => State} state what follows for it
 * @property {(item: Item) => Count} count the topics in a part or section
 * @property {(items: Item[], state: State) => void} set
 * @property {(listener: () => void) => void} on called after every change
 */

/**
 * @param {Course} course
 * @returns {Store}
 */
export function openStore(course) {
  /** @type {Map<Item, State>} */
  const mine = new Map();
  /** @type {(() => void)[]} */
  const listeners = [];
  const said = (/** @type {Item} */ item) => mine.get(item) ?? item.told;
  let states = statesOf(course.items, said);
  let counts = countsOf(course.items, states);
  return {
    said,
    state: (item) => states[item.n],
    count: (item) => counts[item.n],
    set(items, state) {
      for (const item of items) mine.set(item, state);
      states = statesOf(course.items, said);
      counts = countsOf(course.items, states);
      for (const listener of listeners) listener();
    },
    on: (listener) => void listeners.push(listener),
  };
}
