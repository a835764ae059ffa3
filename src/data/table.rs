//! Bytes of a table → columns and rows, each with its line. CSV with commas, semicolons or tabs, or
//! a JSON list of objects. Source: RFC 4180, and what spreadsheets write.

use super::document::{Document, Value};
use crate::error::{Error, Input, TextPosition};

/// A table of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns, no two alike.
    pub columns: Vec<String>,
    /// The rows that could be read, in the order of the file.
    pub rows: Vec<TableRow>,
    /// Rows that were left out, each with line and column.
    pub problems: Vec<Error>,
    /// What stands between the cells of a row: `,`, `;` or a tab; None for JSON.
    pub separator: Option<u8>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Where it begins; lines count from 1.
    pub line: usize,
    /// A text for each column, without blanks around it; empty where there is none.
    pub cells: Vec<String>,
}

impl Table {
    /// Reads a table. Its first row names the columns.
    ///
    /// # Errors
    /// `Empty`, `WrongFormat` for a spreadsheet's own file and for what is no text in UTF-8, `Syntax`
    /// for a quote that is not closed and for faulty JSON, `Invalid` for two columns of one name. A
    /// row that does not fit is no error: it is left out and told in `problems`.
    pub fn parse(bytes: &[u8]) -> Result<Table, Box<Error>> {
        if bytes.starts_with(b"PK\x03\x04") {
            let (found, fix) = ("a spreadsheet's own file", "save it as CSV in UTF-8");
            return Err(Box::new(Error::WrongFormat { input: Input::Table, found, fix }));
        }
        let document = Document::new(Input::Table, bytes)?;
        if document.text.trim_start().starts_with(['[', '{']) {
            return from_json(document.value()?);
        }
        from_csv(document.text)
    }

    /// The column of this name, by its place.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// The cell of a row; empty where there is none.
    #[must_use]
    pub(crate) fn cell(&self, row: usize, column: usize) -> &str {
        let cells = self.rows.get(row).map(|row| row.cells.as_slice());
        cells.and_then(|cells| cells.get(column)).map(String::as_str).unwrap_or_default()
    }

    /// Where a cell stands in the file that the table was read from.
    pub(crate) fn place(&self, file: &[u8], row: usize, column: usize) -> Option<TextPosition> {
        let document = Document::new(Input::Table, file).ok()?;
        let offset = match self.separator {
            Some(separator) => {
                cell_offset(document.text, self.rows.get(row)?.line, column, separator)?
            }
            None => {
                let name = self.columns.get(column)?;
                let object = *document.value().ok()?.list().ok()?.get(row)?;
                object.fields().ok()?.get(name)?.offset()
            }
        };
        Some(TextPosition::of(document.text, offset))
    }

    /// The cells of a column.
    pub(crate) fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        (0..self.rows.len()).map(move |row| self.cell(row, column))
    }
}

/// The byte at which a cell of a row of CSV begins.
fn cell_offset(text: &str, line: usize, column: usize, separator: u8) -> Option<usize> {
    let lines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    let start = line
        .checked_sub(2)
        .map_or(Some(0), |breaks| lines.map(|(offset, _)| offset + 1).nth(breaks))?;
    let (mut is_quoted, mut left, mut at) = (false, column, start);
    while left > 0 {
        match text.as_bytes().get(at)? {
            b'"' => is_quoted = !is_quoted,
            byte if *byte == separator && !is_quoted => left -= 1,
            _ => {}
        }
        at += 1;
    }
    let blanks = text.get(at..)?.bytes().take_while(|byte| *byte == b' ').count();
    Some(at + blanks)
}

fn invalid(place: TextPosition, subject: String, problem: String) -> Error {
    Error::Invalid { input: Input::Table, place, subject, problem }
}

