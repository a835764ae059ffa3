//! Texts of a page: its markup, its address, what stands in it for the widget.

use super::{FACTS, MAP};
use crate::content::locale::ENGLISH;
use crate::interaction::event::{Event, NewMap};
use crate::interaction::map_index::MapIndex;
use crate::interaction::message::keep::Keep;
use crate::interaction::message::text::{Reader, Writer};
use crate::interaction::model::Model;
use crate::interaction::permalink::{read, write};
use crate::layout::rect::Rect;
use crate::{Map, Options, prerender};
use std::rc::Rc;

thread_local! {
    static SMALL: Option<Map> = {
        let map = Map::new(MAP.as_bytes(), FACTS.as_bytes(), Options::default()).ok();
        // Laid out once: a map that is cloned keeps its stages.
        map.inspect(|map| drop(map.scene().clone()))
    };
}

/// A page of an embedder. To fill a filled page changes nothing, unless what it had between the tags
/// before was a template that is not closed, which hides the rest of the page.
pub(super) fn page(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    // A hundred maps say no more than two.
    if text.matches("<summit-map").count() > 4 {
        return;
    }
    let fill = |page: &str| {
        prerender(page, |_| SMALL.with(|map| map.clone().ok_or_else(|| "no map".to_owned())))
    };
    if let Ok(filled) = fill(&text)
        && !text.contains("<template")
    {
        let again = fill(&filled).expect("a filled page is a page");
        assert!(again == filled, "filling again changes the page");
    }
}

/// The fragment of an address. What is read and written is read again, and what is another map's
/// stays.
pub(super) fn link(bytes: &[u8]) {
    let fragment = String::from_utf8_lossy(bytes);
    let Some(mut link) = read(&fragment, "m") else { return };
    let written = write(&fragment, "m", &link);
    // Links of before are read and never written; a view beyond the map is written as its edge.
    link.hidden.clear();
    let again = read(&written, "m").unwrap_or_default();
    assert_eq!((&again.selected, &again.only), (&link.selected, &link.only));
    assert_eq!(again.language, link.language);
    assert_eq!(write(&written, "m", &again), written);
    let others = |text: &str| -> Vec<String> {
        let parts = text.split('&').filter(|part| !part.starts_with("m.") && !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    assert_eq!(others(&written), others(&fragment));
}

/// What is to be known of a map, as a page holds it: written as it was read, and fit to be used.
pub(super) fn index(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    // What is kept stays for as long as a page does; one for each run would fill the memory.
    let mut keep = Keep::default();
    let index = MapIndex::read(&mut Reader::new(&text), &mut keep);
    let mut first = Writer::default();
    index.write(&mut first);
    let first = first.finish();
    let again = MapIndex::read(&mut Reader::new(&first), &mut keep);
    let mut second = Writer::default();
    again.write(&mut second);
    assert_eq!(second.finish(), first);
    let index = Rc::new(MapIndex { words: &ENGLISH, ..index });
    let stage = Rect { x: 0.0, y: 0.0, width: 800.0, height: 600.0 };
    let mut model = Model::new(None);
    model.update(Event::Map(NewMap {
        index: Rc::clone(&index),
        stage,
        fragment: "m.show=A&m.view=100,900,700".into(),
        language: None,
    }));
    model.update(Event::Reframed(Rc::clone(&index)));
    for region in 0..index.regions.len().min(8) {
        model.update(Event::Select(Some(region)));
        assert_eq!(model.selected(), Some(region));
    }
    model.update(Event::Query("a".into()));
    model.update(Event::Resized(stage));
}
