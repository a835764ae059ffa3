//! `cargo xtask test`: native tests, a minute of fuzzing, wasm tests in headless Chromium, wasm-pack,
//! the npm package, page tests.

use crate::process::{cargo, execute, program, root, say};
use crate::{build, bundle, fuzz, install, package, server};
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// A name, and what runs its tests.
type Group = (&'static str, fn() -> Result<()>);

/// The groups, in the order in which they run.
const GROUPS: [Group; 6] = [
    ("native", native),
    ("fuzz", fuzz::test),
    ("wasm", wasm),
    ("pack", pack),
    ("package", package::test),
    ("page", page),
];
/// The page test that compares pictures.
const PICTURES: &str = "pictures.test.js";

/// Runs the named groups, or all.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let names = GROUPS.map(|(name, _)| name);
    if let Some(unknown) = args.iter().find(|arg| !names.contains(&arg.as_str())) {
        bail!("there is no test group {unknown}; there are {}", names.join(", "));
    }
    let wanted = |group: &str| args.is_empty() || args.iter().any(|arg| arg == group);
    for (group, test) in GROUPS {
        if wanted(group) {
            let start = Instant::now();
            test()?;
            say(&format!("{group} took {} s", start.elapsed().as_secs()));
        }
    }
    Ok(())
}

/// Installs everything that the tests need.
pub(crate) fn tools() -> Result<()> {
    install::wasm_target()?;
    install::browser()?;
    install::fonts()?;
    install::node_packages()?;
    println!("put this folder on PATH for wasm-pack: {}", bundle::tools_folder()?.display());
    Ok(())
}

fn native() -> Result<()> {
    // The geometry tests read the package that the map is made from.
    install::node_packages()?;
    say("native tests");
    execute(cargo().args(["test", "--workspace", "--all-targets"]))?;
    execute(cargo().args(["test", "--doc", "--package", "summit-map"]))
}

/// The environment in which the test runner drives Chromium and no other browser.
fn in_chromium(command: &mut Command) -> Result<&mut Command> {
    let browser = install::browser()?;
    Ok(command
        .env("CHROMEDRIVER", browser.driver)
        .env_remove("GECKODRIVER")
        .env_remove("SAFARIDRIVER")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120"))
}

fn wasm() -> Result<()> {
    install::wasm_target()?;
    say("wasm tests in Chromium");
    let mut command = cargo();
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", bundle::runner()?);
    command.args(["test", "--target", "wasm32-unknown-unknown", "--package", "summit-map"]);
    execute(in_chromium(&mut command)?.args(["--test", "web"]))
}

/// wasm-pack builds and tests too, and its `pkg/` has the shape of ours.
fn pack() -> Result<()> {
    install::wasm_target()?;
    build::package()?;
    let pkg = root().join("pkg");
    let ours = shape(&pkg)?;
    let wasm_pack = install::wasm_pack()?;
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(bundle::tools_folder()?).chain(std::env::split_paths(&path));
    let path = std::env::join_paths(folders)?;
    let wasm_pack = || {
        let mut command = Command::new(&wasm_pack);
        command.current_dir(root()).env("PATH", &path);
        command
    };
    fs::remove_dir_all(&pkg)?;
    // The widget last: its description of the package is the one that stays.
    for module in build::MODULES.into_iter().rev() {
        say(&format!("wasm-pack build --target web --out-name {module}"));
        let mut build = wasm_pack();
        build.args(["build", "--target", "web", "--out-name", module, "."]);
        execute(build.args(["--", "--no-default-features", "--features", module]))?;
    }
    let theirs = shape(&pkg)?;
    for ((part, ours), (_, theirs)) in ours.iter().zip(&theirs) {
        if ours != theirs {
            bail!(
                "pkg/ differs in its {part}: `cargo xtask build` gives\n{ours}\nwasm-pack gives\n{theirs}"
            );
        }
    }
    say("wasm-pack test --headless --chrome");
    let mut test = wasm_pack();
    test.args(["test", "--headless", "--chrome", "--", "--test", "web"]);
    execute(in_chromium(&mut test)?)
}

/// The list of a package's files, its description and its types.
fn shape(pkg: &Path) -> Result<[(&'static str, String); 3]> {
    let mut files = Vec::new();
    for entry in fs::read_dir(pkg)? {
        files.push(entry?.file_name().to_string_lossy().into_owned());
    }
    files.sort();
    let description = fs::read_to_string(pkg.join("package.json"))?;
    let mut description: Map<String, Value> = serde_json::from_str(&description)?;
    // wasm-pack knows of one module; these name both.
    description.retain(|field, _| !["files", "exports"].contains(&field.as_str()));
    let types = build::MODULES.map(|module| fs::read_to_string(pkg.join(format!("{module}.d.ts"))));
    let types = types.into_iter().collect::<Result<String, _>>()?;
    Ok([
        ("files", files.join("\n")),
        ("package.json", format!("{:#}", Value::from(description))),
        ("types", types),
    ])
}

fn page() -> Result<()> {
    let specs = fs::read_dir(root().join("e2e"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.js"));
    // Letters are drawn alike where the same fonts are, and the same library draws them.
    let is_compared = cfg!(target_os = "linux");
    if !is_compared {
        println!("pictures are compared on Linux only");
    }
    let mut specs: Vec<_> = specs.filter(|path| is_compared || !path.ends_with(PICTURES)).collect();
    specs.sort();
    in_pages(&specs, &[])
}

/// Compares what readers see with the pictures that were accepted, or with `--accept` accepts it.
pub(crate) fn pictures(args: &[String]) -> Result<()> {
    let specs = [root().join("e2e").join(PICTURES)];
    match args {
        [] => in_pages(&specs, &[]),
        [flag] if flag == "--accept" => in_pages(&specs, &[("ACCEPT_PICTURES", "1")]),
        _ => bail!("pictures takes nothing but --accept"),
    }
}

/// Runs page tests against a site that is built and served for them.
fn in_pages(specs: &[PathBuf], variables: &[(&str, &str)]) -> Result<()> {
    install::node_packages()?;
    install::fonts()?;
    let browser = install::browser()?;
    let site = build::run()?;
    // A test draws a map into its page.
    execute(cargo().args(["build", "--package", "summit-map", "--bin", "summit-map"]))?;
    let pages = root().join("e2e/pages");
    let address = server::start(vec![("/e2e/", pages), ("/", site)], 0)?;
    say("page tests in Chromium");
    let mut node = program("node");
    node.env("CHROMIUM", browser.chromium).env("SUMMIT_MAP_URL", address);
    node.envs(install::firefox()?.map(|firefox| ("FIREFOX", firefox)));
    node.envs(variables.iter().copied());
    // Pages wait more than they compute.
    execute(node.args(["--test", "--test-concurrency=3"]).args(specs)).context("page tests")
}
