//! What artists and albums look like: which picture was chosen and why, and where ours is shown.
use std::time::Duration;

use serde_json::Value;
use vinilogy_queries::queries::{artists, images};

use super::{Artist, At, Error, Result, Store, retrying};
use crate::domain::{ids::AlbumId, ids::ArtistId, names::artist_key};

pub use images::{AlbumSubject, ArtistSubject, OfArtist as SubjectImage};

/// Whose picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pictured {
    /// An artist's.
    Artist(ArtistId),
    /// An album's cover.
    Album(AlbumId),
}

/// The picture that was chosen; its objects are in the bucket already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mirrored {
    /// `coverartarchive`, `discogs` or `lastfm`.
    pub source: &'static str,
    /// Where it was found.
    pub source_url: String,
    /// SHA-256 of its bytes, in hex.
    pub hash: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// What a search for a picture ended with.
#[derive(Debug, Clone)]
pub struct Choice {
    /// None when no source has one.
    pub mirrored: Option<Mirrored>,
    /// What was considered, in order: `[{"source", "url"?, "outcome", "why"}]`.
    pub candidates: Value,
    /// Why there may be a better one.
    pub note: Option<String>,
    /// The path under which our routes show it.
    pub path: String,
    /// When it is looked for again.
    pub fresh_for: Duration,
}

impl Store {
    /// What is needed to look for an artist's picture.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown artist and for one that was merged into another.
    pub async fn artist_to_picture(&self, id: ArtistId) -> Result<ArtistSubject> {
        let client = self.client().await?;
        let found = images::artist_subject().bind(&client, &id.get()).opt().await.at("images.artist_subject")?;
        found.ok_or(Error::NotFound)
    }

    /// What is needed to look for an album's cover.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown album.
    pub async fn album_to_picture(&self, id: AlbumId) -> Result<AlbumSubject> {
        let client = self.client().await?;
        let found = images::album_subject().bind(&client, &id.get()).opt().await.at("images.album_subject")?;
        found.ok_or(Error::NotFound)
    }

    /// Whether the objects of a picture are in the bucket, because another subject has the same one.
    ///
    /// # Errors
    /// As every statement.
    pub async fn is_mirrored(&self, hash: &str) -> Result<bool> {
        let client = self.client().await?;
        images::is_mirrored().bind(&client, &hash).one().await.at("images.is_mirrored")
    }

    /// Writes a choice with its evidence, and where it is shown, in one transaction.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_image(&self, of: Pictured, choice: &Choice) -> Result<()> {
        retrying(|| self.try_save_image(of, choice)).await
    }

    async fn try_save_image(&self, of: Pictured, choice: &Choice) -> Result<()> {
        let (artist, album) = match of {
            Pictured::Artist(id) => (Some(id.get()), None),
            Pictured::Album(id) => (None, Some(id.get())),
        };
        let mirrored = choice.mirrored.as_ref();
        let pixels = |side: u32| i32::try_from(side).unwrap_or(i32::MAX);
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("images.begin")?;
        images::save()
            .bind(
                &tx,
                &artist,
                &album,
                &if mirrored.is_some() { "mirrored" } else { "none" },
                &mirrored.map(|m| m.source),
                &mirrored.map(|m| m.source_url.as_str()),
                &mirrored.map(|m| m.hash.as_str()),
                &mirrored.map(|m| pixels(m.width)),
                &mirrored.map(|m| pixels(m.height)),
                &choice.candidates,
                &choice.note.as_deref(),
                &choice.fresh_for.as_secs_f64(),
            )
            .await
            .at("images.save")?;
        let path = choice.path.as_str();
        match of {
            Pictured::Artist(id) => {
                images::show_of_artist().bind(&tx, &path, &id.get()).await.at("images.show_of_artist")?
            }
            Pictured::Album(id) => {
                images::show_of_album().bind(&tx, &path, &id.get()).await.at("images.show_of_album")?
            }
        };
        tx.commit().await.at("images.commit")
    }

    /// Wanted artists and their albums without a picture, or with one that is to be looked for again.
    ///
    /// # Errors
    /// As every statement.
    pub async fn stale_images(&self, limit: i64) -> Result<Vec<Pictured>> {
        let client = self.client().await?;
        let rows = images::stale().bind(&client, &limit).all().await.at("images.stale")?;
        Ok(rows.into_iter().map(|row| pictured(&row.kind, row.id)).collect())
    }

    /// Whoever may have a picture: wanted artists that were ingested, and their albums.
    ///
    /// # Errors
    /// As every statement.
    pub async fn all_to_picture(&self) -> Result<Vec<Pictured>> {
        let client = self.client().await?;
        let rows = images::all_subjects().bind(&client).all().await.at("images.all_subjects")?;
        Ok(rows.into_iter().map(|row| pictured(&row.kind, row.id)).collect())
    }

    /// The artists of a name, however it is written: the most listened to first.
    ///
    /// # Errors
    /// As every statement.
    pub async fn artists_named(&self, name: &str) -> Result<Vec<Artist>> {
        let client = self.client().await?;
        artists::by_name_key().bind(&client, &artist_key(name).as_str()).all().await.at("artists.by_name_key")
    }

    /// An artist's picture, then its albums' covers, with their evidence.
    ///
    /// # Errors
    /// As every statement.
    pub async fn images_of(&self, artist: ArtistId) -> Result<Vec<SubjectImage>> {
        let client = self.client().await?;
        images::of_artist().bind(&client, &artist.get()).all().await.at("images.of_artist")
    }
}

fn pictured(kind: &str, id: i64) -> Pictured {
    match kind {
        "artist" => Pictured::Artist(ArtistId::from(id)),
        _ => Pictured::Album(AlbumId::from(id)),
    }
}
