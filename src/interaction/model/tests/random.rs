//! Whatever happens in whatever order: nothing panics, and these things hold after every event.
//!
//! 1. The viewport is finite, and one that the reader may have.
//! 2. What is selected, outlined or a tab stop is a region; a tab stop is a focus target.
//! 3. The card and the tip that the effects have left in the page are the model's; the card's
//!    region is selected, outlined, and its button said to have opened it; it has no tip.
//! 4. What was last told to be selected is selected.
//! 5. The outlines in the page are the model's.
//! 6. The marked option is one of those listed; a list always has one, unless it is empty.
//! 7. A timer that is not running changes nothing; one that runs was started.
//! 8. The link that is written is read back, and sets the same state.
//! 9. The category that is shown alone is the legend's.
//! 10. Focus that is in a card or search is given away before that is closed.

use super::*;
use crate::interaction::effect::{Card, Outlined, Tip};
use crate::interaction::event::{Down, Fingers, Phase, Wishes};
use crate::interaction::permalink::{Permalink, read, write};

/// What chooses.
#[cfg_attr(target_arch = "wasm32", allow(dead_code, reason = "fuzzing is native"))]
pub(crate) enum Random<'a> {
    /// Pseudo-random numbers, the same in every run. Source: Marsaglia, "Xorshift RNGs" (2003).
    Seed(u64),
    /// Bytes, from the first to the last; after that always the first choice.
    Bytes(&'a [u8]),
}

impl Random<'_> {
    fn below(&mut self, end: usize) -> usize {
        match self {
            Random::Seed(state) => {
                *state ^= *state << 13;
                *state ^= *state >> 7;
                *state ^= *state << 17;
                usize::try_from(*state % u64::try_from(end).expect("small")).expect("small")
            }
            Random::Bytes(bytes) => {
                let mut next = || {
                    let (first, rest) = bytes.split_first()?;
                    *bytes = rest;
                    Some(usize::from(*first))
                };
                // Two bytes only where one is not enough.
                let number = next().unwrap_or_default();
                let more = if end > 256 { next().unwrap_or_default() << 8 } else { 0 };
                (number | more) % end
            }
        }
    }

    fn is_over(&self) -> bool {
        matches!(self, Random::Bytes([]))
    }

    fn is(&mut self) -> bool {
        self.below(2) == 0
    }

    fn number(&mut self) -> f64 {
        let odd = [0.0, -1e9, 1e9, f64::NAN, f64::INFINITY, 0.5];
        match self.below(12) {
            0 => odd[self.below(odd.len())],
            _ => f64::from(u32::try_from(self.below(1200)).expect("small")),
        }
    }

    fn text<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

fn any_command(random: &mut Random<'_>) -> Command {
    let number = random.below(7);
    let all = [
        Command::ZoomIn,
        Command::ZoomOut,
        Command::Whole,
        Command::Only(number),
        Command::ShowAll,
        Command::Sort(number),
        Command::Open(number),
        Command::Table,
        Command::CopyLink,
        Command::Find,
        Command::Close,
        Command::Grip,
        Command::Previous,
        Command::Next,
    ];
    all[random.below(all.len())]
}

fn part(random: &mut Random<'_>) -> Part {
    let region = random.below(7);
    let all = [
        Part::Region(region),
        Part::Region(region),
        Part::Found(region),
        Part::Search,
        Part::Card,
        Part::Facts,
        Part::Tip,
        Part::Map,
        Part::Stage,
        Part::Other,
        Part::Control(any_command(random)),
    ];
    all[random.below(all.len())]
}

fn random_place(random: &mut Random<'_>) -> Place {
    let width = [800.0, 400.0, 0.0][random.below(3)];
    let stage = Rect { x: random.number(), y: 0.0, width, height: 1000.0 };
    Place { x: random.number(), y: random.number(), stage }
}

const FRAGMENTS: [&str; 7] = [
    "",
    "section",
    "m.show=B&m.hide=yes,angry",
    "m.only=no&m.show=T",
    "m.view=1,999,4000&m.lang=fr",
    "m.show=zz",
    "&=%",
];
const KEYS: [&str; 15] = [
    "Tab",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "Enter",
    "Escape",
    " ",
    "b",
    "é",
    "+",
    "-",
    "0",
];

