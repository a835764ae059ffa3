//! What the reader does → what changes. A state machine without a DOM: regions are numbers, and
//! timers, focus and pixels are for whoever carries the patches out.

/// What the reader, or the host page, wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// The pointer came over a region.
    Enter(usize),
    /// The pointer left the regions.
    Leave,
    /// The pointer came over the popup.
    EnterPopup,
    /// The pointer left the popup.
    LeavePopup,
    /// The grace time after leaving is over.
    GraceOver,
    /// A click, a tap or the Enter key on a region.
    Press(usize),
    /// A click or a tap on the map, but not on a region.
    PressSea,
    /// Keyboard focus came to a region.
    Focus(usize),
    /// Keyboard focus left the regions.
    Blur,
    /// Esc, or the popup's close button.
    Dismiss,
    /// The host page selects a region, or none.
    Select(Option<usize>),
    /// The reader goes to a region by its name.
    Go(usize),
}

/// A change to carry out, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Patch {
    /// Show the popup of a region.
    Show {
        /// Which region.
        region: usize,
        /// Whether it stays until closed.
        pinned: Pinned,
    },
    /// Hide the popup.
    Hide,
    /// Send `GraceOver` after the grace time.
    StartGrace,
    /// Forget the grace time.
    StopGrace,
    /// Draw a region's edge on top, or none's.
    Highlight(Option<usize>),
    /// Move keyboard focus into the popup.
    FocusPopup,
    /// Move keyboard focus to a region.
    FocusRegion(usize),
    /// Tell the host page what is selected.
    Selected(Option<usize>),
}

/// Whether a popup stays until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pinned {
    /// It goes when the pointer leaves.
    No,
    /// It stays.
    Yes,
}

/// The state of one widget.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interaction {
    hovered: Option<usize>,
    focused: Option<usize>,
    /// The popup's region, and whether it is pinned.
    shown: Option<(usize, bool)>,
}

impl Interaction {
    /// The region whose popup is pinned.
    #[must_use]
    pub fn selected(&self) -> Option<usize> {
        self.shown.filter(|&(_, pinned)| pinned).map(|(region, _)| region)
    }

    /// The region whose popup is shown.
    #[must_use]
    pub fn shown(&self) -> Option<usize> {
        self.shown.map(|(region, _)| region)
    }

    /// Takes an intent in and says what changes.
    pub fn handle(&mut self, intent: Intent) -> Vec<Patch> {
        match intent {
            Intent::Enter(region) => self.enter(region),
            Intent::Leave => self.leave(),
            Intent::EnterPopup => vec![Patch::StopGrace],
            Intent::LeavePopup => self.grace(),
            Intent::GraceOver => self.grace_over(),
            Intent::Press(region) => self.press(region),
            Intent::PressSea => self.close(None),
            Intent::Focus(region) => {
                self.focused = Some(region);
                vec![self.highlight()]
            }
            Intent::Blur => {
                self.focused = None;
                vec![self.highlight()]
            }
            Intent::Dismiss => self.close(self.selected()),
            Intent::Select(Some(region)) => self.pin(region),
            Intent::Select(None) => self.close(None),
            Intent::Go(region) => {
                let mut patches = self.pin(region);
                patches.push(Patch::FocusPopup);
                patches
            }
        }
    }

    fn highlight(&self) -> Patch {
        Patch::Highlight(self.selected().or(self.hovered).or(self.focused))
    }

    fn enter(&mut self, region: usize) -> Vec<Patch> {
        self.hovered = Some(region);
        if self.selected().is_some() {
            return vec![Patch::StopGrace];
        }
        self.shown = Some((region, false));
        vec![Patch::StopGrace, Patch::Show { region, pinned: Pinned::No }, self.highlight()]
    }

    fn leave(&mut self) -> Vec<Patch> {
        self.hovered = None;
        self.grace()
    }

    fn grace(&self) -> Vec<Patch> {
        match self.shown {
            Some((_, false)) => vec![Patch::StartGrace],
            Some((_, true)) | None => Vec::new(),
        }
    }

    fn grace_over(&mut self) -> Vec<Patch> {
        match (self.shown, self.hovered) {
            (Some((_, false)), None) => {
                self.shown = None;
                vec![Patch::Hide, self.highlight()]
            }
            (Some(_) | None, _) => Vec::new(),
        }
    }

    fn press(&mut self, region: usize) -> Vec<Patch> {
        if self.selected() == Some(region) {
            return self.close(Some(region));
        }
        self.handle(Intent::Go(region))
    }

