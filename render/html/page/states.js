/**
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./course.js').State} State
 * @typedef {{done: number, doing: number, total: number, skipped: number}} Count
 */

/**
 * What follows from what is said of single items, as package graph has it.
 *
 * @param {Item[]} items
 * @param {(item: Item) => State} said
 * @returns {State[]} by number
 */
export function statesOf(items, said) {
  /** @type {State[]} */
  const states = [];
  for (const item of items) {
    const above = item.parent ? states[item.parent.n] : '';
    states.push(said(item) || (above === 'done' || above === 'skipped' ? above : ''));
  }
  for (const item of [...items].reverse()) {
    if (!states[item.n] && item.kind === 'topic') states[item.n] = held(item, states);
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
  if (of.every((s) => s === 'done' || s === 'skipped')) return 'done';
  if (of.some((s) => s === 'done' || s === 'doing')) return 'doing';
  return of.some((s) => s) ? 'todo' : '';
}

/**
 * Counts the topics of sections, which count where they are held. Sub-topics do not
 * count beside their topic, and what is skipped is not among the total.
 *
 * @param {Item[]} items
 * @param {State[]} states
 * @returns {Count[]} by number
 */
export function countsOf(items, states) {
  const counts = items.map(() => ({done: 0, doing: 0, total: 0, skipped: 0}));
  for (const item of [...items].reverse()) {
    const {parent} = item;
    if (!parent) continue;
    const to = counts[parent.n];
    if (item.kind !== 'topic') {
      const of = counts[item.n];
      to.done += of.done;
      to.doing += of.doing;
      to.total += of.total;
      to.skipped += of.skipped;
    } else if (parent.kind !== 'topic') {
      const state = states[item.n];
      if (state === 'skipped') to.skipped++;
      else to.total++;
      if (state === 'done') to.done++;
      if (state === 'doing') to.doing++;
    }
  }
  return counts;
}
