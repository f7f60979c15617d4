// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct SaveParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::JsonSql,
    T6: crate::StringSql,
> {
    pub artist_id: Option<i64>,
    pub album_id: Option<i64>,
    pub state: T1,
    pub source: Option<T2>,
    pub source_url: Option<T3>,
    pub hash: Option<T4>,
    pub width: Option<i32>,
    pub height: Option<i32>,
    pub candidates: T5,
    pub note: Option<T6>,
    pub fresh_seconds: f64,
}
#[derive(Debug)]
pub struct ShowOfArtistParams<T1: crate::StringSql> {
    pub url: T1,
    pub id: i64,
}
#[derive(Debug)]
pub struct ShowOfAlbumParams<T1: crate::StringSql> {
    pub url: T1,
    pub id: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct ArtistSubject {
    pub id: i64,
    pub name: String,
    pub discogs_id: Option<i64>,
    pub wanted: bool,
    pub fresh: bool,
}
pub struct ArtistSubjectBorrowed<'a> {
    pub id: i64,
    pub name: &'a str,
    pub discogs_id: Option<i64>,
    pub wanted: bool,
    pub fresh: bool,
}
impl<'a> From<ArtistSubjectBorrowed<'a>> for ArtistSubject {
    fn from(
        ArtistSubjectBorrowed {
            id,
            name,
            discogs_id,
            wanted,
            fresh,
        }: ArtistSubjectBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            discogs_id,
            wanted,
            fresh,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct AlbumSubject {
    pub id: i64,
    pub title: String,
    pub title_key: String,
    pub artist_name: String,
    pub mbid: Option<uuid::Uuid>,
    pub discogs_master_id: Option<i64>,
    pub discogs_release_id: Option<i64>,
    pub wanted: bool,
    pub fresh: bool,
}
pub struct AlbumSubjectBorrowed<'a> {
    pub id: i64,
    pub title: &'a str,
    pub title_key: &'a str,
    pub artist_name: &'a str,
    pub mbid: Option<uuid::Uuid>,
    pub discogs_master_id: Option<i64>,
    pub discogs_release_id: Option<i64>,
    pub wanted: bool,
    pub fresh: bool,
}
impl<'a> From<AlbumSubjectBorrowed<'a>> for AlbumSubject {
    fn from(
        AlbumSubjectBorrowed {
            id,
            title,
            title_key,
            artist_name,
            mbid,
            discogs_master_id,
            discogs_release_id,
            wanted,
            fresh,
        }: AlbumSubjectBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            title: title.into(),
            title_key: title_key.into(),
            artist_name: artist_name.into(),
            mbid,
            discogs_master_id,
            discogs_release_id,
            wanted,
            fresh,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Stale {
    pub kind: String,
    pub id: i64,
}
pub struct StaleBorrowed<'a> {
    pub kind: &'a str,
    pub id: i64,
}
impl<'a> From<StaleBorrowed<'a>> for Stale {
    fn from(StaleBorrowed { kind, id }: StaleBorrowed<'a>) -> Self {
        Self {
            kind: kind.into(),
            id,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct AllSubjects {
    pub kind: String,
    pub id: i64,
}
pub struct AllSubjectsBorrowed<'a> {
    pub kind: &'a str,
    pub id: i64,
}
impl<'a> From<AllSubjectsBorrowed<'a>> for AllSubjects {
    fn from(AllSubjectsBorrowed { kind, id }: AllSubjectsBorrowed<'a>) -> Self {
        Self {
            kind: kind.into(),
            id,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct OfArtist {
    pub album_id: Option<i64>,
    pub title: Option<String>,
    pub first_release_year: Option<i16>,
    pub state: Option<String>,
    pub source: Option<String>,
    pub source_url: Option<String>,
    pub hash: Option<String>,
    pub width: Option<i32>,
    pub height: Option<i32>,
    pub candidates: Option<serde_json::Value>,
    pub note: Option<String>,
    pub fetched_at: Option<chrono::DateTime<chrono::Utc>>,
}
pub struct OfArtistBorrowed<'a> {
    pub album_id: Option<i64>,
    pub title: Option<&'a str>,
    pub first_release_year: Option<i16>,
    pub state: Option<&'a str>,
    pub source: Option<&'a str>,
    pub source_url: Option<&'a str>,
    pub hash: Option<&'a str>,
    pub width: Option<i32>,
    pub height: Option<i32>,
    pub candidates: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
    pub note: Option<&'a str>,
    pub fetched_at: Option<chrono::DateTime<chrono::Utc>>,
}
impl<'a> From<OfArtistBorrowed<'a>> for OfArtist {
    fn from(
        OfArtistBorrowed {
            album_id,
            title,
            first_release_year,
            state,
            source,
            source_url,
            hash,
            width,
            height,
            candidates,
            note,
            fetched_at,
        }: OfArtistBorrowed<'a>,
    ) -> Self {
        Self {
            album_id,
            title: title.map(|v| v.into()),
            first_release_year,
            state: state.map(|v| v.into()),
            source: source.map(|v| v.into()),
            source_url: source_url.map(|v| v.into()),
            hash: hash.map(|v| v.into()),
            width,
            height,
            candidates: candidates.map(|v| serde_json::from_str(v.0.get()).unwrap()),
            note: note.map(|v| v.into()),
            fetched_at,
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct ArtistSubjectQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ArtistSubjectBorrowed, tokio_postgres::Error>,
    mapper: fn(ArtistSubjectBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ArtistSubjectQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(ArtistSubjectBorrowed) -> R,
    ) -> ArtistSubjectQuery<'c, 'a, 's, C, R, N> {
        ArtistSubjectQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row =
            crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row =
            crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<
        impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c,
        tokio_postgres::Error,
    > {
        let stream = crate::client::async_::raw(
            self.client,
            self.query,
            crate::slice_iter(&self.params),
            self.cached,
        )
        .await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct AlbumSubjectQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AlbumSubjectBorrowed, tokio_postgres::Error>,
    mapper: fn(AlbumSubjectBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AlbumSubjectQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(AlbumSubjectBorrowed) -> R,
    ) -> AlbumSubjectQuery<'c, 'a, 's, C, R, N> {
        AlbumSubjectQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row =
            crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row =
            crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<
        impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c,
        tokio_postgres::Error,
    > {
        let stream = crate::client::async_::raw(
            self.client,
            self.query,
            crate::slice_iter(&self.params),
            self.cached,
        )
        .await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct BoolQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<bool, tokio_postgres::Error>,
    mapper: fn(bool) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> BoolQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(bool) -> R) -> BoolQuery<'c, 'a, 's, C, R, N> {
        BoolQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row =
            crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row =
            crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<
        impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c,
        tokio_postgres::Error,
    > {
        let stream = crate::client::async_::raw(
            self.client,
            self.query,
            crate::slice_iter(&self.params),
            self.cached,
        )
        .await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct StaleQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StaleBorrowed, tokio_postgres::Error>,
    mapper: fn(StaleBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StaleQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StaleBorrowed) -> R) -> StaleQuery<'c, 'a, 's, C, R, N> {
        StaleQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row =
            crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row =
            crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<
        impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c,
        tokio_postgres::Error,
    > {
        let stream = crate::client::async_::raw(
            self.client,
            self.query,
            crate::slice_iter(&self.params),
            self.cached,
        )
        .await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct AllSubjectsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AllSubjectsBorrowed, tokio_postgres::Error>,
    mapper: fn(AllSubjectsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AllSubjectsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(AllSubjectsBorrowed) -> R,
    ) -> AllSubjectsQuery<'c, 'a, 's, C, R, N> {
        AllSubjectsQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row =
            crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row =
            crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<
        impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c,
        tokio_postgres::Error,
    > {
        let stream = crate::client::async_::raw(
            self.client,
            self.query,
            crate::slice_iter(&self.params),
            self.cached,
        )
        .await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct OfArtistQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OfArtistBorrowed, tokio_postgres::Error>,
    mapper: fn(OfArtistBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OfArtistQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OfArtistBorrowed) -> R) -> OfArtistQuery<'c, 'a, 's, C, R, N> {
        OfArtistQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row =
            crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row =
            crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<
        impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c,
        tokio_postgres::Error,
    > {
        let stream = crate::client::async_::raw(
            self.client,
            self.query,
            crate::slice_iter(&self.params),
            self.cached,
        )
        .await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct ArtistSubjectStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn artist_subject() -> ArtistSubjectStmt {
    ArtistSubjectStmt(
        "select a.id, a.name, a.discogs_id, (a.wanted_at is not null) as wanted, coalesce(i.fresh_until > now(), false) as fresh from artists a left join images i on i.artist_id = a.id where a.id = $1 and a.merged_into is null",
        None,
    )
}
impl ArtistSubjectStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a i64,
    ) -> ArtistSubjectQuery<'c, 'a, 's, C, ArtistSubject, 1> {
        ArtistSubjectQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ArtistSubjectBorrowed, tokio_postgres::Error> {
                    Ok(ArtistSubjectBorrowed {
                        id: row.try_get(0)?,
                        name: row.try_get(1)?,
                        discogs_id: row.try_get(2)?,
                        wanted: row.try_get(3)?,
                        fresh: row.try_get(4)?,
                    })
                },
            mapper: |it| ArtistSubject::from(it),
        }
    }
}
pub struct AlbumSubjectStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn album_subject() -> AlbumSubjectStmt {
    AlbumSubjectStmt(
        "select a.id, a.title, a.title_key, r.name as artist_name, a.mbid, a.discogs_master_id, coalesce(a.discogs_release_id, (select p.discogs_id from releases p where p.album_id = a.id order by p.have desc nulls last, p.id limit 1)) as discogs_release_id, (r.wanted_at is not null) as wanted, coalesce(i.fresh_until > now(), false) as fresh from albums a join artists r on r.id = a.artist_id left join images i on i.album_id = a.id where a.id = $1",
        None,
    )
}
impl AlbumSubjectStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a i64,
    ) -> AlbumSubjectQuery<'c, 'a, 's, C, AlbumSubject, 1> {
        AlbumSubjectQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<AlbumSubjectBorrowed, tokio_postgres::Error> {
                    Ok(AlbumSubjectBorrowed {
                        id: row.try_get(0)?,
                        title: row.try_get(1)?,
                        title_key: row.try_get(2)?,
                        artist_name: row.try_get(3)?,
                        mbid: row.try_get(4)?,
                        discogs_master_id: row.try_get(5)?,
                        discogs_release_id: row.try_get(6)?,
                        wanted: row.try_get(7)?,
                        fresh: row.try_get(8)?,
                    })
                },
            mapper: |it| AlbumSubject::from(it),
        }
    }
}
pub struct SaveStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save() -> SaveStmt {
    SaveStmt(
        "insert into images (artist_id, album_id, state, source, source_url, hash, width, height, candidates, note, fresh_until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(secs => $11)) on conflict (artist_id, album_id) do update set state = excluded.state, source = excluded.source, source_url = excluded.source_url, hash = excluded.hash, width = excluded.width, height = excluded.height, candidates = excluded.candidates, note = excluded.note, fetched_at = excluded.fetched_at, fresh_until = excluded.fresh_until",
        None,
    )
}
impl SaveStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::StringSql,
        T4: crate::StringSql,
        T5: crate::JsonSql,
        T6: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        artist_id: &'a Option<i64>,
        album_id: &'a Option<i64>,
        state: &'a T1,
        source: &'a Option<T2>,
        source_url: &'a Option<T3>,
        hash: &'a Option<T4>,
        width: &'a Option<i32>,
        height: &'a Option<i32>,
        candidates: &'a T5,
        note: &'a Option<T6>,
        fresh_seconds: &'a f64,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    artist_id,
                    album_id,
                    state,
                    source,
                    source_url,
                    hash,
                    width,
                    height,
                    candidates,
                    note,
                    fresh_seconds,
                ],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::JsonSql,
    T6: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveParams<T1, T2, T3, T4, T5, T6>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveParams<T1, T2, T3, T4, T5, T6>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.artist_id,
            &params.album_id,
            &params.state,
            &params.source,
            &params.source_url,
            &params.hash,
            &params.width,
            &params.height,
            &params.candidates,
            &params.note,
            &params.fresh_seconds,
        ))
    }
}
pub struct ShowOfArtistStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn show_of_artist() -> ShowOfArtistStmt {
    ShowOfArtistStmt(
        "update artists set image_url = $1, updated_at = now() where id = $2 and image_url is distinct from $1",
        None,
    )
}
impl ShowOfArtistStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        url: &'a T1,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[url, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ShowOfArtistParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for ShowOfArtistStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ShowOfArtistParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.url, &params.id))
    }
}
pub struct ShowOfAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn show_of_album() -> ShowOfAlbumStmt {
    ShowOfAlbumStmt(
        "update albums set cover_url = $1, updated_at = now() where id = $2 and cover_url is distinct from $1",
        None,
    )
}
impl ShowOfAlbumStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        url: &'a T1,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[url, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ShowOfAlbumParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for ShowOfAlbumStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ShowOfAlbumParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.url, &params.id))
    }
}
pub struct IsMirroredStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn is_mirrored() -> IsMirroredStmt {
    IsMirroredStmt(
        "select exists (select from images where hash = $1) as known",
        None,
    )
}
impl IsMirroredStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        hash: &'a T1,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [hash],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct StaleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stale() -> StaleStmt {
    StaleStmt(
        "select kind, id from ( (select 'artist' as kind, a.id, i.fresh_until from artists a left join images i on i.artist_id = a.id where a.wanted_at is not null and a.merged_into is null and a.info_fetched_at is not null and (i.id is null or i.fresh_until < now()) order by i.fresh_until nulls first, a.id limit $1) union all (select 'album', b.id, i.fresh_until from albums b join artists a on a.id = b.artist_id and a.wanted_at is not null left join images i on i.album_id = b.id where b.releases_fetched_at is not null and (i.id is null or i.fresh_until < now()) order by i.fresh_until nulls first, b.id limit $1) ) s order by fresh_until nulls first, kind desc, id limit $1",
        None,
    )
}
impl StaleStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        limit: &'a i64,
    ) -> StaleQuery<'c, 'a, 's, C, Stale, 1> {
        StaleQuery {
            client,
            params: [limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StaleBorrowed, tokio_postgres::Error> {
                Ok(StaleBorrowed {
                    kind: row.try_get(0)?,
                    id: row.try_get(1)?,
                })
            },
            mapper: |it| Stale::from(it),
        }
    }
}
pub struct AllSubjectsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn all_subjects() -> AllSubjectsStmt {
    AllSubjectsStmt(
        "select 'artist' as kind, a.id from artists a where a.wanted_at is not null and a.merged_into is null and a.info_fetched_at is not null union all select 'album', b.id from albums b join artists a on a.id = b.artist_id and a.wanted_at is not null where b.releases_fetched_at is not null order by kind desc, id",
        None,
    )
}
impl AllSubjectsStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> AllSubjectsQuery<'c, 'a, 's, C, AllSubjects, 0> {
        AllSubjectsQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<AllSubjectsBorrowed, tokio_postgres::Error> {
                    Ok(AllSubjectsBorrowed {
                        kind: row.try_get(0)?,
                        id: row.try_get(1)?,
                    })
                },
            mapper: |it| AllSubjects::from(it),
        }
    }
}
pub struct OfArtistStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn of_artist() -> OfArtistStmt {
    OfArtistStmt(
        "select s.album_id, s.title, s.first_release_year, i.state, i.source, i.source_url, i.hash, i.width, i.height, i.candidates, i.note, i.fetched_at from (select a.id as artist_id, null::bigint as album_id, null::text as title, null::smallint as first_release_year from artists a where a.id = $1 union all select null, b.id, b.title, b.first_release_year from albums b where b.artist_id = $1) s left join images i on i.artist_id = s.artist_id or i.album_id = s.album_id order by s.album_id is not null, s.first_release_year nulls last, s.album_id",
        None,
    )
}
impl OfArtistStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        artist_id: &'a i64,
    ) -> OfArtistQuery<'c, 'a, 's, C, OfArtist, 1> {
        OfArtistQuery {
            client,
            params: [artist_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<OfArtistBorrowed, tokio_postgres::Error> {
                    Ok(OfArtistBorrowed {
                        album_id: row.try_get(0)?,
                        title: row.try_get(1)?,
                        first_release_year: row.try_get(2)?,
                        state: row.try_get(3)?,
                        source: row.try_get(4)?,
                        source_url: row.try_get(5)?,
                        hash: row.try_get(6)?,
                        width: row.try_get(7)?,
                        height: row.try_get(8)?,
                        candidates: row.try_get(9)?,
                        note: row.try_get(10)?,
                        fetched_at: row.try_get(11)?,
                    })
                },
            mapper: |it| OfArtist::from(it),
        }
    }
}
