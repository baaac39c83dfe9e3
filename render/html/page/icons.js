import {element, shape} from './dom.js';

/**
 * Lines on a grid of 24 by 24.
 *
 * @type {Record<string, string>}
 */
const icons = {
  '+': 'M12 5v14M5 12h14',
  '−': 'M5 12h14',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  close: 'm6 6 12 12M18 6 6 18',
  more: 'M12 4.5a.5.5 0 1 0 0 1 .5.5 0 1 0 0-1m0 7a.5.5 0 1 0 0 1 .5.5 0 1 0 0-1m0 7a.5.5 0 1 0 0 1 .5.5 0 1 0 0-1',
  figure: 'M4 4h7v5H4zM13 15h7v5h-7zM7.5 9v8.5H13',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01',
  previous: 'm14 6-6 6 6 6',
  next: 'm10 6 6 6-6 6',
};

/**
 * An icon, which says nothing to those who hear the page. What is not in the table is a
 * character.
 *
 * @param {string} name
 * @returns {Element}
 */
export function icon(name) {
  if (!(name in icons)) {
    return element('span', {'aria-hidden': true}, name);
  }
  return shape('svg', {class: 'sign', viewBox: '0 0 24 24', 'aria-hidden': true}, shape('path', {d: icons[name]}));
}

/**
 * A button that shows an icon, and is named by a word.
 *
 * @param {import('./app.js').App} app
 * @param {string} name the key of its word
 * @param {string} sign
 * @param {import('./dom.js').Attributes} attributes
 */
export function tool({say}, name, sign, attributes) {
  return element('button', {class: 'tool', title: say(name), 'aria-label': say(name), ...attributes}, icon(sign));
}
