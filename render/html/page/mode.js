import {keep, kept} from './keep.js';
import {signal} from './signal.js';

/**
 * @typedef {'system'|'light'|'dark'} Mode
 */

/** @type {Mode[]} */
export const modes = ['system', 'light', 'dark'];

/**
 * What the reader wants to see the page in.
 *
 * @type {import('./signal.js').Signal<Mode>}
 */
export const mode = signal(/** @type {Mode} */ ('system'));

/**
 * Follows the mode. Style sheets say what is dark for readers whose system is; the
 * condition of those rules is what a choice changes, in the sheet of the figure as in
 * ours. Paper is never dark.
 */
export function startMode() {
  const rules = [...document.styleSheets].flatMap((sheet) => darkRules(sheet.cssRules));
  /** @type {Record<Mode, string>} */
  const when = {system: 'screen and (prefers-color-scheme: dark)', light: 'not all', dark: 'screen'};
  const apply = () => {
    const now = mode.get();
    for (const rule of rules) rule.media.mediaText = when[now];
    document.documentElement.style.colorScheme = now === 'system' ? '' : now;
  };
  const before = kept('rv:mode');
  mode.set(modes.find((known) => known === before) ?? 'system');
  apply();
  mode.on((now) => {
    keep('rv:mode', now === 'system' ? '' : now);
    apply();
  });
}

/**
 * The rules for dark pages, which have no other condition.
 *
 * @param {CSSRuleList} rules
 * @returns {CSSMediaRule[]}
 */
function darkRules(rules) {
  return [...rules].filter((rule) => rule instanceof CSSMediaRule)
    .filter((rule) => /^(screen and )?\(prefers-color-scheme:\s*dark\)$/.test(rule.media.mediaText));
}
