// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct BeginParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::BytesSql> {
    pub content: T1,
    pub file: T2,
    pub bytes: i64,
    pub head_sha256: T3,
    pub seen_at: Option<chrono::DateTime<chrono::Utc>>,
}
#[derive(Clone, Copy, Debug)]
pub struct AdvanceParams {
    pub records: i64,
    pub vinyl: i64,
    pub written: i64,
    pub malformed: i64,
    pub id: i64,
}
#[derive(Debug)]
pub struct ChangedParams<T1: crate::ArraySql<Item = i64>, T2: crate::ArraySql<Item = i64>> {
    pub discogs_ids: T1,
    pub hashes: T2,
}
#[derive(Debug)]
pub struct AdoptArtistsParams<T1: crate::ArraySql<Item = i64>, T2: crate::ArraySql<Item = i64>> {
    pub ids: T1,
    pub discogs_ids: T2,
}
#[derive(Debug)]
pub struct SaveMatchesParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = Option<i64>>,
    T4: crate::ArraySql<Item = Option<i64>>,
    T5: crate::ArraySql<Item = i64>,
    T6: crate::StringSql,
    T7: crate::ArraySql<Item = T6>,
    T8: crate::ArraySql<Item = f32>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
> {
    pub kind: T1,
    pub named: T2,
    pub artist_ids: T3,
    pub album_ids: T4,
    pub service_ids: T5,
    pub names: T7,
    pub scores: T8,
    pub reasons: T10,
}
#[derive(Debug)]
pub struct AdoptAlbumsParams<
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::ArraySql<Item = f32>,
> {
    pub ids: T1,
    pub master_ids: T2,
    pub scores: T3,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct Begin {
    pub id: i64,
    pub records: i64,
    pub vinyl: i64,
    pub written: i64,
    pub malformed: i64,
    pub seen_at: chrono::DateTime<chrono::Utc>,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct Changed {
    pub discogs_id: i64,
    pub known: bool,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Homonyms {
    pub artist_id: i64,
    pub artist: String,
    pub id: i64,
    pub name: String,
    pub country: Option<String>,
    pub aliases: Vec<String>,
    pub titles: Vec<String>,
    pub dump_titles: Vec<String>,
}
pub struct HomonymsBorrowed<'a> {
    pub artist_id: i64,
    pub artist: &'a str,
    pub id: i64,
    pub name: &'a str,
    pub country: Option<&'a str>,
    pub aliases: crate::ArrayIterator<'a, &'a str>,
    pub titles: crate::ArrayIterator<'a, &'a str>,
    pub dump_titles: crate::ArrayIterator<'a, &'a str>,
}
impl<'a> From<HomonymsBorrowed<'a>> for Homonyms {
    fn from(
        HomonymsBorrowed {
            artist_id,
            artist,
            id,
            name,
            country,
            aliases,
            titles,
            dump_titles,
        }: HomonymsBorrowed<'a>,
    ) -> Self {
        Self {
            artist_id,
            artist: artist.into(),
            id,
            name: name.into(),
            country: country.map(|v| v.into()),
            aliases: aliases.map(|v| v.into()).collect(),
            titles: titles.map(|v| v.into()).collect(),
            dump_titles: dump_titles.map(|v| v.into()).collect(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct AlbumsAlike {
    pub id: i64,
    pub artist: String,
    pub ours: String,
    pub ours_year: Option<i16>,
    pub master_id: Option<i64>,
    pub discogs_id: i64,
    pub title: String,
    pub year: Option<i16>,
}
pub struct AlbumsAlikeBorrowed<'a> {
    pub id: i64,
    pub artist: &'a str,
    pub ours: &'a str,
    pub ours_year: Option<i16>,
    pub master_id: Option<i64>,
    pub discogs_id: i64,
    pub title: &'a str,
    pub year: Option<i16>,
}
impl<'a> From<AlbumsAlikeBorrowed<'a>> for AlbumsAlike {
    fn from(
        AlbumsAlikeBorrowed {
            id,
            artist,
            ours,
            ours_year,
            master_id,
            discogs_id,
            title,
            year,
        }: AlbumsAlikeBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            artist: artist.into(),
            ours: ours.into(),
            ours_year,
            master_id,
            discogs_id,
            title: title.into(),
            year,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct MoveReleases {
    pub from_id: i64,
    pub to_id: i64,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct BeginQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Begin, tokio_postgres::Error>,
    mapper: fn(Begin) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> BeginQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Begin) -> R) -> BeginQuery<'c, 'a, 's, C, R, N> {
        BeginQuery {
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
pub struct ChangedQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Changed, tokio_postgres::Error>,
    mapper: fn(Changed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ChangedQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Changed) -> R) -> ChangedQuery<'c, 'a, 's, C, R, N> {
        ChangedQuery {
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
pub struct HomonymsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<HomonymsBorrowed, tokio_postgres::Error>,
    mapper: fn(HomonymsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> HomonymsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(HomonymsBorrowed) -> R) -> HomonymsQuery<'c, 'a, 's, C, R, N> {
        HomonymsQuery {
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
pub struct AlbumsAlikeQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AlbumsAlikeBorrowed, tokio_postgres::Error>,
    mapper: fn(AlbumsAlikeBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AlbumsAlikeQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(AlbumsAlikeBorrowed) -> R,
    ) -> AlbumsAlikeQuery<'c, 'a, 's, C, R, N> {
        AlbumsAlikeQuery {
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
pub struct MoveReleasesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MoveReleases, tokio_postgres::Error>,
    mapper: fn(MoveReleases) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MoveReleasesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MoveReleases) -> R) -> MoveReleasesQuery<'c, 'a, 's, C, R, N> {
        MoveReleasesQuery {
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
pub struct BeginStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn begin() -> BeginStmt {
    BeginStmt(
        "insert into dump_loads (content, file, bytes, head_sha256, seen_at) values ($1, $2, $3, $4, coalesce($5, now())) on conflict (content, file, bytes, head_sha256) do update set records = case when dump_loads.finished_at is null then dump_loads.records else 0 end, vinyl = case when dump_loads.finished_at is null then dump_loads.vinyl else 0 end, written = case when dump_loads.finished_at is null then dump_loads.written else 0 end, malformed = case when dump_loads.finished_at is null then dump_loads.malformed else 0 end, finished_at = null, updated_at = now() returning id, records, vinyl, written, malformed, seen_at",
        None,
    )
}
impl BeginStmt {
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
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::BytesSql,
    >(
        &'s self,
        client: &'c C,
        content: &'a T1,
        file: &'a T2,
        bytes: &'a i64,
        head_sha256: &'a T3,
        seen_at: &'a Option<chrono::DateTime<chrono::Utc>>,
    ) -> BeginQuery<'c, 'a, 's, C, Begin, 5> {
        BeginQuery {
            client,
            params: [content, file, bytes, head_sha256, seen_at],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<Begin, tokio_postgres::Error> {
                Ok(Begin {
                    id: row.try_get(0)?,
                    records: row.try_get(1)?,
                    vinyl: row.try_get(2)?,
                    written: row.try_get(3)?,
                    malformed: row.try_get(4)?,
                    seen_at: row.try_get(5)?,
                })
            },
            mapper: |it| Begin::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::BytesSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        BeginParams<T1, T2, T3>,
        BeginQuery<'c, 'a, 's, C, Begin, 5>,
        C,
    > for BeginStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a BeginParams<T1, T2, T3>,
    ) -> BeginQuery<'c, 'a, 's, C, Begin, 5> {
        self.bind(
            client,
            &params.content,
            &params.file,
            &params.bytes,
            &params.head_sha256,
            &params.seen_at,
        )
    }
}
pub struct TakeTurnStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn take_turn() -> TakeTurnStmt {
    TakeTurnStmt(
        "select true as mine from (select pg_advisory_lock(hashtextextended('load of a dump', $1))) l",
        None,
    )
}
impl TakeTurnStmt {
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
        part: &'a i64,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [part],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct CatchUpSearchStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn catch_up_search() -> CatchUpSearchStmt {
    CatchUpSearchStmt("select search_catch_up($1) as written", None)
}
impl CatchUpSearchStmt {
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
        patient: &'a bool,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [patient],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct AdvanceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn advance() -> AdvanceStmt {
    AdvanceStmt(
        "update dump_loads set records = $1, vinyl = vinyl + $2, written = written + $3, malformed = malformed + $4, updated_at = now() where id = $5",
        None,
    )
}
impl AdvanceStmt {
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
        records: &'a i64,
        vinyl: &'a i64,
        written: &'a i64,
        malformed: &'a i64,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[records, vinyl, written, malformed, id])
            .await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AdvanceParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for AdvanceStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AdvanceParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.records,
            &params.vinyl,
            &params.written,
            &params.malformed,
            &params.id,
        ))
    }
}
pub struct FinishStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn finish() -> FinishStmt {
    FinishStmt(
        "update dump_loads set finished_at = now(), updated_at = now() where id = $1",
        None,
    )
}
impl FinishStmt {
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
pub struct ChangedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn changed() -> ChangedStmt {
    ChangedStmt(
        "select i.discogs_id, r.id is not null as known from unnest($1::bigint[], $2::bigint[]) as i (discogs_id, hash) left join releases r on r.discogs_id = i.discogs_id left join release_details d on d.release_id = r.id where d.dump_hash is distinct from i.hash",
        None,
    )
}
impl ChangedStmt {
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
        T2: crate::ArraySql<Item = i64>,
    >(
        &'s self,
        client: &'c C,
        discogs_ids: &'a T1,
        hashes: &'a T2,
    ) -> ChangedQuery<'c, 'a, 's, C, Changed, 2> {
        ChangedQuery {
            client,
            params: [discogs_ids, hashes],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<Changed, tokio_postgres::Error> {
                Ok(Changed {
                    discogs_id: row.try_get(0)?,
                    known: row.try_get(1)?,
                })
            },
            mapper: |it| Changed::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>, T2: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ChangedParams<T1, T2>,
        ChangedQuery<'c, 'a, 's, C, Changed, 2>,
        C,
    > for ChangedStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ChangedParams<T1, T2>,
    ) -> ChangedQuery<'c, 'a, 's, C, Changed, 2> {
        self.bind(client, &params.discogs_ids, &params.hashes)
    }
}
pub struct HomonymsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn homonyms() -> HomonymsStmt {
    HomonymsStmt(
        "select n.artist_id, n.artist, c.id, c.name, c.country, c.aliases, array(select al.title from albums al where al.artist_id = c.id order by al.id limit 500) as titles, array(select m.title from discogs_masters m where m.artist_id = n.artist_id union select d.title from dump_releases d where d.artist_id = n.artist_id limit 500) as dump_titles from (select distinct on (artist_id) artist_id, artist, artist_key from dump_releases d where d.artist_id <> all ($1::bigint[]) and not exists (select from artists a where a.discogs_id = d.artist_id) order by artist_id, discogs_id) n join artists c on c.name_key = n.artist_key and c.merged_into is null and c.discogs_id is null where not exists (select from matches m where m.kind = 'artist' and m.artist_id = c.id and m.service = 'discogs' and m.decided_by = 'hand' and (m.state = 'accepted') <> (m.service_id = n.artist_id::text)) order by n.artist_id, c.listeners desc nulls last, c.id",
        None,
    )
}
impl HomonymsStmt {
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
        nobody: &'a T1,
    ) -> HomonymsQuery<'c, 'a, 's, C, Homonyms, 1> {
        HomonymsQuery {
            client,
            params: [nobody],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<HomonymsBorrowed, tokio_postgres::Error> {
                    Ok(HomonymsBorrowed {
                        artist_id: row.try_get(0)?,
                        artist: row.try_get(1)?,
                        id: row.try_get(2)?,
                        name: row.try_get(3)?,
                        country: row.try_get(4)?,
                        aliases: row.try_get(5)?,
                        titles: row.try_get(6)?,
                        dump_titles: row.try_get(7)?,
                    })
                },
            mapper: |it| Homonyms::from(it),
        }
    }
}
pub struct AdoptArtistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn adopt_artists() -> AdoptArtistsStmt {
    AdoptArtistsStmt(
        "update artists a set discogs_id = i.discogs_id, updated_at = now() from unnest($1::bigint[], $2::bigint[]) as i (id, discogs_id) where a.id = i.id and a.discogs_id is null and not exists (select from artists other where other.discogs_id = i.discogs_id)",
        None,
    )
}
impl AdoptArtistsStmt {
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
        T1: crate::ArraySql<Item = i64>,
        T2: crate::ArraySql<Item = i64>,
    >(
        &'s self,
        client: &'c C,
        ids: &'a T1,
        discogs_ids: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[ids, discogs_ids]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = i64>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AdoptArtistsParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for AdoptArtistsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AdoptArtistsParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.ids, &params.discogs_ids))
    }
}
pub struct SaveMatchesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_matches() -> SaveMatchesStmt {
    SaveMatchesStmt(
        "insert into matches (kind, artist_id, album_id, service, service_id, candidate, score, reasons, state, decided_by) select $1::text, i.artist_id, i.album_id, 'discogs', i.service_id::text, jsonb_build_object($2::text, i.name), i.score, i.reasons::jsonb, 'accepted', 'rule' from unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::text[], $7::real[], $8::text[]) as i (artist_id, album_id, service_id, name, score, reasons) on conflict (kind, artist_id, album_id, service, service_id) do update set candidate = excluded.candidate, score = excluded.score, reasons = excluded.reasons, state = 'accepted', decided_by = 'rule', decided_at = now() where matches.decided_by <> 'hand'",
        None,
    )
}
impl SaveMatchesStmt {
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
        T3: crate::ArraySql<Item = Option<i64>>,
        T4: crate::ArraySql<Item = Option<i64>>,
        T5: crate::ArraySql<Item = i64>,
        T6: crate::StringSql,
        T7: crate::ArraySql<Item = T6>,
        T8: crate::ArraySql<Item = f32>,
        T9: crate::StringSql,
        T10: crate::ArraySql<Item = T9>,
    >(
        &'s self,
        client: &'c C,
        kind: &'a T1,
        named: &'a T2,
        artist_ids: &'a T3,
        album_ids: &'a T4,
        service_ids: &'a T5,
        names: &'a T7,
        scores: &'a T8,
        reasons: &'a T10,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    kind,
                    named,
                    artist_ids,
                    album_ids,
                    service_ids,
                    names,
                    scores,
                    reasons,
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
    T3: crate::ArraySql<Item = Option<i64>>,
    T4: crate::ArraySql<Item = Option<i64>>,
    T5: crate::ArraySql<Item = i64>,
    T6: crate::StringSql,
    T7: crate::ArraySql<Item = T6>,
    T8: crate::ArraySql<Item = f32>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveMatchesParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveMatchesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveMatchesParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.kind,
            &params.named,
            &params.artist_ids,
            &params.album_ids,
            &params.service_ids,
            &params.names,
            &params.scores,
            &params.reasons,
        ))
    }
}
pub struct InsertArtistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_artists() -> InsertArtistsStmt {
    InsertArtistsStmt(
        "insert into artists (name, name_key, discogs_id) select distinct on (d.artist_id) d.artist_name, d.artist_key, d.artist_id from dump_releases d where not exists (select from artists a where a.discogs_id = d.artist_id) order by d.artist_id, d.discogs_id on conflict (discogs_id) do nothing",
        None,
    )
}
impl InsertArtistsStmt {
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
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[]).await
    }
}
pub struct AlbumsAlikeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn albums_alike() -> AlbumsAlikeStmt {
    AlbumsAlikeStmt(
        "select al.id, ar.name as artist, al.title as ours, al.first_release_year as ours_year, d.master_id, d.discogs_id, coalesce(m.title, d.title) as title, coalesce(m.year, d.year) as year from (select distinct on (coalesce(master_id, -discogs_id)) master_id, discogs_id, artist_id, title, title_key, year, kind from dump_releases order by coalesce(master_id, -discogs_id), main desc, discogs_id) d join artists ar on ar.discogs_id = d.artist_id and ar.merged_into is null left join discogs_masters m on m.id = d.master_id join albums al on al.artist_id = ar.id and al.title_key = coalesce(m.title_key, d.title_key) and al.discogs_master_id is null and al.discogs_release_id is null where d.artist_id <> all ($1::bigint[]) and (d.kind is distinct from 'single' or al.studio is not true) and not exists (select from albums known where known.discogs_master_id = d.master_id) and not exists (select from releases r where r.discogs_id = d.discogs_id and d.master_id is null) and not exists (select from matches h where h.album_id = al.id and h.service = 'discogs' and h.decided_by = 'hand' and h.state = 'rejected' and h.kind = case when d.master_id is null then 'pressing' else 'album' end and h.service_id = coalesce(d.master_id, d.discogs_id)::text) order by al.id, d.master_id, d.discogs_id",
        None,
    )
}
impl AlbumsAlikeStmt {
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
        nobody: &'a T1,
    ) -> AlbumsAlikeQuery<'c, 'a, 's, C, AlbumsAlike, 1> {
        AlbumsAlikeQuery {
            client,
            params: [nobody],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<AlbumsAlikeBorrowed, tokio_postgres::Error> {
                    Ok(AlbumsAlikeBorrowed {
                        id: row.try_get(0)?,
                        artist: row.try_get(1)?,
                        ours: row.try_get(2)?,
                        ours_year: row.try_get(3)?,
                        master_id: row.try_get(4)?,
                        discogs_id: row.try_get(5)?,
                        title: row.try_get(6)?,
                        year: row.try_get(7)?,
                    })
                },
            mapper: |it| AlbumsAlike::from(it),
        }
    }
}
pub struct AdoptAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn adopt_albums() -> AdoptAlbumsStmt {
    AdoptAlbumsStmt(
        "update albums al set discogs_master_id = i.master_id, master_confidence = i.score, updated_at = now() from unnest($1::bigint[], $2::bigint[], $3::real[]) as i (id, master_id, score) where al.id = i.id and al.discogs_master_id is null",
        None,
    )
}
impl AdoptAlbumsStmt {
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
        T1: crate::ArraySql<Item = i64>,
        T2: crate::ArraySql<Item = i64>,
        T3: crate::ArraySql<Item = f32>,
    >(
        &'s self,
        client: &'c C,
        ids: &'a T1,
        master_ids: &'a T2,
        scores: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[ids, master_ids, scores]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::ArraySql<Item = f32>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AdoptAlbumsParams<T1, T2, T3>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for AdoptAlbumsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AdoptAlbumsParams<T1, T2, T3>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.ids, &params.master_ids, &params.scores))
    }
}
pub struct InsertMasterAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_master_albums() -> InsertMasterAlbumsStmt {
    InsertMasterAlbumsStmt(
        "insert into albums (artist_id, title, title_key, first_release_year, discogs_master_id, master_confidence, releases_fetched_at, release_count) select coalesce(a.merged_into, a.id), coalesce(m.title, d.title), coalesce(m.title_key, d.title_key), case when m.id is null then d.year else m.year end, d.master_id, 1, $1, d.count from (select distinct on (master_id) master_id, artist_id, title, title_key, year, count(*) over (partition by master_id)::integer as count from dump_releases where master_id is not null order by master_id, main desc, discogs_id) d join artists a on a.discogs_id = d.artist_id left join discogs_masters m on m.id = d.master_id where not exists (select from albums known where known.discogs_master_id = d.master_id) order by d.master_id",
        None,
    )
}
impl InsertMasterAlbumsStmt {
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
        seen_at: &'a chrono::DateTime<chrono::Utc>,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[seen_at]).await
    }
}
pub struct InsertSingleAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_single_albums() -> InsertSingleAlbumsStmt {
    InsertSingleAlbumsStmt(
        "insert into albums (artist_id, title, title_key, first_release_year, discogs_release_id, releases_fetched_at, release_count) select coalesce(a.merged_into, a.id), d.title, d.title_key, d.year, d.discogs_id, $1, 1 from dump_releases d join artists a on a.discogs_id = d.artist_id where d.master_id is null and not exists (select from releases r where r.discogs_id = d.discogs_id) and not exists (select from matches m where m.service = 'discogs' and m.service_id = d.discogs_id::text and m.kind = 'pressing' and m.state = 'accepted') order by d.discogs_id on conflict (discogs_release_id) do nothing",
        None,
    )
}
impl InsertSingleAlbumsStmt {
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
        seen_at: &'a chrono::DateTime<chrono::Utc>,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[seen_at]).await
    }
}
pub struct RenameAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn rename_albums() -> RenameAlbumsStmt {
    RenameAlbumsStmt(
        "update albums a set title = d.title, title_key = d.title_key, first_release_year = d.year, updated_at = now() from dump_releases d where d.main and a.discogs_master_id = d.master_id and a.mbid is null and not exists (select from discogs_masters m where m.id = d.master_id) and (a.title, a.title_key, a.first_release_year) is distinct from (d.title, d.title_key, d.year)",
        None,
    )
}
impl RenameAlbumsStmt {
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
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[]).await
    }
}
pub struct InsertReleasesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_releases() -> InsertReleasesStmt {
    InsertReleasesStmt(
        "insert into releases (album_id, discogs_id, title, country, year, released, format, records, size_inches, speed_rpm, kind, traits, colour, weight_grams, barcodes, label, catno, official, confidence, listed_at, detailed) select coalesce(album.id, m.album_id, single.id), d.discogs_id, d.title, d.country, d.year, d.released, d.format, d.records, d.size_inches, d.speed_rpm, d.kind, d.traits, d.colour, d.weight_grams, d.barcodes, d.label, d.catno, d.official, coalesce(m.score, 1), $1, true from dump_releases d left join lateral (select al.id from albums al where al.discogs_master_id = d.master_id order by al.release_count = 0, al.mbid is null, al.first_release_year, al.mbid, al.id limit 1) album on true left join lateral (select o.album_id, o.score from matches o where d.master_id is null and o.service = 'discogs' and o.service_id = d.discogs_id::text and o.kind = 'pressing' and o.state = 'accepted' order by o.id limit 1) m on true left join albums single on single.discogs_release_id = d.discogs_id where not exists (select from releases r where r.discogs_id = d.discogs_id) order by d.discogs_id on conflict (discogs_id) do nothing returning album_id",
        None,
    )
}
impl InsertReleasesStmt {
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
        seen_at: &'a chrono::DateTime<chrono::Utc>,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [seen_at],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct UpdateReleasesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn update_releases() -> UpdateReleasesStmt {
    UpdateReleasesStmt(
        "update releases r set title = d.title, country = d.country, year = d.year, released = d.released, format = d.format, records = d.records, size_inches = d.size_inches, speed_rpm = d.speed_rpm, kind = d.kind, traits = d.traits, colour = d.colour, weight_grams = d.weight_grams, barcodes = d.barcodes, label = d.label, catno = d.catno, official = d.official, detailed = true, listed_at = $1, gone_at = case when r.gone_at > $1 then r.gone_at end, updated_at = now() from dump_releases d where r.discogs_id = d.discogs_id and r.listed_at <= $1 and (r.title, r.country, r.year, r.released, r.format, r.records, r.size_inches, r.speed_rpm, r.kind, r.traits, r.colour, r.weight_grams, r.barcodes, r.label, r.catno, r.official, r.gone_at is null) is distinct from (d.title, d.country, d.year, d.released, d.format, d.records, d.size_inches, d.speed_rpm, d.kind, d.traits, d.colour, d.weight_grams, d.barcodes, d.label, d.catno, d.official, coalesce(r.gone_at <= $1, true))",
        None,
    )
}
impl UpdateReleasesStmt {
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
        seen_at: &'a chrono::DateTime<chrono::Utc>,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[seen_at]).await
    }
}
pub struct DescribeReleasesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn describe_releases() -> DescribeReleasesStmt {
    DescribeReleasesStmt(
        "update releases r set records = d.records, size_inches = d.size_inches, speed_rpm = d.speed_rpm, kind = d.kind, traits = d.traits, colour = d.colour, weight_grams = d.weight_grams, barcodes = d.barcodes, detailed = true, updated_at = now() from dump_releases d where r.discogs_id = d.discogs_id and not r.detailed and r.format = d.format",
        None,
    )
}
impl DescribeReleasesStmt {
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
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[]).await
    }
}
pub struct MoveReleasesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_releases() -> MoveReleasesStmt {
    MoveReleasesStmt(
        "update releases r set album_id = m.id, listed_at = $1, updated_at = now() from dump_releases d join lateral (select al.id from albums al where al.discogs_master_id = d.master_id order by al.release_count = 0, al.mbid is null, al.first_release_year, al.mbid, al.id limit 1) m on true, albums known where r.discogs_id = d.discogs_id and r.listed_at <= $1 and known.id = r.album_id and known.mbid is null and known.discogs_master_id is distinct from d.master_id and not exists (select from quotes q where q.release_id = r.id) returning known.id as from_id, m.id as to_id",
        None,
    )
}
impl MoveReleasesStmt {
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
        seen_at: &'a chrono::DateTime<chrono::Utc>,
    ) -> MoveReleasesQuery<'c, 'a, 's, C, MoveReleases, 1> {
        MoveReleasesQuery {
            client,
            params: [seen_at],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MoveReleases, tokio_postgres::Error> {
                Ok(MoveReleases {
                    from_id: row.try_get(0)?,
                    to_id: row.try_get(1)?,
                })
            },
            mapper: |it| MoveReleases::from(it),
        }
    }
}
pub struct SaveDetailsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_details() -> SaveDetailsStmt {
    SaveDetailsStmt(
        "insert into release_details (release_id, tracks, labels, companies, identifiers, formats, artists, credits, genres, styles, notes, dump_hash) select r.id, d.tracks, d.labels, d.companies, d.identifiers, d.formats, d.artists, d.credits, d.genres, d.styles, d.notes, d.hash from dump_releases d join releases r on r.discogs_id = d.discogs_id where r.details_fetched_at is null or r.details_fetched_at <= $1 order by r.id on conflict (release_id) do update set tracks = excluded.tracks, labels = excluded.labels, companies = excluded.companies, identifiers = excluded.identifiers, formats = excluded.formats, artists = excluded.artists, credits = excluded.credits, genres = excluded.genres, styles = excluded.styles, notes = excluded.notes, dump_hash = excluded.dump_hash",
        None,
    )
}
impl SaveDetailsStmt {
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
        seen_at: &'a chrono::DateTime<chrono::Utc>,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[seen_at]).await
    }
}
pub struct CountReleasesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn count_releases() -> CountReleasesStmt {
    CountReleasesStmt(
        "update albums a set release_count = c.count, updated_at = now() from (select i.id, (select count(*) from releases r where r.album_id = i.id and r.gone_at is null)::integer as count from unnest($1::bigint[]) as i (id)) c where a.id = c.id and a.release_count <> c.count",
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
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>(
        &'s self,
        client: &'c C,
        album_ids: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[album_ids]).await
    }
}
pub struct SaveMastersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_masters() -> SaveMastersStmt {
    SaveMastersStmt(
        "insert into discogs_masters (id, artist_id, title, title_key, year) select distinct on (id) id, artist_id, title, title_key, year from dump_masters order by id on conflict (id) do update set artist_id = excluded.artist_id, title = excluded.title, title_key = excluded.title_key, year = excluded.year where (discogs_masters.artist_id, discogs_masters.title, discogs_masters.title_key, discogs_masters.year) is distinct from (excluded.artist_id, excluded.title, excluded.title_key, excluded.year)",
        None,
    )
}
impl SaveMastersStmt {
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
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[]).await
    }
}
pub struct NameAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn name_albums() -> NameAlbumsStmt {
    NameAlbumsStmt(
        "update albums a set title = m.title, title_key = m.title_key, first_release_year = m.year, updated_at = now() from dump_masters d join discogs_masters m on m.id = d.id where a.discogs_master_id = d.id and a.mbid is null and (a.title, a.title_key, a.first_release_year) is distinct from (m.title, m.title_key, m.year)",
        None,
    )
}
impl NameAlbumsStmt {
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
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[]).await
    }
}
pub struct SaveVariationsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_variations() -> SaveVariationsStmt {
    SaveVariationsStmt(
        "update artists a set aliases = a.aliases || n.new, updated_at = now() from (select k.id, array_agg(distinct v.name order by v.name) as new from dump_artists d join artists k on k.discogs_id = d.discogs_id cross join lateral unnest(d.names) as v (name) where v.name <> k.name and v.name <> all (k.aliases) group by k.id) n where a.id = n.id",
        None,
    )
}
impl SaveVariationsStmt {
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
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[]).await
    }
}
pub struct KnownArtistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn known_artists() -> KnownArtistsStmt {
    KnownArtistsStmt(
        "select i.id from unnest($1::bigint[]) as i (id) where exists (select from artists a where a.discogs_id = i.id)",
        None,
    )
}
impl KnownArtistsStmt {
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
        discogs_ids: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [discogs_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
