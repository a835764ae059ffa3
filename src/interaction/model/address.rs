//! The address of the page holds what the reader has set, where the embedder asks for it.

use super::Model;
use crate::content::locale::speaks;
use crate::content::text;
use crate::geo::projection::Point;
use crate::geo::viewport::Viewport;
use crate::interaction::effect::{Effect, Timer};
use crate::interaction::filter::Filter;
use crate::interaction::map_index::MapIndex;
use crate::interaction::permalink::{self, Permalink, PermalinkView};

impl Model {
    /// What the reader has set, as a link holds it.
    #[must_use]
    pub(super) fn link(&self, map: &MapIndex) -> Permalink {
        let only = self.reader.filter.only();
        let only = map.categories.iter().find(|(number, _)| Some(*number) == only);
        let Viewport { middle, zoom } = self.reader.viewport;
        let view = PermalinkView {
            x: part(middle.x, map.width),
            y: part(middle.y, map.height),
            zoom: whole(zoom * 100.0),
        };
        let selected = self.card.and_then(|region| map.regions.get(region));
        Permalink {
            selected: selected.map(|region| region.id.clone()),
            only: only.map(|(_, id)| id.clone()),
            hidden: Vec::new(),
            view: view.checked(),
            language: self.language.clone().filter(|_| self.language != self.home_language),
        }
    }

    /// What a fragment says about the map, if it says anything.
    pub(super) fn link_in(map: &MapIndex, fragment: &str) -> Option<Permalink> {
        let mut link = permalink::read(fragment, map.link_prefix.as_deref()?)?;
        // Links of before named what was hidden; what is shown can be one category by now.
        let hidden = std::mem::take(&mut link.hidden);
        let mut shown = Vec::new();
        for (_, id) in &map.categories {
            if !hidden.contains(id) {
                shown.push(id);
            }
        }
        if let ([id], false) = (shown.as_slice(), hidden.is_empty()) {
            link.only = Some((*id).clone());
        }
        Some(link)
    }

    /// Sets what a link says; what it does not say is set as at the start.
    pub(super) fn set_view(&mut self, map: &MapIndex, link: &Permalink) {
        let only = link.only.as_deref().and_then(|id| map.category_of(id));
        self.reader.filter = Filter::showing(only);
        self.reader.viewport = link.view.map_or(Viewport::whole(&map.frame()), |view| {
            let at = |part: u32, length: i32| f64::from(part) / 1000.0 * f64::from(length);
            let middle = Point { x: at(view.x, map.width), y: at(view.y, map.height) };
            Viewport { middle, zoom: f64::from(view.zoom) / 100.0 }.clamped(&map.frame())
        });
    }

    /// Sets card and language of a link. The address says it already and is left alone.
    pub(super) fn set_selected(&mut self, map: &MapIndex, link: &Permalink) {
        self.is_restoring = true;
        self.select(map, link.selected.as_deref().and_then(|id| map.find(id)));
        self.is_restoring = false;
        let known = link.language.clone().filter(|tag| speaks(tag));
        let language = known.or_else(|| self.home_language.clone());
        if language != self.language {
            self.language.clone_from(&language);
            self.push(Effect::SetLanguage(language));
        }
    }

    /// The address has changed by another hand: back, forward, a link.
    #[inline(never)]
    pub(super) fn follow(&mut self, map: &MapIndex, fragment: &str) {
        if map.link_prefix.is_none() {
            return;
        }
        let link = Self::link_in(map, fragment);
        // A link to a place in the page says nothing about the map.
        if link.is_none() && !fragment.is_empty() && text::cut(fragment, b'=').is_none() {
            return;
        }
        let link = link.unwrap_or_default();
        if link != self.link(map) {
            self.stop(Timer::Rest);
            self.set_view(map, &link);
            self.set_selected(map, &link);
            self.come_to_rest(map);
        }
    }

    /// Writes what the reader has set into the address.
    pub(super) fn remember(&mut self, map: &MapIndex, is_step: bool) {
        if let Some(prefix) = map.link_prefix.clone().filter(|_| !self.is_restoring) {
            let link = self.link(map);
            self.push(Effect::WriteLink { prefix, link, is_step });
        }
    }

    /// A choice of the list of languages: the element loads its facts in that language.
    pub(super) fn choose_language(&mut self, map: &MapIndex, tag: String) {
        self.language = Some(tag.clone());
        self.push(Effect::SetLanguage(Some(tag)));
        self.remember(map, false);
    }
}

/// A place in thousandths of a length.
fn part(place: f64, length: i32) -> u32 {
    whole(place / f64::from(length) * 1000.0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and a place in the drawing is not negative"
)]
fn whole(value: f64) -> u32 {
    (value + 0.5).floor() as u32
}
