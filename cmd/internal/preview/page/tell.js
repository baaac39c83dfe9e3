const long = 4000; // ms

/**
 * Says short things in a corner of the page, for a while or until the next one.
 *
 * @param {HTMLElement} corner
 * @returns {(text: string, stays?: boolean) => void}
 */
export function startTell(corner) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  return (text, stays = false) => {
    clearTimeout(timer);
    corner.textContent = text;
    if (!stays) timer = setTimeout(() => corner.textContent = '', long);
  };
}
