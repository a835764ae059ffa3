//! A set of places in which no two names are in each other's way, found step by step.

use super::wish::{Spot, Wish};
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::stage::Rank;

/// Cost of a name that is in the way of another in the end, and while places are shuffled,
pub(super) const BLOCKED: i32 = 5000;
const SOFT: i32 = 160;
/// and of a row that meets another's.
const CLOSE: i32 = 20;
/// How often names are shuffled, until each has a place,
const ROUNDS: usize = 8;
/// and how often one is moved each time,
const STEPS: i32 = 10_000;
/// and what a picture may cost more after a move, at first.
const MOST_WORSE: i32 = 100;

/// A panel while it fills with names.
pub(super) struct Room {
    pub gap: i32,
    pub leaders: usize,
    /// Cost of a name that is in the way of another.
    pub blocked: i32,
    pub wishes: Vec<Wish>,
}

impl Room {
    /// Finds a place for as many as can be. Source of the second step: G. Dueck and T. Scheuer,
    /// "Threshold accepting" (1990).
    pub(super) fn settle(&mut self) {
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
        self.descend(&order);
        let mut seed = 1;
        for _ in 0..ROUNDS {
            if self.is_settled(|wish, strain| strain == wish.cost() && wish.chosen == Some(0)) {
                break;
            }
            let (before, old) = (self.total(), self.chosen());
            self.blocked = SOFT;
            seed = self.anneal(seed);
            self.blocked = BLOCKED;
            self.descend(&order);
            if self.total() > before {
                for (wish, spot) in self.wishes.iter_mut().zip(old) {
                    wish.chosen = spot;
                }
            }
            if self.is_settled(|wish, strain| strain < wish.without.min(BLOCKED)) {
                break;
            }
        }
        // What is still in the way of another has no place.
        for &index in order.iter().rev() {
            let chosen = self.wishes.get(index).and_then(|wish| wish.chosen);
            if chosen.is_some() && self.strain(index, chosen) >= BLOCKED {
                self.choose(index, None);
            }
        }
    }

    /// Whether all states are well placed, by what they cost as the others stand.
    fn is_settled(&self, is_well: impl Fn(&Wish, i32) -> bool) -> bool {
        self.wishes.iter().enumerate().all(|(index, wish)| {
            wish.rank == Rank::Territory || is_well(wish, self.strain(index, wish.chosen))
        })
    }

    /// Gives each the place that is best as the others stand.
    fn descend(&mut self, order: &[usize]) {
        for &index in order.iter().chain(order) {
            let best = self.best(index);
            self.choose(index, best);
        }
    }

    fn chosen(&self) -> Vec<Option<usize>> {
        let mut chosen = Vec::new();
        for wish in &self.wishes {
            chosen.push(wish.chosen);
        }
        chosen
    }

    /// What all places cost; what two cost together counts twice.
    fn total(&self) -> i32 {
        let mut total = 0;
        for (index, wish) in self.wishes.iter().enumerate() {
            total += self.strain(index, wish.chosen);
        }
        total
    }

    /// Moves one name after another to a place at random, if the picture then is not much worse; how
    /// much it may be gets less. Returns where chance goes on.
    fn anneal(&mut self, mut random: u32) -> u32 {
        let mut draw = |below: usize| {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let high = (u64::from(random >> 8) * below as u64) >> 24;
            usize::try_from(high).unwrap_or(0)
        };
        // Territories take what is left.
        let mut states = Vec::new();
        for (index, wish) in self.wishes.iter_mut().enumerate() {
            if wish.rank == Rank::Territory {
                wish.chosen = None;
            } else {
                states.push(index);
            }
        }
        for step in (0..STEPS).rev() {
            let index = states.get(draw(states.len())).copied().unwrap_or(0);
            let Some(wish) = self.wishes.get(index) else { break };
            // The cheap ones more often.
            let among = draw(wish.spots.len()) + 1;
            let spot = Some(draw(among)).filter(|_| !wish.spots.is_empty());
            if spot == wish.chosen {
                continue;
            }
            let worse = self.strain(index, spot) - self.strain(index, wish.chosen);
            if worse <= MOST_WORSE * step / STEPS {
                self.choose(index, spot);
            }
        }
        random
    }

    fn choose(&mut self, index: usize, spot: Option<usize>) {
        if let Some(wish) = self.wishes.get_mut(index) {
            wish.chosen = spot;
        }
    }

    /// The place of a name that costs least as the others stand.
    fn best(&self, index: usize) -> Option<usize> {
        let wish = self.wishes.get(index)?;
        let (mut best, mut least) = (None, wish.without);
        for (number, spot) in wish.spots.iter().enumerate() {
            if spot.cost >= least {
                break;
            }
            let strain = self.strain(index, Some(number));
            if strain < least {
                (best, least) = (Some(number), strain);
            }
        }
        best
    }

