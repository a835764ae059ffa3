//! `cargo xtask fuzz`: inputs at random, led on by what they reach in the code. libFuzzer on the
//! stable compiler: the code is told to count its branches by flags that LLVM has anyway.

use crate::process::{cargo, program, root, say};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// Seconds for all targets in a run of the tests.
const IN_TESTS: u64 = 60;
/// Minutes for each target, unless said otherwise.
const MINUTES: u64 = 5;
/// An input that takes longer hangs, seconds: far beyond what any takes on a machine that does much else.
const SLOW: u64 = 120;
/// Memory of one run, MB. Words of an index stay for as long as the program runs.
const MEMORY: u64 = 4096;
/// Source: what cargo-fuzz 0.13 passes for `--sanitizer none`.
const FLAGS: [&str; 7] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
];

/// Fuzzes the named target, or each, for so many minutes.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let (mut targets, mut minutes) = (targets()?, MINUTES);
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        if arg == "--minutes" {
            let number = rest.next().context("--minutes needs a number")?;
            minutes = number.parse().with_context(|| format!("{number} is no number"))?;
        } else {
            ensure!(targets.contains(arg), "no target {arg}; there are {}", targets.join(", "));
            targets = vec![arg.clone()];
        }
    }
    fuzz(&targets, minutes * 60)
}

/// Runs the seeds, then fuzzes each target for its part of a minute.
pub(crate) fn test() -> Result<()> {
    let targets = targets()?;
    let seconds = IN_TESTS / u64::try_from(targets.len())?;
    fuzz(&targets, seconds.max(1))
}

/// Their names: those of the folders of seeds.
fn targets() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join("fuzz/seeds"))? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn fuzz(targets: &[String], seconds: u64) -> Result<()> {
    if cfg!(not(unix)) {
        println!("libFuzzer is run on Linux and macOS only");
        return Ok(());
    }
    say("building the fuzzer");
    let fuzzer = build()?;
    for target in targets {
        one(&fuzzer, target, seconds)?;
    }
    Ok(())
}

/// Compiles the fuzzer for this machine, apart from what other tasks compile; returns its path.
fn build() -> Result<PathBuf> {
    let about = program("rustc").arg("-vV").output()?.stdout;
    let about = String::from_utf8_lossy(&about).into_owned();
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).context("no host")?;
    let mut build = cargo();
    // With a target, build scripts and macros are compiled without these flags.
    build.args(["build", "--quiet", "--package", "fuzz", "--profile", "fuzz", "--target", host]);
    build.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"));
    crate::process::execute(&mut build)?;
    Ok(root().join(format!("target/{host}/fuzz/fuzz")))
}

/// Fuzzes a target from its seeds and what earlier runs have found on this machine.
fn one(fuzzer: &Path, target: &str, seconds: u64) -> Result<()> {
    let own = root().join("target/fuzz").join(target);
    let (known, found) = (own.join("corpus"), own.join("found"));
    for folder in [&known, &found] {
        fs::create_dir_all(folder)?;
    }
    let mut run = program(&fuzzer.to_string_lossy());
    // To libFuzzer no time is any time.
    let limit = if seconds == 0 { "-runs=0".into() } else { format!("-max_total_time={seconds}") };
    run.env("SUMMIT_MAP_FUZZ", target).arg(limit);
    run.arg(format!("-timeout={SLOW}")).arg(format!("-rss_limit_mb={MEMORY}"));
    run.arg(format!("-dict={}", root().join("fuzz/words.dict").display()));
    run.arg(format!("-artifact_prefix={}/", found.display())).arg("-print_final_stats=1");
    run.arg(&known).arg(root().join("fuzz/seeds").join(target));
    let output = run.output().context("the fuzzer")?;
    let log = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        let tail: Vec<_> = log.lines().rev().take(60).collect();
        let tail: Vec<_> = tail.into_iter().rev().collect();
        bail!("{}\n{target}: found in {}", tail.join("\n"), found.display());
    }
    let after =
        |name: &str| log.rsplit(name).next().and_then(|rest| rest.split_whitespace().next());
    let inputs = after("stat::number_of_executed_units:").unwrap_or("?");
    let (reached, all) = (after(" cov: ").unwrap_or("?"), counters(&log).unwrap_or("?"));
    println!("{target}: {inputs} inputs, {reached} of {all} branches reached");
    Ok(())
}

/// How many places of the code are counted, those of libraries among them.
fn counters(log: &str) -> Option<&str> {
    log.split_once("Loaded 1 PC tables (")?.1.split_whitespace().next()
}