    fn pin(&mut self, region: usize) -> Vec<Patch> {
        if self.selected() == Some(region) {
            return Vec::new();
        }
        self.shown = Some((region, true));
        vec![
            Patch::StopGrace,
            Patch::Show { region, pinned: Pinned::Yes },
            self.highlight(),
            Patch::Selected(Some(region)),
        ]
    }

    fn close(&mut self, focus: Option<usize>) -> Vec<Patch> {
        let selected = self.selected();
        if self.shown.take().is_none() {
            return Vec::new();
        }
        let mut patches = vec![Patch::StopGrace, Patch::Hide];
        if let Some(region) = focus {
            self.focused = Some(region);
            patches.push(Patch::FocusRegion(region));
        }
        patches.push(self.highlight());
        if selected.is_some() {
            patches.push(Patch::Selected(None));
        }
        patches
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(intents: &[Intent]) -> (Interaction, Vec<Patch>) {
        let mut state = Interaction::default();
        let last = intents.iter().map(|&intent| state.handle(intent)).last();
        (state, last.unwrap_or_default())
    }

    #[test]
    fn hovering_shows_a_popup_that_goes_after_the_grace_time() {
        let (state, patches) = after(&[Intent::Enter(3)]);
        assert_eq!(state.shown(), Some(3));
        assert!(patches.contains(&Patch::Show { region: 3, pinned: Pinned::No }));
        assert_eq!(after(&[Intent::Enter(3), Intent::Leave]).1, [Patch::StartGrace]);
        let (state, patches) = after(&[Intent::Enter(3), Intent::Leave, Intent::GraceOver]);
        assert_eq!(state.shown(), None);
        assert!(patches.contains(&Patch::Hide));
    }

    #[test]
    fn the_pointer_can_travel_to_the_popup() {
        let (_, patches) = after(&[Intent::Enter(3), Intent::Leave, Intent::EnterPopup]);
        assert_eq!(patches, [Patch::StopGrace]);
    }

    #[test]
    fn a_press_pins_and_moves_focus_into_the_popup() {
        let (state, patches) = after(&[Intent::Enter(3), Intent::Press(3)]);
        assert_eq!(state.selected(), Some(3));
        assert_eq!(patches.last(), Some(&Patch::FocusPopup));
        assert!(patches.contains(&Patch::Selected(Some(3))));
    }

    #[test]
    fn a_pinned_popup_stays_when_the_pointer_roams() {
        let (state, _) =
            after(&[Intent::Press(3), Intent::Enter(4), Intent::Leave, Intent::GraceOver]);
        assert_eq!(state.selected(), Some(3));
    }

    #[test]
    fn escape_closes_and_gives_focus_back() {
        let (state, patches) = after(&[Intent::Press(3), Intent::Dismiss]);
        assert_eq!(state.shown(), None);
        assert!(patches.contains(&Patch::FocusRegion(3)));
        assert!(patches.contains(&Patch::Selected(None)));
    }

    #[test]
    fn escape_closes_a_hover_popup_without_moving_focus() {
        let (state, patches) = after(&[Intent::Enter(3), Intent::Dismiss]);
        assert_eq!(state.shown(), None);
        assert!(!patches.iter().any(|patch| matches!(patch, Patch::FocusRegion(_))));
    }

    #[test]
    fn a_second_press_and_a_press_beside_close() {
        assert_eq!(after(&[Intent::Press(3), Intent::Press(3)]).0.shown(), None);
        assert_eq!(after(&[Intent::Press(3), Intent::PressSea]).0.shown(), None);
    }

    #[test]
    fn selecting_from_outside_leaves_focus_alone_and_tells_once() {
        let (_, patches) = after(&[Intent::Select(Some(3))]);
        assert!(!patches.contains(&Patch::FocusPopup));
        assert_eq!(after(&[Intent::Select(Some(3)), Intent::Select(Some(3))]).1, []);
        assert_eq!(after(&[Intent::Select(None)]).1, []);
    }

    #[test]
    fn going_to_a_region_twice_leaves_its_popup_open() {
        let (state, patches) = after(&[Intent::Go(3), Intent::Go(3)]);
        assert_eq!(state.selected(), Some(3));
        assert_eq!(patches, [Patch::FocusPopup]);
    }

    #[test]
    fn after_closing_a_focused_region_stays_highlighted() {
        let (_, patches) = after(&[Intent::Focus(2), Intent::Press(2), Intent::Dismiss]);
        assert!(patches.contains(&Patch::Highlight(Some(2))));
    }
}
