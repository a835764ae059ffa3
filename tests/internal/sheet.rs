//! The map as a file of its own: drawing and table.

use super::common::{FACTS, SQUARES, draw, shipped};
use super::figure::{all, text_of};

#[test]
fn a_sheet_holds_title_legend_names_and_sources() {
    let sheet = shipped().sheet();
    let texts: Vec<String> = all(&sheet, &|e| e.name == "text").into_iter().map(text_of).collect();
    for wanted in ["20 of 35 countries signed. 3 were not invited.", "3 Not invited by the host"] {
        assert!(texts.iter().any(|text| text == wanted), "{wanted}");
    }
    assert!(texts.iter().any(|text| text == "Grenada"));
    assert!(texts.last().is_some_and(|text| text.starts_with("Sources: News agency")), "{texts:?}");
}

#[test]
fn a_sheet_needs_nothing_but_itself() {
    let sheet = shipped().sheet();
    let links = all(&sheet, &|element| element.attribute("href").is_some());
    assert!(links.iter().all(|link| link.name == "use"), "no link leaves the drawing");
    let ids: Vec<&str> = all(&sheet, &|_| true).iter().filter_map(|e| e.attribute("id")).collect();
    for link in links {
        let target = link.attribute("href").unwrap().trim_start_matches('#');
        assert!(ids.contains(&target), "{target}");
    }
}

#[test]
fn every_line_of_a_sheet_ends_within_its_width() {
    let sheet = shipped().sheet();
    let number = |text: Option<&str>| text.unwrap().parse::<i32>().unwrap();
    let [_, _, width, height] =
        sheet.attribute("viewBox").unwrap().split(' ').collect::<Vec<_>>()[..]
    else {
        panic!("four numbers")
    };
    let own = sheet.children.iter().filter_map(|child| match child {
        crate::Node::Element(child) if child.name == "text" => Some(child),
        crate::Node::Element(_) | crate::Node::Text(_) => None,
    });
    for text in own {
        let (x, y) = (number(text.attribute("x")), number(text.attribute("y")));
        let size = number(text.attribute("font-size"));
        let end = x + crate::layout::text::width_units(&text_of(text), size);
        assert!(end <= number(Some(width)) && y < number(Some(height)), "{}", text_of(text));
    }
}

#[test]
fn the_rows_hold_id_name_answers_statements_and_sources() {
    let csv = draw(SQUARES, FACTS).unwrap().csv();
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert!(lines[0].starts_with("\u{feff}id,"), "{}", lines[0]);
    let cells = lines[0].split(',').count();
    assert!(lines.len() > 2 && cells >= 4, "{csv}");
    let shipped = shipped().csv();
    let mexico = shipped.split("\r\n").find(|line| line.starts_with("MEX,Mexico,")).unwrap();
    assert!(mexico.contains("Signed the declaration"), "{mexico}");
}
