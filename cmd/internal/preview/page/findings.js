import {element, own} from './dom.js';

/** @typedef {import('./types.js').Finding} Finding */

/**
 * Lists what is odd in the course and its figure.
 *
 * @param {HTMLElement} area
 * @param {HTMLElement} title
 */
export function startFindings(area, title) {
  let shown = '';
  /** @param {Finding[]} findings */
  return (findings) => {
    const key = JSON.stringify(findings);
    if (key === shown) return;
    shown = key;
    title.textContent = 'Findings' + (findings.length ? ` (${findings.length})` : '');
    area.replaceChildren(findings.length ? element('ul', {class: 'findings'}, ...findings.map(itemOf)) : element('p', {}, 'No findings.'));
  };
}

/** @param {Finding} found */
function itemOf(found) {
  const {file = '', line = 0, column = 0} = found.position ?? {};
  const place = [file, line, column].filter(Boolean).join(':');
  return element('li', {class: found.severity},
    element('p', {},
      element('strong', {class: 'severity'}, found.severity), ' ',
      element('button', {type: 'button', class: 'code', title: found.title, click: () => explain(found)}, found.code), ' ',
      element('span', {class: 'place'}, place)),
    element('p', {dir: 'auto'}, found.message),
    found.quote ? element('blockquote', {dir: 'auto'}, found.quote) : null,
    found.hint ? element('p', {class: 'hint', dir: 'auto'}, found.hint) : null);
}

/**
 * Shows the page that explains a code.
 *
 * @param {Finding} found
 */
async function explain({code, title}) {
  const answer = await fetch('/codes/' + encodeURIComponent(code));
  const text = answer.ok ? await answer.text() : 'There is no explanation.';
  const dialog = /** @type {HTMLDialogElement} */ (own('explanation'));
  dialog.replaceChildren(
    element('h2', {id: 'rv:explanation-title'}, `${code}: ${title}`),
    ...text.split(/\n\s*\n(?=\S)|\n\n(?= {4})/).filter((block) => block.trim()).map(blockOf),
    element('button', {type: 'button', click: () => dialog.close(), autofocus: true}, 'Close'));
  dialog.showModal();
}

/** @param {string} block of Markdown: indented code, or a paragraph with code in backticks */
function blockOf(block) {
  if (block.startsWith('    ')) return element('pre', {tabindex: '0'}, block.replace(/^ {4}/gm, '').trimEnd());
  return element('p', {}, ...block.trim().split('`').map((part, i) => i % 2 ? element('code', {}, part) : part));
}
