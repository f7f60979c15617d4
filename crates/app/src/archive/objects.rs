//! What lies in the bucket, by the names of its objects.
use std::collections::BTreeMap;

use aws_sdk_s3::error::DisplayErrorContext;
use chrono::NaiveDate;
use vinilogy_upstream::Error;

use super::{S3Archive, unavailable};

/// What an object holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One answer.
    Answer,
    /// One failure.
    Evidence,
    /// So many of both.
    Pack(u64),
}

/// An object of the archive: `raw/<service>/<endpoint>/<day>/<fingerprint>.json.zst`, with a number behind it when it is evidence, or
/// `raw/<service>/<endpoint>/packs/<first day>.<count>.<hash>.zst`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// Its whole name.
    pub key: String,
    /// `service/endpoint`.
    pub endpoint: String,
    /// On which its first answer was received.
    pub day: NaiveDate,
    /// What it holds.
    pub kind: Kind,
    /// Its size.
    pub bytes: u64,
}

impl Object {
    /// Reads a name; `None` for one that is not ours.
    pub fn read(key: &str, bytes: u64) -> Option<Self> {
        let mut parts = key.strip_prefix("raw/")?.split('/');
        let (service, endpoint, folder, name) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let (day, kind) = if folder == "packs" {
            let mut name = name.split('.');
            (name.next()?, Kind::Pack(name.next()?.parse().ok()?))
        } else {
            let answer = name.ends_with(".json.zst");
            (folder, if answer { Kind::Answer } else { Kind::Evidence })
        };
        let ours = parts.next().is_none() && name.contains(".zst");
        let endpoint = format!("{service}/{endpoint}");
        ours.then_some(Self { key: key.to_owned(), endpoint, day: day.parse().ok()?, kind, bytes })
    }

    /// Whether it is a pack.
    pub fn is_pack(&self) -> bool {
        matches!(self.kind, Kind::Pack(_))
    }
}

/// What one endpoint has in the archive.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Held {
    /// Objects with one answer or failure.
    pub singles: u64,
    /// Of these, failures.
    pub evidence: u64,
    /// Their size.
    pub single_bytes: u64,
    /// Objects with many.
    pub packs: u64,
    /// How many they hold.
    pub packed: u64,
    /// Their size.
    pub pack_bytes: u64,
}

impl Held {
    fn add(&mut self, object: &Object) {
        match object.kind {
            Kind::Pack(answers) => {
                self.packs += 1;
                self.packed += answers;
                self.pack_bytes += object.bytes;
            }
            kind => {
                self.singles += 1;
                self.evidence += u64::from(kind == Kind::Evidence);
                self.single_bytes += object.bytes;
            }
        }
    }
}

impl std::ops::AddAssign<&Self> for Held {
    fn add_assign(&mut self, other: &Self) {
        self.singles += other.singles;
        self.evidence += other.evidence;
        self.single_bytes += other.single_bytes;
        self.packs += other.packs;
        self.packed += other.packed;
        self.pack_bytes += other.pack_bytes;
    }
}

impl S3Archive {
    /// Hands every object of the archive to `each`, in the order of their names.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the bucket cannot be listed.
    pub async fn list(&self, mut each: impl FnMut(Object)) -> Result<(), Error> {
        let mut pages = self.client.list_objects_v2().bucket(&self.bucket).prefix("raw/").into_paginator().send();
        while let Some(page) = pages.next().await {
            self.count_request();
            let page = page.map_err(|e| unavailable(DisplayErrorContext(e)))?;
            for object in page.contents() {
                let bytes = object.size().and_then(|size| u64::try_from(size).ok()).unwrap_or_default();
                if let Some(object) = object.key().and_then(|key| Object::read(key, bytes)) {
                    each(object);
                }
            }
        }
        Ok(())
    }

    /// What is there, by `service/endpoint`.
    ///
    /// # Errors
    /// As [`S3Archive::list`].
    pub async fn held(&self) -> Result<BTreeMap<String, Held>, Error> {
        let mut held: BTreeMap<String, Held> = BTreeMap::new();
        self.list(|object| held.entry(object.endpoint.clone()).or_default().add(&object)).await?;
        Ok(held)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_an_object_holds() {
        let kind =
            |key: &str| Object::read(key, 1).map(|object| (object.endpoint, object.day.to_string(), object.kind));
        let found = |kind| Some(("discogs/release".to_owned(), "2026-11-21".to_owned(), kind));
        assert_eq!(kind("raw/discogs/release/2026-11-21/ab.json.zst"), found(Kind::Answer));
        assert_eq!(kind("raw/discogs/release/2026-11-21/ab.json.zst.1763683200000000"), found(Kind::Evidence));
        assert_eq!(kind("raw/discogs/release/packs/2026-11-21.870.0a1b.zst"), found(Kind::Pack(870)));
        for other in [
            "images/x",
            "raw/discogs/release",
            "raw/discogs/release/today/ab.json.zst",
            "raw/discogs/release/2026-11-21/a/b.zst",
            "raw/discogs/release/packs/2026-11-21.zst",
            "raw/discogs/release/2026-11-21/notes.txt",
        ] {
            assert_eq!(kind(other), None, "{other}");
        }
    }
}
