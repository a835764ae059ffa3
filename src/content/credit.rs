//! Where a map's statements come from, in one line, for a picture that leaves its page.

use super::region_details::DetailsWriter;
use crate::data::facts::Role;

/// The main sources with publisher, title and date; empty where the facts name none.
#[must_use]
pub(crate) fn credit(writer: &DetailsWriter<'_>) -> String {
    let mut text = String::new();
    for source in writer.facts.sources.iter().filter(|source| source.role == Role::Main) {
        if text.is_empty() {
            text.push_str(writer.words.sources);
            text.push_str(writer.words.colon);
        } else {
            text.push_str(writer.words.between_sources);
        }
        text.push_str(&source.publisher);
        let date = source.date.as_ref().map(|date| writer.words.date(date));
        for part in [source.title.clone(), date].into_iter().flatten() {
            text.push_str(", ");
            text.push_str(&part);
        }
    }
    text
}
