// Runs in every page before its own scripts; it must not refer to anything outside.

export function watch() {
  const bench = (globalThis.bench = { frames: [] });
  bench.whenPainted = new Promise((done) => { bench.painted = done; });
  // It is told some time after it was; a page that never paints contents has none.
  bench.firstPaint = async () => {
    for (let wait = 0; wait < 20; wait += 1) {
      const [entry] = performance.getEntriesByName('first-contentful-paint');
      if (entry) return entry.startTime;
      await new Promise((done) => { setTimeout(done, 50); });
    }
    return null;
  };

  let isOn = false;
  const note = (time) => {
    bench.frames.push(time);
    if (isOn) requestAnimationFrame(note);
  };
  bench.begin = () => { bench.frames = []; isOn = true; requestAnimationFrame(note); };
  bench.end = () => { isOn = false; return bench.frames.slice(1).map((time, index) => time - bench.frames[index]); };

  /** When the page shows the name of a region that is pointed at. */
  bench.whenHovered = () => new Promise((done) => {
    const look = () => (bench.hovered?.() ? done(performance.now()) : requestAnimationFrame(look));
    look();
  });
}

/** Runs before the scripts of the page that ships, which knows nothing of the benchmark. */
export function watchShipped() {
  const root = () => document.querySelector('summit-map')?.shadowRoot;
  const hasStyle = () => [...root().querySelectorAll('link[rel=stylesheet]')].every(({ sheet }) => sheet)
    && [...document.querySelectorAll('link[rel=stylesheet]')].every(({ sheet }) => sheet);
  const look = () => {
    // The map is in the HTML; it is there for the reader when it and its styles have come.
    if (root()?.querySelector('svg.map') && document.readyState !== 'loading' && hasStyle()) {
      requestAnimationFrame(() => requestAnimationFrame(() => bench.painted(performance.now())));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  bench.hovered = () => {
    const heading = root()?.querySelector('.popup h3');
    return heading?.checkVisibility() ? heading.textContent : null;
  };
}
