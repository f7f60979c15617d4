//! Where the archive's answers lie: switched to packs, and made again from what the bucket holds.
use std::time::Duration;

use chrono::{DateTime, Utc};
use vinilogy_queries::queries::archive;

use super::{At, Place, Result, Store, retrying};

/// An answer that was packed.
#[derive(Debug, Clone)]
pub struct Packed {
    /// Which request.
    pub fingerprint: String,
    /// The object that held it alone.
    pub key: String,
    /// Offset and length of its block in the pack.
    pub block: (i64, i32),
}

/// An answer that the bucket holds.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Which request.
    pub fingerprint: String,
    /// Who answered.
    pub upstream: &'static str,
    /// What was asked.
    pub endpoint: String,
    /// Without secrets.
    pub url: String,
    /// HTTP status.
    pub status: u16,
    /// Where it lies, and when it was received.
    pub place: Place,
    /// Length of the body.
    pub bytes: usize,
    /// Whether it settles its question; else it is evidence.
    pub settled: bool,
}

impl Store {
    /// Leads look-ups to a pack instead of the objects that were packed, and remembers those as left over, in one transaction.
    /// Returns how many rows were switched.
    ///
    /// # Errors
    /// As every statement.
    pub async fn switch_to_pack(&self, pack: &str, packed: &[Packed]) -> Result<u64> {
        retrying(|| self.try_switch_to_pack(pack, packed)).await
    }

    async fn try_switch_to_pack(&self, pack: &str, packed: &[Packed]) -> Result<u64> {
        let fingerprints: Vec<&str> = packed.iter().map(|p| p.fingerprint.as_str()).collect();
        let keys: Vec<&str> = packed.iter().map(|p| p.key.as_str()).collect();
        let offsets: Vec<i64> = packed.iter().map(|p| p.block.0).collect();
        let lengths: Vec<i32> = packed.iter().map(|p| p.block.1).collect();
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("archive.begin")?;
        let switched = archive::move_to_pack()
            .bind(&tx, &pack, &fingerprints, &keys, &offsets, &lengths)
            .await
            .at("archive.move_to_pack")?;
        archive::add_leftovers().bind(&tx, &keys).await.at("archive.add_leftovers")?;
        tx.commit().await.at("archive.commit")?;
        Ok(switched)
    }

    /// Objects whose answers lie in a pack as well.
    ///
    /// # Errors
    /// As every statement.
    pub async fn leftovers(&self) -> Result<Vec<String>> {
        let client = self.client().await?;
        archive::leftovers().bind(&client).all().await.at("archive.leftovers")
    }

    /// Those that were left over for so long that nobody can be on the way to them, and that no row leads to.
    ///
    /// # Errors
    /// As every statement.
    pub async fn leftovers_to_delete(&self, grace: Duration, limit: i64) -> Result<Vec<String>> {
        let client = self.client().await?;
        archive::leftovers_to_delete()
            .bind(&client, &grace.as_secs_f64(), &limit)
            .all()
            .await
            .at("archive.leftovers_to_delete")
    }

    /// Forgets leftovers that were deleted.
    ///
    /// # Errors
    /// As every statement.
    pub async fn forget_leftovers(&self, keys: &[String]) -> Result<()> {
        let client = self.client().await?;
        archive::forget_leftovers().bind(&client, &keys).await.at("archive.forget_leftovers").map(drop)
    }

    /// The objects that hold one answer and that a row leads to.
    ///
    /// # Errors
    /// As every statement.
    pub async fn single_keys(&self) -> Result<Vec<String>> {
        let client = self.client().await?;
        archive::single_keys().bind(&client).all().await.at("archive.single_keys")
    }

    /// Writes what the bucket holds where the rows say less. What is restored counts as over, and is used by replays. Returns how many
    /// rows changed.
    ///
    /// # Errors
    /// As every statement.
    pub async fn restore_requests(&self, kept: &[Kept]) -> Result<u64> {
        fn column<'a, T>(kept: &'a [Kept], of: impl Fn(&'a Kept) -> T) -> Vec<T> {
            kept.iter().map(of).collect()
        }
        let client = self.client().await?;
        archive::restore()
            .bind(
                &client,
                &column(kept, |k| k.fingerprint.as_str()),
                &column(kept, |k| k.upstream),
                &column(kept, |k| k.endpoint.as_str()),
                &column(kept, |k| k.url.as_str()),
                &column(kept, |k| i16::try_from(k.status).unwrap_or(i16::MAX)),
                &column(kept, |k| k.place.key.as_str()),
                &column(kept, |k| k.place.block.map(|b| b.0)),
                &column(kept, |k| k.place.block.map(|b| b.1)),
                &column(kept, |k| i32::try_from(k.bytes).unwrap_or(i32::MAX)),
                &column(kept, |k| -> DateTime<Utc> { k.place.fetched_at }),
                &column(kept, |k| k.settled),
            )
            .await
            .at("archive.restore")
    }
}
