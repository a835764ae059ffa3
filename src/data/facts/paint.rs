//! Colours and patterns of a category.

use super::part::{Part, Row};
use crate::data::category::{Paint, Pattern};
use crate::data::color::{Color, LightDark};

/// What stands for a colour that could not be read.
const NONE: Color = Color::new(0, 0, 0);

/// How a category is shown, by its fields `color`, `outline` and `pattern`.
pub(super) fn read(row: &Row<'_>, subject: &str) -> Paint {
    let color = row.get("color").map(|value| themed(value, subject));
    let outline = row.get("outline").map(|value| themed(value, subject));
    let under = row.get("fill");
    let pattern = row.get("pattern").map(|name| (name, pattern(name, subject)));
    match (pattern, color, under) {
        (Some((_, pattern)), Some(color), None) => Paint::Overlay { pattern, color },
        (Some((_, pattern)), Some(color), Some(fill)) => {
            let fill = themed(fill, subject);
            Paint::Fill { fill, outline, over: Some((pattern, color)) }
        }
        (Some((name, _)), None, _) => {
            name.wrong(subject, "a pattern needs a color".into());
            Paint::None
        }
        (None, _, Some(fill)) => {
            fill.wrong(
                subject,
                "a fill is what lies under a pattern; without one it is color".into(),
            );
            Paint::None
        }
        (None, Some(fill), None) => Paint::Fill { fill, outline, over: None },
        (None, None, None) => Paint::None,
    }
}

fn pattern(value: Part<'_>, subject: &str) -> Pattern {
    let name = value.text();
    Pattern::parse(&name).unwrap_or_else(|| {
        value.wrong(subject, format!("unknown pattern \"{name}\", known are diagonal, dots"));
        Pattern::Dots
    })
}

/// A colour for both schemes, or one for each.
fn themed(value: Part<'_>, subject: &str) -> LightDark {
    if value.is_text() {
        let both = color(value, subject);
        return LightDark { light: both, dark: both };
    }
    let row = value.row(&["light", "dark"]);
    let [light, dark] = ["light", "dark"].map(|name| color(row.need(name), subject));
    LightDark { light, dark }
}

fn color(value: Part<'_>, subject: &str) -> Color {
    let text = value.text();
    Color::parse(&text).unwrap_or_else(|| {
        value.wrong(subject, format!("\"{text}\" is not a colour like #17607d"));
        NONE
    })
}
