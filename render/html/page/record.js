import {holdersOf, states} from './course.js';
import {match, slug} from './match.js';
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
  return JSON.stringify({roadmapviz: version, 'course': course, entries: entries.map(({id, kind, title, parent, state}) => {
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
    const {roadmapviz, 'course': course, entries} = JSON.parse(text);
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
  // What is elsewhere is of no kind, and beside nothing that is here.
  const toOld = match(entries.map((entry, o) => (elsewhere[o] ? {...entry, id: '', kind: '', parent: -2} : entry)), now);
  /** @type {Map<Item, State>} */
  const words = new Map();
  /** @type {Placed['renamed']} */
  const renamed = [];
  let changed = false;
  course.items.forEach((item, n) => {
    const old = /** @type {Entry|undefined} */ (entries[toOld[n]]);
    changed ||= old?.id !== item.id || old.title !== item.title;
    if (!old?.state) return;
    words.set(item, old.state);
    if (old.id !== item.id) renamed.push([pathOf(entries, toOld[n]), pathOf(now, n)]);
  });
  // What is new in what is done, by the nearest that holds it, is to do.
  const fresh = course.items.filter((item, n) => toOld[n] < 0 && item.children.length === 0 && !item.told &&
    isSettled(holdersOf(item).map((at) => words.get(at)).find((state) => state)));
  return {words: saying(course, words, fresh.map((item) => [item, 'todo'])), rest: left(entries, new Set(toOld), elsewhere), renamed, changed};
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

/** @param {Course} course */
const outline = ({items}) => items.map(({id, kind, title, parent}) => ({id, kind, title, parent: parent?.n ?? -1}));

/**
 * Which entries are of parts that this page does not show: a page may be of one part.
 * Where most of the record is in the page, the page is of the whole course.
 *
 * @param {Entry[]} entries
 * @param {import('./match.js').Entry[]} now
 */
function others(entries, now) {
  const ids = new Set(now.map(byID));
  if (entries.filter(({id}) => ids.has(id)).length * 2 >= entries.length) return [];
  const titles = new Set(now.map(byTitle));
  const roots = new Set(now.filter(isRoot).map(byTitle));
  const root = entries.map((_, o) => rootOf(entries, o));
  /** @type {number[]} */
  const score = []; // how many of a root's entries the page has, less those that it has not
  entries.forEach((entry, o) => (score[root[o]] = (score[root[o]] ?? 0) + (ids.has(entry.id) ? Infinity : titles.has(byTitle(entry)) ? 1 : -1)));
  return root.map((o) => score[o] < 0 && !roots.has(byTitle(entries[o])));
}

/** @typedef {import('./match.js').Entry} Outlined */
const byID = (/** @type {Outlined} */ {id}) => id;
const byTitle = (/** @type {Outlined} */ {title}) => slug(title);
const isRoot = (/** @type {Outlined} */ {parent}) => parent < 0;

/**
 * @param {Outlined[]} entries
 * @param {number} o
 */
function rootOf(entries, o) {
  while (!isRoot(entries[o])) o = entries[o].parent;
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
 * @param {Set<number>} found
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
  const [olds, news] = [entries, outline(course)].map((/** @type {Outlined[]} */ of) => of.filter(({kind}) => kind === 'topic'));
  return (2 * common(olds, news)) / (olds.length + news.length || 1);
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
  const both = [entries, outline(course)];
  const [had, has] = both.map((/** @type {Outlined[]} */ of) => new Set(of.filter(isRoot).map(byID)));
  const [olds, news] = both.map((/** @type {Outlined[]} */ of) => of.filter((entry, i) => {
    const {id} = of[rootOf(of, i)];
    return !isRoot(entry) && had.has(id) && has.has(id);
  }));
  const least = Math.min(olds.length, news.length);
  return least < 6 || common(olds, news) / least >= 0.2;
}

/**
 * How many entries two outlines have in common: by ids, or by titles if these are more.
 *
 * @param {Outlined[]} olds
 * @param {Outlined[]} news
 */
function common(olds, news) {
  return Math.max(...[byID, byTitle].map((by) => {
    const had = new Set(olds.map(by));
    return news.filter((entry) => had.delete(by(entry))).length;
  }));
}
