/**
 * @typedef {import('./course.js').Course} Course
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./course.js').State} State
 * @typedef {{done: number, doing: number, total: number, skipped: number}} Count
 */

/**
 * Whether nothing is left to learn.
 *
 * @param {State|undefined} state
 */
export const isSettled = (state) => state === 'done' || state === 'skipped';

/**
 * What is said of each item: by the learner, or else by the document, whose "to do" does
 * not hold in what the learner is done with. It is what progress.Overlay.Apply does.
 *
 * @param {Course} course
 * @param {ReadonlyMap<Item, State>} mine
 * @returns {State[]} by number
 */
export function heard(course, mine) {
  /** @type {State[]} */
  const words = [];
  /** @type {boolean[]} */
  const settled = []; // by what holds it
  for (const item of course.items) {
    const own = mine.get(item);
    const above = item.parent;
    settled.push(!own && above !== null && (settled[above.n] || isSettled(mine.get(above))));
    words.push(own ?? (settled[item.n] && item.told === 'todo' ? '' : item.told));
  }
  return words;
}

/**
 * What follows from what is said of single items, as graph.Index.States has it. Topics
 * of which nothing is told are '', which is to do.
 *
 * @param {Course} course
 * @param {State[]} words
 * @returns {State[]} by number
 */
export function statesOf({items, told}, words) {
  /** @type {State[]} */
  const states = [];
  for (const item of items) {
    const above = item.parent ? states[item.parent.n] : told;
    states.push(words[item.n] || (isSettled(above) ? above : ''));
  }
  for (let n = items.length - 1; n >= 0; n--) {
    if (!states[n] && items[n].kind === 'topic') states[n] = held(items[n], states);
  }
  return states;
}

/**
 * How far a topic is by its sub-topics.
 *
 * @param {Item} topic
 * @param {State[]} states
 * @returns {State}
 */
function held(topic, states) {
  const of = topic.children.map((child) => states[child.n]);
  if (of.length === 0) return '';
  if (of.every((s) => s === 'skipped')) return 'skipped';
  if (of.every(isSettled)) return 'done';
  if (of.some((s) => s === 'done' || s === 'doing')) return 'doing';
  return of.some((s) => s) ? 'todo' : '';
}

/**
 * Counts topics, each for all that holds it. Sub-topics do not count beside their topic,
 * and what is skipped is not among the total.
 *
 * @param {Course} course
 * @param {State[]} states
 * @returns {Count[]} by number, and last that of the course
 */
export function countsOf({items}, states) {
  const counts = [...items, null].map(() => ({done: 0, doing: 0, total: 0, skipped: 0}));
  for (let n = items.length - 1; n >= 0; n--) {
    const {kind, parent} = items[n];
    const to = counts[parent?.n ?? items.length];
    if (kind !== 'topic') {
      const of = counts[n];
      to.done += of.done;
      to.doing += of.doing;
      to.total += of.total;
      to.skipped += of.skipped;
    } else if (parent?.kind !== 'topic') {
      const state = states[n];
      if (state === 'skipped') to.skipped++;
      else to.total++;
      if (state === 'done') to.done++;
      if (state === 'doing') to.doing++;
    }
  }
  return counts;
}

/**
 * What to learn next, in learning order: open topics whose prerequisites are done, their
 * own and those of what holds them, as graph.NextOpen has it.
 *
 * @param {Course} course
 * @param {State[]} words
 * @param {State[]} states
 * @returns {Item[]}
 */
export function nextOf({items, order}, words, states) {
  /** @type {boolean[]} */
  const done = [];
  for (let n = items.length - 1; n >= 0; n--) {
    const {kind, children} = items[n];
    done[n] = isSettled(states[n]);
    if (done[n] || (kind === 'topic' && (words[n] || !states[n]))) continue;
    done[n] = children.length > 0 && children.every((child) => done[child.n] || child.optional);
  }
  /** @type {boolean[]} */
  const open = [];
  for (const {parent, needs} of items) open.push((!parent || open[parent.n]) && needs.every((first) => done[first.n]));
  return order.filter(({n}) => open[n] && !done[n]);
}
