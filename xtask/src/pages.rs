//! The pages of the site: each map in each language, made of one template and a table of texts.
//! They are linked to each other by plain links, so all of them can be reached without scripts.

use crate::process::root;
use crate::texts;
use crate::texts::split::MORE;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use summit_map::LOCALES;

const TEMPLATE: &str = "www/pages/page.html";
const TEXTS: &str = "www/pages/texts.json";

/// The maps that have pages, by their names, and the facts that they show.
const MAPS: [(&str, &str); 3] = [
    ("index", "data/summit-2022.{lang}.json"),
    ("panama-2015", "data/delegations-2015.{lang}.json"),
    ("los-angeles-2022", "data/delegations-2022.{lang}.json"),
];

/// A page of the site.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    name: &'static str,
    facts: &'static str,
    language: &'static str,
}

/// The page that stands at the site's address.
pub(crate) const FIRST: &str = "index.html";

/// All pages, the English ones first in each map.
pub(crate) fn all() -> impl Iterator<Item = Page> {
    let page = |(name, facts)| {
        LOCALES.into_iter().map(move |words| Page { name, facts, language: words.code })
    };
    MAPS.into_iter().flat_map(page)
}

impl Page {
    /// Its file in the site.
    pub(crate) fn file(self) -> String {
        match self.language {
            "en" => format!("{}.html", self.name),
            language => format!("{}.{language}.html", self.name),
        }
    }

    /// The page without its map.
    pub(crate) fn html(self) -> Result<String> {
        let template = fs::read_to_string(root().join(TEMPLATE)).context(TEMPLATE)?;
        let texts = texts::read(TEXTS)?;
        let own = |name: &str| self.text(&texts, &format!("pages/{}/{name}", self.name));
        let general = |name: &str| self.text(&texts, name);
        let parts = [
            ("{language}", self.language.to_owned()),
            ("{title}", own("title")?),
            ("{description}", own("description")?),
            ("{heading}", own("heading")?),
            ("{summits}", general("summits")?),
            ("{languages}", general("languages")?),
            ("{note}", general("note")?),
            ("{alternates}", self.alternates()),
            ("{pages}", self.maps(&texts)?),
            ("{translations}", self.translations()),
            ("{facts}", self.facts.to_owned()),
            ("{more}", self.facts.replace("{lang}", &format!("{MORE}{{lang}}"))),
        ];
        Ok(parts.iter().fold(template, |page, (place, part)| page.replace(place, part)))
    }

    /// A text of the page's language, as it stands in HTML.
    fn text(self, texts: &Value, path: &str) -> Result<String> {
        let text = texts.pointer(&format!("/{}/{path}", self.language)).and_then(Value::as_str);
        let text =
            text.with_context(|| format!("{TEXTS}: no text for {}/{path}", self.language))?;
        Ok(text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;"))
    }

    /// The same map in each language.
    fn in_languages(self) -> impl Iterator<Item = (Page, &'static str)> {
        let page = move |language| Page { language, ..self };
        LOCALES.into_iter().map(move |words| (page(words.code), words.language_name))
    }

    fn alternates(self) -> String {
        let mut out = String::new();
        for (page, _) in self.in_languages() {
            let (language, file) = (page.language, page.file());
            // Writing to a string cannot fail.
            let _ = writeln!(out, r#"<link rel="alternate" hreflang="{language}" href="{file}">"#);
        }
        out
    }

    fn translations(self) -> String {
        let mut out = String::new();
        for (page, name) in self.in_languages() {
            let (language, file) = (page.language, page.file());
            let current = current(page.language == self.language);
            let _ = writeln!(
                out,
                r#"<li><a href="{file}" lang="{language}" hreflang="{language}"{current}>{name}</a></li>"#
            );
        }
        out
    }

    /// Links to the maps in this language.
    fn maps(self, texts: &Value) -> Result<String> {
        let mut out = String::new();
        for (name, facts) in MAPS {
            let page = Page { name, facts, ..self };
            let text = self.text(texts, &format!("pages/{name}/link"))?;
            let (file, current) = (page.file(), current(name == self.name));
            let _ = writeln!(out, r#"<li><a href="{file}"{current}>{text}</a></li>"#);
        }
        Ok(out)
    }
}

fn current(is_current: bool) -> &'static str {
    if is_current { r#" aria-current="page""# } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_page_is_whole() {
        for page in all() {
            let html = page.html().unwrap();
            // The addresses of the facts have the places that the map fills itself.
            assert_eq!(html.matches('{').count(), 2, "{}", page.file());
            assert!(html.contains(&format!("<html lang=\"{}\">", page.language)));
        }
    }

    #[test]
    fn no_two_pages_have_a_file_a_title_or_a_description_in_common() {
        let texts = texts::read(TEXTS).unwrap();
        let pages = all().count();
        let different = |of: &dyn Fn(Page) -> String| all().map(of).collect::<BTreeSet<_>>().len();
        assert_eq!(different(&Page::file), pages);
        for name in ["title", "description", "heading", "link"] {
            let text = |page: Page| {
                let text = page.text(&texts, &format!("pages/{}/{name}", page.name)).unwrap();
                format!("{} {text}", page.language)
            };
            assert_eq!(different(&text), pages, "{name}");
        }
    }

    #[test]
    fn each_page_links_to_every_other_map_and_language() {
        let files: Vec<String> = all().map(Page::file).collect();
        for page in all() {
            let html = page.html().unwrap();
            let links: Vec<&str> = html.split("<a href=\"").skip(1).collect();
            let targets = links.iter().map(|link| link.split('"').next().unwrap().to_owned());
            let targets: Vec<String> = targets.collect();
            assert_eq!(targets.len(), MAPS.len() + LOCALES.len());
            assert!(targets.iter().all(|target| files.contains(target)), "{targets:?}");
            assert_eq!(html.matches("aria-current=\"page\"").count(), 2, "{}", page.file());
        }
    }

    #[test]
    fn the_texts_have_the_same_keys_in_every_language() {
        fn keys(value: &Value, place: &str, found: &mut Vec<String>) {
            match value.as_object() {
                None => found.push(place.to_owned()),
                Some(fields) => {
                    fields
                        .iter()
                        .for_each(|(key, value)| keys(value, &format!("{place}/{key}"), found));
                }
            }
        }
        let texts = texts::read(TEXTS).unwrap();
        let of = |language: &str| {
            let mut found = Vec::new();
            keys(&texts[language], "", &mut found);
            found
        };
        for words in LOCALES {
            assert_eq!(of(words.code), of("en"), "{}", words.code);
        }
    }
}
