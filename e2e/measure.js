// What the tests measure of a map on the screen: names, dots, lines, frames, targets, in CSS pixels.

/** Runs in a page before its own scripts and adds `look`, which measures what is drawn. */
export function measure() {
  const root = () => document.querySelector('summit-map').shadowRoot;
  const all = (selector) => [...root().querySelectorAll(selector)];
  const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && element.getBoundingClientRect().width > 0;
  const rect = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  /** The box of letters, without their halo. */
  const letters = (text) => {
    const [{ x, y, width, height }, to] = [text.getBBox(), text.getScreenCTM()];
    const [left, top] = [to.a * x + to.e, to.d * y + to.f];
    return { left, top, right: left + width * to.a, bottom: top + height * to.d };
  };
  /** Of each number the id of its region, of those that are linked. */
  const ids = () => Object.fromEntries(all('a[data-region]').map((region) =>
    [region.dataset.region, region.getAttribute('href').split('-').at(-1)]));
  const states = () => all('.layer:not(.outlined) a[data-region]').map((region) => region.dataset.region);
  const stage = () => rect(root().querySelector('.view'));

  function names() {
    const [known, mine] = [ids(), new Set(states())];
    return all('.names').flatMap((group, picture) => [...group.querySelectorAll('text')].filter(isShown).map((text) => {
      const scale = text.getScreenCTM().a;
      const sizes = [text, ...text.children].map((part) => Number.parseFloat(getComputedStyle(part).fontSize) * scale);
      return {
        name: [...text.children].map((line) => line.textContent).join(' ') || text.textContent,
        number: text.dataset.for, id: known[text.dataset.for], isState: mine.has(text.dataset.for),
        // The map's own names come first, then those of each inset.
        picture, isOnLand: text.matches('.on-land'), size: Math.min(...sizes), ...letters(text),
      };
    }));
  }

  const dots = () => all('circle[data-for]').filter(isShown).map((dot) => ({ number: dot.dataset.for, ...rect(dot) }));
  const titles = () => all('.inset-title').filter(isShown).map((title) => ({ name: title.textContent, ...letters(title) }));
  /** Pairs: the part of the map that an inset shows, and the inset itself. */
  function frames() {
    const rects = all('.inset-ground rect').filter(isShown).map(rect);
    return rects.filter((_, index) => index % 2 === 0).map((window, index) => ({ window, frame: rects[2 * index + 1] }));
  }
  const tools = () => all('.zoom button, .search:not([hidden]) input').filter(isShown)
    .map((tool) => ({ name: tool.dataset.do ?? tool.localName, ...rect(tool) }));
  /** What stands over the map in letters. */
  const headline = () => all('.headline > *, .headline span').filter(isShown).flatMap((part) =>
    [...part.getClientRects()].map(({ left, top, right, bottom }) => ({ name: part.className || part.localName, left, top, right, bottom })));

  /** Straight lines from names to places. */
  function leaders() {
    return all('.leader').filter((path) => path.checkVisibility()).flatMap((path) => {
      const to = path.getScreenCTM();
      return path.getAttribute('d').split('M').filter(Boolean).map((line) => {
        const [x, y, ...steps] = line.match(/-?\d+/g).map(Number);
        const [right, down] = [0, 1].map((axis) => steps.filter((_, at) => at % 2 === axis).reduce((sum, step) => sum + step, 0));
        const place = (x, y) => ({ x: to.a * x + to.e, y: to.d * y + to.f });
        return { from: place(x, y), to: place(x + right, y + down) };
      });
    });
  }

  /** The box of a region's largest part, in the units of the drawing. */
  function largest(number) {
    const boxes = root().querySelector(`#r${number}`).getAttribute('d').split('M').filter(Boolean).map((ring) => {
      let [x, y, ...steps] = ring.match(/-?\d+/g).map(Number);
      const box = { left: x, top: y, right: x, bottom: y };
      for (let at = 0; at + 1 < steps.length; at += 2) {
        [x, y] = [x + steps[at], y + steps[at + 1]];
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x);
        box.top = Math.min(box.top, y);
        box.bottom = Math.max(box.bottom, y);
      }
      return box;
    });
    const size = ({ left, top, right, bottom }) => (right - left) * (bottom - top);
    return boxes.sort((a, b) => size(b) - size(a))[0];
  }

  /** Width and height of the largest part of each state, as it is drawn where it is named. */
  function parts() {
    const known = ids();
    return all('.layer:not(.outlined) a[data-region]').map((region) => {
      const number = region.dataset.region;
      const scale = region.querySelector('path, use').getScreenCTM().a;
      const { left, top, right, bottom } = largest(number);
      return { number, id: known[number], width: (right - left) * scale, height: (bottom - top) * scale };
    });
  }

  /** The middle of a region's largest part, in the map itself. */
  function middle(number) {
    const to = root().querySelector(`#r${number}`).getScreenCTM();
    const { left, top, right, bottom } = largest(number);
    return { x: (to.a * (left + right)) / 2 + to.e, y: (to.d * (top + bottom)) / 2 + to.f };
  }

  /** The region that answers at a place of the screen, as the browser finds it. */
  function owner(x, y) {
    const hit = root().elementFromPoint(x, y)?.closest('[data-region], [data-for]');
    return hit ? hit.dataset.region ?? hit.dataset.for : undefined;
  }

  /** Dots whose own middle answers for another state. */
  function strays() {
    const known = ids();
    const own = new Set(states());
    return all('circle[data-for]').filter((dot) => own.has(dot.dataset.for) && isShown(dot)).flatMap((dot) => {
      const { left, top, right, bottom } = rect(dot);
      const hit = owner((left + right) / 2, (top + bottom) / 2);
      return bottom > innerHeight || hit === dot.dataset.for ? [] : [`the dot of ${known[dot.dataset.for]} answers for ${known[hit]}`];
    });
  }

  /** Regions that are drawn beside the stage, over what stands there. */
  function beside() {
    const { left, top, right, bottom } = stage();
    const found = new Set();
    for (const region of all('.map .layer > :not(svg)')) {
      const box = region.getBoundingClientRect();
      if (box.left >= left - 1 && box.top >= top - 1 && box.right <= right + 1 && box.bottom <= bottom + 1) continue;
      for (let y = Math.max(box.top, 0); y < Math.min(box.bottom, innerHeight); y += 1) {
        for (let x = Math.max(box.left, 0); x < Math.min(box.right, innerWidth); x += 1) {
          if (x > left && x < right && y > top && y < bottom) continue;
          if (root().elementsFromPoint(x, y).some((at) => region.contains(at))) found.add(region.dataset.region ?? region.dataset.for);
        }
      }
    }
    return [...found];
  }

  const STEP = 4;
  /** Who answers at each fourth pixel of the stage; a control answers for itself. */
  function grid() {
    const top = stage().top + scrollY;
    const { left, right, bottom } = stage();
    const [columns, rows] = [Math.floor((right - left) / STEP), Math.floor((bottom + scrollY - top) / STEP)];
    const cells = [];
    for (let row = 0; row < rows; row += 1) {
      const y = top + (row + 0.5) * STEP;
      // Only what is on the screen can be hit.
      if (y < scrollY || y > scrollY + innerHeight - 1) scrollTo({ top: y - 1, behavior: 'instant' });
      const line = [];
      for (let column = 0; column < columns; column += 1) {
        line.push(owner(left + (column + 0.5) * STEP, y - scrollY));
      }
      cells.push(line);
    }
    scrollTo({ top: 0, behavior: 'instant' });
    return { cells, left, top };
  }

  /**
   * The largest square of each owner in a grid: how many points it has on a side; and of all that may
   * have 24 px, the last point.
   */
  function squares(cells) {
    const best = {};
    let above = [];
    cells.forEach((line, row) => {
      const sides = line.map(() => 0);
      line.forEach((own, column) => {
        if (own === undefined) return;
        const isSame = (other) => other === own;
        const joined = row > 0 && column > 0 && [cells[row - 1][column], line[column - 1], cells[row - 1][column - 1]].every(isSame);
        sides[column] = joined ? Math.min(above[column], sides[column - 1], above[column - 1]) + 1 : 1;
        best[own] ??= { side: 0, ends: [] };
        best[own].side = Math.max(best[own].side, sides[column]);
        if (sides[column] * STEP >= 24 - STEP) best[own].ends.push({ side: sides[column], row, column });
      });
      above = sides;
    });
    return best;
  }

  /** Whether a square of 24 px with this corner is met everywhere; its edges are taken in by a quarter of a pixel. */
  function holds(left, top, number) {
    const steps = [0.25, 6, 12, 18, 23.75];
    return steps.every((y) => steps.every((x) => owner(left + x, top + y) === number));
  }

  /** Looks for a square of 24 px pixel by pixel, where the grid was too coarse to find one. */
  const isFound = (number, { ends }, { left, top }) => ends.some(({ side, row, column }) => {
    // From the first point of the square back to the one before it.
    const [x, y] = [left + (column - side + 0.5) * STEP, top + (row - side + 0.5) * STEP];
    scrollTo({ top: y - innerHeight / 2, behavior: 'instant' });
    for (let down = 0; down <= STEP; down += 0.25) {
      for (let along = 0; along <= STEP; along += 0.25) {
        if (holds(x + along, y - scrollY + down, number)) return true;
      }
    }
    return false;
  });

  /** Gives each point of the sea to the nearest state, as a finger finds it, up to so many pixels away. */
  function withNearest(cells, reach) {
    const mine = new Set(states());
    const far = Math.floor(reach / STEP);
    const ways = [];
    for (let y = -far; y <= far; y += 1) for (let x = -far; x <= far; x += 1) if (x * x + y * y <= far * far) ways.push({ x, y, far: x * x + y * y });
    ways.sort((a, b) => a.far - b.far);
    return cells.map((line, row) => line.map((own, column) => {
      if (own !== undefined) return own;
      const way = ways.find(({ x, y }) => mine.has(cells[row + y]?.[column + x]));
      return way && cells[row + way.y][column + way.x];
    }));
  }

  /** For each state the side of the largest square that it owns, and of that with the sea around it. */
  function targets(reach) {
    const [known, found] = [ids(), grid()];
    const [own, near] = [squares(found.cells), reach ? squares(withNearest(found.cells, reach)) : {}];
    return states().map((number) => {
      const best = own[number] ?? { side: 0, ends: [] };
      let side = (best.side - 1) * STEP;
      if (best.side > 0 && side < 24) side = isFound(number, best, found) ? 24 : best.side * STEP;
      scrollTo({ top: 0, behavior: 'instant' });
      return { id: known[number], side: Math.max(side, 0), near: (near[number]?.side ?? 0) * STEP };
    });
  }

  /** What of a state's own drawing lies under a box, or beyond the window. */
  function hidden(number, box) {
    const region = root().querySelector(`a[data-region="${number}"]`);
    const { left, top, right, bottom } = region.getBoundingClientRect();
    const beyond = Math.max(-top, bottom - innerHeight, -left, right - innerWidth, 0);
    let covered = 0;
    for (let y = Math.max(top, box.top) + 1; y < Math.min(bottom, box.bottom, innerHeight); y += STEP) {
      for (let x = Math.max(left, box.left) + 1; x < Math.min(right, box.right, innerWidth); x += STEP) {
        if (root().elementsFromPoint(x, y).some((at) => region.contains(at))) covered += 1;
      }
    }
    return { beyond, covered };
  }

  globalThis.look = {
    root, all, isShown, rect, ids, states, stage, names, dots, titles, frames, tools, headline, leaders, parts, middle, owner, strays, beside, targets, hidden,
  };
}
