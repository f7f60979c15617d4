//! Invented listeners of the built-in world: each has a favourite artist and listens around it.

use std::collections::HashMap;

use super::Listener;
use super::builder::Builder;
use crate::dice::Dice;

/// Listeners for each unit of scale.
const EACH: u32 = 20;

pub(crate) fn invent(builder: &Builder, scale: u32) -> Vec<Listener> {
    let mut by_tag: HashMap<&str, Vec<usize>> = HashMap::new();
    let with_albums: Vec<usize> =
        (0..builder.artists.len()).filter(|&at| !builder.artists[at].albums.is_empty()).collect();
    for &at in &with_albums {
        for tag in &builder.artists[at].scene.tags {
            by_tag.entry(tag).or_default().push(at);
        }
    }
    (0..EACH * scale).map(|number| listener(builder, &by_tag, &with_albums, number)).collect()
}

fn listener(builder: &Builder, by_tag: &HashMap<&str, Vec<usize>>, all: &[usize], number: u32) -> Listener {
    let mut dice = Dice::new("listener", u64::from(number), 0);
    let favourite = *dice.pick(all);
    let tags = &builder.artists[favourite].scene.tags;
    let mut plays: HashMap<String, u32> = HashMap::new();
    plays.insert(builder.artists[favourite].name.clone(), u32::try_from(dice.between(800, 3000)).unwrap_or(800));
    for _ in 0..dice.between(20, 45) {
        let near = by_tag.get(dice.pick(tags).as_str()).filter(|_| !tags.is_empty());
        let artist = match near {
            Some(near) if dice.chance(0.8) => *dice.pick(near),
            _ => *dice.pick(all),
        };
        let count = u32::try_from(dice.between(3, 700)).unwrap_or(3);
        *plays.entry(builder.artists[artist].name.clone()).or_default() += count;
    }
    let mut top: Vec<(String, u32)> = plays.into_iter().collect();
    top.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Listener { name: format!("listener-{:03}", number + 1), top }
}
