//! Deterministic chance: the same label and numbers give the same world on every machine and in every run.

use uuid::Uuid;

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// A stable 64-bit hash (FNV-1a, finished by splitmix64) of a label and a text.
pub(crate) fn hash(label: &str, text: &str) -> u64 {
    let mut state = FNV_OFFSET;
    for byte in label.bytes().chain([0]).chain(text.bytes()) {
        state = (state ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
    }
    splitmix(state)
}

/// A version-5-like UUID of a thing, so that identifiers survive a restart.
pub(crate) fn uuid(kind: &str, key: &str) -> Uuid {
    let high = hash(kind, key);
    let low = splitmix(high ^ hash("uuid", kind));
    let bytes = (u128::from(high) << 64 | u128::from(low)).to_be_bytes();
    uuid::Builder::from_sha1_bytes(bytes).into_uuid()
}

/// So many letters and digits that follow from a text, as some services make their ids.
pub(crate) fn letters(label: &str, text: &str, count: usize) -> String {
    const LETTERS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut dice = Dice::of(label, text);
    (0..count).map(|_| char::from(*dice.pick(LETTERS))).collect()
}

fn splitmix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A small generator (splitmix64) whose whole sequence follows from what it was made of.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(label: &str, a: u64, b: u64) -> Self {
        Self(hash(label, "") ^ splitmix(a.wrapping_mul(0x2545_f491_4f6c_dd1d).wrapping_add(b)))
    }

    pub(crate) fn of(label: &str, text: &str) -> Self {
        Self(hash(label, text))
    }

    pub(crate) fn roll(&mut self) -> u64 {
        let value = splitmix(self.0);
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        value
    }

    /// A number in `0..n`; 0 when `n` is 0.
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        if n == 0 { 0 } else { self.roll() % n }
    }

    /// A number in `low..=high`.
    pub(crate) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// A number in `0.0..1.0`.
    pub(crate) fn unit(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits fit a double exactly")]
        let numerator = (self.roll() >> 11) as f64;
        numerator / (1u64 << 53) as f64
    }

    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    pub(crate) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let at = usize::try_from(self.below(of.len() as u64)).unwrap_or(0);
        &of[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        let roll = |a| (0..8).scan(Dice::new("t", a, 1), |d, _| Some(d.roll())).collect::<Vec<_>>();
        assert_eq!(roll(1), roll(1));
        assert_ne!(roll(1), roll(2));
    }

    #[test]
    fn uuids_are_stable_and_distinct() {
        let a = uuid("artist", "Radiohead");
        assert_eq!(a, uuid("artist", "Radiohead"));
        assert_ne!(a, uuid("album", "Radiohead"));
        assert_eq!(a.get_version_num(), 5);
    }

    #[test]
    fn units_stay_in_their_interval() {
        let mut dice = Dice::new("unit", 0, 0);
        assert!((0..1000).all(|_| (0.0..1.0).contains(&dice.unit())));
    }
}
