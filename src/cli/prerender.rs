//! A page with empty `<summit-map>` elements → the page with the maps in them.
//! Filling a filled page again changes nothing but what changed in the data.
//!
//! lol_html says where the elements stand; what lies between them is copied as it is.

use crate::content::locale::{ENGLISH, Locale, words};
use crate::engine::map::Map;
use crate::import::settings::NAMES;
use crate::options::Options;
use crate::render::element::Element;
use crate::render::xml;
use lol_html::html_content::Element as PageElement;
use lol_html::{HtmlRewriter, Settings, element, end_tag};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

const NAME: &str = "summit-map";
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// The attributes of one element of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// Address of the GeoJSON map.
    pub src: String,
    /// Address of the facts; see [`Placeholder::facts_address`]. Empty where a table of the author's
    /// takes their place.
    pub facts: String,
    /// That table.
    pub own: Option<OwnTable>,
    /// Address of further facts, if there are any.
    pub more: Option<String>,
    /// Language of the element, or else of what it stands in.
    pub language: Option<String>,
    /// Prefix of its fragments, if the page gives one.
    pub prefix: Option<String>,
    /// Whether the page's address holds what the reader has set.
    pub has_links: bool,
    /// Address of the style sheet, `summit-map.css` if the page gives none.
    pub styles: String,
}

/// A table of an author's own, in place of facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTable {
    /// Its address; None where the properties of the features are the rows.
    pub data: Option<String>,
    /// What the attributes say of it, as [`crate::Settings::parse`] reads it. The same lines are
    /// written by `www/summit-map-own.js`, or the page would not know its figure again.
    pub settings: String,
}

/// The attribute that says a setting: of its name, but for one whose name means something in HTML
/// and one that the page says by `lang`.
fn attribute_of(setting: &'static str) -> Option<&'static str> {
    match setting {
        "language" => None,
        "title" => Some("heading"),
        other => Some(other),
    }
}

impl OwnTable {
    /// None where neither a table nor a column is named.
    fn of(element: &PageElement<'_, '_>) -> Option<OwnTable> {
        let read = |name: &str| attribute(element, name).filter(|value| !value.is_empty());
        let data = read("data");
        if data.is_none() && !element.has_attribute("value") {
            return None;
        }
        let mut settings = String::new();
        for name in NAMES {
            if let Some(value) = attribute_of(name).and_then(read) {
                let words: Vec<&str> = value.split_whitespace().collect();
                settings = settings + name + "\t" + &words.join(" ") + "\n";
            }
        }
        Some(OwnTable { data, settings })
    }
}

impl Placeholder {
    /// The settings of a table, with the language in which the page says the rest.
    #[must_use]
    pub fn settings(&self) -> String {
        let own = self.own.as_ref().map(|own| own.settings.as_str()).unwrap_or_default();
        format!("language\t{}\n{own}", self.words().code)
    }

    fn words(&self) -> &'static Locale {
        self.language.as_deref().and_then(words).unwrap_or(&ENGLISH)
    }

    /// The options that the attributes ask for.
    #[must_use]
    pub fn options(&self) -> Options {
        let default = Options::default();
        Options {
            prefix: self.prefix.clone().unwrap_or(default.prefix),
            language: self.language.clone(),
            has_languages: self.facts.contains("{lang}"),
            has_links: self.has_links,
        }
    }

    /// The address of the facts, with `{lang}` replaced by the language of the interface that
    /// the element has, `en` if it has none of them.
    #[must_use]
    pub fn facts_address(&self) -> String {
        self.in_language(&self.facts)
    }

    /// The address of further facts, in the same language.
    #[must_use]
    pub fn more_address(&self) -> Option<String> {
        self.more.as_deref().map(|more| self.in_language(more))
    }

    fn in_language(&self, address: &str) -> String {
        address.replace("{lang}", self.words().code)
    }

    /// Reads the attributes, if there are those that a map needs.
    fn of(element: &PageElement<'_, '_>) -> Option<Self> {
        let read = |name: &str| attribute(element, name);
        let facts = read("facts");
        let own = if facts.is_none() { Some(OwnTable::of(element)?) } else { None };
        Some(Self {
            src: read("src")?,
            facts: facts.unwrap_or_default(),
            own,
            more: read("more"),
            language: read("lang"),
            prefix: read("prefix"),
            has_links: element.has_attribute("deep-links"),
            styles: read("styles").unwrap_or_else(|| "summit-map.css".to_owned()),
        })
    }
}

