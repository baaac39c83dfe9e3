import {aboutOf} from './course.js';

/**
 * @typedef {import('./course.js').Course} Course
 * @typedef {import('./course.js').Item} Item
 */

/**
 * A function that finds the items that have all words of a query: in their titles
 * first, then in those of what holds them, then in what is said about them. Case and
 * accents do not matter.
 *
 * @param {Course} course
 * @returns {(query: string) => Item[]} the best first, those alike in their order
 */
export function finder(course) {
  const titles = /** @type {string[]} */ ([]);
  const above = /** @type {string[]} */ ([]);
  const texts = /** @type {string[]} */ ([]);
  for (const item of course.items) {
    titles.push(plain(item.title));
    above.push(item.parent ? titles[item.parent.n] + ' ' + above[item.parent.n] : '');
    texts.push(plain(aboutOf(item)?.textContent ?? ''));
  }
  return (query) => {
    const words = plain(query).split(/\s+/).filter((word) => word);
    /** @type {Item[][]} */
    const ranks = [[], [], [], [], []];
    for (const item of course.items) {
      const rank = Math.max(...words.map((word) => rankOf(word, titles[item.n], above[item.n], texts[item.n])));
      ranks[rank]?.push(item);
    }
    return words.length > 0 ? ranks.flat() : [];
  };
}

/**
 * How well a word is found, 0 being the best; 5 for not at all.
 *
 * @param {string} word
 * @param {string} title
 * @param {string} above
 * @param {string} text
 */
function rankOf(word, title, above, text) {
  const at = title.indexOf(word);
  if (at === 0) return 0;
  if (at > 0) return /[\p{L}\p{N}]/u.test(title[at - 1]) ? 2 : 1;
  if (above.includes(word)) return 3;
  return text.includes(word) ? 4 : 5;
}

/** @param {string} text */
function plain(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
