//! The shapes of a drawing → elements that all figures of that drawing share.

use crate::render::element::Element;
use crate::scene::{Region, Scene};
use std::rc::Rc;

/// The parts of a drawing that are the same whatever the reader sets. Trees share them, so that
/// no path is written, copied or compared again while the drawing stays.
#[derive(Clone, Debug)]
pub(crate) struct Shapes {
    regions: Vec<Rc<Element>>,
}

impl Shapes {
    /// The shapes of a scene; `anchors` holds for each region the fragment that it links to. In a
    /// live widget a region is a button instead: it opens a popup.
    #[must_use]
    pub(crate) fn new(scene: &Scene, anchors: &[Option<String>], is_live: bool) -> Shapes {
        Shapes::after(scene, anchors, is_live, None)
    }

    /// The same, sharing what has not changed since another scene of the same regions.
    #[must_use]
    pub(crate) fn after(
        scene: &Scene,
        anchors: &[Option<String>],
        is_live: bool,
        before: Option<(&Scene, &Shapes)>,
    ) -> Shapes {
        let insets = || scene.stages.iter().filter(|_| is_live).flat_map(|stage| &stage.insets);
        let is_in_inset = |index: usize| insets().any(|inset| inset.members.contains(&index));
        let draw = |(index, region): (usize, &Region)| {
            let known = before.and_then(|(scene, shapes)| {
                let is_same = scene.regions.get(index)?.is_drawn_like(region);
                is_same.then(|| shapes.regions.get(index).cloned())?
            });
            known.unwrap_or_else(|| {
                Rc::new(draw_region(index, region, anchors, is_live, is_in_inset(index)))
            })
        };
        Shapes { regions: scene.regions.iter().enumerate().map(draw).collect() }
    }

    /// The shape of a region.
    pub(super) fn region(&self, index: usize) -> Option<Rc<Element>> {
        self.regions.get(index).cloned()
    }
}

/// In a live map a region that is found in an inset is a button there; here it is a shape.
fn draw_region(
    index: usize,
    region: &Region,
    anchors: &[Option<String>],
    is_live: bool,
    is_in_inset: bool,
) -> Element {
    let number = index.to_string();
    let shape = Element::new("path")
        .with("id", String::from("r") + &number)
        .with("d", region.outline.path.clone());
    let anchor = anchors.get(index).and_then(Option::as_deref);
    match anchor {
        Some(_) if is_live && !is_in_inset => button(Element::new("a"), index, region, anchors),
        Some(anchor) if !is_live => Element::new("a")
            .with("href", format!("#{anchor}"))
            .with("aria-label", format!("{}: {}", region.name, region.words))
            .with("data-region", number),
        Some(_) | None => Element::new("g;aria-hidden=true").with("data-for", number),
    }
    .child(shape)
}

/// Makes an element the button of a region, which opens its card; without the script it would be
/// a link to the region's facts.
pub(super) fn button(
    element: Element,
    index: usize,
    region: &Region,
    anchors: &[Option<String>],
) -> Element {
    let anchor = anchors.get(index).and_then(Option::as_deref).unwrap_or_default();
    element
        .with("href", format!("#{anchor}"))
        .with("aria-label", format!("{}: {}", region.name, region.words))
        .with("data-region", index.to_string())
        .with("role", "button")
        .with("aria-haspopup", "dialog")
        .with("aria-expanded", "false")
        .with("tabindex", "-1")
}
