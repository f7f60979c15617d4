//! The pressings of an album, computed from its number: the original first, then what was pressed elsewhere and later.

use super::World;
use super::record::Track;
use crate::dice::Dice;

/// Generated release ids start here, above every id of the dump sample.
const FIRST_ID: i64 = 100_000_000;
/// Ids kept for each album: up to 150 vinyl pressings, then the other formats.
const IDS: i64 = 256;
const THIS_YEAR: u64 = 2025;

/// One row of a master's versions.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pressing {
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) country: String,
    /// `YYYY`, `YYYY-MM-DD`, `YYYY-MM-00`, `"0"` or `""`.
    pub(crate) released: String,
    /// `Vinyl`, `CD` or `Cassette`.
    pub(crate) major: String,
    pub(crate) discs: u32,
    pub(crate) descriptions: Vec<String>,
    /// Free text of the format: colour, weight, sleeve.
    pub(crate) text: String,
    pub(crate) label: String,
    pub(crate) catno: String,
    pub(crate) have: u32,
    pub(crate) want: u32,
    /// Tracks that a data set has; empty: the album's.
    pub(crate) tracks: Vec<Track>,
}

impl Pressing {
    /// The year of `released`; 0 unknown.
    pub(crate) fn year(&self) -> u16 {
        self.released.get(..4).and_then(|year| year.parse().ok()).unwrap_or(0)
    }

    pub(crate) fn is_vinyl(&self) -> bool {
        self.major == "Vinyl"
    }
}

impl World {
    /// Vinyl pressings of an album.
    pub(crate) fn vinyl_count(&self, album: usize) -> usize {
        let real = self.pressed.get(&album).map_or(0, |rows| rows.iter().filter(|row| row.is_vinyl()).count());
        usize::from(self.albums[album].pressings) + real
    }

    /// Every pressing of an album in any format, in the order of release.
    pub(crate) fn pressings(&self, album: usize) -> Vec<Pressing> {
        let vinyl = u64::from(self.albums[album].pressings);
        let others = 1 + vinyl / 4;
        let mut rows: Vec<Pressing> = self.pressed.get(&album).cloned().unwrap_or_default();
        rows.extend((0..vinyl + others).map(|slot| self.generated(album, slot)));
        rows.sort_by(|a, b| a.released.cmp(&b.released).then(a.id.cmp(&b.id)));
        rows
    }

    /// The pressing of a Discogs release id, with its album.
    pub(crate) fn pressing(&self, id: i64) -> Option<(usize, Pressing)> {
        if let Some(&(album, place)) = self.index.pressed.get(&id) {
            return self.pressed.get(&album).map(|rows| (album, rows[place].clone()));
        }
        let offset = id.checked_sub(FIRST_ID).filter(|offset| *offset >= 0)?;
        let album = usize::try_from(offset / IDS).ok().filter(|&at| at < self.albums.len())?;
        let slot = u64::try_from(offset % IDS).ok()?;
        let vinyl = u64::from(self.albums[album].pressings);
        (slot < vinyl + 1 + vinyl / 4).then(|| (album, self.generated(album, slot)))
    }

    /// The release that Discogs shows for the master: the original pressing.
    pub(crate) fn main_release(&self, album: usize) -> i64 {
        id(album, 0)
    }

    fn generated(&self, album: usize, slot: u64) -> Pressing {
        // Every ninth row repeats the one before it: two plants of one pressing differ in nothing but the id.
        if slot % 9 == 4 && slot != u64::from(self.albums[album].pressings) {
            return Pressing { id: id(album, slot), ..self.generated(album, slot - 1) };
        }
        let facts = &self.albums[album];
        let mut dice = Dice::new("pressing", album as u64 ^ u64::from(facts.year) << 32, slot);
        let vinyl = slot < u64::from(facts.pressings);
        let scene = &self.artists[facts.artists[0]].scene;
        let year = pressing_year(u64::from(facts.year), slot, vinyl, &mut dice);
        let country = match slot {
            0 => discogs_country(&scene.country),
            _ => *dice.pick(&COUNTRIES),
        };
        let label = label(&scene.labels, slot, &mut dice);
        let (have, want) = self.owners(album, slot, &mut dice);
        let (major, discs, descriptions, text) = format(vinyl, year > u64::from(facts.year) + 1, year, &mut dice);
        Pressing {
            id: id(album, slot),
            title: format!("{}{}", facts.title, if dice.chance(0.04) { " " } else { "" }),
            country: country.to_owned(),
            released: released(year, slot, &mut dice),
            major: major.to_owned(),
            discs,
            descriptions,
            text,
            label: label.to_owned(),
            catno: catno(label, year, &mut dice),
            have,
            want,
            tracks: Vec::new(),
        }
    }

    /// The original has a third of all owners, the rest is spread unevenly; later and rarer ones are wanted more.
    fn owners(&self, album: usize, slot: u64, dice: &mut Dice) -> (u32, u32) {
        let facts = &self.albums[album];
        let share = |of: u32, part: f64| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of at most 300,000")]
            let count = (f64::from(of) * part) as u32;
            count
        };
        if slot == 0 {
            return (share(facts.have, 0.35), share(facts.want, 0.4));
        }
        let even = 0.65 / f64::from(facts.pressings.max(1));
        (
            share(facts.have, even * (0.02 + 2.0 * dice.unit() * dice.unit())),
            share(facts.want, even * 2.0 * dice.unit()),
        )
    }
}

