// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct SaveStudioAlbumsParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::ArraySql<Item = uuid::Uuid>,
    T6: crate::ArraySql<Item = Option<i16>>,
    T7: crate::ArraySql<Item = Option<i64>>,
> {
    pub artist_id: i64,
    pub titles: T2,
    pub title_keys: T4,
    pub mbids: T5,
    pub first_release_years: T6,
    pub discogs_master_ids: T7,
}
#[derive(Debug)]
pub struct AdoptableParams<
    T1: crate::ArraySql<Item = i64>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
> {
    pub master_ids: T1,
    pub artist_id: i64,
    pub title_keys: T3,
}
#[derive(Clone, Copy, Debug)]
pub struct AdoptParams {
    pub mbid: uuid::Uuid,
    pub id: i64,
}
#[derive(Debug)]
pub struct UnlistedParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub artist_id: i64,
    pub mbids: T1,
    pub limit: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct SetMbidParams {
    pub mbid: Option<uuid::Uuid>,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveToArtistParams {
    pub artist_id: i64,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct SetMasterParams {
    pub master_id: Option<i64>,
    pub confidence: Option<f32>,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct WithoutReleasesParams {
    pub artist_id: i64,
    pub ttl_seconds: f64,
}
#[derive(Clone, Copy, Debug)]
pub struct SaveMasterParams {
    pub master_id: i64,
    pub confidence: f32,
    pub id: i64,
}
#[derive(Debug)]
pub struct SaveReleasesFetchedParams<T1: crate::StringSql> {
    pub cover_url: Option<T1>,
    pub id: i64,
}
#[derive(Debug)]
pub struct SaveNoteParams<T1: crate::StringSql> {
    pub note: T1,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct SavePricesFetchedParams {
    pub id: i64,
    pub wanted: bool,
}
#[derive(Clone, Copy, Debug)]
pub struct StaleReleasesParams {
    pub ttl_seconds: f64,
    pub limit: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct StalePricesParams {
    pub ttl_seconds: f64,
    pub limit: i64,
}
#[derive(Debug)]
pub struct StaleOffersParams<T1: crate::StringSql> {
    pub provider: T1,
    pub ttl_seconds: f64,
    pub failed_seconds: f64,
    pub limit: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Album {
    pub id: i64,
    pub artist_id: i64,
    pub artist_name: String,
    pub title: String,
    pub mbid: Option<uuid::Uuid>,
    pub first_release_year: Option<i16>,
    pub discogs_master_id: Option<i64>,
    pub master_confidence: Option<f32>,
    pub cover_url: Option<String>,
    pub track_count: Option<i16>,
    pub rating_hundredths: Option<i32>,
    pub rating_votes: Option<i32>,
    pub release_count: i32,
    pub wanted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub releases_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub prices_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub note: Option<String>,
    pub studio: Option<bool>,
    pub discogs_release_id: Option<i64>,
    pub unlisted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub refresh_asked_at: Option<chrono::DateTime<chrono::Utc>>,
    pub listed_with: Option<i64>,
}
pub struct AlbumBorrowed<'a> {
    pub id: i64,
    pub artist_id: i64,
    pub artist_name: &'a str,
    pub title: &'a str,
    pub mbid: Option<uuid::Uuid>,
    pub first_release_year: Option<i16>,
    pub discogs_master_id: Option<i64>,
    pub master_confidence: Option<f32>,
    pub cover_url: Option<&'a str>,
    pub track_count: Option<i16>,
    pub rating_hundredths: Option<i32>,
    pub rating_votes: Option<i32>,
    pub release_count: i32,
    pub wanted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub releases_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub prices_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub note: Option<&'a str>,
    pub studio: Option<bool>,
    pub discogs_release_id: Option<i64>,
    pub unlisted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub refresh_asked_at: Option<chrono::DateTime<chrono::Utc>>,
    pub listed_with: Option<i64>,
}
impl<'a> From<AlbumBorrowed<'a>> for Album {
    fn from(
        AlbumBorrowed {
            id,
            artist_id,
            artist_name,
            title,
            mbid,
            first_release_year,
            discogs_master_id,
            master_confidence,
            cover_url,
            track_count,
            rating_hundredths,
            rating_votes,
            release_count,
            wanted_at,
            releases_fetched_at,
            prices_fetched_at,
            note,
            studio,
            discogs_release_id,
            unlisted_at,
            refresh_asked_at,
            listed_with,
        }: AlbumBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            artist_id,
            artist_name: artist_name.into(),
            title: title.into(),
            mbid,
            first_release_year,
            discogs_master_id,
            master_confidence,
            cover_url: cover_url.map(|v| v.into()),
            track_count,
            rating_hundredths,
            rating_votes,
            release_count,
            wanted_at,
            releases_fetched_at,
            prices_fetched_at,
            note: note.map(|v| v.into()),
            studio,
            discogs_release_id,
            unlisted_at,
            refresh_asked_at,
            listed_with,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct WithMbids {
    pub id: i64,
    pub mbid: Option<uuid::Uuid>,
    pub title_key: String,
    pub discogs_master_id: Option<i64>,
}
pub struct WithMbidsBorrowed<'a> {
    pub id: i64,
    pub mbid: Option<uuid::Uuid>,
    pub title_key: &'a str,
    pub discogs_master_id: Option<i64>,
}
impl<'a> From<WithMbidsBorrowed<'a>> for WithMbids {
    fn from(
        WithMbidsBorrowed {
            id,
            mbid,
            title_key,
            discogs_master_id,
        }: WithMbidsBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            mbid,
            title_key: title_key.into(),
            discogs_master_id,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Adoptable {
    pub id: i64,
    pub artist_id: i64,
    pub title_key: String,
    pub first_release_year: Option<i16>,
    pub discogs_master_id: Option<i64>,
}
pub struct AdoptableBorrowed<'a> {
    pub id: i64,
    pub artist_id: i64,
    pub title_key: &'a str,
    pub first_release_year: Option<i16>,
    pub discogs_master_id: Option<i64>,
}
impl<'a> From<AdoptableBorrowed<'a>> for Adoptable {
    fn from(
        AdoptableBorrowed {
            id,
            artist_id,
            title_key,
            first_release_year,
            discogs_master_id,
        }: AdoptableBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            artist_id,
            title_key: title_key.into(),
            first_release_year,
            discogs_master_id,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct Unlisted {
    pub id: i64,
    pub mbid: uuid::Uuid,
}
#[derive(Debug, Clone, PartialEq)]
pub struct TitlesOf {
    pub id: i64,
    pub title: String,
    pub artist_name: String,
}
pub struct TitlesOfBorrowed<'a> {
    pub id: i64,
    pub title: &'a str,
    pub artist_name: &'a str,
}
impl<'a> From<TitlesOfBorrowed<'a>> for TitlesOf {
    fn from(
        TitlesOfBorrowed {
            id,
            title,
            artist_name,
        }: TitlesOfBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            title: title.into(),
            artist_name: artist_name.into(),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct AlbumQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AlbumBorrowed, tokio_postgres::Error>,
    mapper: fn(AlbumBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AlbumQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AlbumBorrowed) -> R) -> AlbumQuery<'c, 'a, 's, C, R, N> {
        AlbumQuery {
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
pub struct WithMbidsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<WithMbidsBorrowed, tokio_postgres::Error>,
    mapper: fn(WithMbidsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> WithMbidsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(WithMbidsBorrowed) -> R) -> WithMbidsQuery<'c, 'a, 's, C, R, N> {
        WithMbidsQuery {
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
pub struct AdoptableQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AdoptableBorrowed, tokio_postgres::Error>,
    mapper: fn(AdoptableBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AdoptableQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AdoptableBorrowed) -> R) -> AdoptableQuery<'c, 'a, 's, C, R, N> {
        AdoptableQuery {
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
pub struct UnlistedQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Unlisted, tokio_postgres::Error>,
    mapper: fn(Unlisted) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> UnlistedQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Unlisted) -> R) -> UnlistedQuery<'c, 'a, 's, C, R, N> {
        UnlistedQuery {
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
pub struct I64Query<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<i64, tokio_postgres::Error>,
    mapper: fn(i64) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> I64Query<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(i64) -> R) -> I64Query<'c, 'a, 's, C, R, N> {
        I64Query {
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
pub struct TitlesOfQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TitlesOfBorrowed, tokio_postgres::Error>,
    mapper: fn(TitlesOfBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TitlesOfQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TitlesOfBorrowed) -> R) -> TitlesOfQuery<'c, 'a, 's, C, R, N> {
        TitlesOfQuery {
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
pub struct ByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_id() -> ByIdStmt {
    ByIdStmt(
        "select a.id, a.artist_id, r.name as artist_name, a.title, a.mbid, a.first_release_year, a.discogs_master_id, a.master_confidence, a.cover_url, a.track_count, a.rating_hundredths, a.rating_votes, a.release_count, a.wanted_at, a.releases_fetched_at, a.prices_fetched_at, a.note, a.studio, a.discogs_release_id, a.unlisted_at, r.refresh_asked_at, case when a.release_count = 0 then (select o.id from albums o where o.discogs_master_id = a.discogs_master_id and o.id <> a.id and o.release_count > 0 order by o.id limit 1) end as listed_with from albums a join artists r on r.id = a.artist_id where a.id = coalesce((select album_id from album_forwards where old_id = $1), $1)",
        None,
    )
}
impl ByIdStmt {
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
    ) -> AlbumQuery<'c, 'a, 's, C, Album, 1> {
        AlbumQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AlbumBorrowed, tokio_postgres::Error> {
                Ok(AlbumBorrowed {
                    id: row.try_get(0)?,
                    artist_id: row.try_get(1)?,
                    artist_name: row.try_get(2)?,
                    title: row.try_get(3)?,
                    mbid: row.try_get(4)?,
                    first_release_year: row.try_get(5)?,
                    discogs_master_id: row.try_get(6)?,
                    master_confidence: row.try_get(7)?,
                    cover_url: row.try_get(8)?,
                    track_count: row.try_get(9)?,
                    rating_hundredths: row.try_get(10)?,
                    rating_votes: row.try_get(11)?,
                    release_count: row.try_get(12)?,
                    wanted_at: row.try_get(13)?,
                    releases_fetched_at: row.try_get(14)?,
                    prices_fetched_at: row.try_get(15)?,
                    note: row.try_get(16)?,
                    studio: row.try_get(17)?,
                    discogs_release_id: row.try_get(18)?,
                    unlisted_at: row.try_get(19)?,
                    refresh_asked_at: row.try_get(20)?,
                    listed_with: row.try_get(21)?,
                })
            },
            mapper: |it| Album::from(it),
        }
    }
}
pub struct OfArtistStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn of_artist() -> OfArtistStmt {
    OfArtistStmt(
        "select a.id, a.artist_id, r.name as artist_name, a.title, a.mbid, a.first_release_year, a.discogs_master_id, a.master_confidence, a.cover_url, a.track_count, a.rating_hundredths, a.rating_votes, a.release_count, a.wanted_at, a.releases_fetched_at, a.prices_fetched_at, a.note, a.studio, a.discogs_release_id, a.unlisted_at, r.refresh_asked_at, case when a.release_count = 0 then (select o.id from albums o where o.discogs_master_id = a.discogs_master_id and o.id <> a.id and o.release_count > 0 order by o.id limit 1) end as listed_with from albums a join artists r on r.id = a.artist_id where a.artist_id = (select coalesce(merged_into, id) from artists where id = $1) order by a.first_release_year nulls last, a.id",
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
    ) -> AlbumQuery<'c, 'a, 's, C, Album, 1> {
        AlbumQuery {
            client,
            params: [artist_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AlbumBorrowed, tokio_postgres::Error> {
                Ok(AlbumBorrowed {
                    id: row.try_get(0)?,
                    artist_id: row.try_get(1)?,
                    artist_name: row.try_get(2)?,
                    title: row.try_get(3)?,
                    mbid: row.try_get(4)?,
                    first_release_year: row.try_get(5)?,
                    discogs_master_id: row.try_get(6)?,
                    master_confidence: row.try_get(7)?,
                    cover_url: row.try_get(8)?,
                    track_count: row.try_get(9)?,
                    rating_hundredths: row.try_get(10)?,
                    rating_votes: row.try_get(11)?,
                    release_count: row.try_get(12)?,
                    wanted_at: row.try_get(13)?,
                    releases_fetched_at: row.try_get(14)?,
                    prices_fetched_at: row.try_get(15)?,
                    note: row.try_get(16)?,
                    studio: row.try_get(17)?,
                    discogs_release_id: row.try_get(18)?,
                    unlisted_at: row.try_get(19)?,
                    refresh_asked_at: row.try_get(20)?,
                    listed_with: row.try_get(21)?,
                })
            },
            mapper: |it| Album::from(it),
        }
    }
}
pub struct SaveStudioAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_studio_albums() -> SaveStudioAlbumsStmt {
    SaveStudioAlbumsStmt(
        "insert into albums (artist_id, title, title_key, mbid, first_release_year, discogs_master_id, master_confidence, studio) select $1, i.title, i.title_key, i.mbid, i.first_release_year, i.discogs_master_id, case when i.discogs_master_id is not null then 1 end, true from unnest($2::text[], $3::text[], $4::uuid[], $5::smallint[], $6::bigint[]) as i (title, title_key, mbid, first_release_year, discogs_master_id) order by i.mbid on conflict (mbid) do update set artist_id = excluded.artist_id, title = excluded.title, title_key = excluded.title_key, first_release_year = coalesce(excluded.first_release_year, albums.first_release_year), discogs_master_id = coalesce(excluded.discogs_master_id, albums.discogs_master_id), master_confidence = coalesce(excluded.master_confidence, albums.master_confidence), studio = true, unlisted_at = null, releases_fetched_at = case when excluded.discogs_master_id <> albums.discogs_master_id or (excluded.discogs_master_id is not null and albums.discogs_master_id is null) then null else albums.releases_fetched_at end, note = case when excluded.discogs_master_id is distinct from albums.discogs_master_id and excluded.discogs_master_id is not null then null else albums.note end, updated_at = now() where (albums.artist_id, albums.title, albums.title_key, albums.first_release_year, albums.discogs_master_id, albums.master_confidence, albums.studio, albums.unlisted_at) is distinct from (excluded.artist_id, excluded.title, excluded.title_key, coalesce(excluded.first_release_year, albums.first_release_year), coalesce(excluded.discogs_master_id, albums.discogs_master_id), coalesce(excluded.master_confidence, albums.master_confidence), true, null::timestamptz)",
        None,
    )
}
impl SaveStudioAlbumsStmt {
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
        T2: crate::ArraySql<Item = T1>,
        T3: crate::StringSql,
        T4: crate::ArraySql<Item = T3>,
        T5: crate::ArraySql<Item = uuid::Uuid>,
        T6: crate::ArraySql<Item = Option<i16>>,
        T7: crate::ArraySql<Item = Option<i64>>,
    >(
        &'s self,
        client: &'c C,
        artist_id: &'a i64,
        titles: &'a T2,
        title_keys: &'a T4,
        mbids: &'a T5,
        first_release_years: &'a T6,
        discogs_master_ids: &'a T7,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    artist_id,
                    titles,
                    title_keys,
                    mbids,
                    first_release_years,
                    discogs_master_ids,
                ],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::ArraySql<Item = uuid::Uuid>,
    T6: crate::ArraySql<Item = Option<i16>>,
    T7: crate::ArraySql<Item = Option<i64>>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveStudioAlbumsParams<T1, T2, T3, T4, T5, T6, T7>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveStudioAlbumsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveStudioAlbumsParams<T1, T2, T3, T4, T5, T6, T7>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.artist_id,
            &params.titles,
            &params.title_keys,
            &params.mbids,
            &params.first_release_years,
            &params.discogs_master_ids,
        ))
    }
}
pub struct WithMbidsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn with_mbids() -> WithMbidsStmt {
    WithMbidsStmt(
        "select id, mbid, title_key, discogs_master_id from albums where mbid = any ($1::uuid[]) order by id",
        None,
    )
}
impl WithMbidsStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        mbids: &'a T1,
    ) -> WithMbidsQuery<'c, 'a, 's, C, WithMbids, 1> {
        WithMbidsQuery {
            client,
            params: [mbids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<WithMbidsBorrowed, tokio_postgres::Error> {
                    Ok(WithMbidsBorrowed {
                        id: row.try_get(0)?,
                        mbid: row.try_get(1)?,
                        title_key: row.try_get(2)?,
                        discogs_master_id: row.try_get(3)?,
                    })
                },
            mapper: |it| WithMbids::from(it),
        }
    }
}
pub struct AdoptableStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn adoptable() -> AdoptableStmt {
    AdoptableStmt(
        "select id, artist_id, title_key, first_release_year, discogs_master_id from albums where mbid is null and (discogs_master_id = any ($1::bigint[]) or (artist_id = $2 and title_key = any ($3::text[]))) order by id",
        None,
    )
}
impl AdoptableStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::ArraySql<Item = i64>,
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
    >(
        &'s self,
        client: &'c C,
        master_ids: &'a T1,
        artist_id: &'a i64,
        title_keys: &'a T3,
    ) -> AdoptableQuery<'c, 'a, 's, C, Adoptable, 3> {
        AdoptableQuery {
            client,
            params: [master_ids, artist_id, title_keys],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<AdoptableBorrowed, tokio_postgres::Error> {
                    Ok(AdoptableBorrowed {
                        id: row.try_get(0)?,
                        artist_id: row.try_get(1)?,
                        title_key: row.try_get(2)?,
                        first_release_year: row.try_get(3)?,
                        discogs_master_id: row.try_get(4)?,
                    })
                },
            mapper: |it| Adoptable::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::ArraySql<Item = i64>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        AdoptableParams<T1, T2, T3>,
        AdoptableQuery<'c, 'a, 's, C, Adoptable, 3>,
        C,
    > for AdoptableStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AdoptableParams<T1, T2, T3>,
    ) -> AdoptableQuery<'c, 'a, 's, C, Adoptable, 3> {
        self.bind(
            client,
            &params.master_ids,
            &params.artist_id,
            &params.title_keys,
        )
    }
}
pub struct AdoptStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn adopt() -> AdoptStmt {
    AdoptStmt(
        "update albums set mbid = $1, updated_at = now() where id = $2 and mbid is null",
        None,
    )
}
impl AdoptStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        mbid: &'a uuid::Uuid,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[mbid, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AdoptParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for AdoptStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AdoptParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.mbid, &params.id))
    }
}
pub struct UnlistedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn unlisted() -> UnlistedStmt {
    UnlistedStmt(
        "select id, mbid from albums where artist_id = $1 and mbid is not null and studio and unlisted_at is null and mbid <> all ($2::uuid[]) order by id limit $3",
        None,
    )
}
impl UnlistedStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        artist_id: &'a i64,
        mbids: &'a T1,
        limit: &'a i64,
    ) -> UnlistedQuery<'c, 'a, 's, C, Unlisted, 3> {
        UnlistedQuery {
            client,
            params: [artist_id, mbids, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<Unlisted, tokio_postgres::Error> {
                Ok(Unlisted {
                    id: row.try_get(0)?,
                    mbid: row.try_get(1)?,
                })
            },
            mapper: |it| Unlisted::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        UnlistedParams<T1>,
        UnlistedQuery<'c, 'a, 's, C, Unlisted, 3>,
        C,
    > for UnlistedStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a UnlistedParams<T1>,
    ) -> UnlistedQuery<'c, 'a, 's, C, Unlisted, 3> {
        self.bind(client, &params.artist_id, &params.mbids, &params.limit)
    }
}
pub struct UnlistStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn unlist() -> UnlistStmt {
    UnlistStmt(
        "update albums set studio = false, unlisted_at = now(), updated_at = now() where id = $1 and unlisted_at is null",
        None,
    )
}
impl UnlistStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[id]).await
    }
}
pub struct ByMbidStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_mbid() -> ByMbidStmt {
    ByMbidStmt("select id from albums where mbid = $1", None)
}
impl ByMbidStmt {
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
        mbid: &'a uuid::Uuid,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [mbid],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct SetMbidStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_mbid() -> SetMbidStmt {
    SetMbidStmt(
        "update albums set mbid = $1, updated_at = now() where id = $2 and mbid is distinct from $1",
        None,
    )
}
impl SetMbidStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        mbid: &'a Option<uuid::Uuid>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[mbid, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetMbidParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SetMbidStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetMbidParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.mbid, &params.id))
    }
}
pub struct MoveToArtistStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_to_artist() -> MoveToArtistStmt {
    MoveToArtistStmt(
        "update albums set artist_id = $1, updated_at = now() where id = $2 and artist_id <> $1",
        None,
    )
}
impl MoveToArtistStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        artist_id: &'a i64,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[artist_id, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveToArtistParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveToArtistStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveToArtistParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.artist_id, &params.id))
    }
}
pub struct SetMasterStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_master() -> SetMasterStmt {
    SetMasterStmt(
        "update albums set discogs_master_id = $1, master_confidence = $2, releases_fetched_at = null, note = null, updated_at = now() where id = $3",
        None,
    )
}
impl SetMasterStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        master_id: &'a Option<i64>,
        confidence: &'a Option<f32>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[master_id, confidence, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetMasterParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SetMasterStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetMasterParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.master_id, &params.confidence, &params.id))
    }
}
pub struct ForgetReleasesFetchedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_releases_fetched() -> ForgetReleasesFetchedStmt {
    ForgetReleasesFetchedStmt(
        "update albums set releases_fetched_at = null, note = null, updated_at = now() where id = $1",
        None,
    )
}
impl ForgetReleasesFetchedStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[id]).await
    }
}
pub struct CountReleasesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn count_releases() -> CountReleasesStmt {
    CountReleasesStmt(
        "update albums set release_count = (select count(*) from releases r where r.album_id = albums.id and r.gone_at is null), updated_at = now() where id = $1",
        None,
    )
}
impl CountReleasesStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[id]).await
    }
}
pub struct WithoutReleasesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn without_releases() -> WithoutReleasesStmt {
    WithoutReleasesStmt(
        "select a.id from albums a join artists r on r.id = a.artist_id where a.artist_id = $1 and a.note is null and (a.releases_fetched_at is null or a.releases_fetched_at < r.refresh_asked_at or a.releases_fetched_at < now() - make_interval(secs => $2)) order by a.id",
        None,
    )
}
impl WithoutReleasesStmt {
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
        ttl_seconds: &'a f64,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [artist_id, ttl_seconds],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        WithoutReleasesParams,
        I64Query<'c, 'a, 's, C, i64, 2>,
        C,
    > for WithoutReleasesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a WithoutReleasesParams,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.artist_id, &params.ttl_seconds)
    }
}
pub struct SaveMasterStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_master() -> SaveMasterStmt {
    SaveMasterStmt(
        "update albums set discogs_master_id = $1, master_confidence = $2, updated_at = now() where id = $3 and discogs_master_id is null and not exists (select from matches m where m.album_id = $3 and m.kind = 'album' and m.service = 'discogs' and m.decided_by = 'hand' and (m.state = 'accepted' or m.service_id = ($1)::bigint::text))",
        None,
    )
}
impl SaveMasterStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        master_id: &'a i64,
        confidence: &'a f32,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[master_id, confidence, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveMasterParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveMasterStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveMasterParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.master_id, &params.confidence, &params.id))
    }
}
pub struct SaveReleasesFetchedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_releases_fetched() -> SaveReleasesFetchedStmt {
    SaveReleasesFetchedStmt(
        "update albums set releases_fetched_at = now(), note = null, cover_url = coalesce(cover_url, $1), release_count = (select count(*) from releases where album_id = albums.id and gone_at is null), updated_at = now() where id = $2",
        None,
    )
}
impl SaveReleasesFetchedStmt {
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
        cover_url: &'a Option<T1>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[cover_url, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveReleasesFetchedParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveReleasesFetchedStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveReleasesFetchedParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.cover_url, &params.id))
    }
}
pub struct SaveNoteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_note() -> SaveNoteStmt {
    SaveNoteStmt(
        "update albums set note = $1, releases_fetched_at = now(), updated_at = now() where id = $2",
        None,
    )
}
impl SaveNoteStmt {
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
        note: &'a T1,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[note, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveNoteParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveNoteStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveNoteParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.note, &params.id))
    }
}
pub struct SavePricesFetchedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_prices_fetched() -> SavePricesFetchedStmt {
    SavePricesFetchedStmt(
        "update albums set prices_fetched_at = now(), updated_at = now() where id = $1 and (wanted_at is not null) = $2",
        None,
    )
}
impl SavePricesFetchedStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a i64,
        wanted: &'a bool,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[id, wanted]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SavePricesFetchedParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SavePricesFetchedStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SavePricesFetchedParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.id, &params.wanted))
    }
}
pub struct AskPricesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn ask_prices() -> AskPricesStmt {
    AskPricesStmt(
        "update albums set prices_fetched_at = null, wanted_at = coalesce(wanted_at, now()), updated_at = now() where id = $1",
        None,
    )
}
impl AskPricesStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[id]).await
    }
}
pub struct SetWantedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_wanted() -> SetWantedStmt {
    SetWantedStmt(
        "update albums set wanted_at = now(), prices_fetched_at = null, updated_at = now() where id = any ($1::bigint[]) and wanted_at is null returning id",
        None,
    )
}
impl SetWantedStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>(
        &'s self,
        client: &'c C,
        ids: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct StaleReleasesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stale_releases() -> StaleReleasesStmt {
    StaleReleasesStmt(
        "select a.id from albums a join artists r on r.id = a.artist_id and r.wanted_at is not null where a.releases_fetched_at is null or a.releases_fetched_at < r.refresh_asked_at or a.releases_fetched_at < now() - make_interval(secs => $1::float8 * (1 + (a.id % 1000)::float8 / 6667)) order by a.releases_fetched_at nulls first, a.id limit $2",
        None,
    )
}
impl StaleReleasesStmt {
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
        ttl_seconds: &'a f64,
        limit: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [ttl_seconds, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        StaleReleasesParams,
        I64Query<'c, 'a, 's, C, i64, 2>,
        C,
    > for StaleReleasesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StaleReleasesParams,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.ttl_seconds, &params.limit)
    }
}
pub struct StalePricesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stale_prices() -> StalePricesStmt {
    StalePricesStmt(
        "select id from albums where release_count > 0 and (prices_fetched_at is null and (mbid is not null or wanted_at is not null) or (wanted_at is not null and prices_fetched_at < now() - make_interval(secs => $1))) order by (wanted_at is null), prices_fetched_at nulls first, id limit $2",
        None,
    )
}
impl StalePricesStmt {
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
        ttl_seconds: &'a f64,
        limit: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [ttl_seconds, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, StalePricesParams, I64Query<'c, 'a, 's, C, i64, 2>, C>
    for StalePricesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StalePricesParams,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.ttl_seconds, &params.limit)
    }
}
pub struct StaleOffersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stale_offers() -> StaleOffersStmt {
    StaleOffersStmt(
        "select a.id from albums a left join price_checks c on c.album_id = a.id and c.provider = $1 where a.wanted_at is not null and a.release_count > 0 and (c.checked_at is null or c.checked_at < now() - make_interval(secs => $2) or c.failure is not null) and (c.failed_at is null or c.failed_at < now() - make_interval(secs => $3)) order by exists (select from recommendation_items i join recommendation_sets s on s.id = i.set_id and s.expires_at > now() where i.album_id = a.id) desc, exists (select from album_best_price b where b.album_id = a.id) desc, c.checked_at nulls first, a.wanted_at desc, a.id limit $4",
        None,
    )
}
impl StaleOffersStmt {
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
        provider: &'a T1,
        ttl_seconds: &'a f64,
        failed_seconds: &'a f64,
        limit: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 4> {
        I64Query {
            client,
            params: [provider, ttl_seconds, failed_seconds, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        StaleOffersParams<T1>,
        I64Query<'c, 'a, 's, C, i64, 4>,
        C,
    > for StaleOffersStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StaleOffersParams<T1>,
    ) -> I64Query<'c, 'a, 's, C, i64, 4> {
        self.bind(
            client,
            &params.provider,
            &params.ttl_seconds,
            &params.failed_seconds,
            &params.limit,
        )
    }
}
pub struct TitlesOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn titles_of() -> TitlesOfStmt {
    TitlesOfStmt(
        "select a.id, a.title, t.name as artist_name from albums a join artists t on t.id = a.artist_id where a.id = any ($1::bigint[]) order by a.id",
        None,
    )
}
impl TitlesOfStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>(
        &'s self,
        client: &'c C,
        album_ids: &'a T1,
    ) -> TitlesOfQuery<'c, 'a, 's, C, TitlesOf, 1> {
        TitlesOfQuery {
            client,
            params: [album_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<TitlesOfBorrowed, tokio_postgres::Error> {
                    Ok(TitlesOfBorrowed {
                        id: row.try_get(0)?,
                        title: row.try_get(1)?,
                        artist_name: row.try_get(2)?,
                    })
                },
            mapper: |it| TitlesOf::from(it),
        }
    }
}
