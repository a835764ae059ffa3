//! How like two functions of a wasm are.

use anyhow::Result;
use std::collections::BTreeMap;
use wasmparser::FunctionBody;

/// How often which instruction follows which.
pub(crate) struct Profile {
    /// By a hash of both.
    pairs: BTreeMap<u64, f64>,
    length: f64,
}

impl Profile {
    pub(crate) fn new(body: &FunctionBody<'_>) -> Result<Profile> {
        let mut pairs: BTreeMap<u64, f64> = BTreeMap::new();
        let mut before = 0;
        for operator in body.get_operators_reader()? {
            let hash = hash(&format!("{:?}", operator?));
            *pairs.entry(before ^ hash).or_default() += 1.0;
            // Or the order of the two would not count.
            before = hash.rotate_left(1);
        }
        let length = pairs.values().map(|count| count * count).sum::<f64>().sqrt();
        Ok(Profile { pairs, length })
    }

    /// The cosine of both as vectors: 1 for the same, 0 for nothing in common.
    pub(crate) fn likeness(&self, other: &Profile) -> f64 {
        let is_shorter = self.pairs.len() < other.pairs.len();
        let (few, many) = if is_shorter { (self, other) } else { (other, self) };
        let product = |(pair, count): (&u64, &f64)| count * many.pairs.get(pair).unwrap_or(&0.0);
        few.pairs.iter().map(product).sum::<f64>() / (self.length * other.length)
    }
}

/// 64-bit FNV-1a. Source: RFC 9923.
fn hash(text: &str) -> u64 {
    let add = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, add)
}