fn from_csv(text: &str) -> Result<Table, Box<Error>> {
    let separator = delimiter(text);
    if let Some(place) = unclosed(text, separator) {
        let problem = "this quote is not closed; write \"\" for a quote in a cell".into();
        return Err(Box::new(Error::Syntax { input: Input::Table, place, problem }));
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut table = Table {
        columns: Vec::new(),
        rows: Vec::new(),
        problems: Vec::new(),
        separator: Some(separator),
    };
    let mut lines = LineCounter { text, line: 1, read: 0 };
    // A text in UTF-8 that is read from memory has no row that fails.
    for record in reader.records().filter_map(Result::ok) {
        let from = record.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(0);
        // The crate counts a line feed after a carriage return to the next row.
        let breaks = text.get(from..).unwrap_or_default().bytes();
        let start = from + breaks.take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let line = lines.of(start);
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if table.columns.is_empty() {
            table.columns = named(cells, line)?;
        } else if cells.len() == table.columns.len() {
            table.rows.push(TableRow { line, cells });
        } else {
            let (count, most) = (cells.len(), table.columns.len());
            let subject = format!("\"{}\"", cells.first().map(String::as_str).unwrap_or_default());
            let problem = format!("the row has {count} cells, and the first row has {most}");
            table.problems.push(invalid(TextPosition { line, column: 1 }, subject, problem));
        }
    }
    Ok(table)
}

/// Counts lines up to places that follow each other, so that each is passed once.
struct LineCounter<'a> {
    text: &'a str,
    line: usize,
    read: usize,
}

impl LineCounter<'_> {
    /// The line, from 1, of a byte of the text that is not before the last one asked for.
    fn of(&mut self, offset: usize) -> usize {
        let passed = self.text.get(self.read..offset).unwrap_or_default().bytes();
        self.line += passed.filter(|byte| *byte == b'\n').count();
        self.read = offset.max(self.read);
        self.line
    }
}

/// The columns by the first row. Those without a name are numbered.
fn named(mut columns: Vec<String>, line: usize) -> Result<Vec<String>, Box<Error>> {
    for (index, name) in columns.iter_mut().enumerate() {
        if name.is_empty() {
            *name = format!("column {}", index + 1);
        }
    }
    for (index, name) in columns.iter().enumerate() {
        if columns.iter().take(index).any(|other| other == name) {
            let problem = "two columns have this name; rename one".into();
            let place = TextPosition { line, column: 1 };
            return Err(Box::new(invalid(place, format!("column \"{name}\""), problem)));
        }
    }
    Ok(columns)
}

/// The separator that stands most often in the first row, outside of quotes; of equals a tab, then a
/// semicolon, for those are rarer in texts.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b'\t', 0), (b';', 0), (b',', 0)];
    let mut is_quoted = false;
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if !is_quoted => {
                for (separator, count) in &mut counts {
                    *count += usize::from(*separator == byte);
                }
            }
            _ => {}
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    counts.iter().find(|(_, count)| *count == most && most > 0).map_or(b',', |(byte, _)| *byte)
}

/// The place of a quote that opens a cell and is not closed.
fn unclosed(text: &str, separator: u8) -> Option<TextPosition> {
    let (mut opened, mut is_start) = (None, true);
    let mut bytes = text.bytes().enumerate().peekable();
    while let Some((offset, byte)) = bytes.next() {
        match (opened, byte) {
            // Two quotes are one in a cell.
            (Some(_), b'"') if bytes.peek().is_some_and(|(_, next)| *next == b'"') => {
                bytes.next();
            }
            (Some(_), b'"') => opened = None,
            (None, b'"') if is_start => opened = Some(offset),
            _ => {}
        }
        is_start = byte == separator || byte == b'\n' || byte == b'\r' || is_start && byte == b' ';
    }
    opened.map(|offset| TextPosition::of(text, offset))
}