/// Draws a map into every `<summit-map>` of a page that has `src` and `facts`,
/// or a table in place of facts. `draw` reads the files.
///
/// # Errors
/// Whatever `draw` returns, an element that is not closed, and a page that cannot be read.
pub fn fill<E: From<String>>(
    page: &str,
    mut draw: impl FnMut(&Placeholder) -> Result<Map, E>,
) -> Result<String, E> {
    let mut out = String::with_capacity(page.len() * 2);
    let mut copied = 0;
    for (inside, placeholder) in placeholders(page)? {
        out.push_str(page.get(copied..inside.start).unwrap_or_default());
        contents(&mut out, &draw(&placeholder)?, &placeholder.styles);
        copied = inside.end;
    }
    out.push_str(page.get(copied..).unwrap_or_default());
    Ok(out)
}

/// What stands between the tags of each element that a map is drawn into, in order.
fn placeholders(page: &str) -> Result<Vec<(Range<usize>, Placeholder)>, String> {
    let scopes = scopes(page)?;
    let mut found: Vec<(Range<usize>, Placeholder)> = Vec::new();
    for scope in &scopes {
        let Role::Map(placeholder) = &scope.role else { continue };
        let outer = || scopes.iter().filter(|outer| outer.holds(scope.start));
        let is_replaced = found.last().is_some_and(|(inside, _)| scope.start < inside.end);
        if is_replaced || outer().any(|outer| outer.role == Role::Inert) {
            continue;
        }
        let Some(end) = scope.end else {
            let line = page.get(..scope.start).unwrap_or_default().matches('\n').count() + 1;
            return Err(format!("line {line}: <{NAME}> is not closed; add </{NAME}>"));
        };
        let Some(mut placeholder) = placeholder.clone() else { continue };
        if placeholder.language.is_none() {
            placeholder.language = outer().rev().find_map(|outer| outer.language.clone());
        }
        found.push((scope.inside..end, placeholder));
    }
    Ok(found)
}

/// A part of the page between the tags of one element.
struct Scope {
    /// Where the start tag begins.
    start: usize,
    /// Where it ends.
    inside: usize,
    /// Where the end tag begins, if there is one.
    end: Option<usize>,
    /// Its own `lang`.
    language: Option<String>,
    role: Role,
}

#[derive(Debug, PartialEq, Eq)]
enum Role {
    /// Says a language and nothing else.
    Plain,
    /// The whole page, whose end tag may be missing.
    Page,
    /// What no browser shows: a `<template>` that is not a shadow root.
    Inert,
    /// A `<summit-map>`, with what it asks for.
    Map(Option<Placeholder>),
}

impl Scope {
    /// Whether a place lies in it. Where an element ends that has no end tag cannot be told without
    /// all rules of HTML; it holds nothing, but for those that go on to the end of the page.
    fn holds(&self, place: usize) -> bool {
        let is_before_end = match self.role {
            Role::Page => true,
            Role::Inert => self.end.is_none_or(|end| place < end),
            Role::Plain | Role::Map(_) => self.end.is_some_and(|end| place < end),
        };
        self.inside <= place && is_before_end
    }
}

/// The elements that matter to maps, in the order of their start tags.
fn scopes(page: &str) -> Result<Vec<Scope>, String> {
    let scopes = Rc::new(RefCell::new(Vec::new()));
    let handler = element!("summit-map, template, html, body, [lang]", |element| {
        let tag = element.source_location().bytes();
        let language = attribute(element, "lang");
        let scope =
            Scope { start: tag.start, inside: tag.end, end: None, language, role: role(element) };
        let number = scopes.borrow().len();
        scopes.borrow_mut().push(scope);
        let name = element.tag_name();
        if let Some(handlers) = element.end_tag_handlers() {
            let scopes = Rc::clone(&scopes);
            handlers.push(end_tag!(move |tag| {
                // It is told of the end tag of an outer element, too, if it has none of its own.
                if let Some(scope) = scopes.borrow_mut().get_mut(number)
                    && tag.name() == name
                {
                    scope.end = Some(tag.source_location().bytes().start);
                }
                Ok(())
            }));
        }
        Ok(())
    });
    let settings = Settings::new().append_element_content_handler(handler);
    let mut reader = HtmlRewriter::new(settings, |_: &[u8]| ());
    let read = reader.write(page.as_bytes()).and_then(|()| reader.end());
    read.map_err(|error| format!("the page cannot be read: {error}"))?;
    Ok(scopes.take())
}

