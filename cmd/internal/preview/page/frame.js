/**
 * What stands before the scripts of the page where it is shown in a frame, whose pages
 * have no storage, and follow each other with every save: the next one begins where the
 * one before was. The window around asks for that, and gives it as the frame's name.
 */
(() => {
  /** @type {Partial<import('./types.js').Place>} */
  let place = {};
  try {
    place = JSON.parse(window.name) ?? {};
  } catch {
    // the first one has no place
  }

  const storage = Object.assign(Object.create({
    getItem: (/** @type {string} */ key) => Object.hasOwn(storage, key) ? storage[key] : null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => storage[key] = String(value),
    removeItem: (/** @type {string} */ key) => delete storage[key],
  }), place.kept);
  Object.defineProperty(window, 'localStorage', {value: storage});

  const figure = () => document.getElementById('rv:figure');
  const scale = () => new DOMMatrix(figure()?.querySelector('svg')?.style.transform).a;
  const isFitting = () => {
    const [area, svg] = [figure(), figure()?.querySelector('svg')];
    return !area || !svg || Math.abs(svg.getBoundingClientRect().width - area.clientWidth) < 2 || scale() === 1;
  };

  addEventListener('load', async () => {
    await document.fonts.ready;
    // In the first the page looks how large it is, behind what waits for that.
    for (let turn = 0; turn < 2; turn++) await new Promise(requestAnimationFrame);
    const area = figure();
    // The page is scaled as by a wheel, which turns so much at most at a time.
    for (let turn = 0; area && place.scale && turn < 40; turn++) {
      const rest = Math.log(place.scale / scale());
      if (Math.abs(rest) < 0.001) break;
      area.dispatchEvent(new WheelEvent('wheel', {ctrlKey: true, cancelable: true, deltaY: -100 * Math.max(-0.25, Math.min(rest, 0.25))}));
    }
    if (place.figure) area?.scrollTo({left: place.figure[0], top: place.figure[1], behavior: 'instant'});
    if (place.page) scrollTo({left: place.page[0], top: place.page[1], behavior: 'instant'});
    parent.postMessage({ready: true}, '*');
  });

  addEventListener('message', (e) => {
    if (e.source !== parent) return;
    const area = figure();
    parent.postMessage({place: {
      kept: {...storage}, fragment: location.hash, scale: isFitting() ? 0 : scale(),
      figure: [area?.scrollLeft ?? 0, area?.scrollTop ?? 0], page: [scrollX, scrollY],
    }}, '*');
  });

  // A link that would lead out of the page leads out of the frame, or nowhere.
  addEventListener('click', (e) => {
    const link = e.target instanceof Element ? e.target.closest('a[href]') : null;
    const href = link?.getAttribute('href') ?? '';
    if (!link || e.defaultPrevented || href.startsWith('#')) return;
    if (/^(https?:|mailto:)/i.test(href)) {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener noreferrer');
      return;
    }
    e.preventDefault();
    parent.postMessage({link: href}, '*');
  });
})();
