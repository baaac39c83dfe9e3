import {holdersOf, states} from './course.js';
import {match, shared, slug} from './match.js';
import {saying} from './mark.js';
import {isSettled} from './states.js';

/**
 * What is kept of a learner's progress: it says of what it is, so that it is found
 * again when the course has changed.
 *
 * @typedef {import('./course.js').Course} Course
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./course.js').State} State
 * @typedef {import('./mark.js').Words} Words
 * @typedef {import('./match.js').Entry & {state: State}} Entry
 * @typedef {{course: string, entries: Entry[]}} Record
 */

const version = 1;
const deepest = 1000; // levels of a course
const kinds = ['part', 'section', 'topic'];

/**
 * A record's text, for each entry its id (without that of its parent), kind, title,
 * parent and state.
 *
 * @param {Record} record
 */
export function written({course, entries}) {
  return JSON.stringify({roadmapviz: version, course, entries: entries.map(({id, kind, title, parent, state}) => {
    const above = parent < 0 ? '' : entries[parent].id;
    return [above && id.startsWith(above + '/') ? id.slice(above.length) : id, kinds.indexOf(kind), title, parent, states.indexOf(/** @type {any} */ (state))];
  })});
}

/**
 * Reads a record; null for what is none, or one of a newer version.
 *
 * @param {string} text
 * @returns {Record|null}
 */
export function readRecord(text) {
  try {
    const {roadmapviz, course, entries} = JSON.parse(text);
    if (roadmapviz !== version || typeof course !== 'string') return null;
    /** @type {Entry[]} */
    const all = [];
    const depths = [0]; // behind that of what is no entry
    for (const [id, kind, title, parent, state] of entries) {
      const depth = depths[parent + 1] + 1;
      if (typeof id !== 'string' || typeof title !== 'string' || ![kind, parent, state].every(Number.isInteger) || !kinds[kind] || !(depth <= deepest)) return null;
      depths.push(depth);
      all.push({id: id.startsWith('/') && parent >= 0 ? all[parent].id + id : id, kind: kinds[kind], title, parent, state: states[state] ?? ''});
    }
    return {course, entries: all};
  } catch {
    return null;
  }
}

/**
 * What a record says of the course of this page.
 *
 * @typedef {object} Placed
 * @property {Words} words
 * @property {Entry[]} rest what the record has besides, with the places of the parents in it
 * @property {[string, string][]} renamed titles before and now
 * @property {boolean} changed whether the record is not of just this course
 */

/**
 * @param {Record} record
 * @param {Course} course
 * @returns {Placed}
 */
export function place({entries}, course) {
  const now = outline(course);
  const elsewhere = others(entries, now);
  const here = [...entries.keys()].filter((o) => !elsewhere[o]);
  const at = new Map(here.map((o, i) => [o, i]));
  const toOld = match(here.map((o) => ({...entries[o], parent: at.get(entries[o].parent) ?? -1})), now).map((i) => (i < 0 ? -1 : here[i]));
  /** @type {Map<Item, State>} */
  let words = new Map();
  /** @type {Placed['renamed']} */
  const renamed = [];
  /** @type {Map<number, number>} */
  const found = new Map();
  let changed = false;
  course.items.forEach((item, n) => {
    const o = toOld[n];
    changed ||= o < 0 || entries[o].id !== item.id || entries[o].title !== item.title;
    if (o < 0) return;
    found.set(o, n);
    if (!entries[o].state) return;
    words.set(item, entries[o].state);
    if (entries[o].id !== item.id) renamed.push([pathOf(entries, o), pathOf(now, n)]);
  });
  const fresh = course.items.filter((item, n) => toOld[n] < 0 && item.children.length === 0 && !item.told && isSettled(above(words, item)));
  words = saying(course, words, fresh.map((item) => [item, 'todo']));
  return {words, rest: left(entries, found, elsewhere), renamed, changed};
}

/**
 * What is said of the nearest that holds an item.
 *
 * @param {Words} words
 * @param {Item} item
 */
function above(words, item) {
  const at = holdersOf(item).find((one) => words.has(one));
  return at && words.get(at);
}

/**
 * The record of the course of this page, and of what else an earlier one had.
 *
 * @param {string} name
 * @param {Course} course
 * @param {Words} words
 * @param {Entry[]} rest
 * @returns {Record}
 */
export function recordOf(name, course, words, rest) {
  const now = outline(course);
  const entries = course.items.map((item, n) => ({...now[n], state: words.get(item) ?? /** @type {State} */ ('')}));
  return {course: name, entries: [...entries, ...rest.map((entry) => ({...entry, parent: entry.parent < 0 ? -1 : entries.length + entry.parent}))]};
}

