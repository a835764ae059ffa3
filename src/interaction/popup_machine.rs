//! What the reader does → what changes. A state machine without a DOM: regions are numbers, and
//! timers, focus and pixels are for whoever carries the patches out.

/// What the reader, or the host page, wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PopupEvent {
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
pub(crate) enum PopupEffect {
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
pub(crate) enum Pinned {
    /// It goes when the pointer leaves.
    No,
    /// It stays.
    Yes,
}

/// The state of one widget.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PopupMachine {
    hovered: Option<usize>,
    focused: Option<usize>,
    /// The popup's region, and whether it is pinned.
    shown: Option<(usize, bool)>,
}

impl PopupMachine {
    /// The region whose popup is pinned.
    #[must_use]
    pub(crate) fn selected(&self) -> Option<usize> {
        self.shown.filter(|&(_, pinned)| pinned).map(|(region, _)| region)
    }

    /// The region whose popup is shown.
    #[must_use]
    pub(crate) fn shown(&self) -> Option<usize> {
        self.shown.map(|(region, _)| region)
    }

    /// Takes an intent in and says what changes.
    pub(crate) fn handle(&mut self, intent: PopupEvent) -> Vec<PopupEffect> {
        match intent {
            PopupEvent::Enter(region) => self.enter(region),
            PopupEvent::Leave => self.leave(),
            PopupEvent::EnterPopup => vec![PopupEffect::StopGrace],
            PopupEvent::LeavePopup => self.grace(),
            PopupEvent::GraceOver => self.grace_over(),
            PopupEvent::Press(region) => self.press(region),
            PopupEvent::PressSea => self.close(None),
            PopupEvent::Focus(region) => {
                self.focused = Some(region);
                vec![self.highlight()]
            }
            PopupEvent::Blur => {
                self.focused = None;
                vec![self.highlight()]
            }
            PopupEvent::Dismiss => self.close(self.selected()),
            PopupEvent::Select(Some(region)) => self.pin(region),
            PopupEvent::Select(None) => self.close(None),
            PopupEvent::Go(region) => {
                let mut patches = self.pin(region);
                patches.push(PopupEffect::FocusPopup);
                patches
            }
        }
    }

    /// The region whose edge is drawn on top.
    #[must_use]
    pub(crate) fn highlighted(&self) -> Option<usize> {
        self.selected().or(self.hovered).or(self.focused)
    }

    fn highlight(&self) -> PopupEffect {
        PopupEffect::Highlight(self.highlighted())
    }

    fn enter(&mut self, region: usize) -> Vec<PopupEffect> {
        self.hovered = Some(region);
        if self.selected().is_some() {
            return vec![PopupEffect::StopGrace];
        }
        self.shown = Some((region, false));
        vec![
            PopupEffect::StopGrace,
            PopupEffect::Show { region, pinned: Pinned::No },
            self.highlight(),
        ]
    }

    fn leave(&mut self) -> Vec<PopupEffect> {
        self.hovered = None;
        self.grace()
    }

    fn grace(&self) -> Vec<PopupEffect> {
        match self.shown {
            Some((_, false)) => vec![PopupEffect::StartGrace],
            Some((_, true)) | None => Vec::new(),
        }
    }

    fn grace_over(&mut self) -> Vec<PopupEffect> {
        match (self.shown, self.hovered) {
            (Some((_, false)), None) => {
                self.shown = None;
                vec![PopupEffect::Hide, self.highlight()]
            }
            (Some(_) | None, _) => Vec::new(),
        }
    }

    fn press(&mut self, region: usize) -> Vec<PopupEffect> {
        if self.selected() == Some(region) {
            return self.close(Some(region));
        }
        self.handle(PopupEvent::Go(region))
    }

    fn pin(&mut self, region: usize) -> Vec<PopupEffect> {
        if self.selected() == Some(region) {
            return Vec::new();
        }
        self.shown = Some((region, true));
        vec![
            PopupEffect::StopGrace,
            PopupEffect::Show { region, pinned: Pinned::Yes },
            self.highlight(),
            PopupEffect::Selected(Some(region)),
        ]
    }

