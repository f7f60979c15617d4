//! A million album titles as people give them: mostly of common words, some of invented ones, some the artist's own name.
use std::io::{Cursor, Write as _};
use std::pin::pin;

use anyhow::Result;
use futures::SinkExt as _;
use tokio_postgres::Client;
use vinilogy_core::domain::names::album_key;

use super::names::{dice, name, skewed_place, word};

/// How many albums the volume has.
pub const ALBUMS: u64 = 1_000_000;
/// Rows sent at once.
const CHUNK: u64 = 20_000;
/// Invented words beside the common ones.
const INVENTED: u64 = 60_000;

/// The most common first.
const COMMON: &[&str] = &[
    "The",
    "Of",
    "Love",
    "Live",
    "In",
    "A",
    "And",
    "Night",
    "To",
    "You",
    "Blues",
    "Best",
    "My",
    "Time",
    "On",
    "Me",
    "World",
    "Life",
    "I",
    "Heart",
    "From",
    "Dream",
    "Dark",
    "For",
    "Black",
    "Music",
    "Light",
    "Day",
    "Man",
    "Songs",
    "House",
    "Soul",
    "Fire",
    "Your",
    "Dance",
    "It",
    "Is",
    "Home",
    "Sun",
    "Moon",
    "River",
    "Road",
    "Blue",
    "Hits",
    "Red",
    "Rock",
    "White",
    "Gold",
    "Sessions",
    "Rain",
    "Summer",
    "Heaven",
    "Jazz",
    "City",
    "Story",
    "Sound",
    "With",
    "Street",
    "Electric",
    "Machine",
    "Mind",
    "Body",
    "New",
    "Old",
    "Young",
    "Wild",
    "Lost",
    "First",
    "Last",
    "One",
    "Two",
    "Volume",
    "Collection",
    "Greatest",
    "Concert",
    "Radio",
    "Space",
    "Stars",
    "Sea",
    "Water",
    "Wind",
    "Sky",
    "Earth",
    "Girl",
    "Boy",
    "King",
    "Queen",
    "Angel",
    "Devil",
    "Ghost",
    "Shadow",
    "Mirror",
    "Garden",
    "Rose",
    "Tree",
    "Side",
    "Back",
    "Forever",
    "Never",
    "Nothing",
    "Everything",
    "Children",
    "Mother",
    "Silver",
    "Winter",
    "Glass",
    "Brother",
];

/// Whose the `n`th album is: one of the first 120,000 artists.
pub fn artist(n: u64) -> u64 {
    1 + n * 7919 % 120_000
}

/// The title of the `n`th album.
pub fn title(n: u64) -> String {
    let draw = |which: u64| dice(0xA1B0_0000_0000 + n * 16 + which);
    if draw(0) % 100 < 12 {
        return name(artist(n));
    }
    let words = 1 + [0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5][usize::try_from(draw(1) % 12).unwrap_or_default()];
    let one = |place: u64| match draw(2 + place) % 100 {
        0..60 => common(dice(draw(9 + place))).to_owned(),
        _ => word(dice(skewed_place(INVENTED, dice(draw(9 + place))) ^ 0xBEEF), 1 + draw(9 + place) % 3),
    };
    (0..words).map(one).collect::<Vec<_>>().join(" ")
}

fn common(draw: u64) -> &'static str {
    let place = usize::try_from(skewed_place(COMMON.len() as u64, draw)).unwrap_or_default();
    COMMON.get(place).copied().unwrap_or("The")
}

/// Copies them all into a table of this session: `titles (n, artist_id, title, title_key)`.
pub async fn copy(client: &Client) -> Result<()> {
    client.batch_execute("create temp table titles (n bigint, artist_id bigint, title text, title_key text)").await?;
    let mut sink = pin!(client.copy_in::<_, Cursor<Vec<u8>>>("copy titles from stdin").await?);
    for start in (1..=ALBUMS).step_by(CHUNK as usize) {
        let mut rows = Vec::new();
        for n in start..start + CHUNK {
            let title = title(n);
            writeln!(rows, "{n}\t{}\t{title}\t{}", artist(n), album_key(&title))?;
        }
        sink.send(Cursor::new(rows)).await?;
    }
    sink.finish().await?;
    Ok(())
}