/** @type {WeakMap<Course, import('./match.js').Entry[]>} */
const outlines = new WeakMap();

/** @param {Course} course */
function outline(course) {
  const known = outlines.get(course) ?? course.items.map(({id, kind, title, parent}) => ({id, kind, title, parent: parent?.n ?? -1}));
  outlines.set(course, known);
  return known;
}

/**
 * Which entries are of parts that this page does not show: a page may be of one part.
 * Where most of the record is in the page, the page is of the whole course.
 *
 * @param {Entry[]} entries
 * @param {import('./match.js').Entry[]} now
 */
function others(entries, now) {
  const ids = new Set(now.map(({id}) => id));
  const known = entries.map(({id}) => ids.has(id));
  if (known.filter(Boolean).length * 2 >= entries.length) return entries.map(() => false);
  const roots = new Set(now.filter(({parent}) => parent < 0).map(({title}) => slug(title)));
  const titles = new Set(now.map(({title}) => slug(title)));
  const root = entries.map((_, o) => rootOf(entries, o));
  /** @type {Map<number, number>} */
  const score = new Map(); // how many of a root's entries the page has, less those that it has not
  entries.forEach(({id, title}, o) => score.set(root[o], (score.get(root[o]) ?? 0) + (ids.has(id) ? Infinity : titles.has(slug(title)) ? 1 : -1)));
  return entries.map((_, o) => !roots.has(slug(entries[root[o]].title)) && (score.get(root[o]) ?? 0) < 0);
}

/**
 * @param {import('./match.js').Entry[]} entries
 * @param {number} o
 */
function rootOf(entries, o) {
  while (entries[o].parent >= 0) o = entries[o].parent;
  return o;
}

/**
 * @param {import('./match.js').Entry[]} entries
 * @param {number} o
 * @returns {string}
 */
function pathOf(entries, o) {
  const {title, parent} = entries[o];
  return parent < 0 ? title : pathOf(entries, parent) + ' › ' + title;
}

/**
 * What a record keeps of what is not in the page: what something is said of, what is of
 * other parts, and what holds these.
 *
 * @param {Entry[]} entries
 * @param {Map<number, number>} found
 * @param {boolean[]} elsewhere
 */
function left(entries, found, elsewhere) {
  const kept = entries.map(({state}, o) => !found.has(o) && (state !== '' || elsewhere[o]));
  for (let o = entries.length - 1; o >= 0; o--) if (kept[o] && entries[o].parent >= 0) kept[entries[o].parent] = true;
  /** @type {Map<number, number>} */
  const at = new Map();
  /** @type {Entry[]} */
  const rest = [];
  entries.forEach((entry, o) => {
    if (!kept[o]) return;
    at.set(o, rest.length);
    rest.push({...entry, parent: at.get(entry.parent) ?? -1, state: found.has(o) ? '' : entry.state});
  });
  return rest;
}

/**
 * The rest of what something is said, each with the titles of what held it.
 *
 * @param {Entry[]} rest
 */
export function unplaced(rest) {
  return rest.flatMap((entry, o) => (entry.state ? [{...entry, path: pathOf(rest, o)}] : []));
}

/**
 * How much a record is of a course, from 0 to 1: by the topics' ids or their titles.
 *
 * @param {Record} record
 * @param {Course} course
 */
export function likeness({entries}, course) {
  const topics = entries.filter(({kind}) => kind === 'topic');
  const now = course.items.filter(({kind}) => kind === 'topic');
  return Math.max(shared(topics.map(({id}) => id), now.map(({id}) => id)), shared(topics.map(({title}) => slug(title)), now.map(({title}) => slug(title))));
}

/**
 * Whether a record under the name of a course is not that of another course of the same
 * name: what both have on top of their outlines has something in common. Without that,
 * they may be parts of one course, and are kept together.
 *
 * @param {Record} record
 * @param {Course} course
 */
export function fits({entries}, course) {
  const now = outline(course);
  const tops = (/** @type {import('./match.js').Entry[]} */ of) => new Set(of.filter(({parent}) => parent < 0).map(({id}) => id));
  const had = tops(entries);
  const both = new Set([...tops(now)].filter((id) => had.has(id)));
  const inside = (/** @type {import('./match.js').Entry[]} */ of) => of.filter((_, i) => both.has(of[rootOf(of, i)].id) && of[i].parent >= 0);
  const [olds, news] = [inside(entries), inside(now)];
  const least = Math.min(olds.length, news.length);
  if (least < 6) return true;
  const common = (/** @type {(e: import('./match.js').Entry) => string} */ by) => {
    const had = new Set(olds.map(by));
    return news.filter((e) => had.delete(by(e))).length / least;
  };
  return Math.max(common(({id}) => id), common(({title}) => slug(title))) >= 0.2;
}
