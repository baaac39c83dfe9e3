import {element} from './dom.js';

/**
 * Shows the words that would keep what is chosen, each with a button that copies them.
 *
 * @param {HTMLElement} area
 * @param {(text: string) => void} tell
 */
export function startKeep(area, tell) {
  const kinds = [
    {key: /** @type {const} */ ('command'), title: 'Command', about: 'draws this figure', none: ''},
    {key: /** @type {const} */ ('comment'), title: 'Comment', about: 'in the document, where the figure is to stand; roadmapviz sync then draws it', none: 'No comment can say this.'},
    {key: /** @type {const} */ ('settings'), title: 'roadmapviz.yaml', about: 'for all figures', none: 'Nothing is chosen that is for all figures.'},
  ];
  const all = kinds.map(({key, title, about, none}) => {
    const text = element('pre', {id: 'rv:keep-' + key, tabindex: '0', 'aria-label': title});
    const button = element('button', {type: 'button', 'aria-label': 'Copy: ' + title, click: () => copy(text, tell)}, 'Copy');
    const row = element('div', {class: 'keep'}, element('h3', {}, title), button, element('p', {}, about), text);
    return {key, none, text, button, row};
  });
  const nothing = element('p', {}, 'There is no such figure to keep.');
  area.replaceChildren(nothing, ...all.map((one) => one.row));
  /** @param {import('./types.js').State} state */
  return (state) => {
    nothing.hidden = !!state.figure;
    for (const {key, none, text, button, row} of all) {
      row.hidden = !state.figure;
      const words = state[key].trimEnd();
      button.disabled = !words;
      text.textContent = words || none;
      text.classList.toggle('none', !words);
    }
  };
}

/**
 * @param {HTMLElement} from
 * @param {(text: string) => void} tell
 */
async function copy(from, tell) {
  try {
    await navigator.clipboard.writeText(from.textContent ?? '');
    tell('Copied');
  } catch {
    getSelection()?.selectAllChildren(from);
    tell('The browser does not let pages copy: it is selected, press Ctrl+C');
  }
}
