/**
 * A large figure stands in bands, of which only those near to what is seen are laid
 * out: browsers would take seconds for all of them. A band that is not near may be
 * drawn as it was before.
 *
 * @typedef {import('./spans.js').Span} Span
 * @typedef {object} Bands
 * @property {(top: number, height: number) => void} look at a part of the figure
 * @property {(box: Element|null|undefined) => void} show lays out the band of a box, and those beside it
 * @property {(box: Element) => boolean} has whether the box is laid out
 * @property {(span: (band: Element) => Span|undefined) => void} move tells where bands are now, those with nothing in them nowhere
 * @property {(listener: (band: Element) => void) => void} on each band that comes near
 */

/**
 * @param {Element} svg
 * @returns {Bands}
 */
export function bandsOf(svg) {
  const bands = /** @type {SVGElement[]} */ ([...svg.querySelectorAll('.band')]);
  const starts = [...bands.map((band) => Number(band.dataset.y)), Infinity];
  /** @type {(Span|undefined)[]} */
  let spans = bands.map((_, i) => [starts[i], starts[i + 1]]);
  /** @type {((band: Element) => void)[]} */
  const listeners = [];
  const tell = (/** @type {Element} */ band) => listeners.forEach((listener) => listener(band));
  const add = (/** @type {Element} */ band) => {
    if (band.matches('.near')) return;
    band.classList.add('near');
    tell(band);
  };
  // Paper has all of them.
  addEventListener('beforeprint', () => bands.forEach(tell));

  return {
    look(top, height) {
      const held = [document.activeElement, svg.querySelector('.current')].map((e) => e?.closest('.band'));
      bands.forEach((band, i) => {
        const span = spans[i];
        if (!i || held.includes(band) || span && span[0] < top + 2 * height && span[1] > top - height) add(band);
        else band.classList.remove('near');
      });
    },
    show(box) {
      const own = box?.closest('.band');
      const there = bands.filter((band, i) => band === own || spans[i]);
      const at = there.findIndex((band) => band === own);
      if (own) there.slice(Math.max(0, at - 1), at + 2).forEach(add);
    },
    has: (box) => !box.closest('.band:not(.near)'),
    move(span) {
      spans = bands.map(span);
      svg.querySelectorAll('.near').forEach(tell);
    },
    on: (listener) => void listeners.push(listener),
  };
}
