import {element} from './dom.js';

/**
 * @typedef {{content: HTMLElement, size: import('./view.js').Size}} Drawing
 */

/**
 * Fetches a figure as SVG. It is shown in a tree of its own, so that neither its ids and
 * classes nor its styles meet those of the page, and comes without its style sheet, which
 * the page's policy would refuse. A request gives the document: no script makes markup of
 * text.
 *
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {(link: string) => void} follow a link that leads into the document
 * @returns {Promise<Drawing>}
 */
export async function fetchSVG(address, signal, follow) {
  const [fetched, sheet] = await Promise.all([fetchDocument(address + '&bare', signal), fetchText(address.replace('.svg?', '.css?'), signal)]);
  const content = element('div');
  const root = content.attachShadow({mode: 'open'});
  const svg = document.importNode(fetched, true);
  root.adoptedStyleSheets = [sheetOf(sheet), sheetOf(own)];
  await loadFaces(sheet);
  const {width, height} = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (svg)).viewBox.baseVal;
  svg.setAttribute('role', 'group'); // an image has no links
  svg.setAttribute('width', '100%');
  svg.setAttribute('height', '100%');
  for (const link of svg.querySelectorAll('a')) {
    if (isAbroad(link.getAttribute('href') ?? '')) {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener noreferrer');
    }
  }
  root.append(svg);
  root.addEventListener('click', (e) => {
    const link = linkAt(e);
    const href = link?.getAttribute('href') ?? '';
    if (!link || isAbroad(href)) return;
    e.preventDefault();
    follow(href);
  });
  // Writing can be selected, and the figure moved by all that is none.
  root.addEventListener('pointerdown', (e) => {
    if (e.target instanceof Element && e.target.closest('text') && !linkAt(e)) e.stopPropagation();
  });
  return {content, size: {width, height}};
}

const own = 'svg { display: block; user-select: none; } :not(a) > text { user-select: text; } a:focus-visible { outline: 3px solid Highlight; }';

/** @param {Event} e */
function linkAt(e) {
  return e.target instanceof Element ? e.target.closest('a') : null;
}

/** @param {string} href */
function isAbroad(href) {
  return /^(https?:|mailto:)/i.test(href);
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<Element>}
 */
function fetchDocument(address, signal) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.addEventListener('load', () => {
      const root = request.responseXML?.documentElement;
      if (request.status === 200 && root?.localName === 'svg') done(root);
      else fail(new Error('there is no figure'));
    });
    request.addEventListener('error', () => fail(new Error('the preview does not answer')));
    request.addEventListener('abort', () => fail(new Error('another figure is asked for')));
    signal.addEventListener('abort', () => request.abort());
    request.send();
  });
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 */
async function fetchText(address, signal) {
  const answer = await fetch(address, {signal});
  if (!answer.ok) throw new Error('there is no figure');
  return answer.text();
}

/** @param {string} text */
function sheetOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/**
 * Typefaces belong to the whole page. Those of the figure before stay until the new ones
 * are there.
 *
 * @param {string} text a style sheet
 */
async function loadFaces(text) {
  const faces = new CSSStyleSheet();
  for (const rule of sheetOf(text).cssRules) if (rule instanceof CSSFontFaceRule) faces.insertRule(rule.cssText);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets.slice(-1), faces];
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
}

/**
 * @param {string} address
 * @param {number} scale pixels for each px
 * @param {string} title
 * @returns {Promise<Drawing>}
 */
export async function fetchPNG(address, scale, title) {
  const content = element('img', {src: address, alt: title, draggable: 'false'});
  await content.decode();
  return {content, size: {width: content.naturalWidth / scale, height: content.naturalHeight / scale}};
}
