import {listen} from './dom.js';
import {fits, likeness, place, readRecord, recordOf, unplaced, written} from './record.js';
import {difference, put} from './store.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./record.js').Entry} Entry
 * @typedef {import('./mark.js').Words} Words
 */

const prefix = 'rv:course:';
const enough = 0.6; // of a course, for it to be the same under another name

/**
 * What the page remembers besides what the course shows.
 *
 * @typedef {object} Memory
 * @property {() => ReturnType<typeof unplaced>} unplaced what was said of what is not in the course
 * @property {() => void} forget forgets what is unplaced
 * @property {() => [string, string][]} renamed whose progress was taken over: before and now
 */

/**
 * Keeps the learner's progress in this browser, under the name of the course. A record
 * that cannot be read, or that is another course's of the same name, is left alone: the
 * next free key is taken.
 *
 * @param {App} app
 * @returns {Memory}
 */
export function startMemory(app) {
  const {store, course, name, say} = app;
  const storage = open();
  let text = ''; // of the record, as it was last seen
  let saved = store.words();
  /** @type {Entry[]} */
  let rest = [];
  /** @type {[string, string][]} */
  let renamed = [];
  let told = false;
  const found = storage && find(storage, app);
  let key = found ? found.key : '';

  const take = (/** @type {import('./record.js').Placed} */ placed) => {
    rest = placed.rest;
    renamed = [...renamed, ...placed.renamed];
    saved = placed.words;
    store.take(placed.words);
  };
  const write = () => {
    try {
      if (!storage || !key) throw new Error('nothing is kept');
      text = written(recordOf(name, course, store.words(), rest));
      storage.setItem(key, text);
    } catch {
      if (!told) queueMicrotask(() => app.tell(say('not-kept'))); // after what was marked
      told = true;
    }
    saved = store.words();
  };
  /** Takes over what another tab wrote meanwhile, and lays what was said here over it. */
  const refresh = () => {
    const now = storage?.getItem(key) ?? null;
    if (now === null || now === text) return;
    const record = readRecord(now);
    if (!record) {
      key = free(/** @type {Storage} */ (storage), name);
      return;
    }
    text = now;
    const step = difference(saved, store.words());
    const placed = place(record, course);
    const words = new Map(placed.words);
    for (const [item, {after}] of step) put(words, item, after);
    take({...placed, words});
  };

  if (found?.record) {
    text = found.text;
    const placed = place(found.record, course);
    take(placed);
    if (found.former) app.tell(say('found-former', found.former));
    if (placed.words.size + rest.length > 0 && (placed.changed || found.former)) write();
  }
  if (found?.aside) app.tell(say('aside'));
  store.on(() => {
    if (store.words() === saved) return;
    try {
      refresh();
    } catch {
      // what cannot be read cannot be written: write tells
    }
    write();
  });
  listen(window, {
    storage: (e) => {
      if (key && e.key === key && e.newValue) refresh();
    },
    pageshow: (e) => {
      if (e.persisted && key) refresh();
    },
  });
  return {
    unplaced: () => unplaced(rest),
    forget: () => {
      rest = [];
      write();
    },
    renamed: () => renamed,
  };
}

/** @returns {Storage|null} */
function open() {
  try {
    localStorage.getItem(prefix);
    return localStorage;
  } catch {
    return null;
  }
}

/**
 * The record of the course: under its name, or else, if it was renamed, under the name
 * of the one that has most in common with it. That one stays as it is.
 *
 * @param {Storage} storage
 * @param {App} app
 */
function find(storage, {course, name}) {
  let aside = false;
  for (let n = 1; ; n++) {
    const key = keyOf(name, n);
    const text = storage.getItem(key);
    if (text === null) return {key, aside, ...former(storage, course)};
    const record = readRecord(text);
    if (record && fits(record, course)) return {key, text, record, aside, former: ''};
    aside ||= !record;
  }
}

/**
 * @param {Storage} storage
 * @param {import('./course.js').Course} course
 */
function former(storage, course) {
  let best = {text: '', record: /** @type {import('./record.js').Record|null} */ (null), former: ''};
  let most = enough;
  for (const key of Object.keys(storage)) {
    const text = key.startsWith(prefix) ? storage.getItem(key) ?? '' : '';
    const record = text ? readRecord(text) : null;
    const like = record ? likeness(record, course) : 0;
    if (record && like >= most && record.entries.some(({state}) => state)) {
      most = like;
      best = {text, record, former: record.course};
    }
  }
  return best;
}

/**
 * @param {Storage} storage
 * @param {string} name
 */
function free(storage, name) {
  for (let n = 1; ; n++) if (storage.getItem(keyOf(name, n)) === null) return keyOf(name, n);
}

/**
 * @param {string} name
 * @param {number} n from 1
 */
const keyOf = (name, n) => prefix + name + (n > 1 ? '#' + n : '');
