// Finds where the places of a map lie in each subject's page, so that all are pointed at the same ones.

import { geoAzimuthalEqualArea, geoContains } from 'd3';
import { MAPS, places } from './maps.js';
import { measure } from './measure.js';
import { COUNTS } from './phases.js';

/** Where the middle of a map's page has room for 800 px, whatever stands beside the map. */
const WIDTH = 800;

/** The box that summit-map needs to draw its map so wide, and the height that this gives the map. */
export async function size(browser, server, publish) {
  let width = WIDTH;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const path = await publish({ width });
    const { visit: svg } = await measure(browser, server, { path, onlyLoad: true, visit: (page) => page.evaluate(() => bench.svg()) });
    if (Math.abs(svg.width - WIDTH) < 0.5) return { width, height: Math.round(svg.height) };
    width += WIDTH - svg.width;
  }
  throw new Error(`summit-map cannot be made to draw a map of ${WIDTH} px`);
}

/** The projection of summit-map, found again from the outlines that it drew. */
function azimuthal({ center }, map, { left, top, right, bottom }) {
  const projection = geoAzimuthalEqualArea().rotate([-center[0], -center[1]]);
  return projection.fitExtent([[left, top], [right, bottom]], map);
}

/**
 * The pixels of target and route in a subject's page, and how many of some places on the way the
 * subject names as they are: a check that it shows the same map and answers the pointer.
 */
export async function locate(browser, server, { name, path, data, map, shot }) {
  const wanted = [MAPS[data].target, ...places(MAPS[data], COUNTS.hovers)];
  const look = async (page) => {
    const origin = await page.evaluate(() => {
      const { x, y } = document.querySelector('#map').getBoundingClientRect();
      return [x, y];
    });
    let spots;
    if (name === 'summit-map') {
      const projection = azimuthal(MAPS[data], map, await page.evaluate(() => bench.shapes()));
      spots = wanted.map((place) => projection(place));
    } else {
      const points = await page.evaluate((wanted) => wanted.map((place) => [...bench.project(place)]), wanted);
      spots = points.map(([x, y]) => [x + origin[0], y + origin[1]]);
    }
    return { spots, check: await check(page, map, wanted, spots, shot) };
  };
  const { visit: { spots: [target, ...route], check: named } } = await measure(browser, server, { path, onlyLoad: true, visit: look });
  return { target, route, named };
}

async function check(page, map, wanted, spots, shot) {
  const tried = { right: 0, wrong: 0 };
  for (let index = 0; index < wanted.length; index += 10) {
    const region = map.features.find((feature) => geoContains(feature, wanted[index]));
    if (!region) continue;
    await page.mouse.move(spots[index][0] - 1, spots[index][1]);
    await page.mouse.move(...spots[index]);
    const name = region.properties.name;
    // Some take their time to answer; one that is wrong stays so.
    const answer = page.waitForFunction((name) => bench.hovered()?.includes(name), name, { timeout: 1_500 });
    const isRight = await answer.then(() => true, () => false);
    tried[isRight ? 'right' : 'wrong'] += 1;
  }
  if (shot) {
    await page.screenshot({ path: shot });
    await page.mouse.move(...spots[0]);
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 5; turn += 1) {
      await page.mouse.wheel(0, -120);
      await page.waitForTimeout(100);
    }
    await page.waitForTimeout(800);
    await page.screenshot({ path: shot.replace('.png', '-near.png') });
  }
  return tried;
}

