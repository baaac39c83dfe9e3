/**
 * Makes an element. Text is only ever text: nothing here reads markup.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string|boolean|((e: any) => void)>} [attributes] those that are
 *   false are left out, those that are true are empty, and functions listen to the
 *   event of their name
 * @param {...(Node|string|null)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

const svg = 'http://www.w3.org/2000/svg';

/**
 * Makes an element of SVG.
 *
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string|number>} [attributes]
 * @returns {SVGElementTagNameMap[T]}
 */
export function shape(tag, attributes = {}) {
  const made = document.createElementNS(svg, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/**
 * Leads from button to button of a menu: by arrow keys to the next, by Home and End to
 * the first and last.
 *
 * @param {KeyboardEvent} e
 * @returns {boolean} whether the key was one of these
 */
export function stepped(e) {
  const all = [.../** @type {HTMLElement} */ (e.currentTarget).querySelectorAll('button')];
  const at = all.findIndex((button) => button === document.activeElement);
  const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1}[e.key];
  if (to !== undefined) all.at(to % all.length)?.focus();
  return to !== undefined;
}

/**
 * The element of the page with an id of its own. The ids of the course never begin so.
 *
 * @param {string} name
 * @returns {HTMLElement}
 */
export function own(name) {
  const found = document.getElementById('rv:' + name);
  if (!found) throw new Error('the page has no ' + name);
  return found;
}
