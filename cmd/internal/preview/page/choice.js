/**
 * What is chosen in this page: it stands in its address, so that a page that is loaded
 * again or kept as a bookmark shows the same.
 *
 * @typedef {object} Choice
 * @property {(name: string) => string} get the value of an option, or nothing
 * @property {(name: string, value: string) => void} set
 * @property {() => void} clear all but the format
 * @property {() => string} query all of it
 * @property {(listener: () => void) => void} on
 *
 * @returns {Choice}
 */
export function startChoice() {
  const chosen = new URLSearchParams(location.search);
  /** @type {(() => void)[]} */
  const listeners = [];
  const changed = () => {
    const query = String(chosen);
    history.replaceState(null, '', query ? '?' + query : location.pathname);
    for (const listener of listeners) listener();
  };
  return {
    get: (name) => chosen.getAll(name).join(', '),
    set(name, value) {
      if (value === this.get(name)) return;
      if (value) chosen.set(name, value);
      else chosen.delete(name);
      changed();
    },
    clear() {
      for (const name of [...chosen.keys()]) if (name !== 'format') chosen.delete(name);
      changed();
    },
    query: () => String(chosen),
    on: (listener) => void listeners.push(listener),
  };
}