    fn close(&mut self, focus: Option<usize>) -> Vec<PopupEffect> {
        let selected = self.selected();
        if self.shown.take().is_none() {
            return Vec::new();
        }
        let mut patches = vec![PopupEffect::StopGrace, PopupEffect::Hide];
        if let Some(region) = focus {
            self.focused = Some(region);
            patches.push(PopupEffect::FocusRegion(region));
        }
        patches.push(self.highlight());
        if selected.is_some() {
            patches.push(PopupEffect::Selected(None));
        }
        patches
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(intents: &[PopupEvent]) -> (PopupMachine, Vec<PopupEffect>) {
        let mut state = PopupMachine::default();
        let last = intents.iter().map(|&intent| state.handle(intent)).last();
        (state, last.unwrap_or_default())
    }

    #[test]
    fn hovering_shows_a_popup_that_goes_after_the_grace_time() {
        let (state, patches) = after(&[PopupEvent::Enter(3)]);
        assert_eq!(state.shown(), Some(3));
        assert!(patches.contains(&PopupEffect::Show { region: 3, pinned: Pinned::No }));
        assert_eq!(after(&[PopupEvent::Enter(3), PopupEvent::Leave]).1, [PopupEffect::StartGrace]);
        let (state, patches) =
            after(&[PopupEvent::Enter(3), PopupEvent::Leave, PopupEvent::GraceOver]);
        assert_eq!(state.shown(), None);
        assert!(patches.contains(&PopupEffect::Hide));
    }

    #[test]
    fn the_pointer_can_travel_to_the_popup() {
        let (_, patches) =
            after(&[PopupEvent::Enter(3), PopupEvent::Leave, PopupEvent::EnterPopup]);
        assert_eq!(patches, [PopupEffect::StopGrace]);
    }

    #[test]
    fn a_press_pins_and_moves_focus_into_the_popup() {
        let (state, patches) = after(&[PopupEvent::Enter(3), PopupEvent::Press(3)]);
        assert_eq!(state.selected(), Some(3));
        assert_eq!(patches.last(), Some(&PopupEffect::FocusPopup));
        assert!(patches.contains(&PopupEffect::Selected(Some(3))));
    }

    #[test]
    fn a_pinned_popup_stays_when_the_pointer_roams() {
        let (state, _) = after(&[
            PopupEvent::Press(3),
            PopupEvent::Enter(4),
            PopupEvent::Leave,
            PopupEvent::GraceOver,
        ]);
        assert_eq!(state.selected(), Some(3));
    }

    #[test]
    fn escape_closes_and_gives_focus_back() {
        let (state, patches) = after(&[PopupEvent::Press(3), PopupEvent::Dismiss]);
        assert_eq!(state.shown(), None);
        assert!(patches.contains(&PopupEffect::FocusRegion(3)));
        assert!(patches.contains(&PopupEffect::Selected(None)));
    }

    #[test]
    fn escape_closes_a_hover_popup_without_moving_focus() {
        let (state, patches) = after(&[PopupEvent::Enter(3), PopupEvent::Dismiss]);
        assert_eq!(state.shown(), None);
        assert!(!patches.iter().any(|patch| matches!(patch, PopupEffect::FocusRegion(_))));
    }

    #[test]
    fn a_second_press_and_a_press_beside_close() {
        assert_eq!(after(&[PopupEvent::Press(3), PopupEvent::Press(3)]).0.shown(), None);
        assert_eq!(after(&[PopupEvent::Press(3), PopupEvent::PressSea]).0.shown(), None);
    }

    #[test]
    fn selecting_from_outside_leaves_focus_alone_and_tells_once() {
        let (_, patches) = after(&[PopupEvent::Select(Some(3))]);
        assert!(!patches.contains(&PopupEffect::FocusPopup));
        assert_eq!(after(&[PopupEvent::Select(Some(3)), PopupEvent::Select(Some(3))]).1, []);
        assert_eq!(after(&[PopupEvent::Select(None)]).1, []);
    }

    #[test]
    fn going_to_a_region_twice_leaves_its_popup_open() {
        let (state, patches) = after(&[PopupEvent::Go(3), PopupEvent::Go(3)]);
        assert_eq!(state.selected(), Some(3));
        assert_eq!(patches, [PopupEffect::FocusPopup]);
    }

    #[test]
    fn after_closing_a_focused_region_stays_highlighted() {
        let (_, patches) =
            after(&[PopupEvent::Focus(2), PopupEvent::Press(2), PopupEvent::Dismiss]);
        assert!(patches.contains(&PopupEffect::Highlight(Some(2))));
    }
}
