// A map and a table of anyone's → files that the engine reads. Loaded by pages that have such a table.
import start, { Import } from './pkg/import.js';

/** What became of them: `failed`, a reply that says what is wrong, or else `map`, `facts` and `report`.
    Without `settings` the map alone is written so that the engine can read it. */
export async function imported(settings, map, table) {
  await start();
  const made = settings === undefined ? Import.packed(map) : new Import(settings, map, table);
  try {
    return { failed: made.failed(), map: made.map(), facts: made.facts(), report: made.report() };
  } finally { made.free(); }
}
