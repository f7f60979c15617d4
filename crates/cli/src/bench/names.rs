//! One and a half million artists with names as people give them: a few words begin very many, most names are known to few.
use std::io::{Cursor, Write as _};
use std::pin::pin;

use anyhow::Result;
use futures::SinkExt as _;
use tokio_postgres::Client;
use vinilogy_core::domain::names::artist_key;

/// How many artists the volume has.
pub const ARTISTS: u64 = 1_500_000;
/// Rows sent at once.
const CHUNK: u64 = 20_000;

const FIRST: &[&str] = &[
    "John", "Black", "The", "David", "Little", "Big", "Michael", "DJ", "Los", "New", "Blue", "Paul", "Red", "Dead", "Chris", "White",
    "Martin", "Sweet", "James", "Electric", "Mark", "Dark", "Peter", "King", "Maria", "Silver", "Robert", "Golden", "Jean", "Young",
    "Lost", "Wild", "Ana", "Night", "Super", "Green", "Luis", "Holy", "Thomas", "Jimmy", "Stone", "Richard", "Les", "Crystal", "Anna",
    "Deep", "Carlos", "Iron", "Steve", "Soul", "Tom", "Sun", "Marco", "Moon", "Charlie", "Radio", "Die", "Juan", "Cold", "Free", "Max",
    "Burning", "Sam", "Joe", "Velvet", "Bobby", "Frank", "Sonic", "Nick", "Ghost", "Daniel", "Happy", "Alex", "Atomic", "Simon",
    "Ocean", "Billy", "Modern", "El", "Grand", "Eddie", "Winter", "Miguel", "Pink", "George", "Rock", "Laura", "Cosmic", "Kevin",
    "Noise", "Jack", "Broken", "Ricardo", "Swing", "Ella", "Mystic", "Otto", "Björn", "Zoë", "Łukasz", "Émile", "Ngozi", "Yuki",
];
const SYLLABLES: &[&str] = &[
    "ra", "lo", "mi", "ter", "son", "ka", "ve", "no", "ri", "sta", "del", "ma", "qui", "bor", "len", "sha", "do", "fi", "gan", "hu",
    "jor", "ne", "pa", "ros", "tu", "vic", "wen", "xa", "yo", "zen", "bri", "cra", "dru", "fle", "gro", "kle", "pri", "ski", "tro",
    "und", "art", "ell", "ing", "ock", "ham", "berg", "ez", "ov", "ini", "eau",
];
const LAST: &[&str] = &[
    "Band", "Smith", "Orchestra", "Trio", "Brothers", "Jones", "Quartet", "Project", "Williams", "Ensemble", "Johnson", "Garcia",
    "Machine", "Hearts", "Boys", "Martinez", "Kings", "Miller", "Club", "Wolves", "Lopez", "Brown", "Sisters", "Davis", "Rodriguez",
    "Choir", "Group", "Express", "Sound System", "Experience", "Collective", "Family", "Five", "Müller", "Rossi", "Dubois", "Ivanov",
];

/// A cheap, good enough hash: the same number always has the same name.
pub fn dice(n: u64) -> u64 {
    let mut x = n.wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// The name of the `n`th artist.
pub fn name(n: u64) -> String {
    let draw = |which: u64| dice(n * 16 + which);
    let surname = || capitalised(&syllables(draw(3), 2 + draw(4) % 3));
    match draw(0) % 10 {
        0..=3 => format!("{} {}", skewed(FIRST, draw(1)), surname()),
        4 | 5 => format!("{} {}", skewed(FIRST, draw(1)), skewed(LAST, draw(2))),
        6 => format!("{} {} {}", skewed(FIRST, draw(1)), surname(), skewed(LAST, draw(2))),
        7 => format!("{} {}", surname(), skewed(LAST, draw(2))),
        8 => format!("The {}s", surname()),
        _ => surname(),
    }
}

/// The first words come up far more often than the last ones.
fn skewed(words: &[&'static str], draw: u64) -> &'static str {
    let unit = (draw % 1_000_003) as f64 / 1_000_003.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between zero and the number of words")]
    let place = (unit.powf(2.2) * words.len() as f64) as usize;
    words.get(place).copied().unwrap_or("The")
}

fn syllables(draw: u64, count: u64) -> String {
    (0..count).map(|i| SYLLABLES[(dice(draw + i) % SYLLABLES.len() as u64) as usize]).collect()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Half are known by name only; of the others few are known to many.
fn listeners(n: u64) -> Option<u64> {
    (dice(n) % 2 == 0).then(|| 6_000_000 / (1 + dice(n ^ 0xA5A5) % ARTISTS) + dice(n) % 500)
}

/// Copies them all; the artists' ids are 1 to [`ARTISTS`].
pub async fn copy(client: &Client) -> Result<()> {
    let sink = client.copy_in::<_, Cursor<Vec<u8>>>("copy artists (name, name_key, listeners) from stdin").await?;
    let mut sink = pin!(sink);
    for start in (1..=ARTISTS).step_by(CHUNK as usize) {
        let mut rows = Vec::new();
        for n in start..start + CHUNK {
            let name = name(n);
            let listeners = listeners(n).map_or_else(|| "\\N".to_owned(), |n| n.to_string());
            writeln!(rows, "{name}\t{}\t{listeners}", artist_key(&name))?;
        }
        sink.send(Cursor::new(rows)).await?;
    }
    sink.finish().await?;
    Ok(())
}
