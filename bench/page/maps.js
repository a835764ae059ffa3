// What the maps of the benchmark show, for the script that makes them and for the pages.

/** The statuses, with the colours that every library is given. */
export const STATUSES = { signed: '#17607d', absent: '#c2571a', other: '#c9c5ba' };

/** How many times larger than at first a map can be shown, where a library lets that be said. */
export const MAX_ZOOM = 40;

const AMERICAS = {
  center: [-80, 15], target: [-54, -11],
  route: [[-115, 58], [-76, 53], [-119, 44], [-83, 34], [-101, 23], [-72, 4], [-49, -10], [-74, -8], [-58, -20], [-66, -33]],
};
const COUNTIES = {
  center: [-96, 38], target: [-98.3, 39.5],
  route: [[-120, 47], [-80, 40], [-118, 41], [-82, 35], [-115, 36], [-84, 32], [-99, 28]],
};

/**
 * For each map the centre of the projection, where a library has one that can be centred; the place
 * that the pointer meets first and where it zooms; and the corners of the way that it goes.
 */
export const MAPS = { 'americas-50m': AMERICAS, 'americas-10m': AMERICAS, counties: COUNTIES, 'counties-1m': COUNTIES };

/** So many places on the way, in equal steps. */
export function places({ route }, number) {
  const legs = route.slice(1).map(([x, y], index) => Math.hypot(x - route[index][0], y - route[index][1]));
  const length = legs.reduce((sum, leg) => sum + leg);
  return Array.from({ length: number }, (_, step) => {
    let rest = (length * step) / (number - 1);
    let leg = 0;
    while (leg < legs.length - 1 && rest > legs[leg]) rest -= legs[leg++];
    const [[x, y], [right, up]] = [route[leg], route[leg + 1]];
    return [x + ((right - x) * rest) / legs[leg], y + ((up - y) * rest) / legs[leg]];
  });
}
