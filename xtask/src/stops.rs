//! `cargo xtask stops`: where the wasm could stop, and what it asks of the page, against what is
//! known: `xtask/stops/` says of each place why nothing leads there.

use crate::process::{root, say};
use crate::{build, bundle};
use anyhow::{Result, bail};
use std::collections::BTreeSet;
use std::fs;

/// Compares both modules with their lists.
pub(crate) fn run() -> Result<()> {
    let mut wrong = Vec::new();
    for module in build::MODULES {
        say(&format!("where the {module} could stop"));
        let found = bundle::stops(&build::compile(module)?)?;
        let name = format!("xtask/stops/{module}.txt");
        let known = fs::read_to_string(root().join(&name))?;
        wrong.extend(compare(&found, &known).into_iter().map(|line| format!("{name}: {line}")));
    }
    if wrong.is_empty() { Ok(()) } else { bail!("{}", wrong.join("\n")) }
}

/// What is on one list only. A line that begins with `#` says why those after it are no danger.
fn compare(found: &str, known: &str) -> Vec<String> {
    let found: BTreeSet<&str> = found.lines().collect();
    let reasoned = |line: &&str| !line.is_empty() && !line.starts_with('#');
    let known: BTreeSet<&str> = known.lines().filter(reasoned).collect();
    let new = found.difference(&known).map(|line| {
        format!("new: {line}\n    mend it, or write it under the reason why nothing leads there")
    });
    let gone = known.difference(&found).map(|line| format!("no longer there: {line}"));
    new.chain(gone).collect()
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn what_is_new_and_what_is_gone_is_told() {
        let known = "# it is never empty\na -> b\n\n# nor full\nc -> d\n";
        assert!(compare("c -> d\na -> b\n", known).is_empty());
        let wrong = compare("a -> b\nx -> y\n", known);
        assert!(wrong[0].starts_with("new: x -> y") && wrong[1] == "no longer there: c -> d");
    }
}
