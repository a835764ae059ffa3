//! What the table says: every region that takes part, its answers and its sources, in a chosen
//! order. It says no more than the popups do, but all at once.

use crate::content::region_details::{Citation, DetailsWriter, RegionDetails};
use crate::data::collation::{Ranked, fold, in_order};
use crate::data::facts::Region;

/// The table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    /// What it shows.
    pub caption: String,
    /// Headers: of the regions, of each dimension, of the sources.
    pub columns: Vec<String>,
    /// How its rows are sorted.
    pub sort: Sort,
    /// Its rows, sorted.
    pub rows: Vec<Row>,
}

impl Table {
    /// Whether rows can be sorted by a column: by any but that of the sources.
    #[must_use]
    pub(crate) fn is_sortable(&self, column: usize) -> bool {
        column < self.columns.len().saturating_sub(1)
    }
}

/// A region in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Index of its row of the facts.
    pub region_row: usize,
    /// Its number in the scene; None if the map does not show it.
    pub region: Option<usize>,
    /// Its name.
    pub name: String,
    /// Fragment of its entry in the list, without `#`.
    pub anchor: Option<String>,
    /// Label of its category in each dimension, or "".
    pub cells: Vec<String>,
    /// What its popup links to, in that order; none twice.
    pub sources: Vec<Citation>,
}

/// By which column the rows are sorted: 0 for the names, then the dimensions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sort {
    /// Index of the column.
    pub column: usize,
    /// Whether the last come first.
    pub descending: bool,
}

impl Sort {
    /// The order after a press on a header: the other way round, or by another column.
    #[must_use]
    pub(crate) fn pressed(self, column: usize) -> Sort {
        Sort { column, descending: column == self.column && !self.descending }
    }
}

/// The words of the table that do not come from the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TableWords<'a> {
    /// Header of the regions.
    pub region: &'a str,
    /// Header of the sources.
    pub sources: &'a str,
}

/// How the map shows a row of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TableRegion<'a> {
    /// Index of the row.
    pub row: usize,
    /// The region's number in the scene.
    pub region: usize,
    /// Its name there, for facts that leave names to the map.
    pub name: &'a str,
}

