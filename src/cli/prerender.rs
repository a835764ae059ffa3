//! A page with empty `<summit-map>` elements → the page with the maps in them.
//! Filling a filled page again changes nothing but what changed in the data.

use crate::content::locale::{ENGLISH, words};
use crate::engine::map::Map;
use crate::options::Options;
use crate::render::element::Element;
use crate::render::xml;

const OPEN: &str = "<summit-map";
const CLOSE: &str = "</summit-map>";

/// The attributes of one element of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placeholder<'a> {
    /// Address of the GeoJSON map.
    pub src: &'a str,
    /// Address of the facts; see [`Placeholder::facts_address`].
    pub facts: &'a str,
    /// Language of the element, or else of the page.
    pub language: Option<&'a str>,
    /// Prefix of its fragments, if the page gives one.
    pub prefix: Option<&'a str>,
    /// Whether the page's address holds what the reader has set.
    pub has_links: bool,
    /// Address of the style sheet, if the page gives one.
    pub styles: &'a str,
}

impl Placeholder<'_> {
    /// The options that the attributes ask for.
    #[must_use]
    pub fn options(&self) -> Options {
        let default = Options::default();
        Options {
            prefix: self.prefix.map_or(default.prefix, str::to_owned),
            language: self.language.map(str::to_owned),
            has_languages: self.facts.contains("{lang}"),
            has_links: self.has_links,
        }
    }

    /// The address of the facts, with `{lang}` replaced by the language of the interface that
    /// the element has, `en` if it has none of them.
    #[must_use]
    pub fn facts_address(&self) -> String {
        let words = self.language.and_then(words).unwrap_or(&ENGLISH);
        self.facts.replace("{lang}", words.code)
    }
}

