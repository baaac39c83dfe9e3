import {element} from './dom.js';

/**
 * @typedef {import('./types.js').Option} Option
 * @typedef {import('./types.js').State} State
 * @typedef {import('./choice.js').Choice} Choice
 */

const first = ['layout', 'theme', 'mode', 'part', 'width', 'direction'];
/** @type {Record<string, string>} */
const unit = {number: ' (px)', sides: ' (px)'};
const pause = 300; // ms without a key before what is typed counts

/**
 * A control for each option, made of the table of options: the most used first.
 *
 * @param {HTMLElement} area
 * @param {Option[]} options
 * @param {Choice} choice
 */
export function startControls(area, options, choice) {
  const all = options.map((option) => controlOf(option, choice));
  const named = (/** @type {string} */ name) => all.find((one) => one.option.name === name);
  const main = first.flatMap((name) => named(name) ?? []);
  const reset = element('button', {type: 'button', click: () => choice.clear()}, 'Reset all');
  area.append(
    element('div', {class: 'controls'}, ...main.map((one) => one.row)),
    element('details', {},
      element('summary', {}, 'More options'),
      element('div', {class: 'controls more'}, ...all.filter((one) => !main.includes(one)).map((one) => one.row))),
    reset);
  const update = () => {
    for (const one of all) one.show();
    reset.disabled = !all.some((one) => choice.get(one.option.name));
  };
  update();
  choice.on(update);

  /**
   * @param {State} state
   * @param {string} format
   */
  return (state, format) => {
    for (const one of all) {
      one.row.hidden = one.option.formats !== null && !one.option.formats.includes(format);
      one.tell(state);
    }
  };
}

/**
 * @param {Option} option
 * @param {Choice} choice
 */
function controlOf(option, choice) {
  const id = 'rv:option-' + option.name;
  const about = element('small', {id: id + '-about'}, option.about);
  const choices = option.kind === 'switch' ? ['true', 'false'] : option.values;
  const isSelect = choices !== null || option.name === 'part';
  const control = isSelect ? element('select', {id}) : element('input', {id, ...inputKind(option)});
  control.setAttribute('aria-describedby', about.id);
  const row = element('div', {class: 'control'}, element('label', {for: id, title: option.about}, option.name + (unit[option.kind] ?? '')), control, about);

  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  const change = () => {
    clearTimeout(timer);
    choice.set(option.name, control.value.trim());
  };
  control.addEventListener('change', change);
  control.addEventListener('input', () => {
    clearTimeout(timer);
    if (!isSelect) timer = setTimeout(change, pause);
  });

  const show = () => {
    const value = choice.get(option.name);
    if (control instanceof HTMLSelectElement) choose(control, value);
    else if (control !== document.activeElement) control.value = value;
  };
  /** @param {State} state */
  const tell = (state) => {
    const refuses = state.refused.includes(option.name);
    const fallback = refuses ? 'not in this layout' : state.settled[option.name] || option.default;
    control.disabled = refuses && !choice.get(option.name) && control !== document.activeElement;
    control.setAttribute('aria-invalid', String(state.problem?.option === option.name));
    control.title = refuses ? fallback : 'default: ' + fallback;
    if (control instanceof HTMLInputElement) control.placeholder = fallback;
    else if (option.name === 'part') fill(control, 'default: ' + fallback, state.parts.map((part) => ({value: part.id, text: (part.inner ? '\u2003' : '') + part.title})));
    else fill(control, control.title, (choices ?? []).map((value) => ({value, text: value})));
    show();
  };
  return {option, row, show, tell};
}

/**
 * @param {Option} option
 * @returns {Record<string, string>}
 */
function inputKind({kind, least, most}) {
  if (kind !== 'number' && kind !== 'integer') return {type: 'text', autocomplete: 'off', spellcheck: 'false', dir: 'auto'};
  return {type: 'number', min: String(least), step: kind === 'integer' ? '1' : 'any', ...(most ? {max: String(most)} : {})};
}

/**
 * Fills a list with what may be chosen, unless that is there already.
 *
 * @param {HTMLSelectElement} list
 * @param {string} fallback says what it is without a choice
 * @param {{value: string, text: string}[]} choices
 */
function fill(list, fallback, choices) {
  const all = [{value: '', text: fallback}, ...choices];
  const key = JSON.stringify(all);
  if (list.dataset.choices === key) return;
  list.dataset.choices = key;
  list.replaceChildren(...all.map(({value, text}) => element('option', {value}, text)));
}

/**
 * @param {HTMLSelectElement} list
 * @param {string} value which may be none of those to choose from, as the name of a file
 */
function choose(list, value) {
  if (value && ![...list.options].some((one) => one.value === value)) list.append(element('option', {value}, value));
  list.value = value;
}
