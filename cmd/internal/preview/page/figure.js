import {fetchPNG, fetchSVG} from './drawing.js';
import {startFramed} from './framed.js';

/**
 * Shows the figure that a state tells of, and keeps the last one where there is none.
 *
 * @param {HTMLElement} area
 * @param {import('./view.js').Window} view
 * @param {(text: string) => void} tell
 */
export function startFigure(area, view, tell) {
  const link = (/** @type {string} */ href) => tell('In the document this box leads to ' + href);
  const framed = startFramed(area, link);
  let shown = '';
  /** @type {AbortController|null} */
  let running = null;

  /**
   * @param {import('./types.js').State} state
   * @param {string} format
   * @param {string} query
   */
  return async (state, format, query) => {
    const key = format + ' ' + state.figure;
    if (!state.figure || key === shown) return;
    running?.abort();
    const mine = running = new AbortController();
    const address = addressOf(state, format, query);
    try {
      await framed.remember();
      if (format === 'html') {
        await framed.show(address, mine.signal);
      } else {
        const scale = Number(new URLSearchParams(query).get('scale') || state.settled.scale || 1);
        const drawn = await (format === 'png' ? fetchPNG(address, scale, state.title) : fetchSVG(address, mine.signal, link));
        if (!mine.signal.aborted) view.show(drawn.content, drawn.size);
      }
      if (mine.signal.aborted) return;
      shown = key;
      area.dataset.shown = state.figure; // for whoever waits for it
      area.dataset.format = format;
    } catch (error) {
      if (!mine.signal.aborted) tell(String(error));
    }
  };
}

/**
 * Where a figure is by itself.
 *
 * @param {import('./types.js').State} state
 * @param {string} format
 * @param {string} query
 */
export function addressOf(state, format, query) {
  const asked = new URLSearchParams(query);
  asked.delete('format');
  asked.set('tag', state.figure);
  return '/figure/' + encodeURIComponent(state.output || 'roadmap.' + format) + '?' + asked;
}
