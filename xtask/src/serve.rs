//! `cargo xtask serve`: builds the map and serves it.

use crate::{build, server};
use anyhow::{Context, Result, bail};

const PORT: u16 = 8000;

/// Builds, serves, and stays until it is interrupted.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let port = match args {
        [] => PORT,
        [flag, port] if flag == "--port" => port.parse().context("--port needs a number")?,
        _ => bail!("serve takes nothing but --port NUMBER"),
    };
    let site = build::run()?;
    let mounts = vec![("/", site)];
    // The usual port may be taken; any free one will do, for the address is printed.
    let address = match server::start(mounts.clone(), port) {
        Err(_) if args.is_empty() => server::start(mounts, 0)?,
        other => other.with_context(|| format!("cannot serve at port {port}"))?,
    };
    println!("\nThe map is at {address}   (Ctrl+C stops it)");
    loop {
        std::thread::park();
    }
}
