// This file was generated with `clorinde`. Do not modify.

#[derive(Clone, Copy, Debug)]
pub struct RecentOfArtistParams {
    pub artist_id: i64,
    pub seconds: f64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    pub id: i64,
    pub artist_id: i64,
    pub artist_name: String,
    pub requested_at: chrono::DateTime<chrono::Utc>,
    pub note: Option<String>,
    pub info_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub albums_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub albums: i64,
    pub albums_with_releases: i64,
    pub albums_on_vinyl: i64,
    pub albums_priced: i64,
    pub releases: i64,
}
pub struct ProgressBorrowed<'a> {
    pub id: i64,
    pub artist_id: i64,
    pub artist_name: &'a str,
    pub requested_at: chrono::DateTime<chrono::Utc>,
    pub note: Option<&'a str>,
    pub info_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub albums_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub albums: i64,
    pub albums_with_releases: i64,
    pub albums_on_vinyl: i64,
    pub albums_priced: i64,
    pub releases: i64,
}
impl<'a> From<ProgressBorrowed<'a>> for Progress {
    fn from(
        ProgressBorrowed {
            id,
            artist_id,
            artist_name,
            requested_at,
            note,
            info_fetched_at,
            albums_fetched_at,
            albums,
            albums_with_releases,
            albums_on_vinyl,
            albums_priced,
            releases,
        }: ProgressBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            artist_id,
            artist_name: artist_name.into(),
            requested_at,
            note: note.map(|v| v.into()),
            info_fetched_at,
            albums_fetched_at,
            albums,
            albums_with_releases,
            albums_on_vinyl,
            albums_priced,
            releases,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct Totals {
    pub artists: i64,
    pub ingested: i64,
    pub albums: i64,
    pub releases: i64,
    pub prices: i64,
    pub requests: i64,
    pub claims: i64,
    pub artists_waiting: i64,
    pub albums_waiting: i64,
    pub prices_waiting: i64,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
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
pub struct ProgressQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ProgressBorrowed, tokio_postgres::Error>,
    mapper: fn(ProgressBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ProgressQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ProgressBorrowed) -> R) -> ProgressQuery<'c, 'a, 's, C, R, N> {
        ProgressQuery {
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
pub struct TotalsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Totals, tokio_postgres::Error>,
    mapper: fn(Totals) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TotalsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Totals) -> R) -> TotalsQuery<'c, 'a, 's, C, R, N> {
        TotalsQuery {
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
pub struct LockStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock() -> LockStmt {
    LockStmt(
        "select true as locked from (select pg_advisory_xact_lock(hashtextextended('runs', $1))) l",
        None,
    )
}
impl LockStmt {
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
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [artist_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct InsertStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert() -> InsertStmt {
    InsertStmt(
        "insert into runs (artist_id) values ($1) returning id",
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
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        artist_id: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [artist_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct RecentOfArtistStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn recent_of_artist() -> RecentOfArtistStmt {
    RecentOfArtistStmt(
        "select id from runs where artist_id = $1 and requested_at > now() - make_interval(secs => $2) order by id desc limit 1",
        None,
    )
}
impl RecentOfArtistStmt {
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
        seconds: &'a f64,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [artist_id, seconds],
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
        RecentOfArtistParams,
        I64Query<'c, 'a, 's, C, i64, 2>,
        C,
    > for RecentOfArtistStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a RecentOfArtistParams,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.artist_id, &params.seconds)
    }
}
pub struct ProgressStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn progress() -> ProgressStmt {
    ProgressStmt(
        "select r.id, r.artist_id, a.name as artist_name, r.requested_at, a.note, case when a.info_fetched_at >= coalesce(a.refresh_asked_at, '-infinity') then a.info_fetched_at end as info_fetched_at, case when a.albums_fetched_at >= coalesce(a.refresh_asked_at, '-infinity') then a.albums_fetched_at end as albums_fetched_at, count(b.id) as albums, count(b.id) filter (where b.releases_fetched_at >= coalesce(a.refresh_asked_at, '-infinity')) as albums_with_releases, count(b.id) filter (where b.release_count > 0) as albums_on_vinyl, count(b.id) filter (where b.release_count > 0 and b.prices_fetched_at is not null) as albums_priced, coalesce(sum(b.release_count), 0)::bigint as releases from runs r join artists a on a.id = r.artist_id left join albums b on b.artist_id = a.id where r.id = $1 group by r.id, a.id",
        None,
    )
}
impl ProgressStmt {
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
    ) -> ProgressQuery<'c, 'a, 's, C, Progress, 1> {
        ProgressQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ProgressBorrowed, tokio_postgres::Error> {
                    Ok(ProgressBorrowed {
                        id: row.try_get(0)?,
                        artist_id: row.try_get(1)?,
                        artist_name: row.try_get(2)?,
                        requested_at: row.try_get(3)?,
                        note: row.try_get(4)?,
                        info_fetched_at: row.try_get(5)?,
                        albums_fetched_at: row.try_get(6)?,
                        albums: row.try_get(7)?,
                        albums_with_releases: row.try_get(8)?,
                        albums_on_vinyl: row.try_get(9)?,
                        albums_priced: row.try_get(10)?,
                        releases: row.try_get(11)?,
                    })
                },
            mapper: |it| Progress::from(it),
        }
    }
}
pub struct TotalsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn totals() -> TotalsStmt {
    TotalsStmt(
        "select (select count(*) from artists where merged_into is null) as artists, (select count(*) from artists where albums_fetched_at is not null) as ingested, (select count(*) from albums) as albums, (select count(*) from releases) as releases, (select count(*) from quotes) as prices, (select count(*) from upstream_requests) as requests, (select count(*) from claims where until > clock_timestamp()) as claims, (select count(*) from artists where wanted_at is not null and merged_into is null and note is null and (info_fetched_at is null or albums_fetched_at is null or info_fetched_at < refresh_asked_at or albums_fetched_at < refresh_asked_at)) as artists_waiting, (select count(*) from albums where releases_fetched_at is null) as albums_waiting, (select count(*) from albums where release_count > 0 and prices_fetched_at is null) as prices_waiting",
        None,
    )
}
impl TotalsStmt {
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
    ) -> TotalsQuery<'c, 'a, 's, C, Totals, 0> {
        TotalsQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<Totals, tokio_postgres::Error> {
                Ok(Totals {
                    artists: row.try_get(0)?,
                    ingested: row.try_get(1)?,
                    albums: row.try_get(2)?,
                    releases: row.try_get(3)?,
                    prices: row.try_get(4)?,
                    requests: row.try_get(5)?,
                    claims: row.try_get(6)?,
                    artists_waiting: row.try_get(7)?,
                    albums_waiting: row.try_get(8)?,
                    prices_waiting: row.try_get(9)?,
                })
            },
            mapper: |it| Totals::from(it),
        }
    }
}
