const again = 1000; // ms between attempts
const silence = 30000; // ms after which a stream is dead: the server's heart beats more often

/**
 * Listens to saves for as long as the page is seen: browsers open few connections to
 * one server, which pages that nobody sees are not to hold.
 *
 * @param {(version: string) => void} saved is told of the last reading, too, whenever
 *   the stream begins anew
 * @param {(isThere: boolean) => void} connected
 */
export function startStream(saved, connected) {
  /** @type {EventSource|null} */
  let stream = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  const close = () => {
    stream?.close();
    stream = null;
    clearTimeout(timer);
  };
  const lost = () => {
    close();
    connected(false);
    timer = setTimeout(open, again);
  };
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(lost, silence);
  };
  const open = () => {
    close();
    if (document.hidden) return;
    stream = new EventSource('/events');
    stream.addEventListener('open', () => connected(true));
    stream.addEventListener('beat', alive);
    stream.addEventListener('saved', (e) => {
      alive();
      saved(e.data);
    });
    stream.addEventListener('error', lost);
    alive();
  };
  document.addEventListener('visibilitychange', () => document.hidden ? close() : open());
  addEventListener('pagehide', close);
  addEventListener('pageshow', (e) => {
    if (e.persisted) open();
  });
  open();
}
