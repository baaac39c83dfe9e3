/**
 * A value that tells when it changes.
 *
 * @template T
 * @typedef {object} Signal
 * @property {() => T} get
 * @property {(value: T) => void} set tells nobody if the value is the same
 * @property {(listener: (value: T, before: T) => void) => void} on
 */

/**
 * @template T
 * @param {T} value
 * @returns {Signal<T>}
 */
export function signal(value) {
  /** @type {((value: T, before: T) => void)[]} */
  const listeners = [];
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      const before = value;
      value = next;
      for (const listener of listeners) listener(value, before);
    },
    on: (listener) => void listeners.push(listener),
  };
}
