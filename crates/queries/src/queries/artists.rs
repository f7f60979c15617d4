// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct InsertParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub name: T1,
    pub name_key: T2,
    pub mbid: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct InsertMissingByNameParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::ArraySql<Item = Option<uuid::Uuid>>,
> {
    pub names: T2,
    pub name_keys: T4,
    pub mbids: T5,
}
#[derive(Clone, Copy, Debug)]
pub struct SetMbidParams {
    pub mbid: uuid::Uuid,
    pub id: i64,
}
#[derive(Debug)]
pub struct SetIdsParams<T1: crate::StringSql> {
    pub mbid: Option<uuid::Uuid>,
    pub discogs_id: Option<i64>,
    pub spotify_id: Option<T1>,
    pub id: i64,
}
#[derive(Debug)]
pub struct SaveInfoParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::StringSql,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
> {
    pub name: T1,
    pub name_key: T2,
    pub url: Option<T3>,
    pub image_url: Option<T4>,
    pub listeners: Option<i64>,
    pub playcount: Option<i64>,
    pub tags: T6,
    pub country: Option<T7>,
    pub disambiguation: Option<T8>,
    pub aliases: T10,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct AskRefreshParams {
    pub id: i64,
    pub seconds: f64,
}
#[derive(Debug)]
pub struct SaveNoteParams<T1: crate::StringSql> {
    pub note: T1,
    pub id: i64,
}
#[derive(Debug)]
pub struct SaveSimilarsParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::ArraySql<Item = Option<uuid::Uuid>>,
    T5: crate::ArraySql<Item = f32>,
> {
    pub artist_id: i64,
    pub source: T1,
    pub name_keys: T3,
    pub mbids: T4,
    pub scores: T5,
}
#[derive(Clone, Copy, Debug)]
pub struct SimilarsOfParams {
    pub artist_id: i64,
    pub limit: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct StaleInfoParams {
    pub ttl_seconds: f64,
    pub rest_seconds: f64,
    pub limit: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct StaleAlbumsParams {
    pub ttl_seconds: f64,
    pub rest_seconds: f64,
    pub limit: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Artist {
    pub id: i64,
    pub name: String,
    pub name_key: String,
    pub mbid: Option<uuid::Uuid>,
    pub discogs_id: Option<i64>,
    pub spotify_id: Option<String>,
    pub url: Option<String>,
    pub image_url: Option<String>,
    pub listeners: Option<i64>,
    pub playcount: Option<i64>,
    pub tags: Vec<String>,
    pub wanted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub info_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub albums_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub note: Option<String>,
    pub country: Option<String>,
    pub disambiguation: Option<String>,
    pub aliases: Vec<String>,
    pub refresh_asked_at: Option<chrono::DateTime<chrono::Utc>>,
}
pub struct ArtistBorrowed<'a> {
    pub id: i64,
    pub name: &'a str,
    pub name_key: &'a str,
    pub mbid: Option<uuid::Uuid>,
    pub discogs_id: Option<i64>,
    pub spotify_id: Option<&'a str>,
    pub url: Option<&'a str>,
    pub image_url: Option<&'a str>,
    pub listeners: Option<i64>,
    pub playcount: Option<i64>,
    pub tags: crate::ArrayIterator<'a, &'a str>,
    pub wanted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub info_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub albums_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub note: Option<&'a str>,
    pub country: Option<&'a str>,
    pub disambiguation: Option<&'a str>,
    pub aliases: crate::ArrayIterator<'a, &'a str>,
    pub refresh_asked_at: Option<chrono::DateTime<chrono::Utc>>,
}
impl<'a> From<ArtistBorrowed<'a>> for Artist {
    fn from(
        ArtistBorrowed {
            id,
            name,
            name_key,
            mbid,
            discogs_id,
            spotify_id,
            url,
            image_url,
            listeners,
            playcount,
            tags,
            wanted_at,
            info_fetched_at,
            albums_fetched_at,
            note,
            country,
            disambiguation,
            aliases,
            refresh_asked_at,
        }: ArtistBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            name_key: name_key.into(),
            mbid,
            discogs_id,
            spotify_id: spotify_id.map(|v| v.into()),
            url: url.map(|v| v.into()),
            image_url: image_url.map(|v| v.into()),
            listeners,
            playcount,
            tags: tags.map(|v| v.into()).collect(),
            wanted_at,
            info_fetched_at,
            albums_fetched_at,
            note: note.map(|v| v.into()),
            country: country.map(|v| v.into()),
            disambiguation: disambiguation.map(|v| v.into()),
            aliases: aliases.map(|v| v.into()).collect(),
            refresh_asked_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct FetchedAts {
    pub info_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub albums_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct SimilarsOf {
    pub similar_id: i64,
    pub name: String,
    pub score: f32,
    pub source: String,
    pub listeners: Option<i64>,
}
pub struct SimilarsOfBorrowed<'a> {
    pub similar_id: i64,
    pub name: &'a str,
    pub score: f32,
    pub source: &'a str,
    pub listeners: Option<i64>,
}
impl<'a> From<SimilarsOfBorrowed<'a>> for SimilarsOf {
    fn from(
        SimilarsOfBorrowed {
            similar_id,
            name,
            score,
            source,
            listeners,
        }: SimilarsOfBorrowed<'a>,
    ) -> Self {
        Self {
            similar_id,
            name: name.into(),
            score,
            source: source.into(),
            listeners,
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct ArtistQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ArtistBorrowed, tokio_postgres::Error>,
    mapper: fn(ArtistBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ArtistQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ArtistBorrowed) -> R) -> ArtistQuery<'c, 'a, 's, C, R, N> {
        ArtistQuery {
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
pub struct FetchedAtsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<FetchedAts, tokio_postgres::Error>,
    mapper: fn(FetchedAts) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> FetchedAtsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(FetchedAts) -> R) -> FetchedAtsQuery<'c, 'a, 's, C, R, N> {
        FetchedAtsQuery {
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
pub struct SimilarsOfQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SimilarsOfBorrowed, tokio_postgres::Error>,
    mapper: fn(SimilarsOfBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SimilarsOfQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(SimilarsOfBorrowed) -> R,
    ) -> SimilarsOfQuery<'c, 'a, 's, C, R, N> {
        SimilarsOfQuery {
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
pub struct ByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_id() -> ByIdStmt {
    ByIdStmt(
        "select a.id, a.name, a.name_key, a.mbid, a.discogs_id, a.spotify_id, a.url, a.image_url, a.listeners, a.playcount, a.tags, a.wanted_at, a.info_fetched_at, a.albums_fetched_at, a.note, a.country, a.disambiguation, a.aliases, a.refresh_asked_at from artists asked join artists a on a.id = coalesce(asked.merged_into, asked.id) where asked.id = $1",
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
    ) -> ArtistQuery<'c, 'a, 's, C, Artist, 1> {
        ArtistQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ArtistBorrowed, tokio_postgres::Error> {
                    Ok(ArtistBorrowed {
                        id: row.try_get(0)?,
                        name: row.try_get(1)?,
                        name_key: row.try_get(2)?,
                        mbid: row.try_get(3)?,
                        discogs_id: row.try_get(4)?,
                        spotify_id: row.try_get(5)?,
                        url: row.try_get(6)?,
                        image_url: row.try_get(7)?,
                        listeners: row.try_get(8)?,
                        playcount: row.try_get(9)?,
                        tags: row.try_get(10)?,
                        wanted_at: row.try_get(11)?,
                        info_fetched_at: row.try_get(12)?,
                        albums_fetched_at: row.try_get(13)?,
                        note: row.try_get(14)?,
                        country: row.try_get(15)?,
                        disambiguation: row.try_get(16)?,
                        aliases: row.try_get(17)?,
                        refresh_asked_at: row.try_get(18)?,
                    })
                },
            mapper: |it| Artist::from(it),
        }
    }
}
pub struct ByMbidStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_mbid() -> ByMbidStmt {
    ByMbidStmt(
        "select id, name, name_key, mbid, discogs_id, spotify_id, url, image_url, listeners, playcount, tags, wanted_at, info_fetched_at, albums_fetched_at, note, country, disambiguation, aliases, refresh_asked_at from artists where mbid = $1 and merged_into is null",
        None,
    )
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
    ) -> ArtistQuery<'c, 'a, 's, C, Artist, 1> {
        ArtistQuery {
            client,
            params: [mbid],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ArtistBorrowed, tokio_postgres::Error> {
                    Ok(ArtistBorrowed {
                        id: row.try_get(0)?,
                        name: row.try_get(1)?,
                        name_key: row.try_get(2)?,
                        mbid: row.try_get(3)?,
                        discogs_id: row.try_get(4)?,
                        spotify_id: row.try_get(5)?,
                        url: row.try_get(6)?,
                        image_url: row.try_get(7)?,
                        listeners: row.try_get(8)?,
                        playcount: row.try_get(9)?,
                        tags: row.try_get(10)?,
                        wanted_at: row.try_get(11)?,
                        info_fetched_at: row.try_get(12)?,
                        albums_fetched_at: row.try_get(13)?,
                        note: row.try_get(14)?,
                        country: row.try_get(15)?,
                        disambiguation: row.try_get(16)?,
                        aliases: row.try_get(17)?,
                        refresh_asked_at: row.try_get(18)?,
                    })
                },
            mapper: |it| Artist::from(it),
        }
    }
}
pub struct ByNameKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_name_key() -> ByNameKeyStmt {
    ByNameKeyStmt(
        "select id, name, name_key, mbid, discogs_id, spotify_id, url, image_url, listeners, playcount, tags, wanted_at, info_fetched_at, albums_fetched_at, note, country, disambiguation, aliases, refresh_asked_at from artists where name_key = $1 and merged_into is null order by listeners desc nulls last, id limit 10",
        None,
    )
}
impl ByNameKeyStmt {
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
        name_key: &'a T1,
    ) -> ArtistQuery<'c, 'a, 's, C, Artist, 1> {
        ArtistQuery {
            client,
            params: [name_key],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ArtistBorrowed, tokio_postgres::Error> {
                    Ok(ArtistBorrowed {
                        id: row.try_get(0)?,
                        name: row.try_get(1)?,
                        name_key: row.try_get(2)?,
                        mbid: row.try_get(3)?,
                        discogs_id: row.try_get(4)?,
                        spotify_id: row.try_get(5)?,
                        url: row.try_get(6)?,
                        image_url: row.try_get(7)?,
                        listeners: row.try_get(8)?,
                        playcount: row.try_get(9)?,
                        tags: row.try_get(10)?,
                        wanted_at: row.try_get(11)?,
                        info_fetched_at: row.try_get(12)?,
                        albums_fetched_at: row.try_get(13)?,
                        note: row.try_get(14)?,
                        country: row.try_get(15)?,
                        disambiguation: row.try_get(16)?,
                        aliases: row.try_get(17)?,
                        refresh_asked_at: row.try_get(18)?,
                    })
                },
            mapper: |it| Artist::from(it),
        }
    }
}
pub struct InsertStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert() -> InsertStmt {
    InsertStmt(
        "insert into artists (name, name_key, mbid) values ($1, $2, $3) returning id, name, name_key, mbid, discogs_id, spotify_id, url, image_url, listeners, playcount, tags, wanted_at, info_fetched_at, albums_fetched_at, note, country, disambiguation, aliases, refresh_asked_at",
        None,
    )
}
impl InsertStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a T1,
        name_key: &'a T2,
        mbid: &'a Option<uuid::Uuid>,
    ) -> ArtistQuery<'c, 'a, 's, C, Artist, 3> {
        ArtistQuery {
            client,
            params: [name, name_key, mbid],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ArtistBorrowed, tokio_postgres::Error> {
                    Ok(ArtistBorrowed {
                        id: row.try_get(0)?,
                        name: row.try_get(1)?,
                        name_key: row.try_get(2)?,
                        mbid: row.try_get(3)?,
                        discogs_id: row.try_get(4)?,
                        spotify_id: row.try_get(5)?,
                        url: row.try_get(6)?,
                        image_url: row.try_get(7)?,
                        listeners: row.try_get(8)?,
                        playcount: row.try_get(9)?,
                        tags: row.try_get(10)?,
                        wanted_at: row.try_get(11)?,
                        info_fetched_at: row.try_get(12)?,
                        albums_fetched_at: row.try_get(13)?,
                        note: row.try_get(14)?,
                        country: row.try_get(15)?,
                        disambiguation: row.try_get(16)?,
                        aliases: row.try_get(17)?,
                        refresh_asked_at: row.try_get(18)?,
                    })
                },
            mapper: |it| Artist::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        InsertParams<T1, T2>,
        ArtistQuery<'c, 'a, 's, C, Artist, 3>,
        C,
    > for InsertStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a InsertParams<T1, T2>,
    ) -> ArtistQuery<'c, 'a, 's, C, Artist, 3> {
        self.bind(client, &params.name, &params.name_key, &params.mbid)
    }
}
pub struct LockCreationStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_creation() -> LockCreationStmt {
    LockCreationStmt(
        "select true as locked from (select pg_advisory_xact_lock(hashtextextended('artists by name', 0))) l",
        None,
    )
}
impl LockCreationStmt {
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
    ) -> BoolQuery<'c, 'a, 's, C, bool, 0> {
        BoolQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct InsertMissingByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_missing_by_name() -> InsertMissingByNameStmt {
    InsertMissingByNameStmt(
        "insert into artists (name, name_key) select distinct on (i.name_key) i.name, i.name_key from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as i (name, name_key, mbid, position) where not exists (select from artists a where a.name_key = i.name_key and a.merged_into is null) and not exists (select from artists a where a.mbid = i.mbid) order by i.name_key, i.position",
        None,
    )
}
impl InsertMissingByNameStmt {
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
        T5: crate::ArraySql<Item = Option<uuid::Uuid>>,
    >(
        &'s self,
        client: &'c C,
        names: &'a T2,
        name_keys: &'a T4,
        mbids: &'a T5,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[names, name_keys, mbids]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::ArraySql<Item = Option<uuid::Uuid>>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertMissingByNameParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for InsertMissingByNameStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertMissingByNameParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.names, &params.name_keys, &params.mbids))
    }
}
pub struct SetWantedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_wanted() -> SetWantedStmt {
    SetWantedStmt(
        "update artists set wanted_at = now(), updated_at = now() where id = $1 and wanted_at is null",
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
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[id]).await
    }
}
pub struct SetMbidStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_mbid() -> SetMbidStmt {
    SetMbidStmt(
        "update artists set mbid = $1, updated_at = now() where id = $2 and mbid is null",
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
pub struct SetIdsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_ids() -> SetIdsStmt {
    SetIdsStmt(
        "update artists set mbid = $1, discogs_id = $2, spotify_id = $3, updated_at = now() where id = $4 and (mbid, discogs_id, spotify_id) is distinct from ($1, $2, $3)",
        None,
    )
}
impl SetIdsStmt {
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
        mbid: &'a Option<uuid::Uuid>,
        discogs_id: &'a Option<i64>,
        spotify_id: &'a Option<T1>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[mbid, discogs_id, spotify_id, id])
            .await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetIdsParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SetIdsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetIdsParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.mbid,
            &params.discogs_id,
            &params.spotify_id,
            &params.id,
        ))
    }
}
pub struct ByDiscogsIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_discogs_id() -> ByDiscogsIdStmt {
    ByDiscogsIdStmt(
        "select id, name, name_key, mbid, discogs_id, spotify_id, url, image_url, listeners, playcount, tags, wanted_at, info_fetched_at, albums_fetched_at, note, country, disambiguation, aliases, refresh_asked_at from artists where discogs_id = $1 and merged_into is null",
        None,
    )
}
impl ByDiscogsIdStmt {
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
        discogs_id: &'a i64,
    ) -> ArtistQuery<'c, 'a, 's, C, Artist, 1> {
        ArtistQuery {
            client,
            params: [discogs_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ArtistBorrowed, tokio_postgres::Error> {
                    Ok(ArtistBorrowed {
                        id: row.try_get(0)?,
                        name: row.try_get(1)?,
                        name_key: row.try_get(2)?,
                        mbid: row.try_get(3)?,
                        discogs_id: row.try_get(4)?,
                        spotify_id: row.try_get(5)?,
                        url: row.try_get(6)?,
                        image_url: row.try_get(7)?,
                        listeners: row.try_get(8)?,
                        playcount: row.try_get(9)?,
                        tags: row.try_get(10)?,
                        wanted_at: row.try_get(11)?,
                        info_fetched_at: row.try_get(12)?,
                        albums_fetched_at: row.try_get(13)?,
                        note: row.try_get(14)?,
                        country: row.try_get(15)?,
                        disambiguation: row.try_get(16)?,
                        aliases: row.try_get(17)?,
                        refresh_asked_at: row.try_get(18)?,
                    })
                },
            mapper: |it| Artist::from(it),
        }
    }
}
pub struct BySpotifyIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_spotify_id() -> BySpotifyIdStmt {
    BySpotifyIdStmt(
        "select id, name, name_key, mbid, discogs_id, spotify_id, url, image_url, listeners, playcount, tags, wanted_at, info_fetched_at, albums_fetched_at, note, country, disambiguation, aliases, refresh_asked_at from artists where spotify_id = $1 and merged_into is null",
        None,
    )
}
impl BySpotifyIdStmt {
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
        spotify_id: &'a T1,
    ) -> ArtistQuery<'c, 'a, 's, C, Artist, 1> {
        ArtistQuery {
            client,
            params: [spotify_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ArtistBorrowed, tokio_postgres::Error> {
                    Ok(ArtistBorrowed {
                        id: row.try_get(0)?,
                        name: row.try_get(1)?,
                        name_key: row.try_get(2)?,
                        mbid: row.try_get(3)?,
                        discogs_id: row.try_get(4)?,
                        spotify_id: row.try_get(5)?,
                        url: row.try_get(6)?,
                        image_url: row.try_get(7)?,
                        listeners: row.try_get(8)?,
                        playcount: row.try_get(9)?,
                        tags: row.try_get(10)?,
                        wanted_at: row.try_get(11)?,
                        info_fetched_at: row.try_get(12)?,
                        albums_fetched_at: row.try_get(13)?,
                        note: row.try_get(14)?,
                        country: row.try_get(15)?,
                        disambiguation: row.try_get(16)?,
                        aliases: row.try_get(17)?,
                        refresh_asked_at: row.try_get(18)?,
                    })
                },
            mapper: |it| Artist::from(it),
        }
    }
}
pub struct FetchedAtsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn fetched_ats() -> FetchedAtsStmt {
    FetchedAtsStmt(
        "select info_fetched_at, albums_fetched_at from artists where id = $1 for no key update",
        None,
    )
}
impl FetchedAtsStmt {
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
    ) -> FetchedAtsQuery<'c, 'a, 's, C, FetchedAts, 1> {
        FetchedAtsQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<FetchedAts, tokio_postgres::Error> {
                Ok(FetchedAts {
                    info_fetched_at: row.try_get(0)?,
                    albums_fetched_at: row.try_get(1)?,
                })
            },
            mapper: |it| FetchedAts::from(it),
        }
    }
}
pub struct SaveInfoStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_info() -> SaveInfoStmt {
    SaveInfoStmt(
        "update artists a set name = n.name, name_key = n.name_key, url = n.url, image_url = n.image_url, listeners = n.listeners, playcount = n.playcount, tags = n.tags, country = n.country, disambiguation = n.disambiguation, aliases = n.aliases, info_fetched_at = now(), note = null, updated_at = case when (a.name, a.url, a.image_url, a.listeners, a.playcount, a.tags, a.country, a.disambiguation, a.aliases, a.note) is distinct from (n.name, n.url, n.image_url, n.listeners, n.playcount, n.tags, n.country, n.disambiguation, n.aliases, null) then now() else a.updated_at end from (select $1::text as name, $2::text as name_key, coalesce($3, o.url) as url, coalesce(o.image_url, $4) as image_url, coalesce($5, o.listeners) as listeners, coalesce($6, o.playcount) as playcount, $7::text[] as tags, coalesce($8, o.country) as country, coalesce($9, o.disambiguation) as disambiguation, case when cardinality($10::text[]) > 0 then $10 else o.aliases end as aliases from artists o where o.id = $11) n where a.id = $11",
        None,
    )
}
impl SaveInfoStmt {
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
        T5: crate::StringSql,
        T6: crate::ArraySql<Item = T5>,
        T7: crate::StringSql,
        T8: crate::StringSql,
        T9: crate::StringSql,
        T10: crate::ArraySql<Item = T9>,
    >(
        &'s self,
        client: &'c C,
        name: &'a T1,
        name_key: &'a T2,
        url: &'a Option<T3>,
        image_url: &'a Option<T4>,
        listeners: &'a Option<i64>,
        playcount: &'a Option<i64>,
        tags: &'a T6,
        country: &'a Option<T7>,
        disambiguation: &'a Option<T8>,
        aliases: &'a T10,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    name,
                    name_key,
                    url,
                    image_url,
                    listeners,
                    playcount,
                    tags,
                    country,
                    disambiguation,
                    aliases,
                    id,
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
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::StringSql,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveInfoParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveInfoStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveInfoParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.name,
            &params.name_key,
            &params.url,
            &params.image_url,
            &params.listeners,
            &params.playcount,
            &params.tags,
            &params.country,
            &params.disambiguation,
            &params.aliases,
            &params.id,
        ))
    }
}
pub struct SaveAlbumsFetchedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_albums_fetched() -> SaveAlbumsFetchedStmt {
    SaveAlbumsFetchedStmt(
        "update artists set albums_fetched_at = now(), note = null, updated_at = case when note is null then updated_at else now() end where id = $1",
        None,
    )
}
impl SaveAlbumsFetchedStmt {
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
pub struct AskRefreshStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn ask_refresh() -> AskRefreshStmt {
    AskRefreshStmt(
        "update artists set refresh_asked_at = now(), wanted_at = coalesce(wanted_at, now()), note = null, updated_at = now() where id = $1 and (refresh_asked_at is null or refresh_asked_at < now() - make_interval(secs => $2))",
        None,
    )
}
impl AskRefreshStmt {
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
        seconds: &'a f64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[id, seconds]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AskRefreshParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for AskRefreshStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AskRefreshParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.id, &params.seconds))
    }
}
pub struct ForgetFetchedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_fetched() -> ForgetFetchedStmt {
    ForgetFetchedStmt(
        "update artists set info_fetched_at = null, albums_fetched_at = null, note = null, wanted_at = coalesce(wanted_at, now()), updated_at = now() where id = $1",
        None,
    )
}
impl ForgetFetchedStmt {
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
pub struct SaveNoteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_note() -> SaveNoteStmt {
    SaveNoteStmt(
        "update artists set note = $1, updated_at = now() where id = $2 and note is distinct from $1",
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
pub struct SaveSimilarsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_similars() -> SaveSimilarsStmt {
    SaveSimilarsStmt(
        "insert into artist_similars (artist_id, similar_id, score, source) select $1, s.similar_id, max(s.score), $2 from ( select coalesce( (select a.id from artists a where a.mbid = i.mbid and a.merged_into is null), (select a.id from artists a where a.name_key = i.name_key and a.merged_into is null order by a.listeners desc nulls last, a.id limit 1)) as similar_id, i.score from unnest($3::text[], $4::uuid[], $5::real[]) as i (name_key, mbid, score) ) s where s.similar_id is not null and s.similar_id <> $1 group by s.similar_id order by s.similar_id on conflict (artist_id, similar_id, source) do update set score = excluded.score, fetched_at = now() where artist_similars.score is distinct from excluded.score",
        None,
    )
}
impl SaveSimilarsStmt {
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
        T3: crate::ArraySql<Item = T2>,
        T4: crate::ArraySql<Item = Option<uuid::Uuid>>,
        T5: crate::ArraySql<Item = f32>,
    >(
        &'s self,
        client: &'c C,
        artist_id: &'a i64,
        source: &'a T1,
        name_keys: &'a T3,
        mbids: &'a T4,
        scores: &'a T5,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[artist_id, source, name_keys, mbids, scores])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::ArraySql<Item = Option<uuid::Uuid>>,
    T5: crate::ArraySql<Item = f32>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveSimilarsParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveSimilarsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveSimilarsParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.artist_id,
            &params.source,
            &params.name_keys,
            &params.mbids,
            &params.scores,
        ))
    }
}
pub struct SimilarsOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn similars_of() -> SimilarsOfStmt {
    SimilarsOfStmt(
        "select s.similar_id, a.name, s.score, s.source, a.listeners from artist_similars s join artists a on a.id = s.similar_id where s.artist_id = $1 order by s.score desc, s.similar_id limit $2",
        None,
    )
}
impl SimilarsOfStmt {
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
        limit: &'a i64,
    ) -> SimilarsOfQuery<'c, 'a, 's, C, SimilarsOf, 2> {
        SimilarsOfQuery {
            client,
            params: [artist_id, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<SimilarsOfBorrowed, tokio_postgres::Error> {
                    Ok(SimilarsOfBorrowed {
                        similar_id: row.try_get(0)?,
                        name: row.try_get(1)?,
                        score: row.try_get(2)?,
                        source: row.try_get(3)?,
                        listeners: row.try_get(4)?,
                    })
                },
            mapper: |it| SimilarsOf::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        SimilarsOfParams,
        SimilarsOfQuery<'c, 'a, 's, C, SimilarsOf, 2>,
        C,
    > for SimilarsOfStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a SimilarsOfParams,
    ) -> SimilarsOfQuery<'c, 'a, 's, C, SimilarsOf, 2> {
        self.bind(client, &params.artist_id, &params.limit)
    }
}
pub struct ForgetAlbumsFetchedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_albums_fetched() -> ForgetAlbumsFetchedStmt {
    ForgetAlbumsFetchedStmt(
        "update artists set albums_fetched_at = null, note = null, updated_at = now() where id = $1",
        None,
    )
}
impl ForgetAlbumsFetchedStmt {
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
pub struct StaleInfoStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stale_info() -> StaleInfoStmt {
    StaleInfoStmt(
        "select a.id from artists a where a.wanted_at is not null and a.merged_into is null and a.note is null and (a.info_fetched_at is null or a.info_fetched_at < a.refresh_asked_at or (a.info_fetched_at < now() - make_interval(secs => $1::float8 * (1 + (a.id % 1000)::float8 / 6667)) and (a.info_fetched_at < now() - make_interval(secs => $2::float8 * (1 + (a.id % 1000)::float8 / 6667)) or exists (select from user_seed_artists s join sessions e on e.user_id = s.user_id and e.expires_at > now() where s.artist_id = a.id offset 0)))) order by a.info_fetched_at nulls first, a.listeners desc nulls last, a.id limit $3",
        None,
    )
}
impl StaleInfoStmt {
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
        rest_seconds: &'a f64,
        limit: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        I64Query {
            client,
            params: [ttl_seconds, rest_seconds, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, StaleInfoParams, I64Query<'c, 'a, 's, C, i64, 3>, C>
    for StaleInfoStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StaleInfoParams,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        self.bind(
            client,
            &params.ttl_seconds,
            &params.rest_seconds,
            &params.limit,
        )
    }
}
pub struct StaleAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stale_albums() -> StaleAlbumsStmt {
    StaleAlbumsStmt(
        "select a.id from artists a where a.wanted_at is not null and a.merged_into is null and a.note is null and a.mbid is not null and a.info_fetched_at is not null and (a.albums_fetched_at is null or a.albums_fetched_at < a.refresh_asked_at or (a.albums_fetched_at < now() - make_interval(secs => $1::float8 * (1 + (a.id % 1000)::float8 / 6667)) and (a.albums_fetched_at < now() - make_interval(secs => $2::float8 * (1 + (a.id % 1000)::float8 / 6667)) or exists (select from user_seed_artists s join sessions e on e.user_id = s.user_id and e.expires_at > now() where s.artist_id = a.id offset 0)))) order by a.albums_fetched_at nulls first, a.listeners desc nulls last, a.id limit $3",
        None,
    )
}
impl StaleAlbumsStmt {
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
        rest_seconds: &'a f64,
        limit: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        I64Query {
            client,
            params: [ttl_seconds, rest_seconds, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, StaleAlbumsParams, I64Query<'c, 'a, 's, C, i64, 3>, C>
    for StaleAlbumsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StaleAlbumsParams,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        self.bind(
            client,
            &params.ttl_seconds,
            &params.rest_seconds,
            &params.limit,
        )
    }
}
