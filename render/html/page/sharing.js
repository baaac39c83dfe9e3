import {within} from './course.js';
import {isSettled} from './states.js';

/**
 * Progress in a link: for each state the items that it holds for, as hashes of their
 * ids. What is done as a whole is one of them, so that a link is short; and it stays
 * true when the course changes.
 *
 *     base64url(version, width, for each list (count, hashes), check)
 *
 * @typedef {import('./course.js').Course} Course
 * @typedef {import('./course.js').Item} Item
 * @typedef {import('./course.js').State} State
 * @typedef {import('./mark.js').Words} Words
 */

const version = 1;
const lists = /** @type {const} */ (['done', 'skipped', 'doing', 'todo', 'all done', 'all skipped']);
const maxLength = 1 << 20;

/**
 * @param {Course} course
 * @param {Words} words
 * @returns {string}
 */
export function toLink(course, words) {
  const width = widthFor(course);
  const few = shortest(course, words);
  let binary = String.fromCharCode(version, width);
  for (const list of lists) {
    const items = [...few].filter(([, of]) => of === list);
    binary += String.fromCharCode(items.length & 255, items.length >> 8) + items.map(([{id}]) => hashOf(id, width)).join('');
  }
  return btoa(binary + hashOf(binary, 2)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * Reads what toLink wrote.
 *
 * @param {Course} course
 * @param {string} link
 * @returns {{words: Words, missing: number}|null} null for what is none
 */
export function fromLink(course, link) {
  if (link.length > maxLength || !/^[\w-]+$/.test(link) || link.length % 4 === 1) return null;
  const all = atob(link.replaceAll('-', '+').replaceAll('_', '/'));
  const binary = all.slice(0, -2);
  const byte = (/** @type {number} */ i) => binary.charCodeAt(i);
  const width = byte(1);
  if (binary + hashOf(binary, 2) !== all || byte(0) !== version || !(width >= 3 && width <= 6)) return null;
  const byHash = new Map(course.items.map((item) => [hashOf(item.id, width), item]));
  /** @type {Map<Item, string>} */
  const few = new Map();
  let missing = 0;
  let at = 2;
  for (const list of lists) {
    let count = byte(at) | (byte(at + 1) << 8);
    if (at + 2 + count * width > binary.length) return null;
    for (at += 2; count > 0; count--, at += width) {
      const item = byHash.get(binary.slice(at, at + width));
      if (item) few.set(item, list);
      else missing++;
    }
  }
  if (at !== binary.length) return null;
  /** @type {Map<Item, State>} */
  const words = new Map();
  for (const item of course.items) {
    const own = few.get(item);
    if (!own) continue;
    const state = /** @type {State} */ (own.replace('all ', ''));
    for (const of of own === state ? [item] : within(item)) words.set(of, state);
  }
  return {words, missing};
}

/**
 * The words that the others follow from, and by what list.
 *
 * @param {Course} course
 * @param {Words} words
 */
function shortest(course, words) {
  /** @type {Map<Item, string>} */
  const few = new Map();
  /** @type {(State|undefined)[]} */
  const follows = []; // what is said of all in an item
  for (const item of course.items) {
    const own = words.get(item);
    const above = item.parent ? follows[item.parent.n] : undefined;
    if (!own) continue;
    const all = isSettled(own) && item.children.length > 0 && within(item).every((of) => words.has(of));
    if (own !== above) few.set(item, all ? 'all ' + own : own);
    follows[item.n] = all ? own : own === above ? above : undefined;
  }
  return few;
}

/**
 * How many bytes tell the items of a course apart.
 *
 * @param {Course} course
 */
function widthFor({items}) {
  for (let width = 3; width < 6; width++) {
    if (new Set(items.map(({id}) => hashOf(id, width))).size === items.length) return width;
  }
  return 6;
}

/**
 * The first bytes of a hash, as characters: two of Fowler, Noll and Vo's, of different primes, whose
 * bits are mixed.
 *
 * @param {string} text
 * @param {number} width at most 6
 */
function hashOf(text, width) {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x5bd1e995);
  }
  a = Math.imul(a ^ (a >>> 15) ^ (b >>> 16), 0x2c1b3c6d);
  b = Math.imul(b ^ (b >>> 13) ^ (a >>> 16), 0x297a2d39);
  return String.fromCharCode(...[a, b].flatMap((of) => [24, 16, 8].map((by) => (of >>> by) & 255))).slice(0, width);
}
