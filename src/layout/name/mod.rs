//! Where the names of one panel stand: of the places that each could have, the cheapest set in
//! which no two are in each other's way. Names are set one after another, and then again and again
//! each that could have a better place takes it, if those in its way find others. Source of the
//! order of places, and of keeping a name on land or in the sea as a whole: Imhof, "Positioning
//! names on maps" (1975).

mod spots;

use crate::geo::frame::UnitPoint;
use crate::geo::unit_box::UnitBox;
use crate::layout::panel::Panel;
use crate::layout::shapes::{Extent, Subject};
use crate::layout::stage::{Align, Dot, Name, Rank};
use crate::layout::text::Block;

pub(crate) use spots::{Fonts, length};

/// Height of the row of a name that is all that a small region has to be hit, in tenths of a CSS
/// pixel. Source: WCAG 2.2, 2.5.8 Target size.
pub(crate) const TARGET: i32 = 240;
/// Most leaders of a stage.
pub(crate) const MOST_LEADERS: usize = 10;
/// Free space around a name in tenths of a CSS pixel.
const GAP: i32 = 20;
/// How often all names may look for a better place,
const ROUNDS: usize = 6;
/// at how many places each,
const MOST_TRIED: usize = 200;
/// and from how many others they may take theirs.
const MOST_MOVED: usize = 3;

/// A place that a name could have.
#[derive(Clone, Copy, Debug)]
struct Spot {
    /// Which of the blocks of its region.
    block: usize,
    area: UnitBox,
    /// The area with its share of what answers for the region in the sea.
    row: UnitBox,
    align: Align,
    /// The middle of what it names.
    from: UnitPoint,
    is_inside: bool,
    leader: Option<(UnitPoint, UnitPoint)>,
    cost: i32,
}

/// A region that is to be named.
#[derive(Clone, Debug)]
struct Wish {
    region: usize,
    rank: Rank,
    size: i32,
    blocks: Vec<Block>,
    /// The cheapest first.
    spots: Vec<Spot>,
    /// What it costs to leave the name out.
    without: i32,
    /// Whether the name's row is needed to hit the region.
    needs_row: bool,
    chosen: Option<usize>,
}

impl Wish {
    fn spot(&self) -> Option<&Spot> {
        self.spots.get(self.chosen?)
    }

    fn cost(&self) -> i32 {
        self.spot().map_or(self.without, |spot| spot.cost)
    }
}

