// More points on the borders of a TopoJSON map, which neighbours go on sharing.

/** A number from -0.5 to 0.5 that depends on nothing but the seed. */
function noise(seed) {
  let mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32 - 0.5;
}

/** The arcs of a TopoJSON map as absolute positions. */
function absolute({ arcs, transform: { scale, translate } }) {
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([right, up]) => {
      x += right;
      y += up;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** How often the collection walks along each arc: a border between two regions counts twice. */
function uses({ geometries }, length) {
  const times = new Array(length).fill(0);
  const walk = (part) => (typeof part === 'number' ? times[part < 0 ? ~part : part] += 1 : part.forEach(walk));
  geometries.forEach(({ arcs }) => arcs && walk(arcs));
  return times;
}

/**
 * The map with about so many positions in the polygons of the collection. The new ones lie beside
 * the line, by a part of its length: on it, a library could drop them again without a trace.
 */
export function densify(atlas, collection, vertices) {
  const arcs = absolute(atlas);
  const times = uses(collection, arcs.length);
  const segments = arcs.reduce((sum, arc, index) => sum + times[index] * (arc.length - 1), 0);
  const pieces = vertices / segments;
  let [seed, owed] = [1, 0];
  const dense = arcs.map((arc, index) => arc.flatMap((from, place) => {
    const to = arc[place + 1];
    if (!to || times[index] === 0) return [from];
    // The pieces of a segment are whole; what is rounded away is owed to the next.
    owed += pieces;
    const parts = Math.max(1, Math.floor(owed));
    owed -= parts;
    const [right, up] = [to[0] - from[0], to[1] - from[1]];
    return Array.from({ length: parts }, (_, part) => {
      if (part === 0) return from;
      const [along, aside] = [part / parts, (noise(seed += 1) * 0.6) / parts];
      return [from[0] + right * along - up * aside, from[1] + up * along + right * aside];
    });
  }));
  return { ...atlas, arcs: dense, transform: undefined };
}
