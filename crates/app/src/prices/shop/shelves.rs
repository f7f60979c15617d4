//! The albums of our catalogue that the records of a list may be of.
use std::collections::{BTreeMap, BTreeSet};

use vinilogy_core::domain::names::{album_key, artist_key};
use vinilogy_core::domain::pressing::Format;
use vinilogy_core::domain::prices::offer::{Listing, OfferMatch, Pressing, Wanted, offer_match};
use vinilogy_core::domain::stock::StockRecord;
use vinilogy_core::store::{Error, ShelfAlbum, ShelfPressing, Store};

/// Keys or albums of a question.
const PAGE: usize = 1000;
/// What a shop of records need not say.
const RECORD: &str = "Vinyl";

/// Albums by the key of their artist's name, and their pressings.
pub(super) struct Shelves {
    albums: BTreeMap<String, Vec<(ShelfAlbum, String)>>,
    pressings: BTreeMap<i64, (Vec<i64>, Vec<Pressing>)>,
}

/// What a record of a list is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub album_id: i64,
    pub release_id: Option<i64>,
    /// 0 to 1.
    pub confidence: f32,
}

impl Shelves {
    /// What may be in a list.
    pub(super) async fn of(store: &Store, records: &[StockRecord]) -> Result<Self, Error> {
        let keys: BTreeSet<String> = records.iter().filter_map(|r| r.artist.as_deref()).map(artist_key).collect();
        let keys: Vec<String> = keys.into_iter().filter(|key| !key.is_empty()).collect();
        let titles: BTreeSet<(String, String)> = records.iter().filter_map(named).collect();
        let mut shelves = Self { albums: BTreeMap::new(), pressings: BTreeMap::new() };
        for page in keys.chunks(PAGE) {
            for album in store.shelf(page).await? {
                let title = album_key(&album.title);
                shelves.albums.entry(album.name_key.clone()).or_default().push((album, title));
            }
        }
        // Pressings are read of albums only that a record of the list names.
        let named: BTreeSet<i64> =
            titles.iter().flat_map(|(artist, title)| shelves.named(artist, title)).map(|a| a.album_id).collect();
        let named: Vec<i64> = named.into_iter().collect();
        for page in named.chunks(PAGE) {
            for row in store.shelf_pressings(page).await? {
                let (ids, pressings) = shelves.pressings.entry(row.album_id).or_default();
                ids.push(row.id);
                pressings.push(pressing(row));
            }
        }
        Ok(shelves)
    }

    /// Albums of the artist whose title stands in this one.
    fn named<'s>(&'s self, artist: &str, title: &'s str) -> impl Iterator<Item = &'s ShelfAlbum> {
        let albums = self.albums.get(artist).into_iter().flatten();
        albums.filter(move |(_, key)| !key.is_empty() && title.contains(key.as_str())).map(|(album, _)| album)
    }

    /// The likeliest album of a record, when it is sure enough, and its pressing when that is.
    pub(super) fn find(&self, record: &StockRecord, only_vinyl: bool) -> Option<Found> {
        let (artist, title) = named(record)?;
        let judged =
            self.named(&artist, &title).map(|album| (album.album_id, self.judge(record, &artist, album, only_vinyl)));
        let sure = judged.filter(|(_, judged)| judged.is_sure());
        let (album_id, judged) = sure.max_by(|(_, a), (_, b)| {
            a.confidence.total_cmp(&b.confidence).then(a.release_confidence.total_cmp(&b.release_confidence))
        })?;
        let release = judged.sure_release().and_then(|at| self.pressings.get(&album_id)?.0.get(at).copied());
        Some(Found { album_id, release_id: release, confidence: judged.confidence })
    }

    fn judge(&self, record: &StockRecord, artist: &str, album: &ShelfAlbum, only_vinyl: bool) -> OfferMatch {
        let title = match &record.artist {
            Some(artist) => format!("{artist} - {}", record.title),
            None => record.title.clone(),
        };
        let listing = Listing {
            title: &title,
            artist: record.artist.as_deref(),
            album: None,
            catno: record.catno.as_deref(),
            barcode: record.barcode.as_deref(),
            year: record.year,
            country: record.country.as_deref().and_then(|country| country.parse().ok()),
            format: record.format.as_deref().or(only_vinyl.then_some(RECORD)),
        };
        let others: Vec<&str> =
            self.albums.get(artist).into_iter().flatten().map(|(other, _)| other.title.as_str()).collect();
        let others: Vec<&str> = others.into_iter().filter(|other| *other != album.title).collect();
        let pressings = self.pressings.get(&album.album_id).map_or(&[][..], |(_, pressings)| pressings);
        let wanted = Wanted {
            artist: &album.artist_name,
            title: &album.title,
            year: album.first_release_year,
            others: &others,
            pressings,
        };
        offer_match(&listing, &wanted)
    }
}

/// The keys of a record's artist and title.
fn named(record: &StockRecord) -> Option<(String, String)> {
    Some((artist_key(record.artist.as_deref()?), album_key(&record.title)))
}

fn pressing(row: ShelfPressing) -> Pressing {
    let parts = |text: Option<String>| {
        let text = text.unwrap_or_default();
        text.split(", ").filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    Pressing {
        catnos: parts(row.catno),
        barcodes: row.barcodes,
        labels: parts(row.label),
        year: row.year,
        country: row.country,
        format: Format::read(&row.format),
    }
}
