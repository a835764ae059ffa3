//! Table → elements.

use super::control::button;
use super::entry::cite;
use crate::content::data_table::{Row, Table};
use crate::content::locale::Locale;
use crate::interaction::command::Command;
use crate::render::element::Element;
use std::rc::Rc;

/// The place of the table, closed until it is asked for. Until then, and before the script runs,
/// it has no grid: the list of facts says the same.
#[must_use]
pub(crate) fn table(grid: Option<Rc<Element>>, words: &Locale) -> Element {
    Element::new("details;class=table;part=table")
        .child(Element::new("summary").text(words.table))
        .shared(grid)
}

/// The table itself. Its headers sort, and its links open a popup.
#[must_use]
pub(crate) fn grid(table: &Table, words: &Locale) -> Element {
    let columns = table.columns.iter().enumerate();
    let headers = columns.map(|(column, label)| header(table, column, label));
    let grid = Element::new("table")
        .child(Element::new("caption").text(table.caption.clone()))
        .child(Element::new("thead").child(Element::new("tr").children(headers)))
        .child(Element::new("tbody").children(table.rows.iter().map(|row| line(row, words))));
    // Focusable, for a wide table is scrolled with the keyboard too.
    Element::new("div;class=scroll;role=region;tabindex=0")
        .with("aria-label", table.caption.clone())
        .child(grid)
}

fn header(table: &Table, column: usize, label: &str) -> Element {
    let header = Element::new("th;scope=col");
    if !table.is_sortable(column) {
        return header.text(label);
    }
    let order = match (table.sort.column == column, table.sort.descending) {
        (true, true) => "descending",
        (true, false) => "ascending",
        (false, _) => "none",
    };
    let button = button(Command::Sort(column), true).text(label);
    header.with("aria-sort", order).child(button)
}

fn line(row: &Row, words: &Locale) -> Element {
    let header = Element::new("th;scope=row");
    let header = match &row.anchor {
        Some(anchor) => {
            let link = Element::new("a").with("href", format!("#{anchor}"));
            let link = match row.region {
                Some(region) => link.with("data-do", Command::Open(region).name()),
                None => link,
            };
            header.child(link.text(row.name.clone()))
        }
        None => header.text(row.name.clone()),
    };
    let cells = row
        .cells
        .iter()
        .map(|cell| Element::new("td").text(if cell.is_empty() { "–" } else { cell.as_str() }));
    let sources = Element::new("td;class=sources");
    let sources = match row.sources.as_slice() {
        [] => sources.text("–"),
        some => sources.child(cite(some, words)),
    };
    let number = row.region_row.to_string();
    Element::new("tr").with("data-row", number).child(header).children(cells).child(sources)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::data_table::Sort;
    use crate::content::locale::ENGLISH;
    use crate::content::region_details::Citation;
    use crate::render::xml;

    fn shown(sort: Sort) -> String {
        let row = |name: &str, region, cell: &str, sources| Row {
            region_row: 0,
            region,
            name: name.to_owned(),
            anchor: Some(format!("m-{name}")),
            cells: vec![cell.to_owned()],
            sources,
        };
        let source = Citation {
            label: "Times".into(),
            detail: "May 2030".into(),
            href: "https://example.org/".into(),
        };
        let columns = ["Country", "Pact", "Sources"].map(str::to_owned).into();
        let rows = vec![row("A", Some(7), "Agreed", vec![source]), row("B", None, "", Vec::new())];
        let caption = "Talks".to_owned();
        xml::text(&grid(&Table { caption, columns, sort, rows }, &ENGLISH))
    }

    #[test]
    fn before_the_script_runs_there_is_its_place_only() {
        let text = xml::text(&table(None, &ENGLISH));
        assert!(text.starts_with("<details") && text.contains(ENGLISH.table), "{text}");
        assert!(!text.contains("<table"), "{text}");
    }

    #[test]
    fn a_table_has_a_caption_headers_and_links() {
        let text = shown(Sort::default());
        assert!(text.contains("<caption>Talks</caption>"), "{text}");
        let row = "<tr data-row=\"0\"><th scope=\"row\"><a href=\"#m-A\" data-do=\"open-7\">A</a></th>\
             <td>Agreed</td><td class=\"sources\"><cite><a href=\"https://example.org/\" \
             target=\"_blank\" rel=\"noopener noreferrer\" title=\"opens in a new tab\">Times</a>, \
             May 2030</cite></td></tr>";
        assert!(text.contains(row), "{text}");
    }

    #[test]
    fn what_is_empty_is_a_dash_and_what_is_not_drawn_opens_nothing() {
        let text = shown(Sort::default());
        assert!(text.contains("<a href=\"#m-B\">B</a></th><td>–</td><td class=\"sources\">–</td>"));
    }

    #[test]
    fn all_columns_but_the_sources_sort() {
        let text = shown(Sort { column: 1, descending: true });
        let headers = "<tr><th scope=\"col\" aria-sort=\"none\"><button type=\"button\" \
             data-do=\"sort-0\">Country</button></th><th scope=\"col\" aria-sort=\"descending\">\
             <button type=\"button\" data-do=\"sort-1\">Pact</button></th>\
             <th scope=\"col\">Sources</th></tr>";
        assert!(text.contains(headers), "{text}");
    }
}
