//! Listeners' wishes to be told of a price, and the one look that decides who is told.
use std::collections::BTreeMap;
use std::time::Duration;

use deadpool_postgres::Transaction;
use vinilogy_queries::queries::{alerts, notifications, prices};

use super::{At, Error, Result, Store, retrying};
use crate::domain::ids::{AlbumId, UserId};
use crate::domain::money::{Currency, Money};
use crate::domain::prices::alerts::{Delivered, Next, next};
use crate::domain::prices::reading::Reader;

pub use alerts::Alert;
use alerts::Watch;

/// Which offers a wish is about, as the best prices of an album are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PriceClass {
    /// All.
    Cheapest,
    /// Record and sleeve in VG+ or better.
    VeryGoodPlus,
    /// First pressings.
    Original,
}

impl PriceClass {
    /// As it is stored and written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cheapest => "cheapest",
            Self::VeryGoodPlus => "very_good_plus",
            Self::Original => "original",
        }
    }

    /// The class of this name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        [Self::Cheapest, Self::VeryGoodPlus, Self::Original].into_iter().find(|class| class.name() == name)
    }
}

/// A wish to be told.
#[derive(Debug, Clone, Copy)]
pub struct NewAlert {
    /// The album; `None` for any that is recommended.
    pub album: Option<AlbumId>,
    /// Which offers count.
    pub class: PriceClass,
    /// What it may cost at most, delivered to the listener's country.
    pub target: Money,
}

/// What became of a wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SavedAlert {
    /// It is new.
    Created(i64),
    /// There was one for the album and class; its target is another now, and was not met yet.
    Changed(i64),
    /// It was there.
    Same(i64),
    /// The listener has as many as may be.
    TooMany,
}

/// What a look at an album's alerts came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AlertLook {
    /// Notifications that were made.
    pub told: usize,
    /// Alerts whose target is not met any more, which may be told again.
    pub rearmed: usize,
}

impl Store {
    /// Saves a wish, one for an album and class, unless the listener has `limit` others.
    ///
    /// # Errors
    /// [`Error::Conflict`] for an unknown album.
    pub async fn save_alert(&self, user: UserId, new: NewAlert, limit: i64) -> Result<SavedAlert> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("alerts.begin")?;
        alerts::lock_listener().bind(&tx, &user.get()).opt().await.at("alerts.lock_listener")?;
        let album = new.album.map(AlbumId::get);
        let class = new.class.name();
        let found = alerts::find().bind(&tx, &user.get(), &album, &class).opt().await.at("alerts.find")?;
        if found.is_none() && alerts::count_of().bind(&tx, &user.get()).one().await.at("alerts.count_of")? >= limit {
            return Ok(SavedAlert::TooMany);
        }
        let currency = new.target.currency;
        let target = new.target.minor;
        let saved = alerts::save().bind(&tx, &user.get(), &album, &class, &target, &currency.code()).opt().await;
        let saved = match (found, saved.at("alerts.save")?) {
            (None, Some(id)) => SavedAlert::Created(id),
            (_, Some(id)) => {
                alerts::forget_states().bind(&tx, &id).await.at("alerts.forget_states")?;
                SavedAlert::Changed(id)
            }
            (Some(id), None) => SavedAlert::Same(id),
            (None, None) => return Err(Error::NotFound),
        };
        tx.commit().await.at("alerts.commit")?;
        Ok(saved)
    }

    /// Deletes a listener's wish; returns whether there was one.
    ///
    /// # Errors
    /// As every statement.
    pub async fn delete_alert(&self, user: UserId, id: i64) -> Result<bool> {
        let client = self.client().await?;
        Ok(alerts::delete().bind(&client, &id, &user.get()).await.at("alerts.delete")? > 0)
    }

    /// A listener's wishes in the order made.
    ///
    /// # Errors
    /// As every statement.
    pub async fn alerts_of(&self, user: UserId) -> Result<Vec<Alert>> {
        let client = self.client().await?;
        alerts::of_listener().bind(&client, &user.get()).all().await.at("alerts.of_listener")
    }

    /// One wish, whoever's.
    ///
    /// # Errors
    /// [`Error::NotFound`] for none.
    pub async fn alert(&self, id: i64) -> Result<Alert> {
        let client = self.client().await?;
        alerts::of_one().bind(&client, &id).opt().await.at("alerts.of_one")?.ok_or(Error::NotFound)
    }

    /// Those of these albums that somebody waits for, by name or because they are recommended.
    ///
    /// # Errors
    /// As every statement.
    pub async fn watched_albums(&self, album_ids: &[i64]) -> Result<Vec<i64>> {
        if album_ids.is_empty() {
            return Ok(Vec::new());
        }
        let client = self.client().await?;
        alerts::watched().bind(&client, &album_ids).all().await.at("alerts.watched")
    }

    /// Albums that somebody waits for and that nobody has looked at for `ttl`.
    ///
    /// # Errors
    /// As every statement.
    pub async fn albums_with_stale_alerts(&self, ttl: Duration, limit: i64) -> Result<Vec<i64>> {
        let client = self.client().await?;
        alerts::stale().bind(&client, &ttl.as_secs_f64(), &limit).all().await.at("alerts.stale")
    }

    /// Compares an album's best prices, as they are now, with what listeners wait for, and makes a notification of each target that was not
    /// met before. The album is locked, as its prices are when they are written, so two looks at once tell nobody twice.
    ///
    /// # Errors
    /// As every statement.
    pub async fn check_alerts(&self, album: AlbumId) -> Result<AlertLook> {
        let readers = self.readers_of(album).await?;
        retrying(|| self.try_check_alerts(album, &readers)).await
    }

    async fn try_check_alerts(&self, album: AlbumId, readers: &BTreeMap<Currency, Reader>) -> Result<AlertLook> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("alerts.begin")?;
        let locked = [album.get()];
        prices::lock_albums().bind(&tx, &locked.as_slice()).all().await.at("prices.lock_albums")?;
        let watches = alerts::of_album().bind(&tx, &album.get()).all().await.at("alerts.of_album")?;
        let decided: Vec<Decided> = watches.iter().map(|watch| decide(watch, readers)).collect();
        save_states(&tx, album, &decided).await?;
        let told = save_notifications(&tx, album, &decided).await?;
        tx.commit().await.at("alerts.commit")?;
        Ok(AlertLook { told, rearmed: decided.iter().filter(|d| d.watch.met && !d.next.met).count() })
    }

    /// Those in whose currencies an album is waited for.
    async fn readers_of(&self, album: AlbumId) -> Result<BTreeMap<Currency, Reader>> {
        let client = self.client().await?;
        let codes = alerts::currencies_of_album().bind(&client, &album.get()).all().await;
        let codes = codes.at("alerts.currencies_of_album")?;
        drop(client);
        let mut readers = BTreeMap::from([(Currency::EUR, self.reader(Currency::EUR).await?)]);
        for currency in codes.iter().filter_map(|code| code.parse().ok()) {
            readers.insert(currency, self.reader(currency).await?);
        }
        Ok(readers)
    }
}

