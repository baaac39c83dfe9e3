/**
 * What the browser does not take, as in a sandboxed frame: the page forgets it when it
 * is closed.
 *
 * @type {Map<string, string>}
 */
const here = new Map();

/**
 * What the browser remembers by a key.
 *
 * @param {string} key begins with "rv:"
 * @returns {string} '' for nothing
 */
export function kept(key) {
  try {
    return here.get(key) ?? localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/**
 * @param {string} key
 * @param {string} value '' forgets it
 */
export function keep(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
    here.delete(key);
  } catch {
    here.set(key, value);
  }
}
