//! What the program says of itself.

/// All commands.
pub(super) const ALL: &str = "\
summit-map: draws a category map from a map and a table of facts

  summit-map import MAP [TABLE] [-o FOLDER]   make a map and facts of files of your own
  summit-map check MAP TABLE|FACTS            read both files and say what does not fit
  summit-map render MAP TABLE|FACTS           write the map as SVG to standard output
  summit-map pack MAP                         write a map as quantised arcs to standard output
  summit-map prerender PAGE.html              draw every <summit-map> of a page into it

summit-map COMMAND --help says more of each. A file - is standard input. The program ends with 0
where all is well, with 2 where something did not fit and was left out, and with 1 for an error.";

/// The options of what reads a table.
const OPTIONS: &str = "
MAP is GeoJSON, TopoJSON or quantised arcs; TABLE is CSV with commas, semicolons or tabs, or a JSON
list; its rows name the features by id, name, any property, or for countries by ISO 3166-1 codes and
names in English, Spanish, Portuguese and French.

  --join COLUMN        joins the table by this column (found by itself)
  --value COLUMN       colours the map by this column (the first of numbers or few texts)
  --label COLUMN       names the regions by this column (the names of the map)
  --title, --subtitle, --source, --source-url, --date TEXT
  --language TAG       en, es, pt or fr: of words, numbers and names of countries (en)
  --method METHOD      quantile, equal, natural: how numbers become classes (quantile)
  --classes COUNT      how many classes, 2 to 7 (5)
  --limits A,B,…       where the classes begin but the first, instead
  --ramp NAME          sequential, diverging, teal, orange, purple, orange-teal, orange-purple
  --midpoint NUMBER    where a diverging ramp turns (0)
  --unit TEXT          stands behind numbers of the value column
  --decimal MARK       . or , in the table (found by itself)
  --region-word, --regions-word TEXT   what one part of the map is called, and several (region)
  --no-data TEXT       stands in the legend for regions without a value
  --object NAME        of TopoJSON this object (that with most polygons)
  --projection NAME    is handed on to the facts
  --center LON,LAT     of the projection (the middle of the map)
  --format json|text   of the report";

/// What is said of one command, if it is one.
pub(super) fn of(command: &str) -> Option<String> {
    let own = match command {
        "import" => {
            "summit-map import MAP [TABLE] [-o FOLDER] [options]\n\nWrites map.arcs and facts.json into FOLDER (this one), for <summit-map src facts>, and prints how\nthey were understood. Without TABLE the properties of the features are the rows."
        }
        "check" => {
            "summit-map check MAP TABLE|FACTS [options]\n\nSays what does not fit, with line and column, and writes nothing. FACTS is a JSON object in the\nformat of data/SCHEMA.md."
        }
        "render" => {
            "summit-map render MAP [TABLE|FACTS] [options]\n\nWrites the map as SVG to standard output; what did not fit is told on standard error."
        }
        "pack" => {
            return Some(
                "summit-map pack MAP > MAP.arcs\n\nWrites GeoJSON or TopoJSON (the object with most polygons) as quantised arcs: half the bytes on\nthe wire, and drawn alike."
                    .into(),
            );
        }
        "prerender" => {
            return Some(
                "summit-map prerender PAGE.html\n\nDraws every <summit-map src facts> of a page into it. Addresses are read relative to the page;\n{lang} in that of the facts is en, es, pt or fr, by the lang of the element or of what it stands in."
                    .into(),
            );
        }
        _ => return None,
    };
    Some([own, "\n", OPTIONS].concat())
}
