//! What an author may set, as a text of lines, each a name, a tab and a value.

use crate::error::{Error, Input, TextPosition};

/// The names of all settings, as they are typed.
pub(crate) const NAMES: [&str; 22] = [
    "join",
    "value",
    "label",
    "title",
    "subtitle",
    "source",
    "source-url",
    "date",
    "language",
    "method",
    "classes",
    "limits",
    "ramp",
    "unit",
    "region-word",
    "regions-word",
    "object",
    "projection",
    "center",
    "no-data",
    "midpoint",
    "decimal",
];
/// More classes than this are not told apart.
pub(super) const MOST_CLASSES: usize = 7;

/// How numbers are put into classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Method {
    /// As many regions in each.
    #[default]
    Quantile,
    /// Classes of one width.
    Equal,
    /// Breaks where the values leave gaps.
    Natural,
}

/// Settings of an import; without any, everything is found by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    pub(crate) join: Option<String>,
    pub(crate) value: Option<String>,
    pub(crate) label: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) subtitle: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) source_url: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) method: Option<Method>,
    pub(crate) classes: Option<usize>,
    /// Where classes begin but the first, ascending, as plain numbers.
    pub(crate) limits: Vec<String>,
    pub(crate) ramp: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) region_word: Option<String>,
    pub(crate) regions_word: Option<String>,
    pub(crate) object: Option<String>,
    pub(crate) projection: Option<String>,
    /// Longitude and latitude, as plain numbers.
    pub(crate) center: Option<[String; 2]>,
    pub(crate) no_data: Option<String>,
    /// Where a diverging ramp turns, as a plain number.
    pub(crate) midpoint: Option<String>,
    /// The decimal mark of the table.
    pub(crate) decimal: Option<u8>,
}

impl Settings {
    /// Reads lines `name<tab>value`. Empty lines and empty values set nothing; of several lines with
    /// one name the last counts.
    ///
    /// # Errors
    /// `Invalid`, with the line, for a name that is not known and a value that cannot be right.
    pub fn parse(text: &str) -> Result<Settings, Box<Error>> {
        let mut settings = Settings::default();
        for (line, text) in (1..).zip(text.lines()) {
            let (name, value) = text.split_once('\t').unwrap_or((text, ""));
            let (name, value) = (name.trim(), value.trim());
            if name.is_empty() {
                continue;
            }
            let given = (!value.is_empty()).then(|| value.to_owned());
            settings.set(name, given).map_err(|problem| {
                let place = TextPosition { line, column: 1 };
                let subject = format!("\"{name}\"");
                Box::new(Error::Invalid { input: Input::Options, place, subject, problem })
            })?;
        }
        Ok(settings)
    }

    fn set(&mut self, name: &str, given: Option<String>) -> Result<(), String> {
        let value = given.as_deref();
        match name {
            "method" => return self.set_method(value),
            "classes" => self.classes = value.map(classes).transpose()?,
            "limits" => self.limits = value.map_or(Ok(Vec::new()), limits)?,
            "ramp" => {
                let known = value.is_none_or(super::palette::is_ramp);
                self.ramp = if known { given } else { return Err(super::palette::unknown_ramp()) };
            }
            "center" => self.center = value.map(center).transpose()?,
            "midpoint" => self.midpoint = value.map(plain).transpose()?,
            "decimal" => self.decimal = value.map(decimal).transpose()?,
            "source-url" => {
                self.source_url = value.map(link).transpose()?;
            }
            _ => *self.text(name)? = given,
        }
        Ok(())
    }

    /// The setting of this name that is a text.
    fn text(&mut self, name: &str) -> Result<&mut Option<String>, String> {
        Ok(match name {
            "join" => &mut self.join,
            "value" => &mut self.value,
            "label" => &mut self.label,
            "title" => &mut self.title,
            "subtitle" => &mut self.subtitle,
            "source" => &mut self.source,
            "date" => &mut self.date,
            "language" => &mut self.language,
            "unit" => &mut self.unit,
            "region-word" => &mut self.region_word,
            "regions-word" => &mut self.regions_word,
            "object" => &mut self.object,
            "projection" => &mut self.projection,
            "no-data" => &mut self.no_data,
            _ => return Err(format!("unknown setting, known are {}", NAMES.join(", "))),
        })
    }

