/**
 * What the server tells, as state.go and serve.go have it.
 *
 * @typedef {object} State
 * @property {string} version of the course that was read
 * @property {string} title
 * @property {string} file
 * @property {'ltr'|'rtl'|''} dir
 * @property {{message: string, option: string}|null} problem
 * @property {string} figure its tag, or nothing
 * @property {string} output the name of its file
 * @property {Finding[]} findings
 * @property {{id: string, title: string, inner: boolean}[]} parts
 * @property {Record<string, string>} settled
 * @property {string[]} refused options that the layout does not take
 * @property {string} command
 * @property {string} comment
 * @property {string} settings
 *
 * @typedef {object} Place where a page in a frame is, as frame.js tells
 * @property {Record<string, string>} kept what the page would keep in the browser
 * @property {string} fragment
 * @property {number} scale of the figure; 0 follows the window
 * @property {[number, number]} figure where it is scrolled to
 * @property {[number, number]} page where the page is scrolled to
 *
 * @typedef {object} Finding
 * @property {'info'|'warning'|'error'} severity
 * @property {string} code
 * @property {string} title
 * @property {string} message
 * @property {string} [hint]
 * @property {{file?: string, line?: number, column?: number}} [position]
 * @property {string} quote
 *
 * @typedef {object} Option
 * @property {string} name
 * @property {'text'|'number'|'integer'|'switch'|'ratio'|'list'|'size'|'sides'} kind
 * @property {string} about
 * @property {string} default
 * @property {string[]|null} values
 * @property {number} least
 * @property {number} most
 * @property {string[]|null} formats
 * @property {boolean} file
 */

export {};
