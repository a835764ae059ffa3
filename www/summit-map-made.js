// A map and a table of anyone's → files that the engine reads, in a worker or on the thread of the page.

/** What became of them: `failed`, a reply that says what is wrong, or else `map`, `facts` and `report`.
    Without `settings` the map alone is written so that the engine can read it. */
export async function made(start, Import, settings, map, table) {
  await start();
  const own = settings === undefined ? Import.packed(map) : new Import(settings, map, table ?? new Uint8Array());
  try {
    return { failed: own.failed(), map: own.map(), facts: own.facts(), report: own.report() };
  } finally { own.free(); }
}
