//! From many small objects to one: written first, then the rows are switched in one transaction, and what is left over is deleted when
//! nobody can be on the way to it. A crash between any two steps loses nothing; the next run goes on.
use std::collections::HashSet;
use std::time::Duration;

use aws_sdk_s3::error::DisplayErrorContext;
use aws_sdk_s3::types::{Delete, ObjectIdentifier};
use chrono::NaiveDate;
use futures::{StreamExt, TryStreamExt};
use sha2::{Digest, Sha256};
use vinilogy_core::store::Packed;
use vinilogy_upstream::{Error, Exchange, Packer};

use super::{Object, S3Archive, unavailable};

/// Fewer objects of an endpoint wait for more: packing them would save nothing.
const FEWEST: usize = 8;
/// Objects in a pack.
const MOST: usize = 2000;
/// Bytes of packed objects: what is unpacked of them must fit into a function's memory.
const MOST_BYTES: u64 = 4 * 1024 * 1024;
/// Objects that are read at once.
const AT_ONCE: usize = 16;
/// What S3 deletes with one request.
const DELETED_AT_ONCE: usize = 1000;

/// A pack that is written and that no row leads to yet.
#[derive(Debug)]
pub struct Pack {
    /// Its name.
    pub key: String,
    /// What it holds, and the objects that hold the same.
    pub packed: Vec<Packed>,
}

impl S3Archive {
    /// Objects to pack together: of one endpoint, of days before this one. An object of a day that is over is never written again.
    /// At most `limit` objects, each in one group.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the bucket or the database does not answer.
    pub async fn to_pack(&self, before: NaiveDate, limit: usize) -> Result<Vec<Vec<Object>>, Error> {
        let left: HashSet<String> = self.store.leftovers().await.map_err(unavailable)?.into_iter().collect();
        let mut singles = Vec::new();
        // The whole list is cheap, a request for a thousand; what is kept of it is bounded.
        self.list(|object| {
            let over = !object.is_pack() && object.day < before && !left.contains(&object.key);
            if over && singles.len() < limit {
                singles.push(object);
            }
        })
        .await?;
        Ok(groups(singles))
    }

    /// Writes a group as one object. Its name is made of its members' names, so that a second attempt writes the same object.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the bucket does not answer; [`Error::Malformed`] when a member is damaged.
    pub async fn write_pack(&self, group: &[Object]) -> Result<Option<Pack>, Error> {
        let read = futures::stream::iter(group.to_vec()).map(|object| self.member(object));
        let members: Vec<Option<(Object, Exchange)>> = read.buffered(AT_ONCE).try_collect().await?;
        // One that is gone meanwhile was packed by somebody else.
        let mut members: Vec<(Object, Exchange)> = members.into_iter().flatten().collect();
        // A replay goes by time, and finds the next answers in the block that it has just read.
        members.sort_by(|(a, one), (b, other)| (one.fetched_at, &a.key).cmp(&(other.fetched_at, &b.key)));
        let Some((first, _)) = members.first() else { return Ok(None) };
        let names: Vec<&str> = members.iter().map(|(object, _)| object.key.as_str()).collect();
        let hash = hex(&Sha256::digest(names.join("\n")));
        let key = format!("raw/{}/packs/{}.{}.{hash}.zst", first.endpoint, first.day, members.len());
        let mut packer = Packer::default();
        members.iter().try_for_each(|(_, exchange)| packer.add(exchange))?;
        let (bytes, entries) = packer.finish()?;
        let place = |offset: u64, length: u32| Some((i64::try_from(offset).ok()?, i32::try_from(length).ok()?));
        let packed = members.iter().zip(entries).map(|((object, _), entry)| {
            let block = place(entry.offset, entry.length).ok_or_else(|| unavailable("a pack of gigabytes"))?;
            Ok(Packed { fingerprint: entry.fingerprint, key: object.key.clone(), block })
        });
        let packed = packed.collect::<Result<_, Error>>()?;
        self.put(&key, bytes).await?;
        Ok(Some(Pack { key, packed }))
    }

    async fn member(&self, object: Object) -> Result<Option<(Object, Exchange)>, Error> {
        let Some(bytes) = self.get(&object.key, None).await? else { return Ok(None) };
        Ok(Some((object, Exchange::decode(&bytes)?)))
    }

    /// Leads the rows to a written pack. Returns how many were led elsewhere before.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database does not answer.
    pub async fn switch(&self, pack: &Pack) -> Result<u64, Error> {
        self.store.switch_to_pack(&pack.key, &pack.packed).await.map_err(unavailable)
    }

    /// Deletes objects that were left over for longer than `grace`. Returns how many.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the bucket or the database does not answer; what was deleted until then may be deleted again.
    pub async fn delete_leftovers(&self, grace: Duration) -> Result<u64, Error> {
        let mut deleted = 0;
        loop {
            let keys = self.store.leftovers_to_delete(grace, DELETED_AT_ONCE as i64).await.map_err(unavailable)?;
            if keys.is_empty() {
                return Ok(deleted);
            }
            let objects = keys.iter().map(|key| ObjectIdentifier::builder().key(key).build().map_err(unavailable));
            let delete = Delete::builder().set_objects(Some(objects.collect::<Result<_, _>>()?)).quiet(true);
            let request =
                self.client.delete_objects().bucket(&self.bucket).delete(delete.build().map_err(unavailable)?);
            self.count_request();
            let answer = request.send().await.map_err(|e| unavailable(DisplayErrorContext(e)))?;
            if let Some(refused) = answer.errors().first() {
                return Err(unavailable(refused.message().unwrap_or("an object was not deleted")));
            }
            self.store.forget_leftovers(&keys).await.map_err(unavailable)?;
            deleted += keys.len() as u64;
        }
    }
}

/// By endpoint, in groups that fit a pack; too few of an endpoint are left for later.
fn groups(singles: Vec<Object>) -> Vec<Vec<Object>> {
    let mut groups: Vec<Vec<Object>> = Vec::new();
    let mut bytes = 0;
    for object in singles {
        let fits = groups.last().and_then(|group| group.last().map(|last| (group.len(), last)));
        let fits = fits.is_some_and(|(members, last)| {
            last.endpoint == object.endpoint && members < MOST && bytes + object.bytes <= MOST_BYTES
        });
        if !fits {
            groups.push(Vec::new());
            bytes = 0;
        }
        bytes += object.bytes;
        if let Some(group) = groups.last_mut() {
            group.push(object);
        }
    }
    groups.retain(|group| group.len() >= FEWEST);
    groups
}

/// Sixteen digits: enough to tell the packs of an endpoint and a day apart.
fn hex(digest: &[u8]) -> String {
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_of_one_endpoint_and_fit_a_pack() {
        let object = |endpoint: &str, n: usize, bytes: u64| {
            Object::read(&format!("raw/discogs/{endpoint}/2026-11-20/{n:04}.json.zst"), bytes).unwrap()
        };
        let mut singles: Vec<Object> = (0..MOST + 20).map(|n| object("marketplace_stats", n, 500)).collect();
        singles.extend((0..FEWEST - 1).map(|n| object("master", n, 500)));
        singles.extend((0..40).map(|n| object("release", n, MOST_BYTES / 20)));
        let groups = groups(singles);
        let sizes: Vec<(&str, usize)> = groups.iter().map(|group| (group[0].endpoint.as_str(), group.len())).collect();
        let (stats, release) = ("discogs/marketplace_stats", "discogs/release");
        assert_eq!(sizes, [(stats, MOST), (stats, 20), (release, 20), (release, 20)]);
    }
}
