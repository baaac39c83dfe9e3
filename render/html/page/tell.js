import {element} from './dom.js';

const seconds = 6;

/**
 * Makes what says that something happened: a line that is read out, and seen for a
 * while.
 *
 * @returns {(text: string) => void}
 */
export function speaker() {
  const line = element('p', {id: 'rv:status', role: 'status'});
  document.body.append(line);
  let timer = 0;
  return (text) => {
    clearTimeout(timer);
    line.textContent = text;
    timer = setTimeout(() => line.replaceChildren(), seconds * 1000);
  };
}
