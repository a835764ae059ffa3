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
    match (row.get("pattern"), color) {
        (Some(name), Some(color)) => Paint::Overlay { pattern: pattern(name, subject), color },
        (Some(name), None) => {
            name.wrong(subject, "a pattern needs a color".into());
            Paint::None
        }
        (None, Some(fill)) => Paint::Fill { fill, outline },
        (None, None) => Paint::None,
    }
}

fn pattern(value: Part<'_>, subject: &str) -> Pattern {
    let name = value.text();
    Pattern::parse(&name).unwrap_or_else(|| {
        value.wrong(subject, format!("unknown pattern \"{name}\", known are diagonal, dots"));
        Pattern::Dots
    })
}

fn themed(value: Part<'_>, subject: &str) -> LightDark {
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
