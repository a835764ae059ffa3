//! Which region answers for a place of a stage, by its elements alone: its name in the sea, its core,
//! its dot, its area. Cores are set where a state would not own a square of 24 CSS pixels by the
//! others. Source: WCAG 2.2, 2.5.8 Target size.

mod cores;
mod owners;

pub(super) use owners::Owners;
