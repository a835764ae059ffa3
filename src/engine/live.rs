//! The map while it is read: zoomed, filtered, sorted, searched.

use super::map::Map;
use crate::content::data_table::Sort;
use crate::content::search::{SearchEntry, search};
use crate::geo::frame::UnitPoint;
use crate::geo::projection::Point;
use crate::geo::viewport::Viewport;
use crate::interaction::command::Command;
use crate::interaction::filter::Filter;
use crate::interaction::permalink::{Permalink, PermalinkView};
use crate::interaction::reader_state::ReaderState;
use crate::interaction::zoom_target::ZoomTarget;
use crate::render::element::Element;
use crate::render::live::LiveState;
use crate::scene::Region;
use crate::scene::view_scene::{ViewScene, detail_px};

impl Map {
    /// What is set when nobody has set anything.
    #[must_use]
    pub fn state(&self) -> ReaderState {
        ReaderState {
            viewport: Viewport::whole(self.frame()),
            filter: Filter::default(),
            sort: Sort::default(),
            has_patterns: false,
        }
    }

    /// Draws what a viewport shows, for a drawing of this width.
    #[must_use]
    pub fn draw(&self, viewport: &Viewport, width_px: i32) -> ViewScene {
        let widths = (width_px, detail_px(width_px));
        ViewScene::new(&self.levels, &self.facts, &self.frame, *viewport, widths)
    }

    /// Everything that a live widget shows.
    #[must_use]
    pub fn live_figure(&self, drawn: &ViewScene, state: &ReaderState) -> Element {
        let receding: Vec<bool> =
            self.whole.regions.iter().map(|r| self.recedes(r.row, &state.filter)).collect();
        let live = LiveState {
            filter: &state.filter,
            receding: &receding,
            labels: &drawn.labels,
            label_size: drawn.label_size,
            has_patterns: state.has_patterns,
        };
        self.figure_of(&drawn.scene, state.sort, Some(&live))
    }

    fn recedes(&self, row: Option<usize>, filter: &Filter) -> bool {
        let legend = || self.legend.iter().map(|item| item.category);
        let mine = self.facts.status(row).iter().copied();
        filter.recedes(mine.filter(|&category| legend().any(|other| other == category)))
    }

    /// Carries out an action on what is set; returns what to say about it.
    #[must_use]
    pub fn set(&self, state: &mut ReaderState, action: Command) -> Option<String> {
        let all: Vec<usize> = self.legend.iter().map(|item| item.category).collect();
        match action {
            Command::Toggle(category) => state.filter.toggle(category),
            Command::Only(category) => state.filter.only(category, &all),
            Command::ShowAll => state.filter.clear(),
            Command::Sort(column) => {
                state.sort = state.sort.pressed(column);
                return None;
            }
            Command::Patterns => {
                state.has_patterns = !state.has_patterns;
                return None;
            }
            Command::ZoomIn
            | Command::ZoomOut
            | Command::Whole
            | Command::Pan(_)
            | Command::ZoomHere
            | Command::Open(_)
            | Command::CopyLink => return None,
        }
        let rows = self.facts.regions.iter().enumerate();
        let rows = rows.filter(|(_, region)| self.facts.takes_part(region));
        let shown = |(row, _): &(usize, _)| !self.recedes(Some(*row), &state.filter);
        Some(self.words.shown_of(rows.clone().filter(shown).count(), rows.count()))
    }

    /// The middle of a region in parts of what a viewport shows; outside of 0 to 1 if it does not
    /// show it.
    #[must_use]
    pub fn place_of(&self, region: usize, viewport: &Viewport) -> Option<Point> {
        let UnitPoint { x, y } = self.whole.regions.get(region)?.outline.center;
        Some(viewport.place(Point { x: f64::from(x), y: f64::from(y) }, self.frame()))
    }

