import {element} from './dom.js';

/** @typedef {import('./types.js').Place} Place */

const patience = {place: 1000, ready: 10000}; // ms for what frames are to tell

/**
 * Shows pages in a frame, each where the one before was: that is seen until the next one
 * is ready. A page is of an origin of its own, and its words are not more than words.
 *
 * @param {HTMLElement} area
 * @param {(link: string) => void} follow a link that leads into the document
 */
export function startFramed(area, follow) {
  /** @type {HTMLIFrameElement|null} */
  let frame = null;
  /** @type {Partial<Place>} */
  let place = {};
  let heard = (/** @type {any} */ _, /** @type {MessageEventSource|null} */ __) => {};

  addEventListener('message', (e) => {
    if (e.source && e.source === frame?.contentWindow && typeof e.data?.link === 'string') follow(e.data.link);
    heard(e.data ?? {}, e.source);
  });

  /**
   * Waits until a frame says something, or for so long.
   *
   * @param {HTMLIFrameElement} from
   * @param {keyof typeof patience} key
   * @returns {Promise<any>}
   */
  const hear = (from, key) => new Promise((done) => {
    const timer = setTimeout(done, patience[key]);
    heard = (data, source) => {
      if (source !== from.contentWindow || !data[key]) return;
      clearTimeout(timer);
      done(data[key]);
    };
  });

  /** Remembers where the page is that is shown. */
  const remember = async () => {
    if (!frame?.isConnected) return;
    const answer = hear(frame, 'place');
    frame.contentWindow?.postMessage('', '*');
    place = await answer ?? place;
  };

  /**
   * @param {string} address
   * @param {AbortSignal} signal
   */
  const show = async (address, signal) => {
    const fragment = String(place.fragment ?? '');
    const next = element('iframe', {
      title: 'The page', name: JSON.stringify(place), class: 'next',
      sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads',
    });
    area.append(next);
    next.getBoundingClientRect(); // it has its size before the page asks whether it is wide
    next.src = address + '&framed' + (fragment.startsWith('#') ? fragment : '');
    await hear(next, 'ready');
    if (signal.aborted) return next.remove();
    const hadFocus = document.activeElement === frame;
    for (const other of [...area.children]) if (other !== next) other.remove();
    next.classList.remove('next');
    frame = next;
    if (hadFocus) next.focus();
  };
  return {remember, show};
}
