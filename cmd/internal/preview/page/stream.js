const again = 1000; // ms between attempts
const slowly = 3000; // where there are too many streams
const patience = 5000; // ms until an attempt counts as failed
const silence = 30000; // ms after which a stream is dead: the server's heart beats more often

/**
 * Listens to saves for as long as the page is seen: browsers open few connections to
 * one server, which pages that nobody sees are not to hold.
 *
 * @param {(version: string) => void} saved is told of the last reading, too, whenever
 *   the stream begins anew
 * @param {(isThere: boolean, isFull: boolean) => void} connected tells also whether there
 *   are too many streams, and so none for this page
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
  const lost = async () => {
    close();
    const mine = timer = setTimeout(open, patience);
    const answer = await fetch('/events', {method: 'HEAD'}).catch(() => null);
    if (mine !== timer) return;
    close();
    const isFull = answer?.status === 503;
    connected(isFull, isFull);
    if (isFull) saved('');
    timer = setTimeout(open, isFull ? slowly : again);
  };
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(lost, silence);
  };
  const open = () => {
    close();
    if (document.hidden) return;
    stream = new EventSource('/events');
    stream.addEventListener('open', () => connected(true, false));
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