/// Draws a map into every `<summit-map>` of a page that has `src` and `facts`. `draw` reads the files.
///
/// # Errors
/// Whatever `draw` returns, and an element that is not closed.
pub fn fill<E: From<String>>(
    page: &str,
    mut draw: impl FnMut(Placeholder<'_>) -> Result<Map, E>,
) -> Result<String, E> {
    let mut out = String::with_capacity(page.len() * 2);
    let page_language = page_language(page);
    let mut rest = page;
    while let Some((before, tag, after)) = next_element(rest) {
        let Some(end) = after.find(CLOSE) else {
            return Err(E::from(format!("{OPEN} is not closed; add {CLOSE}")));
        };
        out.push_str(before);
        out.push_str(tag);
        let placeholder = attribute(tag, "src").zip(attribute(tag, "facts"));
        match placeholder {
            Some((src, facts)) => {
                let prefix = attribute(tag, "prefix");
                let styles = attribute(tag, "styles").unwrap_or("summit-map.css");
                let language = attribute(tag, "lang").or(page_language);
                let has_links = has_attribute(tag, "deep-links");
                let map = draw(Placeholder { src, facts, language, prefix, has_links, styles })?;
                contents(&mut out, &map, styles);
            }
            None => out.push_str(after.get(..end).unwrap_or_default()),
        }
        out.push_str(CLOSE);
        rest = after.get(end + CLOSE.len()..).unwrap_or_default();
    }
    out.push_str(rest);
    Ok(out)
}

/// Splits at the next start tag: what comes before, the tag, what comes after.
fn next_element(page: &str) -> Option<(&str, &str, &str)> {
    let start = page.match_indices(OPEN).map(|(index, _)| index).find(|&index| {
        let next = page.get(index + OPEN.len()..).and_then(|rest| rest.chars().next());
        next.is_some_and(|c| c.is_whitespace() || c == '>')
    })?;
    let end = start + page.get(start..)?.find('>')? + 1;
    Some((page.get(..start)?, page.get(start..end)?, page.get(end..)?))
}

fn page_language(page: &str) -> Option<&str> {
    let tag = page.get(page.find("<html")?..)?;
    attribute(tag.get(..tag.find('>')?)?, "lang")
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let key = format!("{name}=\"");
    let start = tag.match_indices(key.as_str()).map(|(index, _)| index).find(|&index| {
        tag.get(..index).is_some_and(|before| before.ends_with(char::is_whitespace))
    })? + key.len();
    let rest = tag.get(start..)?;
    rest.get(..rest.find('"')?)
}

fn has_attribute(tag: &str, name: &str) -> bool {
    let is_end = |c: char| c.is_whitespace() || "=/>".contains(c);
    tag.match_indices(name).any(|(index, _)| {
        let before = tag.get(..index).is_some_and(|before| before.ends_with(char::is_whitespace));
        let after = tag.get(index + name.len()..).is_some_and(|after| after.starts_with(is_end));
        before && after
    })
}

fn contents(out: &mut String, map: &Map, styles: &str) {
    let sheet = Element::new("link").with("rel", "stylesheet").with("href", styles.to_owned());
    out.push_str("<template shadowrootmode=\"open\">");
    xml::write(out, &sheet);
    xml::write(out, &map.prerendered());
    xml::write(out, &Element::new("slot"));
    out.push_str("</template>\n");
    xml::write(out, &map.fact_list());
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &[u8] = br#"{"type":"Feature","id":"A","properties":{"name":"Aland"},
        "geometry":{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}}"#;
    const FACTS: &[u8] =
        br##"{"schema":"summit-map/1","title":"T","regions":[{"id":"A","status":["y"]}],
        "categories":[{"id":"y","label":"Y","color":{"light":"#17607d","dark":"#5fb4d6"}}]}"##;

    fn filled(page: &str) -> String {
        let draw = |element: Placeholder<'_>| {
            Map::new(MAP, FACTS, element.options()).map_err(|error| error.to_string())
        };
        fill(page, draw).unwrap_or_else(|error| error)
    }

    #[test]
    fn filling_twice_is_filling_once() {
        let page = "<p>a</p><summit-map id=\"m\" src=\"a\" facts=\"b\"></summit-map><p>z</p>";
        let once = filled(page);
        assert!(once.contains("<figure") && once.ends_with("</summit-map><p>z</p>"));
        assert_eq!(filled(&once), once);
    }

    #[test]
    fn two_maps_keep_their_fragments_apart() {
        let page = "<summit-map src=\"a\" facts=\"b\"></summit-map><summit-map src=\"a\" facts=\"b\" prefix=\"two\"></summit-map>";
        let page = filled(page);
        assert!(page.contains("href=\"#summit-A\"") && page.contains("href=\"#two-A\""));
    }

    fn address(page: &str) -> String {
        let told = |element: Placeholder<'_>| {
            assert_eq!(element.options().language.as_deref(), element.language);
            Err(element.facts_address())
        };
        fill(page, told).err().unwrap_or_default()
    }

    #[test]
    fn the_facts_are_those_of_the_elements_language_or_of_the_pages() {
        let page = |html, element| {
            let element = format!("<summit-map{element} src=\"a\" facts=\"f.{{lang}}.json\">");
            address(&format!("<!doctype html><html{html}><body>{element}</summit-map>"))
        };
        assert_eq!(page("", ""), "f.en.json");
        assert_eq!(page(" lang=\"pt-BR\"", ""), "f.pt.json");
        assert_eq!(page(" lang=\"pt-BR\"", " lang=\"fr\""), "f.fr.json");
        assert_eq!(page(" lang=\"de\"", ""), "f.en.json");
        assert_eq!(page(" lang=\"es\"", " lang=\"\""), "f.en.json");
    }

    #[test]
    fn an_address_without_a_language_is_left_alone() {
        let page = "<summit-map lang=\"fr\" src=\"a\" facts=\"f.json\"></summit-map>";
        assert_eq!(address(page), "f.json");
    }

    #[test]
    fn an_attribute_may_stand_without_a_value() {
        let has = |tag| has_attribute(tag, "deep-links");
        assert!(has("<summit-map deep-links>") && has("<summit-map deep-links=\"\" src=\"a\">"));
        assert!(!has("<summit-map data-deep-links>") && !has("<summit-map deep-linksx>"));
    }

    #[test]
    fn other_elements_are_left_alone() {
        let page =
            "<summit-mapper></summit-mapper><summit-map data-src=\"a\" facts=\"b\">x</summit-map>";
        assert_eq!(filled(page), page);
        assert!(filled("<summit-map src=\"a\" facts=\"b\">").contains("is not closed"));
    }
}
