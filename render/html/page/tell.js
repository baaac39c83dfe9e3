import {element} from './dom.js';

const seconds = 6;

/**
 * Makes what says that something happened: a line that is read out, and seen for a
 * while, with a button for what can be done about it.
 *
 * @returns {(text: string, offer?: {name: string, run: () => void}) => void}
 */
export function speaker() {
  const line = element('p', {id: 'rv:status', role: 'status'});
  document.body.append(line);
  let timer = 0;
  return (text, offer) => {
    clearTimeout(timer);
    line.replaceChildren(text);
    if (offer) line.append(' ', element('button', {click: offer.run}, offer.name));
    timer = setTimeout(() => line.replaceChildren(), (offer ? 2 : 1) * seconds * 1000);
  };
}
