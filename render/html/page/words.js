/**
 * @callback Say
 * @param {string} key the first column of words.tsv
 * @param {...(string|number)} values for %1, %2, …
 * @returns {string}
 */

/**
 * The words of the document's language, or else those of the reader's.
 *
 * @param {Record<string, Record<string, string>>} words by language
 * @returns {Say}
 */
export function speak(words) {
  const known = Object.keys(words);
  const language = known.length === 1 ? known[0] : navigator.languages.map((tag) => nearest(tag, known)).find((l) => l) ?? 'en';
  return (key, ...values) => (Object.hasOwn(words[language], key) ? words[language][key] : key).replace(/%(\d)/g, (_, digit) => String(values[digit - 1]));
}

/**
 * @param {string} tag
 * @param {string[]} known
 */
function nearest(tag, known) {
  tag = tag.toLowerCase().replace(/^zh-(tw|hk|mo)\b/, 'zh-hant');
  for (let end = tag.length; end > 0; end = tag.lastIndexOf('-', end - 1)) {
    if (known.includes(tag.slice(0, end))) return tag.slice(0, end);
  }
  return '';
}