    /// What a place costs as the others stand.
    fn strain(&self, index: usize, chosen: Option<usize>) -> i32 {
        let Some(wish) = self.wishes.get(index) else { return 0 };
        let Some(spot) = chosen.and_then(|chosen| wish.spots.get(chosen)) else {
            return wish.without;
        };
        let (mut strain, mut leaders) = (spot.cost, 0);
        for (other, with) in self.wishes.iter().enumerate() {
            let Some(there) = with.spot().filter(|_| other != index) else { continue };
            leaders += usize::from(there.leader.is_some());
            // Most are far above or below: asked here, that is no call.
            let is_near = spot.hull.min.y < there.hull.max.y && there.hull.min.y < spot.hull.max.y;
            if is_near && spot.hull.meets(there.hull) {
                strain += self.between((wish, spot), (with, there));
            }
        }
        let is_too_many = spot.leader.is_some() && leaders >= self.leaders;
        strain + if is_too_many { self.blocked } else { 0 }
    }

    /// What two places cost together.
    fn between(&self, a: (&Wish, &Spot), b: (&Wish, &Spot)) -> i32 {
        let (one, other) = (a.1.area, b.1.area);
        let crosses = |leader: Option<(UnitPoint, UnitPoint)>, area: UnitBox| {
            leader.is_some_and(|(from, to)| area.grown(self.gap).is_crossed(from, to))
        };
        // Rows one below the other have the order of their regions.
        let is_higher = (a.0.heart.y - b.0.heart.y).signum() * (one.min.y - other.min.y).signum();
        let is_column = (a.1.leader.is_some() || b.1.leader.is_some())
            && one.min.x < other.max.x
            && other.min.x < one.max.x;
        let is_blocked = one.grown(self.gap).meets(other)
            || is_column && is_higher < 0
            || crosses(a.1.leader, other)
            || crosses(b.1.leader, one)
            || matches!((a.1.leader, b.1.leader), (Some(a), Some(b)) if cross(a, b));
        let row = |(wish, spot): (&Wish, &Spot)| {
            let UnitBox { min, max } = spot.area;
            let more = (wish.row - (max.y - min.y)).max(0) / 2;
            UnitBox {
                min: UnitPoint { y: min.y - more, ..min },
                max: UnitPoint { y: max.y + more, ..max },
            }
        };
        if is_blocked {
            self.blocked
        } else if row(a).meets(row(b)) {
            CLOSE
        } else {
            0
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::stage::Align;

    fn spot(x: i32, cost: i32) -> Spot {
        let area = UnitBox::around(UnitPoint { x, y: 0 }, 40, 12);
        let (align, is_inside, leader) = (Align::Middle, false, None);
        Spot { block: 0, area, align, is_inside, leader, hull: area.grown(20), cost }
    }

    /// Where names stand that could each stand at these places; the second number is the cost.
    fn settled(wishes: &[&[(i32, i32)]]) -> Vec<Option<i32>> {
        let wish = |spots: &&[(i32, i32)]| Wish {
            region: 0,
            rank: Rank::Second,
            size: 12,
            blocks: Vec::new(),
            spots: spots.iter().map(|&(x, cost)| spot(x, cost)).collect(),
            without: 1000,
            heart: UnitPoint { x: 0, y: 0 },
            row: 0,
            chosen: None,
        };
        let wishes = wishes.iter().map(wish).collect();
        let mut room = Room { gap: 2, leaders: 0, blocked: BLOCKED, wishes };
        room.settle();
        room.wishes.iter().map(|wish| Some(wish.spot()?.area.middle().x)).collect()
    }

    #[test]
    fn each_name_takes_its_best_place_if_nothing_is_in_the_way() {
        assert_eq!(settled(&[&[(0, 1), (100, 2)], &[(50, 1)]]), [Some(0), Some(50)]);
    }

    #[test]
    fn a_name_makes_room_for_one_that_has_no_other_place() {
        assert_eq!(settled(&[&[(0, 1), (100, 9)], &[(20, 1)]]), [Some(100), Some(20)]);
    }

    #[test]
    fn of_two_names_for_one_place_one_is_left_out() {
        let settled = settled(&[&[(0, 1)], &[(10, 1)]]);
        assert_eq!(settled.iter().flatten().count(), 1);
    }

    #[test]
    fn three_names_move_along_until_all_have_a_place() {
        let all: [&[(i32, i32)]; 3] =
            [&[(0, 1), (50, 3)], &[(50, 1), (100, 3), (0, 5)], &[(0, 1), (20, 2)]];
        assert_eq!(settled(&all).iter().flatten().count(), 3);
    }
}