    fn set_method(&mut self, value: Option<&str>) -> Result<(), String> {
        self.method = match value {
            None | Some("limits") => None,
            Some("quantile") => Some(Method::Quantile),
            Some("equal") => Some(Method::Equal),
            Some("natural") => Some(Method::Natural),
            Some(_) => return Err("needs to be quantile, equal, natural or limits".into()),
        };
        Ok(())
    }
}

fn classes(value: &str) -> Result<usize, String> {
    let count = value.parse().ok().filter(|count| (2..=MOST_CLASSES).contains(count));
    count.ok_or_else(|| format!("needs to be a number from 2 to {MOST_CLASSES}"))
}

/// A number with a decimal point and without groups.
fn plain(value: &str) -> Result<String, String> {
    let number = super::numbers::Number::read(value, b'.', "");
    number.map(|number| number.text).ok_or_else(|| format!("\"{value}\" is not a number like 12.5"))
}

fn limits(value: &str) -> Result<Vec<String>, String> {
    let parts = value.split([',', ';', ' ']).filter(|part| !part.is_empty());
    let limits = parts.map(plain).collect::<Result<Vec<_>, _>>()?;
    let values: Vec<f64> = limits.iter().map(|limit| super::numbers::value(limit)).collect();
    if !values.is_sorted_by(|one, next| one < next) {
        return Err("each limit needs to be greater than the one before".into());
    }
    if limits.is_empty() || limits.len() >= MOST_CLASSES {
        return Err(format!("needs 1 to {} limits, as in 10,20,50", MOST_CLASSES - 1));
    }
    Ok(limits)
}

fn center(value: &str) -> Result<[String; 2], String> {
    let wrong = || "needs longitude and latitude in degrees, as in -60,14".to_owned();
    let (lon, lat) = value.split_once([',', ';', ' ']).ok_or_else(wrong)?;
    let [lon, lat] = [plain(lon.trim())?, plain(lat.trim())?];
    let is_in = |text: &str, most: f64| super::numbers::value(text).abs() <= most;
    if is_in(&lon, 360.0) && is_in(&lat, 90.0) { Ok([lon, lat]) } else { Err(wrong()) }
}

fn decimal(value: &str) -> Result<u8, String> {
    match value {
        "." | "point" => Ok(b'.'),
        "," | "comma" => Ok(b','),
        _ => Err("needs to be . or ,".into()),
    }
}

fn link(value: &str) -> Result<String, String> {
    let is = |scheme: &str| {
        value.get(..scheme.len()).is_some_and(|own| own.eq_ignore_ascii_case(scheme))
    };
    let is_known = ["https://", "http://", "mailto:"].into_iter().any(is);
    if !is_known || value.chars().any(|c| c.is_ascii_control() || c == ' ') {
        return Err("needs to begin with https://, http:// or mailto:".into());
    }
    Ok(value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        Settings::parse(text).unwrap_err().to_string()
    }

    #[test]
    fn lines_set_texts_and_numbers() {
        let text = "title\tRain, 2030\n\nclasses\t4\nlimits\t10,20.5\ncenter\t-60, 14\nunit\t\n";
        let settings = Settings::parse(text).unwrap();
        assert_eq!(settings.title.as_deref(), Some("Rain, 2030"));
        assert_eq!((settings.classes, settings.unit), (Some(4), None));
        assert_eq!(settings.limits, ["10", "20.5"]);
        assert_eq!(settings.center, Some(["-60".into(), "14".into()]));
    }

    #[test]
    fn an_unknown_name_is_an_error_that_lists_the_known_ones() {
        let message = error("title\tA\ntile\tB\n");
        assert!(message.starts_with("options, line 2, column 1: \"tile\": unknown setting"));
        for name in NAMES {
            assert!(message.contains(name), "{name}");
        }
    }

    #[test]
    fn every_listed_name_is_known() {
        for name in NAMES {
            assert!(Settings::parse(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn values_that_cannot_be_right_are_refused() {
        for text in [
            "classes\t1",
            "classes\t8",
            "classes\tx",
            "limits\t3,2",
            "limits\ta",
            "center\t1",
            "center\t0,91",
            "method\tbest",
            "source-url\tjavascript:x",
            "ramp\trainbow",
            "decimal\t;",
        ] {
            assert!(Settings::parse(text).is_err(), "{text}");
        }
    }
}
