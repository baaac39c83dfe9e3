/**
 * Makes an element. Text is only ever text: nothing here reads markup.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {...(Node|string|null)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = set(document.createElement(tag), tag === 'button' ? {type: tag, ...attributes} : attributes);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * Makes an element of SVG.
 *
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} attributes
 * @param {...Node} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function shape(tag, attributes, ...children) {
  const made = set(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes);
  made.append(...children);
  return made;
}

/**
 * @param {(Node|string)[]} items
 * @param {Attributes} [attributes]
 */
export function listOf(items, attributes) {
  return element('ul', attributes, ...items.map((item) => element('li', {}, item)));
}

/**
 * A title, and what is seen when that is unfolded.
 *
 * @param {Attributes} attributes
 * @param {string} title
 * @param {...(Node|string|null)} content
 */
export function disclosure(attributes, title, ...content) {
  return element('details', attributes, element('summary', {}, title), ...content);
}

/**
 * Attributes: null takes one away. What is true or false has it, empty, or not; those
 * of ARIA say so. Functions listen to the event of their name.
 *
 * @typedef {Record<string, string|number|boolean|null|((e: any) => void)>} Attributes
 */

/**
 * Changes the attributes of an element, if there is one.
 *
 * @template {Element|null|undefined} E
 * @param {E} element
 * @param {Attributes} attributes
 * @returns {E}
 */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element?.addEventListener(name, value);
    else if (value === null || (value === false && !name.startsWith('aria'))) element?.removeAttribute(name);
    else element?.setAttribute(name, value === true && !name.startsWith('aria') ? '' : String(value));
  }
  return element;
}

/**
 * @typedef {HTMLElementEventMap & WindowEventMap} Events
 */

/**
 * @param {EventTarget} target
 * @param {{[T in keyof Events]?: (event: Events[T]) => void}} listeners by type
 * @param {AddEventListenerOptions|boolean} [options]
 */
export function listen(target, listeners, options) {
  for (const [type, listener] of Object.entries(listeners)) target.addEventListener(type, /** @type {EventListener} */ (listener), options);
}

/**
 * Leaves nothing of an event for others, nor for the browser.
 *
 * @param {Event} e
 */
export function consume(e) {
  e.preventDefault();
  e.stopPropagation();
}

/**
 * Tells whether a key is pressed or a link clicked together with another key.
 *
 * @param {KeyboardEvent|MouseEvent} e
 */
export function isModified(e) {
  return e.ctrlKey || e.metaKey || e.altKey || e.shiftKey;
}

/**
 * The first element in another, if there is that, that a selector is of.
 *
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode|null|undefined} within
 * @param {string} selector
 * @returns {E|null}
 */
export function find(within, selector) {
  return within?.querySelector(selector) ?? null;
}

/**
 * The element that a selector is of, around what an event has as its target.
 *
 * @param {EventTarget|null} target
 * @param {string} selector
 */
export function closest(target, selector) {
  return target instanceof Element ? target.closest(selector) : null;
}

/**
 * @param {Element|null|undefined} element
 * @param {string} name of a class
 * @param {boolean} on
 */
export function classed(element, name, on) {
  element?.classList.toggle(name, on);
}

/**
 * @param {Element} element
 * @param {string} name of an attribute
 */
export function number(element, name) {
  return Number(element.getAttribute(name));
}

/** What has the focus. */
export function focused() {
  return /** @type {HTMLElement|SVGElement|null} */ (document.activeElement);
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
  const at = all.findIndex((button) => button === focused());
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
