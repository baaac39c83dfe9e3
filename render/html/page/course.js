import {closest, find, own, set} from './dom.js';

/**
 * How far a learner is with something; '' where nothing is told.
 *
 * @typedef {''|'todo'|'doing'|'done'|'skipped'} State
 */

/** The states, in the order in which they are offered. */
export const states = /** @type {const} */ (['todo', 'doing', 'done', 'skipped']);

/**
 * A part, a section or a topic.
 *
 * @typedef {object} Item
 * @property {number} n its place in the course, from 0
 * @property {string} id
 * @property {'part'|'section'|'topic'} kind
 * @property {string} title
 * @property {Item|null} parent
 * @property {Item[]} children
 * @property {boolean} optional
 * @property {State} told what the document says
 * @property {Item[]} needs what comes first, by the course's word
 * @property {Item[]} leads what this comes before, likewise
 * @property {HTMLElement} element its li in the list
 * @property {SVGGElement|null} box its group in the figure
 */

/**
 * The course as the page's list tells it.
 *
 * @typedef {object} Course
 * @property {Item[]} items in document order, each after its parent
 * @property {Map<string, Item>} byID
 * @property {Item[]} roots
 * @property {Item[]} order the topics, in the order to learn them in
 * @property {State} told what the document says of all of it
 */

/**
 * Reads the list, whose titles become links to their items, as those of boxes do.
 *
 * @returns {Course}
 */
export function readCourse() {
  /** @type {Item[]} */
  const items = [];
  /** @type {Map<string, Item>} */
  const byID = new Map();
  /** @type {Map<Element, Item>} */
  const byElement = new Map();
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (own('list').querySelectorAll('li[id]'))) {
    const above = element.parentElement?.closest('li');
    const parent = (above && byElement.get(above)) ?? null;
    const box = document.getElementById('n' + items.length); // or an item with such an ID
    /** @type {Item} */
    const item = {
      n: items.length,
      id: element.id,
      kind: /** @type {Item['kind']} */ (element.classList[0]),
      title: titleOf(element),
      parent,
      children: [],
      optional: 'optional' in element.dataset,
      told: /** @type {State} */ (element.dataset.state ?? ''),
      needs: [],
      leads: [],
      element,
      box: /** @type {unknown} */ (box) instanceof SVGGElement ? box : null,
    };
    const title = find(element, 'a.title');
    for (const each of [title, find(item.box, `[href="#${title?.id}"]`)]) set(each, {href: '#' + encodeURI(item.id)});
    title?.removeAttribute('id'); // under which the figure knew it until now
    element.dataset.n = String(item.n);
    items.push(item);
    byID.set(item.id, item);
    byElement.set(element, item);
    parent?.children.push(item);
  }
  for (const link of own('list').querySelectorAll('.needs > a')) {
    const item = byElement.get(/** @type {Element} */ (link.closest('li')));
    const first = byID.get(idIn(link.getAttribute('href') ?? ''));
    if (!item || !first) continue;
    item.needs.push(first);
    first.leads.push(item);
  }
  const {order, state} = own('list').dataset; // none where it is that of the document
  return {
    items, byID, roots: items.filter((item) => !item.parent),
    order: order ? order.split(' ').map((n) => items[Number(n)]) : items.filter((item) => item.kind === 'topic'),
    told: /** @type {State} */ (state ?? ''),
  };
}

/**
 * What the list says about an item.
 *
 * @param {Item} item
 * @returns {HTMLElement|null}
 */
export function aboutOf(item) {
  return find(item.element, ':scope > .about, :scope > details > .about');
}

/**
 * What holds an item, the nearest first.
 *
 * @param {Item} item
 * @returns {Item[]}
 */
export function holdersOf({parent}) {
  return parent ? [parent, ...holdersOf(parent)] : [];
}

/**
 * An item and all that it holds, each after what holds it.
 *
 * @param {Item} item
 * @returns {Item[]}
 */
export function within(item) {
  return [item, ...item.children.flatMap(within)];
}

/**
 * The id that a fragment names; '' for none.
 *
 * @param {string} hash
 */
export function idIn(hash) {
  try {
    return decodeURIComponent(hash.replace(/^#/, ''));
  } catch {
    return '';
  }
}

/** @param {Element} element */
function titleOf(element) {
  const link = find(element, 'a.title');
  const number = find(link, '.number')?.textContent ?? '';
  return (link?.textContent ?? '').slice(number.length).trim();
}

/**
 * The item that an element of the list or the figure belongs to.
 *
 * @param {Course} course
 * @param {EventTarget|null} target
 * @returns {Item|null}
 */
export function itemAt(course, target) {
  const found = closest(target, 'li[data-n], g[id^="n"]:not([id^="n_"])');
  if (!found) return null;
  return course.items[Number(found instanceof HTMLElement ? found.dataset.n : found.id.slice(1))] ?? null;
}