fn event(random: &mut Random<'_>) -> Event {
    let place = random_place(random);
    let fingers = random.is().then(|| Fingers { middle: place, apart: random.number().max(1.0) });
    match random.below(27) {
        0 => {
            let mut other = index();
            if random.is() {
                other.regions.truncate(3);
                (other.width, other.shown.max.x) = (900, 900);
            }
            new_map(other, random.text(&FRAGMENTS))
        }
        1 => Event::Refined,
        2 => Event::Wishes(Wishes { has_less_motion: random.is() }),
        3 => Event::Select(random.is().then(|| random.below(7))),
        4 | 5 => Event::Hover(part(random), place),
        6 => {
            let touched = random.is().then(|| random.below(7));
            Event::Down(Down { place, is_on_map: random.is(), is_main: random.is(), touched })
        }
        7 => Event::Drag(place, random.number()),
        8 => Event::Release(random.number()),
        9 | 10 => Event::Click(Click {
            part: part(random),
            place: random.is().then_some(place),
            has_modifier: random.below(9) == 0,
            has_shift: random.below(9) == 0,
            has_focus: random.is(),
            tap_ms: random.is().then(|| random.number()),
        }),
        11 => [Event::ClickOutside, Event::WindowResized, Event::Scrolled][random.below(3)].clone(),
        12 => Event::DoubleClick { place, has_shift: random.is() },
        13 => Event::Wheel { place, turned_px: random.number(), is_zoom: random.is() },
        14 => {
            let phase = [Phase::Start, Phase::Move, Phase::End][random.below(3)];
            Event::Touch { phase, fingers, is_on_map: random.is() }
        }
        15 => Event::Focus { part: part(random), is_seen: random.is() },
        16 => Event::Blur(part(random)),
        17 | 18 => Event::Key(Key {
            name: random.text(&KEYS).into(),
            part: part(random),
            has_shift: random.is(),
            at_ms: random.number(),
        }),
        19 => Event::Escape,
        20 => Event::Swipe(random.number() - 600.0),
        21 => match random.is() {
            true => Event::Query(random.text(&["", " ", "b", "land", "xyz"]).into()),
            false => Event::Language(random.text(&["fr", "en"]).into()),
        },
        22 => match random.below(3) {
            0 => Event::Table(random.is()),
            1 => Event::Print,
            _ => Event::Resized(place.stage),
        },
        23 => Event::Address(random.text(&FRAGMENTS).into()),
        24 => focus(part(random)),
        25 => {
            let mut map = index();
            if random.is() {
                map.shown.min.x = -2000;
            }
            Event::Reframed(Rc::new(map))
        }
        _ => Event::TimerFired(Timer::ALL[random.below(4)]),
    }
}

/// What the effects have left in the page.
#[derive(Debug, Default)]
struct Page {
    card: Option<Card>,
    tip: Option<Tip>,
    outline: Outlined,
    expanded: Option<usize>,
    tab_stop: Option<usize>,
    selected: Option<usize>,
    has_search: bool,
    hits: Option<Vec<usize>>,
    active: Option<usize>,
    running: [bool; 4],
    /// Whether the focus is in what was closed meanwhile.
    is_lost: bool,
}

impl Page {
    /// `focus` is what has the focus before the effect, and after it if it does not move it.
    fn carry_out(&mut self, effect: &Effect, focus: Part) {
        match effect {
            Effect::Picture(Picture::Card(card)) => {
                self.card = *card;
                self.is_lost |= card.is_none() && focus == Part::Card;
            }
            Effect::Picture(Picture::Tip(tip)) => self.tip = *tip,
            Effect::Picture(Picture::Outline(outlined)) => self.outline = *outlined,
            Effect::ShowSearch(is_shown) => {
                self.has_search = *is_shown;
                self.is_lost |= !is_shown && focus == Part::Search;
            }
            Effect::Focus(_) => self.is_lost = false,
            Effect::Expanded { from, to } => {
                assert_eq!(*from, self.expanded);
                self.expanded = *to;
            }
            Effect::TabStop { from, to } => {
                assert_eq!(*from, self.tab_stop);
                self.tab_stop = *to;
            }
            Effect::Selected(region) => self.selected = *region,
            Effect::ShowHits(hits) => (self.hits, self.active) = (Some(hits.clone()), None),
            Effect::HideHits => (self.hits, self.active) = (None, None),
            Effect::ActiveHit { from, to } => {
                assert_eq!(*from, self.active);
                self.active = Some(*to);
            }
            Effect::StartTimer { timer, delay_ms } => {
                assert!(*delay_ms > 0);
                self.running[timer.index()] = true;
            }
            Effect::StopTimer(timer) => self.running[timer.index()] = false,
            _ => {}
        }
    }

