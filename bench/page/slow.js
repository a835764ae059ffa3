// The pages on a slow line and a slow processor, only loaded.

import { measure } from './measure.js';

const SHIPPED = { name: 'summit-map-shipped', title: 'summit-map, as it ships' };

export async function slowLine({ plain, server, subjects, spots, repetitions, say }) {
  const runs = [];
  const able = subjects.filter(({ name, needsGl }) => spots[name] && !needsGl);
  // The page that ships has its own map: it is pointed at Brazil, found on that page.
  const all = [...able, ...(able.some(({ name }) => name === 'summit-map') ? [SHIPPED] : [])];
  const target = all.includes(SHIPPED) ? await brazil(plain, server) : undefined;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const turn = (repetition * 3) % all.length;
    for (const subject of [...all.slice(turn), ...all.slice(0, turn)]) {
      const isShipped = subject === SHIPPED;
      const run = { name: subject.name, repetition };
      const options = isShipped
        ? { path: '/summit/index.html', spots: { target }, isShipped } : { path: `/${subject.name}/americas-50m.html`, spots: spots[subject.name] };
      try {
        Object.assign(run, await measure(plain, server, { ...options, isSlow: true, onlyLoad: true }));
      } catch (error) {
        run.error = error.message;
      }
      say(`slow line ${repetition + 1}/${repetitions} ${subject.name}: ${run.error ?? [run.firstPaint, run.painted, run.interactive].map(Math.round).join(' ')}`);
      runs.push(run);
    }
  }
  return runs;
}

async function brazil(browser, server) {
  const visit = (page) => page.evaluate(() => {
    const { x, y, width, height } = document.querySelector('summit-map').shadowRoot
      .querySelector('a[href="#summit-BRA"]').getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  });
  return (await measure(browser, server, { path: '/summit/index.html', isShipped: true, onlyLoad: true, visit })).visit;
}