    /// The viewport around regions, which fill that part of it; None for none.
    fn around(&self, regions: &[usize], filled: f64) -> Option<Viewport> {
        let outlines = regions.iter().filter_map(|&region| self.whole.regions.get(region));
        let boxes = outlines.map(|region| (region.outline.min, region.outline.max));
        let (min, max) = boxes.reduce(|(min, max), (other_min, other_max)| {
            (
                UnitPoint { x: min.x.min(other_min.x), y: min.y.min(other_min.y) },
                UnitPoint { x: max.x.max(other_max.x), y: max.y.max(other_max.y) },
            )
        })?;
        Some(Viewport::around(min, max, filled, self.frame()))
    }

    /// The viewport of a region, with its neighbours.
    #[must_use]
    pub fn near(&self, region: usize) -> Option<Viewport> {
        self.around(&[region], 0.55)
    }

    /// The viewport of a goal; None if none of its regions is on the map.
    #[must_use]
    pub fn goal(&self, goal: ZoomTarget) -> Option<Viewport> {
        let regions = self.whole.regions.iter().enumerate();
        let area = match goal {
            ZoomTarget::Area(area) => Some(self.facts.areas.get(area)?),
            ZoomTarget::Group(_) => None,
        };
        let is_meant = |region: &Region| match (goal, area) {
            (ZoomTarget::Group(category), _) => self.facts.status(region.row).contains(&category),
            (ZoomTarget::Area(_), area) => {
                area.is_some_and(|area| area.regions.contains(&region.id))
            }
        };
        let mine = regions.filter(|(_, region)| is_meant(region)).map(|(index, _)| index);
        self.around(&mine.collect::<Vec<_>>(), 0.86)
    }

    /// Regions that match what was typed, best first, at most `most`.
    #[must_use]
    pub fn find(&self, query: &str, most: usize) -> Vec<usize> {
        let regions = self.whole.regions.iter().enumerate();
        let places: Vec<SearchEntry<'_>> = regions
            .map(|(index, region)| SearchEntry {
                region: index,
                name: &region.name,
                id: &region.id,
                also: self.facts.names_of(&region.id),
            })
            .collect();
        search(&places, query, most)
    }

    /// Begins the keys of the page's address; None where the embedder did not ask for links.
    #[must_use]
    pub fn link_prefix(&self) -> Option<&str> {
        self.options.has_links.then_some(self.options.prefix.as_str())
    }

    /// What is set, as a link holds it.
    #[must_use]
    pub fn link(
        &self,
        state: &ReaderState,
        selected: Option<usize>,
        language: Option<String>,
    ) -> Permalink {
        let id = |category: &usize| Some(self.facts.categories.get(*category)?.id.clone());
        let Viewport { middle, zoom } = state.viewport;
        let view = PermalinkView {
            x: part(middle.x, self.whole.width),
            y: part(middle.y, self.whole.height),
            zoom: whole(zoom * 100.0),
        };
        Permalink {
            selected: selected.and_then(|region| Some(self.whole.regions.get(region)?.id.clone())),
            hidden: state.filter.hidden().iter().filter_map(id).collect(),
            view: (!state.viewport.is_whole()).then_some(view),
            language,
        }
    }

    /// What a link sets, apart from popup and language; the rest stays as it was.
    #[must_use]
    pub fn restored(&self, link: &Permalink, before: ReaderState) -> ReaderState {
        let index = |id: &String| {
            let category = self.facts.categories.iter().position(|c| c.id == *id)?;
            self.legend.iter().any(|item| item.category == category).then_some(category)
        };
        let viewport = link.view.as_ref().map_or(Viewport::whole(self.frame()), |view| {
            let at = |part: u32, length: i32| f64::from(part) / 1000.0 * f64::from(length);
            let middle =
                Point { x: at(view.x, self.whole.width), y: at(view.y, self.whole.height) };
            Viewport { middle, zoom: f64::from(view.zoom) / 100.0 }.clamped(self.frame())
        });
        let filter = Filter::hiding(link.hidden.iter().filter_map(index).collect());
        ReaderState { viewport, filter, ..before }
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
    libm::round(value) as u32
}
