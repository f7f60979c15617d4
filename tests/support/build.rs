//! Rows for tests, written through the store as the product writes them.
use std::time::Duration;

use sha2::{Digest, Sha256};
use uuid::Uuid;
use vinilogy_core::domain::ids::{AlbumId, ArtistId, UserId};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{ANYWHERE, Look, Pressing, Store, StudioAlbum};

use crate::offers;

/// A listener in Spain who pays in euros, with a session; returns the token.
pub async fn listener(store: &Store, name: &str) -> (UserId, String) {
    let user = store.get_or_create_user(name, "ES", "EUR", "en").await.expect("listener");
    let token = Uuid::new_v4().simple().to_string();
    let digest = Sha256::digest(&token);
    store.open_session(user, digest.as_slice(), Duration::from_secs(3600)).await.expect("session");
    (user, token)
}

/// An administrator with a session; returns the token.
pub async fn admin(store: &Store, name: &str) -> String {
    let (user, token) = listener(store, name).await;
    store.make_admin(user).await.expect("administrator");
    token
}

/// A pressing as Discogs lists it.
pub fn pressing(discogs_id: i64, year: i16, have: i32) -> Pressing {
    Pressing {
        discogs_id,
        title: format!("Pressing {discogs_id}"),
        country: Some("UK".to_owned()),
        year: Some(year),
        released: Some(year.to_string()),
        format: "LP, Album".to_owned(),
        label: Some("Parlophone".to_owned()),
        catno: Some(format!("NODATA {discogs_id}")),
        thumb_url: None,
        official: true,
        have: Some(have),
        want: Some(1),
        ..Pressing::default()
    }
}

/// An album of an artist, with pressings and euro prices.
pub struct AlbumBuilder<'a> {
    store: &'a Store,
    artist: ArtistId,
    title: &'a str,
    year: i16,
    pressings: Vec<(Pressing, Option<i64>)>,
}

impl<'a> AlbumBuilder<'a> {
    /// Of the artist of this name, who is created.
    pub async fn new(store: &'a Store, artist: &str, title: &'a str, year: i16) -> Self {
        let artist = store.get_or_create_artist(artist, None).await.expect("artist");
        let artist = ArtistId::from(artist.id);
        Self { store, artist, title, year, pressings: Vec::new() }
    }

    /// With a pressing, and a price in euro cents.
    pub fn pressing(mut self, discogs_id: i64, year: i16, have: i32, cents: Option<i64>) -> Self {
        self.pressings.push((pressing(discogs_id, year, have), cents));
        self
    }

    /// Writes it all; returns artist and album.
    pub async fn save(self) -> (ArtistId, AlbumId) {
        let mbid = Uuid::new_v4();
        let album = StudioAlbum {
            mbid,
            title: self.title.to_owned(),
            first_release_year: Some(self.year),
            discogs_master_id: None,
        };
        self.store.save_albums(self.artist, &[album]).await.expect("album");
        let albums = self.store.albums_of(self.artist).await.expect("albums");
        let id = albums.iter().find(|a| a.mbid == Some(mbid)).expect("the album was written").id;
        let id = AlbumId::from(id);
        let pressings: Vec<Pressing> = self.pressings.iter().map(|(p, _)| p.clone()).collect();
        self.store.save_releases(id, &pressings).await.expect("pressings");
        self.save_prices(id).await;
        (self.artist, id)
    }

    async fn save_prices(&self, id: AlbumId) {
        let rows = self.store.pressings_of(&[id.get()], "ES").await.expect("pressings");
        let keys = self.store.releases_to_price(id, Duration::ZERO, 1000).await.expect("pressings");
        assert_eq!(rows.len(), keys.len());
        let now = std::time::SystemTime::now().into();
        let seen = self.pressings.iter().filter_map(|(pressing, cents)| {
            let key = keys.iter().find(|key| key.discogs_id == pressing.discogs_id)?;
            let mut look = offers::look(key.id, now, Money::new((*cents)?, Currency::EUR), None, ANYWHERE);
            look.quotes[0].url = format!("https://www.discogs.com/sell/release/{}", pressing.discogs_id);
            Some(look)
        });
        let seen: Vec<Look> = seen.collect();
        self.store.save_looks("discogs", &seen).await.expect("prices");
    }
}