fn role(element: &PageElement<'_, '_>) -> Role {
    let name = element.tag_name();
    let is_shadow_root = || {
        let mode = attribute(element, "shadowrootmode").unwrap_or_default();
        ["open", "closed"].iter().any(|known| mode.eq_ignore_ascii_case(known))
    };
    match name.as_str() {
        // Inside of an <svg> it would be another element of that name.
        _ if element.namespace_uri() != HTML => Role::Plain,
        NAME => Role::Map(Placeholder::of(element)),
        "html" | "body" => Role::Page,
        "template" if !is_shadow_root() => Role::Inert,
        _ => Role::Plain,
    }
}

/// The value of an attribute, as a browser reads it.
fn attribute(element: &PageElement<'_, '_>, name: &str) -> Option<String> {
    Some(htmlize::unescape_attribute(element.get_attribute(name)?).into_owned())
}

/// Writes what stands between the tags.
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

    fn draw(element: &Placeholder) -> Result<Map, String> {
        Map::new(MAP, FACTS, element.options()).map_err(|error| error.to_string())
    }

    fn filled(page: &str) -> String {
        fill(page, draw).unwrap_or_else(|error| error)
    }

    /// What `draw` is asked for, for each element that it is asked for.
    fn asked(page: &str) -> Vec<Placeholder> {
        let mut asked = Vec::new();
        let result = fill(page, |element| {
            asked.push(element.clone());
            draw(element)
        });
        result.unwrap();
        asked
    }

    const EMPTY: &str = "<summit-map src=\"a\" facts=\"b\"></summit-map>";

    #[test]
    fn filling_twice_is_filling_once() {
        let page = "<p>a</p><summit-map id=\"m\" src=\"a\" facts=\"b\"></summit-map><p>z</p>";
        let once = filled(page);
        assert!(once.contains("<figure") && once.ends_with("</summit-map><p>z</p>"));
        assert_eq!(filled(&once), once);
    }

    #[test]
    fn two_maps_keep_their_fragments_apart() {
        let page = filled(&format!("{EMPTY}{}", EMPTY.replace("src", "prefix=\"two\" src")));
        assert!(page.contains("href=\"#summit-A\"") && page.contains("href=\"#two-A\""));
        assert_eq!(filled(&page), page);
    }

    #[test]
    fn an_attribute_may_hold_a_greater_than_sign() {
        let page = filled("<summit-map title=\"a > b\" src=\"a\" facts=\"b\"></summit-map>");
        assert!(page.starts_with("<summit-map title=\"a > b\" src=\"a\" facts=\"b\"><template"));
    }

    #[test]
    fn a_value_may_stand_in_single_quotes_or_in_none() {
        let asked = asked("<summit-map src='a b' facts=c.json prefix = x></summit-map>");
        assert_eq!((asked[0].src.as_str(), asked[0].facts.as_str()), ("a b", "c.json"));
        assert_eq!(asked[0].prefix.as_deref(), Some("x"));
    }

    #[test]
    fn a_value_that_looks_like_an_attribute_is_none() {
        let asked =
            asked("<summit-map title='see src=\"no\" deep-links' src=a facts=b></summit-map>");
        assert_eq!((asked[0].src.as_str(), asked[0].has_links), ("a", false));
    }

    #[test]
    fn tags_and_attributes_may_be_in_capitals() {
        let page = "<HTML LANG=\"fr\"><Summit-Map SRC=\"a\" Facts=\"b\"></SUMMIT-MAP></HTML>";
        assert_eq!(asked(page)[0].language.as_deref(), Some("fr"));
        let page = filled(page);
        assert!(page.contains("Facts=\"b\"><template") && page.ends_with("</SUMMIT-MAP></HTML>"));
    }

    #[test]
    fn an_end_tag_may_hold_a_blank() {
        assert!(filled("<summit-map src=a facts=b></summit-map\n>").ends_with("</summit-map\n>"));
    }

    #[test]
    fn entities_in_a_value_are_read() {
        let asked = asked("<summit-map src=\"a?b=1&amp;c=&#50;\" facts='&quot;'></summit-map>");
        assert_eq!((asked[0].src.as_str(), asked[0].facts.as_str()), ("a?b=1&c=2", "\""));
        let page = filled("<summit-map src=a facts=b styles=\"s?a&amp;b\"></summit-map>");
        assert!(page.contains("<link rel=\"stylesheet\" href=\"s?a&amp;b\">"));
    }

    #[test]
    fn what_is_no_element_is_left_alone() {
        for page in [
            format!("<!-- {EMPTY} -->"),
            format!("<script>const a = '{EMPTY}'</script>"),
            format!("<style>/* {EMPTY} */</style>"),
            format!("<textarea>{EMPTY}</textarea>"),
            format!("<title>{EMPTY}</title>"),
            format!("<template><div>{EMPTY}</div></template>"),
            format!("<svg><title>a</title>{}</svg>", EMPTY.replace("></summit-map>", "/>")),
            "<p title='<summit-map src=\"a\" facts=\"b\">'>a</p>".to_owned(),
            "<!-- <summit-map src=a facts=b> is not closed -->".to_owned(),
        ] {
            assert_eq!(filled(&page), page);
            let both = filled(&format!("{page}{EMPTY}"));
            assert!(both.starts_with(&page) && both.contains("<figure"), "{both}");
        }
    }

    #[test]
    fn a_shadow_root_is_shown_and_so_is_a_map_in_it() {
        let page = format!("<p-q><template shadowrootmode=\"open\">{EMPTY}</template></p-q>");
        assert!(filled(&page).contains("<figure"));
    }

    #[test]
    fn all_other_bytes_stay() {
        let before = "\u{feff}<!DOCTYPE  Html>\r\n<BODY\tclass = x >\r\n<p>caf\u{e9} &nbsp<p\n>";
        let after = "\r\n<ul><li>1<li>2</ul >\u{0}</p></x><table><td>&bogus;\n\n";
        let page = filled(&format!("{before}{EMPTY}{after}"));
        assert!(page.starts_with(&format!("{before}<summit-map src=")), "{page}");
        assert!(page.ends_with(&format!("</summit-map>{after}")));
        assert_eq!(filled(&page), page);
    }

    fn address(page: &str) -> String {
        let told = |element: &Placeholder| {
            assert_eq!(element.options().language, element.language);
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
    fn the_language_is_that_of_the_nearest_element_that_says_one() {
        let language = |around: &str| {
            let page = format!("<html lang=pt><body>{}", around.replace('*', EMPTY));
            asked(&page)[0].language.clone().unwrap_or_default()
        };
        assert_eq!(language("*"), "pt");
        assert_eq!(language("<div lang=fr><div lang=es><p>*</p></div></div>"), "es");
        assert_eq!(language("<div lang=fr><i lang=es>a</i>*</div>"), "fr");
        assert_eq!(language("<div lang=fr></div><br lang=es>*"), "pt");
        // The first paragraph ends where the second begins.
        assert_eq!(language("<p lang=fr>a<p>*"), "pt");
        assert_eq!(language("<!-- <html lang=fr> -->*"), "pt");
    }

    #[test]
    fn an_address_without_a_language_is_left_alone() {
        let page = "<summit-map lang=\"fr\" src=\"a\" facts=\"f.json\"></summit-map>";
        assert_eq!(address(page), "f.json");
    }

    #[test]
    fn an_attribute_may_stand_without_a_value() {
        let has = |tag: &str| asked(&EMPTY.replace("<summit-map", tag))[0].has_links;
        assert!(has("<summit-map deep-links") && has("<summit-map deep-links=\"\""));
        assert!(!has("<summit-map data-deep-links") && !has("<summit-map deep-linksx"));
    }

    #[test]
    fn other_elements_are_left_alone() {
        let page =
            "<summit-mapper></summit-mapper><summit-map data-src=\"a\" facts=\"b\">x</summit-map>";
        assert_eq!(filled(page), page);
    }

    #[test]
    fn an_element_that_is_not_closed_is_named_by_its_line() {
        let error = "line 3: <summit-map> is not closed; add </summit-map>";
        assert_eq!(filled("<p>\r\n<p>\n<summit-map src=a facts=b>"), error);
        assert_eq!(filled(&format!("\n\n<summit-map src=a facts=b>{EMPTY}")), error);
        assert_eq!(filled(&format!("\n\n<div><summit-map src=a facts=b></div>{EMPTY}")), error);
        assert_eq!(filled(&format!("{EMPTY}\n\n<summit-map src=a facts=b />")), error);
        assert_eq!(filled("\n\n<summit-map>"), error);
    }

    #[test]
    fn no_page_is_too_broken_to_be_answered() {
        let whole = format!("<!doctype html><html lang=fr><p title='>'>&amp;\u{e9}{EMPTY}<!-- -->");
        for end in (0..=whole.len()).filter(|&end| whole.is_char_boundary(end)) {
            filled(&whole[..end]);
            filled(&whole[end..]);
        }
        let noise =
            "<summit-map <!-- ' \" src= facts=> </ </summit-map <![CDATA[ <svg> &#x110000; <html";
        let words: Vec<&str> = noise.split(' ').collect();
        for start in 0..words.len() {
            let turned = [&words[start..], &words[..start]].concat();
            filled(&turned.join(" "));
            filled(&turned.concat());
        }
    }
}