    fn check(&self, model: &Model) {
        let Some(map) = &model.index else { return };
        let count = map.regions.len();
        let viewport = model.reader().viewport;
        assert!(viewport.middle.x.is_finite() && viewport.middle.y.is_finite());
        let again = viewport.clamped(&map.frame());
        assert!((again.middle.x - viewport.middle.x).abs() < 1e-6 && again.zoom == viewport.zoom);
        let Outlined { selected, pointed } = model.outlined();
        for region in [model.selected(), selected, pointed, model.tab_stop, self.expanded] {
            assert!(region.is_none_or(|region| region < count), "{region:?}");
        }
        let is_target = |region: usize| map.regions[region].is_focus_target;
        assert!(model.tab_stop.is_some_and(is_target));
        assert_eq!(self.tab_stop, model.tab_stop);
        assert_eq!(self.card.map(|card| card.region), model.selected());
        assert_eq!(self.card.is_some_and(|card| card.is_pulled), model.is_pulled);
        // As texts, for a place may be no number.
        assert_eq!(format!("{:?}", self.tip), format!("{:?}", model.tip));
        let tip = self.tip.map(|tip| tip.region);
        assert!(tip.is_none() || tip != model.selected());
        assert_eq!((self.expanded, self.selected), (model.selected(), model.selected()));
        assert_eq!(self.outline, model.outlined());
        assert!(selected == model.selected() && (pointed.is_none() || pointed != selected));
        let search = &model.search;
        assert_eq!((self.has_search, &self.hits), (search.is_shown, &search.hits));
        assert_eq!(self.active, search.active);
        let hits = search.hits.as_deref().unwrap_or_default();
        assert_eq!(search.active.is_some(), !hits.is_empty());
        assert!(search.active.is_none_or(|active| active < hits.len()));
        assert!(!self.is_lost, "the focus was in what is gone");
        assert!(hits.iter().all(|&hit| hit < count));
        assert_eq!(self.running, model.running);
        let only = model.reader().filter.only();
        assert!(only.is_none_or(|only| map.has_category(only)));
    }
}

/// A link is read back, and a new widget that follows it is in the same state.
fn check_link(model: &Model, link: &Permalink) {
    let Some(map) = &model.index else { return };
    let fragment = write("", "m", link);
    assert_eq!(read(&fragment, "m").unwrap_or_default(), *link);
    let mut other = Model::new(model.home_language.clone());
    other.update(new_map((**map).clone(), &fragment));
    assert_eq!(other.selected(), model.selected());
    assert_eq!(other.reader().filter, model.reader().filter);
    if model.running(Timer::Rest) {
        // It is written anew when the map has come to rest.
        return;
    }
    let (a, b) = (model.reader().viewport, other.reader().viewport);
    // A place in the sea beside the map is told as the edge of the map.
    let is_near = |a: f64, b: f64, length: i32| {
        let length = f64::from(length);
        (a.clamp(0.0, length) - b.clamp(0.0, length)).abs() <= length / 500.0
    };
    assert!((a.zoom - b.zoom).abs() < 0.011, "{} {}", a.zoom, b.zoom);
    assert!(
        is_near(a.middle.x, b.middle.x, map.width) && is_near(a.middle.y, b.middle.y, map.height)
    );
}

/// Sends so many events, and checks after each what always holds.
pub(crate) fn run(random: &mut Random<'_>, steps: usize, name: &str) {
    let (mut model, mut page) = (Model::new(None), Page::default());
    for step in 0..steps {
        if random.is_over() {
            return;
        }
        let event = event(random);
        let what = format!("{name}, step {step}: {event:?}");
        let is_idle = matches!(&event, Event::TimerFired(timer) if !page.running[timer.index()]);
        if let Event::TimerFired(timer) = &event {
            page.running[timer.index()] = false;
        }
        let focus = match (&event, model.focus) {
            // The page leads the focus on by itself.
            (Event::Click(Click { part: Part::Facts, .. }), _) => Part::Other,
            (Event::Focus { part, .. }, _) => *part,
            (Event::Blur(_), _) => Part::Other,
            (_, focus) => focus,
        };
        let effects = model.update(event);
        assert!(!is_idle || effects.is_empty(), "{what}");
        let checked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            effects.iter().for_each(|effect| page.carry_out(effect, focus));
            page.check(&model);
            let last = effects.iter().rev().find_map(|effect| match effect {
                Effect::WriteLink { link, .. } => Some(link),
                _ => None,
            });
            if let Some(link) = last {
                check_link(&model, link);
            }
        }));
        assert!(checked.is_ok(), "{what} gave {effects:?}");
    }
}

#[test]
fn no_order_of_events_breaks_what_always_holds() {
    for seed in 1..=300_u64 {
        let mut random = Random::Seed(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        run(&mut random, 150, &format!("seed {seed}"));
    }
}
