//! Rows → the text of a CSV file that spreadsheets read. Source: RFC 4180.

/// The rows, each cell a text; with a byte order mark, without which spreadsheets guess the encoding.
#[must_use]
pub(crate) fn csv(rows: &[Vec<String>]) -> String {
    let mut text = String::from("\u{feff}");
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            write_cell(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    text
}

fn write_cell(text: &mut String, cell: &str) {
    // A spreadsheet would take it for a formula. Source: OWASP, "CSV Injection".
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let is_quoted = is_formula || cell.contains(['"', ',', '\n', '\r']);
    if !is_quoted {
        text.push_str(cell);
        return;
    }
    text.push('"');
    if is_formula {
        text.push('\'');
    }
    for c in cell.chars() {
        if c == '"' {
            text.push('"');
        }
        text.push(c);
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[&str]) -> String {
        csv(&[cells.iter().map(|&cell| cell.to_owned()).collect()])
    }

    #[test]
    fn cells_with_commas_quotes_and_breaks_are_quoted() {
        assert_eq!(
            line(&["a", "b,c", "d \"e\"", "f\ng"]),
            "\u{feff}a,\"b,c\",\"d \"\"e\"\"\",\"f\ng\"\r\n"
        );
    }

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(line(&["=1+1", "@x", "-5"]), "\u{feff}\"'=1+1\",\"'@x\",\"'-5\"\r\n");
    }
}