/// Names these regions of a panel, with so many leaders at most. Returns the names, and the regions
/// that found no place.
pub(crate) fn names(
    panel: &Panel,
    subjects: &[Subject<'_>],
    extents: &[Option<Extent>],
    regions: &[usize],
    dots: &[Dot],
    fonts: &Fonts,
    leaders: usize,
) -> (Vec<Name>, Vec<usize>) {
    let mut wishes = Vec::new();
    for &region in regions {
        wishes.extend(spots::wish(panel, subjects, extents, region, dots, fonts));
    }
    let mut room = Room { gap: panel.px(GAP), leaders, wishes };
    room.settle();
    let is_missing = |wish: &Wish| wish.chosen.is_none() && wish.rank != Rank::Territory;
    if room.wishes.iter().any(is_missing) {
        // Closer together, they are hit by other means.
        room.wishes.iter_mut().for_each(|wish| wish.needs_row = false);
        room.settle();
    }
    #[cfg(test)]
    room.explain(subjects);
    let (mut names, mut left) = (Vec::new(), Vec::new());
    for wish in room.wishes {
        let (Some(spot), region) = (wish.spot().copied(), wish.region) else {
            left.push(wish.region);
            continue;
        };
        let Some(block) = wish.blocks.into_iter().nth(spot.block) else { continue };
        let (area, align, is_inside, leader) = (spot.area, spot.align, spot.is_inside, spot.leader);
        let (lines, note, size, rank) = (block.lines, block.note, wish.size, wish.rank);
        let target = (!is_inside && rank != Rank::Territory).then_some(spot.row);
        names.push(Name {
            region,
            lines,
            note,
            area,
            align,
            size,
            rank,
            is_inside,
            leader,
            target,
        });
    }
    (names, left)
}

/// A panel while it fills with names.
struct Room {
    gap: i32,
    leaders: usize,
    wishes: Vec<Wish>,
}

#[cfg(test)]
impl Room {
    fn explain(&self, subjects: &[Subject<'_>]) {
        let Ok(who) = std::env::var("WHO") else { return };
        for (index, wish) in self.wishes.iter().enumerate() {
            let name = subjects[wish.region].forms[0].unwrap_or("");
            if who != "all" && !who.split(',').any(|w| name == w) {
                continue;
            }
            println!(
                "    {name}: spots {} cost {} leader {:?} needs_row {}",
                wish.spots.len(),
                wish.cost(),
                wish.spot().map(|s| s.leader.is_some()),
                wish.needs_row
            );
            if who == "all" {
                continue;
            }
            for spot in wish.spots.iter().take(7) {
                let by: Vec<&str> = self
                    .in_the_way(index, spot)
                    .map(|o| subjects[self.wishes[o].region].forms[0].unwrap_or(""))
                    .collect();
                println!(
                    "      cost {} block {} inside {} leader {} by {by:?} at {:?}",
                    spot.cost,
                    spot.block,
                    spot.is_inside,
                    spot.leader.is_some(),
                    spot.area.min
                );
            }
        }
    }
}

impl Room {
    fn settle(&mut self) {
        // Those that have the fewest places first, or others would take them.
        let mut order: Vec<usize> = Vec::new();
        for (index, wish) in self.wishes.iter().enumerate() {
            let later = |other: &usize| {
                self.wishes.get(*other).is_some_and(|other| {
                    (wish.without, other.spots.len()) > (other.without, wish.spots.len())
                })
            };
            let place = order.iter().position(later).unwrap_or(order.len());
            order.insert(place, index);
        }
        for &index in &order {
            if self.wishes.get(index).is_some_and(|wish| wish.chosen.is_none()) {
                let best = self.best(index);
                self.choose(index, best);
            }
        }
        for _ in 0..ROUNDS {
            let mut has_changed = false;
            for &index in &order {
                has_changed |= self.improve(index);
            }
            if !has_changed {
                return;
            }
        }
    }

    fn choose(&mut self, index: usize, spot: Option<usize>) {
        if let Some(wish) = self.wishes.get_mut(index) {
            wish.chosen = spot;
        }
    }

    /// The cheapest place of a name that nothing is in the way of.
    fn best(&self, index: usize) -> Option<usize> {
        let wish = self.wishes.get(index)?;
        let may_lead = self.leaders_but(index) < self.leaders;
        wish.spots.iter().position(|spot| {
            (may_lead || spot.leader.is_none()) && self.in_the_way(index, spot).next().is_none()
        })
    }

    /// How many names but this one have a leader.
    fn leaders_but(&self, index: usize) -> usize {
        let others = self.wishes.iter().enumerate().filter(|(other, _)| *other != index);
        others.filter_map(|(_, wish)| wish.spot()?.leader).count()
    }

    /// The names that are in the way of one at a place.
    fn in_the_way<'a>(&'a self, index: usize, spot: &'a Spot) -> impl Iterator<Item = usize> + 'a {
        let needs_row = self.wishes.get(index).is_some_and(|wish| wish.needs_row);
        let others = self.wishes.iter().enumerate().filter(move |(other, _)| *other != index);
        others.filter_map(move |(other, wish)| {
            let is = self.meet((spot, needs_row), (wish.spot()?, wish.needs_row));
            is.then_some(other)
        })
    }

    fn meet(&self, (a, a_row): (&Spot, bool), (b, b_row): (&Spot, bool)) -> bool {
        let row = |spot: &Spot, needs: bool| if needs { spot.row } else { spot.area };
        let crosses = |leader: Option<(UnitPoint, UnitPoint)>, area: UnitBox| {
            leader.is_some_and(|(from, to)| area.grown(self.gap).is_crossed(from, to))
        };
        let is_swapped = |a: &Spot, b: &Spot| a.from.y < b.from.y && a.area.min.y > b.area.min.y;
        let is_column = (a.leader.is_some() || b.leader.is_some())
            && a.area.min.x < b.area.max.x
            && b.area.min.x < a.area.max.x;
        a.area.grown(self.gap).meets(b.area)
            || is_column && (is_swapped(a, b) || is_swapped(b, a))
            || row(a, a_row).meets(row(b, b_row))
            || crosses(a.leader, b.area)
            || crosses(b.leader, a.area)
            || matches!((a.leader, b.leader), (Some(a), Some(b)) if cross(a, b))
    }

    /// Gives a name a better place, if those in its way then find others and all are better off.
    fn improve(&mut self, index: usize) -> bool {
        let Some(wish) = self.wishes.get(index) else { return false };
        let (before, old) = (wish.cost(), wish.chosen);
        for number in 0..wish.spots.len().min(MOST_TRIED) {
            let wish = self.wishes.get(index);
            let Some(&spot) = wish.and_then(|wish| wish.spots.get(number)) else { break };
            if spot.cost >= before {
                break;
            }
            let others: Vec<usize> = self.in_the_way(index, &spot).take(MOST_MOVED + 1).collect();
            if others.len() > MOST_MOVED {
                continue;
            }
            let mut moved = Vec::new();
            let mut gain = before - spot.cost;
            for other in others {
                if let Some(wish) = self.wishes.get_mut(other) {
                    gain += wish.cost();
                    moved.push((other, wish.chosen.take()));
                }
            }
            self.choose(index, Some(number));
            for &(other, _) in &moved {
                let best = self.best(other);
                self.choose(other, best);
                gain -= self.wishes.get(other).map_or(0, Wish::cost);
            }
            if gain > 0 && self.leaders_but(usize::MAX) <= self.leaders {
                return true;
            }
            for (other, spot) in moved {
                self.choose(other, spot);
            }
            self.choose(index, old);
        }
        false
    }
}

/// Whether two lines have a point in common inside of both.
pub(crate) fn cross(a: (UnitPoint, UnitPoint), b: (UnitPoint, UnitPoint)) -> bool {
    let side = |(p, q): (UnitPoint, UnitPoint), r: UnitPoint| {
        let cross = i64::from(q.x - p.x) * i64::from(r.y - p.y)
            - i64::from(q.y - p.y) * i64::from(r.x - p.x);
        cross.signum()
    };
    side(a, b.0) * side(a, b.1) <= 0 && side(b, a.0) * side(b, a.1) <= 0
}
