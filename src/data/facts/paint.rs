//! Colours and patterns of a category.

use crate::data::category::{Paint, Pattern};
use crate::data::color::{Color, LightDark};
use crate::data::document::{Fields, Value};
use crate::error::Error;

/// How a category is shown, by its fields `color`, `outline` and `pattern`.
pub(super) fn read(row: &Fields<'_>, subject: &str) -> Result<Paint, Box<Error>> {
    let color = row.get("color").map(|value| themed(value, subject)).transpose()?;
    let outline = row.get("outline").map(|value| themed(value, subject)).transpose()?;
    match (row.get("pattern"), color) {
        (Some(name), Some(color)) => Ok(Paint::Overlay { pattern: pattern(name, subject)?, color }),
        (Some(name), None) => Err(name.error(subject, "a pattern needs a color".into())),
        (None, Some(fill)) => Ok(Paint::Fill { fill, outline }),
        (None, None) => Ok(Paint::None),
    }
}

fn pattern(value: Value<'_>, subject: &str) -> Result<Pattern, Box<Error>> {
    let name = value.text()?;
    Pattern::parse(&name).ok_or_else(|| {
        value.error(subject, format!("unknown pattern \"{name}\", known are diagonal, dots"))
    })
}

fn themed(value: Value<'_>, subject: &str) -> Result<LightDark, Box<Error>> {
    let fields = value.fields()?.only(&["light", "dark"])?;
    let color = |name: &str| {
        let value = fields.need(name)?;
        let text = value.text()?;
        Color::parse(&text)
            .ok_or_else(|| value.error(subject, format!("\"{text}\" is not a colour like #17607d")))
    };
    Ok(LightDark { light: color("light")?, dark: color("dark")? })
}