/// The table of all regions that take part, drawn or not. Names sort without case and marks,
/// answers in the order of the file, both ways by name among equals; a region without an answer
/// comes last both ways. A column that cannot be sorted by counts as that of the names.
#[must_use]
pub(crate) fn table(
    writer: &DetailsWriter<'_>,
    sort: Sort,
    words: &TableWords<'_>,
    drawn: &[TableRegion<'_>],
) -> Table {
    let facts = writer.facts;
    let mut columns = vec![words.region.to_owned()];
    for dimension in &facts.dimensions {
        columns.push(dimension.label.clone());
    }
    columns.push(words.sources.to_owned());
    let sort = if sort.column > facts.dimensions.len() { Sort::default() } else { sort };
    // Found once for all rows, or a large map would be searched for each.
    let mut places: Vec<Option<&TableRegion<'_>>> = Vec::new();
    facts.regions.iter().for_each(|_| places.push(None));
    for place in drawn {
        if let Some(slot) = places.get_mut(place.row) {
            slot.get_or_insert(place);
        }
    }
    let place_of = |row: usize| places.get(row).copied().flatten();
    let mut keys: Vec<Ranked> = Vec::new();
    for (row, region) in facts.regions.iter().enumerate() {
        if facts.takes_part(region) {
            keys.push((rank(writer, region, sort), fold(name(region, place_of(row))), row));
        }
    }
    let mut order = in_order(keys);
    if sort.column == 0 && sort.descending {
        order.reverse();
    }
    let mut rows = Vec::new();
    for row in order {
        if let Some(region) = facts.regions.get(row) {
            rows.push(write_row(writer, row, region, place_of(row)));
        }
    }
    Table { caption: facts.title.clone(), columns, sort, rows }
}

fn name<'a>(region: &'a Region, place: Option<&TableRegion<'a>>) -> &'a str {
    region.name.as_deref().or(place.map(|place| place.name)).unwrap_or(&region.id)
}

/// What comes before the name in the order.
fn rank(writer: &DetailsWriter<'_>, region: &Region, sort: Sort) -> usize {
    let Some(dimension) = sort.column.checked_sub(1) else {
        return 0;
    };
    let last = writer.facts.categories.len();
    match answer(writer, region, dimension) {
        Some(category) if sort.descending => last.saturating_sub(category),
        Some(category) => category,
        None => last + 1,
    }
}

fn write_row(
    writer: &DetailsWriter<'_>,
    region_row: usize,
    region: &Region,
    place: Option<&TableRegion<'_>>,
) -> Row {
    let facts = writer.facts;
    let entry = writer.entry(Some(region_row), name(region, place));
    let mut cells = Vec::new();
    for dimension in 0..facts.dimensions.len() {
        let index = answer(writer, region, dimension);
        let category = index.and_then(|index| facts.categories.get(index));
        cells.push(category.map(|category| category.label.clone()).unwrap_or_default());
    }
    Row {
        region_row,
        region: place.map(|place| place.region),
        cells,
        sources: sources(&entry),
        name: entry.name,
        anchor: entry.anchor,
    }
}

/// Index of a region's category in a dimension.
fn answer(writer: &DetailsWriter<'_>, region: &Region, dimension: usize) -> Option<usize> {
    let is_answer = |index: &usize| {
        let category = writer.facts.categories.get(*index);
        category.is_some_and(|category| category.dimension == Some(dimension))
    };
    region.status.iter().find(|index| is_answer(index)).copied()
}

/// All that an entry links to.
fn sources(entry: &RegionDetails) -> Vec<Citation> {
    let mut sources: Vec<Citation> = Vec::new();
    for statement in entry.statements() {
        for citation in &statement.sources {
            if !sources.iter().any(|known| known.href == citation.href) {
                sources.push(citation.clone());
            }
        }
    }
    sources
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::locale::ENGLISH;
    use crate::data::facts::Facts;

    /// Two questions, five rows that answer some, and one that answers none.
    const FACTS: &str = r##"{"schema":"summit-map/1","title":"Talks",
"dimensions":[{"id":"pact","label":"Pact"},{"id":"visit","label":"Visit"}],
"categories":[{"id":"yes","dimension":"pact","label":"Agreed"},{"id":"no","dimension":"pact","label":"Refused"},
 {"id":"came","dimension":"visit","label":"Came"},{"id":"other","label":"Other"}],
"sources":{"main":{"kind":"main","publisher":"Gazette"},
 "one":{"kind":"context","publisher":"Courier","url":"https://example.org/1"},
 "copy":{"kind":"context","publisher":"Copy","url":"https://example.org/1"},
 "two":{"kind":"context","publisher":"Times","url":"https://example.org/2"}},
"regions":[{"id":"Z","name":"Zed","status":["yes","came"]},{"id":"E","name":"Écu","status":["no","other"]},
 {"id":"T","name":"Territory","status":["other"]},{"id":"F","status":["no"]},
 {"id":"D","name":"dee","status":["came"]},{"id":"A","name":"Ay","status":["yes"]}],
"claims":[{"id":"1","about":["yes"],"text":"All.","sources":["two","one"]},
 {"id":"2","about":["Z"],"text":"Own.","sources":["copy"]},
 {"id":"3","about":["Z"],"text":"Said.","sources":["main"]}]}"##;

    const WORDS: TableWords<'static> = TableWords { region: "Country", sources: "Sources" };

    fn table_by(sort: Sort, drawn: &[TableRegion<'_>]) -> Table {
        let facts = Facts::parse(FACTS.as_bytes()).unwrap();
        table(&DetailsWriter { facts: &facts, words: &ENGLISH, prefix: "m" }, sort, &WORDS, drawn)
    }

    fn ids(column: usize, descending: bool) -> String {
        let rows = table_by(Sort { column, descending }, &[]).rows;
        rows.iter().map(|row| row.anchor.as_deref().unwrap().trim_start_matches("m-")).collect()
    }

    #[test]
    fn every_region_that_takes_part_has_a_row_by_name() {
        assert_eq!(ids(0, false), "ADEFZ");
        assert_eq!(ids(0, true), "ZFEDA");
    }

    #[test]
    fn answers_sort_as_in_the_file_and_those_without_come_last() {
        assert_eq!(ids(1, false), "AZEFD");
        assert_eq!(ids(1, true), "EFAZD");
        assert_eq!(ids(2, false), "DZAEF");
        assert_eq!(ids(2, true), "DZAEF");
    }

    #[test]
    fn sources_and_columns_that_do_not_exist_sort_nothing() {
        for column in [3, 4, usize::MAX] {
            let table = table_by(Sort { column, descending: true }, &[]);
            assert_eq!(table, table_by(Sort::default(), &[]));
            assert!(!table.is_sortable(column));
        }
    }

    #[test]
    fn a_press_sorts_and_another_turns_round() {
        let sort = |column, descending| Sort { column, descending };
        assert_eq!(Sort::default().pressed(0), sort(0, true));
        assert_eq!(sort(0, true).pressed(0), sort(0, false));
        assert_eq!(sort(0, true).pressed(2), sort(2, false));
        assert_eq!(sort(0, false).pressed(2), sort(2, false));
    }

    #[test]
    fn a_column_for_each_question_holds_its_answers() {
        let table = table_by(Sort::default(), &[]);
        assert_eq!(table.columns, ["Country", "Pact", "Visit", "Sources"]);
        assert_eq!(table.caption, "Talks");
        let cells: Vec<_> = table.rows.into_iter().map(|row| row.cells.join("/")).collect();
        assert_eq!(cells, ["Agreed/", "/Came", "Refused/", "Refused/", "Agreed/Came"]);
    }

    #[test]
    fn sources_stand_as_in_the_card_and_none_twice() {
        let rows = table_by(Sort::default(), &[]).rows;
        let labels = |row: &Row| row.sources.iter().map(|s| s.label.clone()).collect::<Vec<_>>();
        assert_eq!(labels(rows.last().unwrap()), ["Copy", "Gazette", "Times"]);
        assert_eq!(labels(rows.first().unwrap()), ["Times", "Courier"]);
    }

    #[test]
    fn a_name_that_the_facts_leave_out_is_the_maps() {
        let drawn = |row, region, name| TableRegion { row, region, name };
        let places =
            [drawn(3, 8, "Bef"), drawn(3, 9, "Second"), drawn(0, 7, "Other"), drawn(99, 1, "")];
        let rows = table_by(Sort::default(), &places).rows;
        let shown: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.region)).collect();
        assert_eq!(
            shown,
            [("Ay", None), ("Bef", Some(8)), ("dee", None), ("Écu", None), ("Zed", Some(7))]
        );
    }
}
