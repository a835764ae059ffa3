//! libFuzzer around one of the targets, which the variable `SUMMIT_MAP_FUZZ` names.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    static TARGET: std::sync::LazyLock<fn(&[u8])> = std::sync::LazyLock::new(|| {
        let name = std::env::var("SUMMIT_MAP_FUZZ").unwrap_or_default();
        let found = summit_map::FUZZ_TARGETS.into_iter().find(|(known, _)| *known == name);
        let Some((_, target)) = found else { panic!("there is no target `{name}`") };
        target
    });
    TARGET(bytes);
});

#[cfg(not(fuzzing))]
fn main() {
    eprintln!("type `cargo xtask fuzz`, which compiles this program as it has to be");
}