/// The barcode that is printed on a pressing.
pub(crate) fn barcode(release: i64) -> String {
    format!("{:013}", crate::dice::hash("barcode", &release.to_string()) % 10_000_000_000_000)
}

fn id(album: usize, slot: u64) -> i64 {
    let album = i64::try_from(album).unwrap_or(0);
    FIRST_ID + album * IDS + i64::try_from(slot).unwrap_or(0)
}

const COUNTRIES: [&str; 22] = [
    "US",
    "UK",
    "Europe",
    "Germany",
    "Spain",
    "Japan",
    "France",
    "Italy",
    "Netherlands",
    "US",
    "UK",
    "Europe",
    "Canada",
    "Australia",
    "Greece",
    "Portugal",
    "Brazil",
    "Argentina",
    "Yugoslavia",
    "UK & Europe",
    "USA, Canada & Europe",
    "Mexico",
];

/// The name Discogs has for an ISO country.
pub(crate) fn discogs_country(iso: &str) -> &'static str {
    const NAMES: [(&str, &str); 22] = [
        ("GB", "UK"),
        ("US", "US"),
        ("ES", "Spain"),
        ("IE", "Ireland"),
        ("IS", "Iceland"),
        ("DE", "Germany"),
        ("FR", "France"),
        ("JP", "Japan"),
        ("CA", "Canada"),
        ("AU", "Australia"),
        ("BR", "Brazil"),
        ("JM", "Jamaica"),
        ("NG", "Nigeria"),
        ("AR", "Argentina"),
        ("MX", "Mexico"),
        ("SE", "Sweden"),
        ("NO", "Norway"),
        ("BE", "Belgium"),
        ("BY", "Belarus"),
        ("RU", "Russia"),
        ("IT", "Italy"),
        ("NL", "Netherlands"),
    ];
    NAMES.iter().find(|(code, _)| *code == iso).map_or("Europe", |(_, name)| name)
}

/// The first pressings are the first label's; later ones are spread, also to none.
fn label<'a>(labels: &'a [String], slot: u64, dice: &mut Dice) -> &'a str {
    let place = if slot < 3 { 0 } else { dice.below(3) };
    let label = usize::try_from(place).ok().and_then(|place| labels.get(place));
    label.map_or("Not On Label", String::as_str)
}

fn pressing_year(original: u64, slot: u64, vinyl: bool, dice: &mut Dice) -> u64 {
    let original = if original == 0 { 1990 } else { original };
    if slot == 0 {
        return original;
    }
    let earliest = if vinyl { original } else { original.max(1984) };
    match dice.below(20) {
        0..=8 => (earliest + dice.below(4)).min(THIS_YEAR),
        9..=11 => dice.between(earliest, THIS_YEAR.max(earliest)),
        _ => dice.between(earliest.max(2008), THIS_YEAR.max(earliest)),
    }
}

/// The original's year is always said; now and then one is unknown, as `"0"` or `""`.
fn released(year: u64, slot: u64, dice: &mut Dice) -> String {
    match dice.below(50) {
        _ if slot == 0 => year.to_string(),
        0 => "0".to_owned(),
        1 => String::new(),
        2..=10 if year > 1995 => format!("{year}-{:02}-{:02}", dice.between(1, 12), dice.between(1, 28)),
        11 | 12 => format!("{year}-{:02}-00", dice.between(1, 12)),
        _ => year.to_string(),
    }
}

fn format(vinyl: bool, later: bool, year: u64, dice: &mut Dice) -> (&'static str, u32, Vec<String>, String) {
    if !vinyl {
        let tape = year < 2005 && dice.chance(0.3);
        let mut descriptions = vec!["Album".to_owned()];
        descriptions.extend(later.then(|| "Reissue".to_owned()));
        return (if tape { "Cassette" } else { "CD" }, 1, descriptions, String::new());
    }
    let short = dice.chance(0.25);
    let word = |full: &str, abbreviated: &str| if short { abbreviated.to_owned() } else { full.to_owned() };
    let mut words = vec!["LP".to_owned(), "Album".to_owned()];
    if later {
        words.push(if dice.chance(0.7) { word("Reissue", "RE") } else { word("Repress", "RP") });
        words.extend(dice.chance(0.35).then(|| word("Remastered", "RM")));
    }
    words.extend(dice.chance(0.12).then(|| word("Limited Edition", "Ltd")));
    words.extend(dice.chance(0.2).then(|| "Stereo".to_owned()));
    let heavy = later && year > 2000 && dice.chance(0.45);
    words.extend((heavy && short).then(|| "180".to_owned()));
    let text = match (heavy, dice.below(6)) {
        (true, 0) => "180 Gram, Gatefold",
        (true, _) => "180 Gram",
        (false, 0) => "Gatefold",
        (false, 1) if year > 1990 => "Clear",
        _ => "",
    };
    ("Vinyl", if dice.chance(0.2) { 2 } else { 1 }, words, text.to_owned())
}

fn catno(label: &str, year: u64, dice: &mut Dice) -> String {
    if dice.chance(0.04) {
        return "none".to_owned();
    }
    let letters: String = label.chars().filter(|c| c.is_alphabetic()).take(3).flat_map(char::to_uppercase).collect();
    match dice.below(3) {
        0 => format!("{letters} {}", dice.between(1, 999)),
        1 => format!("{letters}LP{}", dice.between(10, 4000)),
        _ => format!("{:04}-{}-1, {letters}-{year}", dice.between(1, 9999), dice.between(100, 999)),
    }
}
