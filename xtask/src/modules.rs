//! Several scripts of `www/` as one.

use anyhow::{Result, bail};

/// Joins modules, of which the last says what is exported. Imports of the files named in `inside`
/// are dropped: what they name is there. Each import and each list of exports is a line of its own.
pub(crate) fn joined(modules: &[String], inside: &[&str]) -> Result<String> {
    let mut out = String::new();
    let last = modules.len().saturating_sub(1);
    for (number, module) in modules.iter().enumerate() {
        for line in module.lines() {
            let imports = line.starts_with("import ") && !line.ends_with(" {");
            let is_inside =
                imports && inside.iter().any(|name| line.contains(&format!("/{name}'")));
            if imports && !is_inside && number == last && number > 0 {
                bail!("{line}: the imports of the last module would stand in the middle");
            }
            if is_inside || (number < last && line.starts_with("export {")) {
                continue;
            }
            let line =
                if number < last { line.strip_prefix("export ").unwrap_or(line) } else { line };
            out.push_str(line);
            out.push('\n');
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_inside_is_not_imported_and_the_last_alone_exports() {
        let first = "import { a } from './a.js';\nexport { a };\nexport const b = a;\n".to_owned();
        let last = "import { b } from './b.js';\nf(b);\nexport { b };\n".to_owned();
        let joined = joined(&[first, last], &["b.js"]).unwrap();
        assert_eq!(joined, "import { a } from './a.js';\nconst b = a;\nf(b);\nexport { b };\n");
    }
}
