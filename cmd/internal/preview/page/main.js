import {formatOf, startBar} from './bar.js';
import {startChoice} from './choice.js';
import {startControls} from './controls.js';
import {own} from './dom.js';
import {addressOf, startFigure} from './figure.js';
import {startFindings} from './findings.js';
import {startKeep} from './keep.js';
import {startStream} from './stream.js';
import {startTell} from './tell.js';
import {startWindow} from './view.js';

const choice = startChoice();
const tell = startTell(own('status'));
const view = startWindow(own('figure'));
startBar(choice, view);
const showFigure = startFigure(own('figure'), view, tell);
const showFindings = startFindings(own('findings'), own('findings-title'));
const showKeep = startKeep(own('keep'), tell);
const options = await fetch('/options').then((answer) => answer.json());
const showControls = startControls(own('options'), options, choice);

/** @type {AbortController|null} */
let running = null;
/** @type {ReturnType<typeof setTimeout>|undefined} */
let retry;
const again = 1000; // ms until what failed is tried once more

/** Asks what there is by now of what is chosen, and shows it. */
async function update() {
  running?.abort();
  clearTimeout(retry);
  const mine = running = new AbortController();
  const [query, format] = [choice.query(), formatOf(choice)];
  own('figure').ariaBusy = 'true'; // which is seen if it takes long
  try {
    const answer = await fetch('/state?' + query, {signal: mine.signal});
    if (!answer.ok) throw new Error(await answer.text());
    const state = await answer.json();
    if (retry) tell('');
    retry = undefined;
    await show(state, format, query);
  } catch (error) {
    if (mine.signal.aborted || !answers) return; // it is asked again when there is an answer
    tell('The preview does not answer; trying again', true);
    retry = setTimeout(update, again);
  } finally {
    if (running === mine) own('figure').ariaBusy = null;
  }
}

/**
 * @param {import('./types.js').State} state
 * @param {string} format
 * @param {string} query
 */
function show(state, format, query) {
  if (state.title) {
    document.title = state.title + ' – roadmapviz preview';
    own('title').textContent = state.title;
    own('file').textContent = state.file;
  }
  const {problem} = state;
  const text = problem ? problem.message + (own('figure').dataset.shown ? '\nThe figure is the one before.' : '') : '';
  if (own('problem').textContent !== text) own('problem').textContent = text;
  own('alone').hidden = !state.figure;
  if (state.figure) own('alone').setAttribute('href', addressOf(state, format, query));
  showControls(state, format);
  showFindings(state.findings);
  showKeep(state);
  own('side').hidden = false;
  document.body.dataset.version = state.version; // for whoever waits for it
  return showFigure(state, format, query);
}

let answers = true;
choice.on(update);
startStream(update, (isThere, isFull) => {
  if (isFull) tell('Many pages show this preview: this one follows slowly until some are closed', true);
  else if (!isThere) tell('The preview has stopped; waiting for it', true);
  else if (!answers) tell('The preview is there again');
  answers = isThere && !isFull;
});
