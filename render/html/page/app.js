import {bandsOf} from './bands.js';
import {readCourse} from './course.js';
import {element, find, own} from './dom.js';
import {signal} from './signal.js';
import {openStore} from './store.js';
import {speaker} from './tell.js';
import {showView} from './views.js';
import {speak} from './words.js';

/**
 * @typedef {import('./course.js').Item} Item
 */

/**
 * What the learner can do: a key, a button and a line of the help are made of it.
 *
 * @typedef {object} Command
 * @property {string} name the key of its words
 * @property {string[]} keys as in KeyboardEvent.key, the first of them in the help
 * @property {() => void} run
 * @property {string} [icon] of icons.js or a character, for a button in the bar
 * @property {boolean} [menu] whether it stands in the menu
 * @property {'figure'|'list'} [only] the view that it is for; none is both
 */

/**
 * What the parts of the page share. Each part is a function of it, in a file of its
 * own; main.js has their list.
 *
 * @typedef {object} App
 * @property {string} name of the course, under which progress is kept
 * @property {import('./course.js').Course} course
 * @property {import('./store.js').Store} store
 * @property {import('./words.js').Say} say
 * @property {import('./signal.js').Signal<Item|null>} selected whose panel is open
 * @property {import('./signal.js').Signal<'figure'|'list'>} view
 * @property {import('./signal.js').Signal<Set<Item>|null>} matches what search and filters leave; null is all
 * @property {import('./signal.js').Signal<ReadonlySet<Item>>} folded parts, sections and topics that hide what they hold
 * @property {Command[]} commands
 * @property {import('./progressbar.js').Marks} marks of boxes in the figure
 * @property {HTMLElement} bar above the course
 * @property {{progress: HTMLElement, state: HTMLElement}} places for what is shown of the course's progress, in the bar, and of the selected item's state, in the panel
 * @property {HTMLElement} figure around the svg
 * @property {SVGSVGElement} svg
 * @property {import('./bands.js').Bands} bands of the svg
 * @property {HTMLElement} list
 * @property {(text: string, offer?: {name: string, run: () => void}) => void} tell says something that
 *   happened, also to those who cannot see it, and offers what can be done about it
 */

/** @returns {App} */
export function createApp() {
  const data = JSON.parse(own('data').textContent ?? '');
  const course = readCourse();
  const figure = own('figure');
  const bar = element('header', {id: 'rv:bar'});
  document.body.prepend(bar);
  const svg = /** @type {SVGSVGElement} */ (find(figure, 'svg'));
  return {
    name: data['course'],
    course,
    store: openStore(course),
    say: speak(data['words']),
    selected: signal(/** @type {Item|null} */ (null)),
    view: signal(showView()),
    matches: signal(/** @type {Set<Item>|null} */ (null)),
    folded: signal(/** @type {ReadonlySet<Item>} */ (new Set())),
    commands: [],
    marks: data['marks'],
    bar,
    places: {progress: element('div', {id: 'rv:progress'}), state: element('div', {id: 'rv:state'})},
    figure,
    svg,
    bands: bandsOf(svg),
    list: own('list'),
    tell: speaker(),
  };
}

/**
 * Tells whether a command is for what is shown now.
 *
 * @param {App} app
 * @param {Command} command
 */
export function applies(app, {only}) {
  return !only || only === app.view.get();
}

/**
 * Tells whether the figure is shown, not the list.
 *
 * @param {App} app
 */
export function inFigure({view}) {
  return view.get() === 'figure';
}