/// A list of objects; their fields are the columns, in the order in which they are met.
fn from_json(list: Value<'_>) -> Result<Table, Box<Error>> {
    let mut table =
        Table { columns: Vec::new(), rows: Vec::new(), problems: Vec::new(), separator: None };
    let mut lines = LineCounter { text: list.document.text, line: 1, read: 0 };
    for row in list.list()? {
        let mut cells = vec![String::new(); table.columns.len()];
        for (name, value) in row.fields()?.entries {
            let index = table.column(&name).unwrap_or(table.columns.len());
            if index == table.columns.len() {
                table.columns.push(name);
                cells.push(String::new());
            }
            if let Some(cell) = cells.get_mut(index) {
                *cell = match value.raw {
                    "null" => String::new(),
                    "true" | "false" => value.raw.to_owned(),
                    _ => value.word()?,
                };
            }
        }
        table.rows.push(TableRow { line: lines.of(row.offset()), cells });
    }
    let width = table.columns.len();
    table.rows.iter_mut().for_each(|row| row.cells.resize(width, String::new()));
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Table {
        Table::parse(text.as_bytes()).unwrap()
    }

    fn error(bytes: &[u8]) -> String {
        Table::parse(bytes).unwrap_err().to_string()
    }

    fn texts(row: &TableRow) -> (usize, Vec<&str>) {
        (row.line, row.cells.iter().map(String::as_str).collect())
    }

    fn cells(table: &Table) -> Vec<(usize, Vec<&str>)> {
        table.rows.iter().map(texts).collect()
    }

    #[test]
    fn the_separator_is_found_and_a_byte_order_mark_is_none_of_the_name() {
        for text in ["\u{feff}a,b\n1,2\n", "a;b\r\n1;2", "a\tb\n1\t2\n\n", "\"a;x\",b\n1,2"] {
            let table = read(text);
            assert_eq!(table.columns.len(), 2, "{text:?}");
            assert_eq!(cells(&table), [(2, vec!["1", "2"])], "{text:?}");
        }
        assert_eq!(read("\u{feff}a,b").columns, ["a", "b"]);
    }

    #[test]
    fn a_cell_may_hold_line_breaks_quotes_and_separators() {
        let table = read("name,text\n\"Côte, d'Ivoire\",\"two\nlines \"\"here\"\"\"\nChad,x\n");
        assert_eq!(
            cells(&table),
            [(2, vec!["Côte, d'Ivoire", "two\nlines \"here\""]), (4, vec!["Chad", "x"])]
        );
    }

    #[test]
    fn a_row_that_does_not_fit_is_told_and_the_rest_is_kept() {
        let table = read("a,b\n1,2\nonly\n3,4,5\n , \n6,7\n");
        assert_eq!(cells(&table), [(2, vec!["1", "2"]), (6, vec!["6", "7"])]);
        let told: Vec<String> = table.problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "table, line 3, column 1: \"only\": the row has 1 cells, and the first row has 2",
                "table, line 4, column 1: \"3\": the row has 3 cells, and the first row has 2",
            ]
        );
    }

    #[test]
    fn columns_have_names_of_their_own() {
        assert_eq!(read("a,,b\n1,2,3").columns, ["a", "column 2", "b"]);
        let wrong = "table, line 1, column 1: column \"a\": two columns have this name; rename one";
        assert_eq!(error(b"a,b,a\n1,2,3"), wrong);
    }

    #[test]
    fn a_quote_that_is_not_closed_is_named() {
        let found = error(b"a,b\n1,\"two\n3,4\n");
        assert!(found.starts_with("table, line 2, column 3: this quote is not closed"), "{found}");
        assert_eq!(cells(&read("a,b\n5\" pipe,x\n")), [(2, vec!["5\" pipe", "x"])]);
    }

    #[test]
    fn a_list_of_objects_is_a_table() {
        let table = read("[{\"id\":\"BR\",\"n\":1.50},\n {\"id\":\"CL\",\"x\":true,\"n\":null}]");
        assert_eq!(table.columns, ["id", "n", "x"]);
        assert_eq!(cells(&table), [(1, vec!["BR", "1.50", ""]), (2, vec!["CL", "", "true"])]);
        assert!(error(b"[1]").starts_with("table, line 1, column 2"));
    }

    #[test]
    fn what_is_no_table_is_named() {
        assert_eq!(error(b"  \n"), "table: the file is empty");
        let spreadsheet = "table: this is a spreadsheet's own file; save it as CSV in UTF-8";
        assert_eq!(error(b"PK\x03\x04rest"), spreadsheet);
        assert_eq!(error(b"a,b\n\xe9,1"), "table: this is not text in UTF-8; save it as UTF-8");
    }
}
