import {element, listen} from './dom.js';
import {address} from './route.js';
import {fromLink, toLink} from './sharing.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./mark.js').Words} Words
 */

const prefix = '#rv:progress=';

/**
 * The address of this page with the learner's progress.
 *
 * @param {App} app
 */
export function linkOf({course, store}) {
  return address() + prefix + toLink(course, store.words());
}

/**
 * What a link says; null for a text that holds none.
 *
 * @param {App} app
 * @param {string} text
 */
export function fromHash({course}, text) {
  const at = text.indexOf(prefix);
  return at < 0 ? null : fromLink(course, text.slice(at + prefix.length).trim());
}

/**
 * Shows the progress that the address holds, before the learner's own, which it leaves
 * as it is.
 *
 * @param {App} app
 * @param {(words: Words) => void} take asks whether it is to be the learner's
 */
export function startShared(app, take) {
  const {store, say} = app;
  /** @type {Words|null} */
  let words = null;
  const back = () => {
    try {
      history.replaceState(null, '', address());
    } catch {
      location.hash = ''; // frames without an address of their own have no history
    }
    store.look(null);
  };
  const note = element('aside', {id: 'rv:shared', hidden: true, 'aria-label': say('shared')},
    element('p', {}, say('shared')),
    element('button', {click: () => {
      if (words) take(words);
    }}, say('take-over')),
    element('button', {click: back}, say('go-back')));
  app.bar.after(note);
  const follow = () => {
    if (!location.hash.startsWith(prefix)) return;
    const found = fromHash(app, location.hash);
    if (!found || (found.words.size === 0 && found.missing > 0)) {
      app.tell(say(found ? 'link-of-other' : 'link-wrong'));
      return;
    }
    words = found.words;
    if (found.missing > 0) app.tell(say('missing', found.missing));
    store.look(words);
  };
  store.on(() => {
    note.hidden = !store.looking();
    if (!store.looking() && location.hash.startsWith(prefix)) back();
  });
  listen(window, {hashchange: follow});
  follow();
}

/**
 * A text to copy, and to save where a browser saves files.
 *
 * @param {App} app
 * @param {string} text
 * @param {{file: string, type: string}} [save]
 */
export function copyable({say, tell}, text, save) {
  const field = save ? element('textarea', {rows: 4, readonly: true, 'aria-label': save.file}) : element('input', {readonly: true, 'aria-label': say('share')});
  field.value = text;
  listen(field, {focus: () => field.select()});
  const copy = element('button', {click: async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(text);
      tell(say('copied'));
    } catch {
      tell(say(document.execCommand('copy') ? 'copied' : 'copy-selected'));
    }
  }}, say('copy'));
  const buttons = element('div', {class: 'buttons'}, copy);
  if (save) {
    buttons.append(element('button', {click: () => {
      const link = element('a', {download: save.file});
      link.href = URL.createObjectURL(new Blob([text], {type: save.type}));
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    }}, say('save')));
  }
  return element('div', {class: 'copyable'}, field, buttons);
}
