//! Listeners, their sessions and their seeds.
use std::time::Duration;

use vinilogy_queries::queries::listeners;

use super::{At, Error, Result, Store};
use crate::domain::{ids::ArtistId, ids::UserId};

pub use listeners::{ByToken as Listener, Profile, Seeds as SeedArtist};

impl Store {
    /// The listener of this name, created if new, with this country (ISO 3166), currency (ISO 4217) and language.
    ///
    /// # Errors
    /// As every statement.
    pub async fn get_or_create_user(
        &self,
        name: &str,
        country: &str,
        currency: &str,
        language: &str,
    ) -> Result<UserId> {
        let client = self.client().await?;
        let created = listeners::insert_user().bind(&client, &name).opt().await.at("listeners.insert_user")?;
        let id = match created {
            Some(id) => id,
            None => listeners::user_by_name().bind(&client, &name).one().await.at("listeners.user_by_name")?,
        };
        listeners::insert_profile()
            .bind(&client, &id, &country, &currency, &language)
            .await
            .at("listeners.insert_profile")?;
        Ok(UserId::from(id))
    }

    /// Makes a listener an administrator, who may see and decide what concerns all.
    ///
    /// # Errors
    /// As every statement.
    pub async fn make_admin(&self, user: UserId) -> Result<()> {
        let client = self.client().await?;
        listeners::set_role().bind(&client, &"admin", &user.get()).await.at("listeners.set_role").map(drop)
    }

    /// Opens a session for a token of which only the SHA-256 is known here.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the token exists already.
    pub async fn open_session(&self, user: UserId, token_sha256: &[u8], length: Duration) -> Result<()> {
        let client = self.client().await?;
        listeners::insert_session()
            .bind(&client, &token_sha256, &user.get(), &length.as_secs_f64())
            .await
            .at("listeners.insert_session")
            .map(drop)
    }

    /// Who holds a token that is still good.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown or expired token.
    pub async fn listener_by_token(&self, token_sha256: &[u8]) -> Result<Listener> {
        let client = self.client().await?;
        let found = listeners::by_token().bind(&client, &token_sha256).opt().await;
        found.at("listeners.by_token")?.ok_or(Error::NotFound)
    }

    /// Country, currency and language of a listener.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown listener.
    pub async fn profile(&self, user: UserId) -> Result<Profile> {
        let client = self.client().await?;
        listeners::profile().bind(&client, &user.get()).opt().await.at("listeners.profile")?.ok_or(Error::NotFound)
    }

    /// The artists a listener picked, in the order picked.
    ///
    /// # Errors
    /// As every statement.
    pub async fn seeds(&self, user: UserId) -> Result<Vec<SeedArtist>> {
        let client = self.client().await?;
        listeners::seeds().bind(&client, &user.get()).all().await.at("listeners.seeds")
    }

    /// Adds a seed; returns whether it was new.
    ///
    /// # Errors
    /// [`Error::Conflict`] for an unknown artist.
    pub async fn add_seed(&self, user: UserId, artist: ArtistId) -> Result<bool> {
        let client = self.client().await?;
        let added = listeners::insert_seed().bind(&client, &user.get(), &artist.get()).await;
        Ok(added.at("listeners.insert_seed")? > 0)
    }

    /// Removes a seed; returns whether there was one.
    ///
    /// # Errors
    /// As every statement.
    pub async fn remove_seed(&self, user: UserId, artist: ArtistId) -> Result<bool> {
        let client = self.client().await?;
        let removed = listeners::delete_seed().bind(&client, &user.get(), &artist.get()).await;
        Ok(removed.at("listeners.delete_seed")? > 0)
    }
}