/// An alert with what is made of it.
struct Decided<'w> {
    watch: &'w Watch,
    next: Next,
    delivered: Option<Delivered>,
}

/// A wish in a currency whose rates are not at hand (it was made a moment ago) is not met yet: its own look follows.
fn decide<'w>(watch: &'w Watch, readers: &BTreeMap<Currency, Reader>) -> Decided<'w> {
    let currency: Option<Currency> = watch.currency.parse().ok();
    let reader = currency.and_then(|currency| readers.get(&currency));
    let delivered = reader.and_then(|reader| Delivered::read(watch.low, watch.high, watch.rate_day, reader));
    let meets = delivered.zip(currency).is_some_and(|(d, currency)| d.meets(Money::new(watch.target, currency)));
    Decided { watch, next: next(watch.met, watch.standing, meets), delivered }
}

async fn save_states(tx: &Transaction<'_>, album: AlbumId, decided: &[Decided<'_>]) -> Result<()> {
    let (forgotten, kept): (Vec<&Decided<'_>>, Vec<_>) = decided.iter().partition(|d| d.next.forget);
    if !kept.is_empty() {
        let (ids, mets): (Vec<i64>, Vec<bool>) = kept.iter().map(|d| (d.watch.id, d.next.met)).unzip();
        alerts::save_states().bind(tx, &album.get(), &ids, &mets).await.at("alerts.save_states")?;
    }
    if !forgotten.is_empty() {
        let ids: Vec<i64> = forgotten.iter().map(|d| d.watch.id).collect();
        alerts::drop_states().bind(tx, &album.get(), &ids).await.at("alerts.drop_states")?;
    }
    Ok(())
}

async fn save_notifications(tx: &Transaction<'_>, album: AlbumId, decided: &[Decided<'_>]) -> Result<usize> {
    // What meets a target is an offer, so nothing of it is missing.
    let told: Vec<(&Watch, Delivered, &str, &str, &str)> = decided
        .iter()
        .filter(|d| d.next.tell)
        .filter_map(|d| {
            let (provider, url) = (d.watch.provider.as_deref()?, d.watch.url.as_deref()?);
            Some((d.watch, d.delivered?, provider, url, d.watch.price_currency.as_deref()?))
        })
        .collect();
    if told.is_empty() {
        return Ok(0);
    }
    macro_rules! column {
        (|$row:ident| $value:expr) => {
            told.iter().map(|$row| $value).collect::<Vec<_>>()
        };
    }
    notifications::save()
        .bind(
            tx,
            &album.get(),
            &column!(|t| t.0.user_id),
            &column!(|t| t.0.id),
            &column!(|t| t.0.release_id),
            &column!(|t| t.2),
            &column!(|t| t.3),
            &column!(|t| t.4),
            &column!(|t| t.0.amount.unwrap_or_default()),
            &column!(|t| t.0.currency.as_str()),
            &column!(|t| t.0.target),
            &column!(|t| t.1.low.minor),
            &column!(|t| t.1.high.minor),
            &column!(|t| t.0.estimated),
            &column!(|t| t.0.observed_at.unwrap_or_default()),
        )
        .await
        .at("notifications.save")?;
    Ok(told.len())
}
