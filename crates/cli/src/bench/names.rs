//! Half a million artists with names as people give them: a few words begin very many, most names are known to few.
use std::io::{Cursor, Write as _};
use std::pin::pin;

use anyhow::Result;
use futures::SinkExt as _;
use tokio_postgres::Client;
use vinilogy_core::domain::names::artist_key;

/// How many artists the volume has.
pub const ARTISTS: u64 = 500_000;
/// Rows sent at once.
const CHUNK: u64 = 20_000;

const FIRST: &[&str] = &[
    "John", "Black", "The", "David", "Little", "Big", "Michael", "DJ", "Los", "New", "Blue", "Paul", "Red", "Dead",
    "Chris", "White", "Martin", "Sweet", "James", "Electric", "Mark", "Dark", "Peter", "King", "Maria", "Silver",
    "Robert", "Golden", "Jean", "Young", "Lost", "Wild", "Ana", "Night", "Super", "Green", "Luis", "Holy", "Thomas",
    "Jimmy", "Stone", "Richard", "Les", "Crystal", "Anna", "Deep", "Carlos", "Iron", "Steve", "Soul", "Tom", "Sun",
    "Marco", "Moon", "Charlie", "Radio", "Die", "Juan", "Cold", "Free", "Max", "Burning", "Sam", "Joe", "Velvet",
    "Bobby", "Frank", "Sonic", "Nick", "Ghost", "Daniel", "Happy", "Alex", "Atomic", "Simon", "Ocean", "Billy",
    "Modern", "El", "Grand", "Eddie", "Winter", "Miguel", "Pink", "George", "Rock", "Laura", "Cosmic", "Kevin",
    "Noise", "Jack", "Broken", "Ricardo", "Swing", "Ella", "Mystic", "Otto", "Björn", "Zoë", "Łukasz", "Émile",
    "Ngozi", "Yuki",
];
const ONSETS: &[&str] = &[
    "m", "s", "k", "b", "l", "r", "t", "d", "n", "h", "g", "p", "f", "v", "j", "c", "w", "st", "br", "ch", "sh", "tr",
    "gr", "kr", "z", "th", "fl", "sch", "pr", "dr", "y", "bl", "sk", "cl", "gl", "str", "kn", "qu", "sp", "sv", "", "",
];
const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "ie", "ea", "ou", "ei", "y", "au", "oo", "ai", "ö", "é", "ü", "á"];
const CODAS: &[&str] = &[
    "", "", "", "", "n", "r", "l", "s", "t", "m", "k", "nd", "rt", "ng", "ck", "ll", "ss", "x", "rd", "nt", "st", "lm",
    "rk", "z", "p",
];
const LAST: &[&str] = &[
    "Band",
    "Smith",
    "Orchestra",
    "Trio",
    "Brothers",
    "Jones",
    "Quartet",
    "Project",
    "Williams",
    "Ensemble",
    "Johnson",
    "Garcia",
    "Machine",
    "Hearts",
    "Boys",
    "Martinez",
    "Kings",
    "Miller",
    "Club",
    "Wolves",
    "Lopez",
    "Brown",
    "Sisters",
    "Davis",
    "Rodriguez",
    "Choir",
    "Group",
    "Express",
    "Sound System",
    "Experience",
    "Collective",
    "Family",
    "Five",
    "Müller",
    "Rossi",
    "Dubois",
    "Ivanov",
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
    let surname = || word(draw(3), 2 + draw(4) % 2);
    let first = || match draw(5) % 2 {
        0 => skewed(FIRST, draw(1)).to_owned(),
        _ => word(dice(skewed_place(GIVEN_NAMES, draw(1)) ^ 0xF00D), 2),
    };
    match draw(0) % 40 {
        0..=18 => format!("{} {}", first(), surname()),
        19 => format!("{} {}", skewed(FIRST, draw(1)), skewed(LAST, draw(2))),
        20..=23 => format!("{} {} {}", first(), surname(), skewed(LAST, draw(2))),
        24..=28 => format!("{} {}", surname(), skewed(LAST, draw(2))),
        29..=32 => format!("The {}s", surname()),
        _ => surname(),
    }
}

/// Invented given names beside the common first words.
const GIVEN_NAMES: u64 = 4_000;

/// The first words come up far more often than the last ones.
fn skewed(words: &[&'static str], draw: u64) -> &'static str {
    let place = usize::try_from(skewed_place(words.len() as u64, draw)).unwrap_or_default();
    words.get(place).copied().unwrap_or("The")
}

/// A place among so many of which the first come up most.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between zero and the number of words")]
pub fn skewed_place(words: u64, draw: u64) -> u64 {
    let unit = (draw % 1_000_003) as f64 / 1_000_003.0;
    (unit.powf(1.4) * words as f64) as u64
}

/// An invented word.
pub fn word(draw: u64, syllables: u64) -> String {
    let parts = (0..syllables).map(|i| dice(draw.wrapping_add(i)));
    let part =
        |draw: u64| format!("{}{}{}", skewed(ONSETS, draw), skewed(VOWELS, draw >> 20), skewed(CODAS, draw >> 40));
    let word: String = parts.map(part).collect();
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Half are known by name only; of the others one in twenty has a thousand listeners, and very few are known to many.
fn listeners(n: u64) -> Option<u64> {
    let unit = (1 + dice(n ^ 0xA5A5) % 1_000_000) as f64 / 1_000_000.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a positive number below six million")]
    let listeners = unit.powf(-2.3).min(6_000_000.0) as u64;
    dice(n).is_multiple_of(2).then_some(listeners)
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
