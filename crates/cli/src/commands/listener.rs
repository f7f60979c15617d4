//! `vinilogy listener`: a listener with seeds and a session.
use std::time::Duration;

use anyhow::Result;
use clap::Args;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use vinilogy_app::Context;
use vinilogy_app::jobs::IngestArtist;
use vinilogy_core::domain::ids::ArtistId;

use crate::local::Variables;

/// Options of `vinilogy listener`.
#[derive(Args)]
pub struct NewListener {
    /// The listener's name; an existing one gets another session and these seeds as well.
    name: String,
    /// An artist to pick; may be given several times.
    #[arg(long = "seed")]
    seeds: Vec<String>,
    /// ISO 3166: where records are sent.
    #[arg(long, default_value = "ES")]
    country: String,
    /// ISO 4217: in which prices are read.
    #[arg(long, default_value = "EUR")]
    currency: String,
    /// `en` or `es`.
    #[arg(long, default_value = "en")]
    language: String,
    /// An administrator: may read reports and decide reviews.
    #[arg(long)]
    admin: bool,
}

/// A month.
const SESSION: Duration = Duration::from_secs(30 * 24 * 3600);

impl NewListener {
    /// As the options say.
    pub async fn run(self) -> Result<()> {
        let context = Variables::read().context()?;
        let token = make(&context, &self).await?;
        println!("{token}");
        Ok(())
    }

    /// In Spain, paying in euros.
    pub fn named(name: &str, seeds: Vec<String>) -> Self {
        let (country, currency, language) = ("ES".into(), "EUR".into(), "en".into());
        Self { name: name.to_owned(), seeds, country, currency, language, admin: false }
    }
}

/// Makes the listener, picks the seeds, has those ingested that are new, and returns a token.
pub async fn make(context: &Context, new: &NewListener) -> Result<String> {
    let store = context.store();
    let user = store.get_or_create_user(&new.name, &new.country, &new.currency, &new.language).await?;
    if new.admin {
        store.make_admin(user).await?;
    }
    for name in &new.seeds {
        let artist = store.get_or_create_artist(name, None).await?;
        let id = ArtistId::from(artist.id);
        store.want_artist(id).await?;
        if store.add_seed(user, id).await? {
            store.expire_set(user).await?;
        }
        if artist.albums_fetched_at.is_none() {
            context.queues().await.send(&IngestArtist::Known { artist_id: artist.id }).await?;
        }
    }
    let token = format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
    store.open_session(user, Sha256::digest(&token).as_slice(), SESSION).await?;
    Ok(token)
}
