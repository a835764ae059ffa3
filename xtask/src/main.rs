//! The project's tasks, run as `cargo xtask NAME`.

mod bench;
mod build;
mod bundle;
mod countries;
mod delegations;
mod fuzz;
mod geometry;
mod install;
mod layers;
mod links;
mod modules;
mod package;
mod pages;
mod prerender;
mod process;
mod serve;
mod server;
mod size;
mod stops;
mod test;
mod texts;
mod wire;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask TASK

  serve [--port N]          build the map and serve it at a printed address
  build                     build pkg/ and the site that can be uploaded, target/site/
  package [--write | --prove [TOOL ...]]
                            build the npm package, target/package/; install it into a fresh
                            project of each bundler, build that and open it in Chromium
  test [native|fuzz|wasm|pack|package|page ...]
                            run all tests, or the named groups
  fuzz [TARGET] [--minutes N]
                            look for inputs that break something, five minutes for each target
  pictures [--accept]       compare what readers see with the accepted pictures, or accept it
  bench [native | page [--quick] [--only NAME,..] [--data NAME,..]]
                            time the stages natively (bench/native.md), and the page beside those
                            of other libraries (bench/page.md)
  geometry [--check]        write the maps in data/ from Natural Earth
  countries [--check]       write the codes and names by which tables are joined to maps
  prerender [--check]       draw the map into www/index.html
  size [--write]            measure the bytes on the wire against the budget
  stops                     check where the wasm could stop, and what it asks of the page
  layers                    check the import rules of ARCHITECTURE.md
  links                     check that public texts name no machine and no broken file
  tools                     install what the tests need, and wasm-bindgen for wasm-pack";

fn main() -> Result<()> {
    let mut args: Vec<String> = std::env::args().collect();
    args.remove(0);
    let task = if args.is_empty() { String::new() } else { args.remove(0) };
    match task.as_str() {
        "serve" => serve::run(&args),
        "build" => build::run().map(|_| ()),
        "package" => package::run(&args),
        "test" => test::run(&args),
        "pictures" => test::pictures(&args),
        "fuzz" => fuzz::run(&args),
        "bench" => bench::run(&args),
        "geometry" => geometry::run(&args),
        "countries" => countries::run(&args),
        "prerender" => prerender::run(&args),
        "size" => size::run(&args),
        "stops" => stops::run(),
        "layers" => layers::run(),
        "links" => links::run(),
        "tools" => test::tools(),
        _ => bail!("{USAGE}"),
    }
}
