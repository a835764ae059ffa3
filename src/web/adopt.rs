//! A page that shows the map already comes to life: nothing is drawn, nothing fetched.

use super::dom;
use super::kept::kept;
use super::widget::Widget;
use crate::content::text;
use crate::geo::unit_box::UnitBox;
use crate::interaction::map_index::MapIndex;
use crate::interaction::message::index::FORMAT;
use crate::interaction::message::text::Reader;
use crate::render::card;
use crate::render::element::Element;

impl Widget {
    /// What the page's figure says of its map. None if there is no figure, if it is of another
    /// version, in another language than `language`, or without its list of facts.
    pub(super) fn page_index(&self, language: &str) -> Option<MapIndex> {
        let text = self.find("figure")?.attribute("data-index")?;
        let mut from = Reader::new(&text);
        if from.text() != FORMAT {
            return None;
        }
        let index = kept(|keep| MapIndex::read(&mut from, keep));
        let is_wanted = index.words.code == language;
        (is_wanted && self.page_list().is_some()).then_some(index)
    }

    /// Makes the figure of the page a live one.
    #[inline(never)]
    pub(super) fn wake(&self) {
        let Some(figure) = self.find("figure") else { return };
        self.edit().original = Some(figure.copy(true));
        figure.mark("data-live", true);
        for control in &self.root.all("[disabled]") {
            control.remove_attribute("disabled");
        }
        for button in &self.root.all("a[data-region]") {
            for (name, value) in BUTTON {
                button.set_attribute(name, value);
            }
        }
        if let Some(map) = self.find(".map") {
            map.set_attribute("tabindex", "-1");
            map.set_attribute("aria-describedby", "help");
        }
        self.add_own();
    }

    /// Puts into the figure what the widget draws by itself: the card, and the layer of outlines,
    /// which lies over the map and moves with it.
    pub(super) fn add_own(&self) {
        if self.find(".outline").is_none()
            && let Some(layers) = self.find(".layers")
        {
            let outline = Element::new("svg;class=outline;aria-hidden=true;data-own=");
            layers.append(&dom::build(&self.document, &outline, false));
        }
        if self.find(".card").is_none()
            && let (Some(figure), Some(stage)) = (self.find("figure"), self.find(".stage"))
        {
            let card = dom::build(&self.document, &card::closed(), false);
            figure.insert(&card, stage.next_sibling().as_ref());
        }
    }

    /// Takes of a figure of the engine what a page shows otherwise that was drawn for several widths:
    /// the map itself, and what makes room for it.
    #[inline(never)]
    pub(super) fn take_over(&self, new: &Element) {
        for class in ["headline", "view", "zoom"] {
            let wanted = new.find(class).and_then(|new| new.attribute("class"));
            if let (Some(wanted), Some(old)) = (wanted, self.find(&text::concat(&[".", class]))) {
                old.set_class(wanted);
            }
        }
        if let (Some(old), Some(new)) = (self.find(".layers"), new.find("layers")) {
            dom::update(&self.document, &old, None, new);
        }
        if let (Some(old), Some(rows)) = (self.find(".table"), new.find("scroll")) {
            old.append(&dom::build(&self.document, rows, false));
        }
    }

    /// Which part of the map the page shows, drawn as it is for several widths. None for a figure
    /// that the engine has drawn.
    pub(super) fn page_shows(&self) -> Option<UnitBox> {
        for stage in &self.map()?.stages {
            let class = text::concat(&[".set.w", &text::digits(stage.class_px)]);
            if self.find(&class).is_some_and(|set| set.rect().width > 0.0) {
                return Some(stage.shown);
            }
        }
        None
    }
}

/// What makes a link to facts the button of a card.
const BUTTON: [(&str, &str); 4] = [
    ("role", "button"),
    ("aria-haspopup", "dialog"),
    ("aria-expanded", "false"),
    ("tabindex", "-1"),
];
