//! The whole widget: headline, legend, map, links, table.

use super::drawing::Figure;
use super::view_box::{room, view_box};
use super::{control, legend, search, stage, svg, table};
use crate::layout::stage::{Arrangement, Stage};
use crate::render::element::Element;
use crate::scene::Scene;

/// The figure.
#[must_use]
pub(crate) fn figure(figure: &Figure<'_>) -> Element {
    let (language, words, is_live) = (figure.facts_language, figure.words, figure.is_live);
    let element = Element::new("figure;class=summit-map")
        .with("lang", words.code)
        .child(headline(figure))
        .child(legend::legend(figure.legend, figure.scene, language, words, is_live))
        .child(map_stage(figure));
    let element = match is_live {
        true => element.with("data-live", ""),
        false => element,
    };
    element
        .child(control::links(figure, is_live))
        .child(table::table(figure.table.cloned(), words))
        .child(Element::new("p;class=said;role=status"))
}

fn headline(figure: &Figure<'_>) -> Element {
    let texts = figure.headline;
    // On a page that is drawn for several widths it is there for all of those or for none. Beside a
    // cluster of small regions the sea is wide enough if it is so at one of them.
    let is_on_sea = |scene: &Scene| {
        let mut stages = scene.stages.iter();
        let is_wide = |stage: &&Stage| stage.size.arrangement >= Arrangement::Laptop;
        let has_room = scene.stages.iter().any(|stage| stage.has_headline);
        has_room
            && (scene.cluster.is_some()
                || stages.all(|stage| stage.has_headline || !is_wide(&stage)))
    };
    let class = if is_on_sea(figure.scene) { "headline on-sea" } else { "headline" };
    let mut caption = Element::new("figcaption").with("class", class).with("part", "title");
    if !texts.kicker.is_empty() {
        let kicker = Element::new("p;class=kicker").in_language(figure.facts_language);
        caption = caption.child(kicker.text(texts.kicker.clone()));
    }
    let mut title = Element::new("h2").in_language(figure.facts_language);
    for (index, sentence) in texts.sentences.iter().enumerate() {
        let before = if index == 0 { "" } else { " " };
        title = title.text(before).child(Element::new("span").text(sentence.clone()));
    }
    let finding = Element::new("p;class=finding").in_language(figure.facts_language);
    let finding = legend::in_two_lengths(finding, &texts.finding, &texts.finding_short);
    caption.child(title).child(finding)
}

/// The map, with what lies over it.
fn map_stage(figure: &Figure<'_>) -> Element {
    let (scene, words) = (figure.scene, figure.words);
    let live_stage = scene.stages.first().filter(|_| figure.is_live);
    let map = svg::map(figure, live_stage).in_language(figure.facts_language);
    let mut main = Element::new("div;class=main");
    let mut docks = Vec::new();
    if figure.is_live {
        // What a part of the map is drawn over is the docked insets too.
        let docked = live_stage.filter(|_| scene.is_whole).and_then(Stage::docked_area);
        let area = match (live_stage, docked) {
            (Some(stage), Some(_)) => stage.area,
            (_, _) => scene.shown(),
        };
        main = main.child(map).child(room(area, "room"));
        docks.extend(docked.map(|docked| room(docked, "room")));
    } else {
        main = main.children(scene.stages.iter().map(stage::ground)).child(map);
        for stage in &scene.stages {
            main = main.child(stage::set(figure, stage));
            let class = stage.size.class_px();
            docks.extend(stage.docked_area().map(|docked| room(docked, &format!("dock w{class}"))));
        }
    }
    // What a gesture moves: a box, for a drawing that is moved itself is laid out in layers anew.
    // The room that is taken comes before what fills it: a page is shown while it still arrives.
    let layers = match figure.is_live {
        // What the outlines lie over.
        true => Element::new("div;class=layers").with("data-shown", view_box(scene.shown())),
        false => Element::new("div;class=layers"),
    };
    let layers = layers.children(docks).child(main);
    let hint = |class| Element::new("p").with("class", class);
    let view = Element::new("div")
        .with("class", if scene.is_whole { "view" } else { "view zoomed" })
        .child(layers)
        .child(hint("hint").with("aria-hidden", "true"))
        .child(hint("help").with("id", "help").text(words.help));
    Element::new("div;class=stage;part=map")
        .child(view)
        .child(control::zoom(
            words,
            scene.is_whole,
            live_stage.or(scene.stages.last()),
            figure.is_live,
        ))
        .child(search::field(words))
}
