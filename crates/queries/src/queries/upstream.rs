// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct TakeSlotParams<T1: crate::StringSql> {
    pub interval_seconds: f64,
    pub upstream: T1,
    pub horizon_seconds: f64,
    pub day_calls: Option<i32>,
    pub bulk: bool,
}
#[derive(Debug)]
pub struct PauseParams<T1: crate::StringSql> {
    pub seconds: f64,
    pub upstream: T1,
}
#[derive(Debug)]
pub struct ClaimTokenParams<T1: crate::StringSql> {
    pub seconds: f64,
    pub upstream: T1,
}
#[derive(Debug)]
pub struct KeepTokenParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub token: T1,
    pub seconds: f64,
    pub upstream: T2,
}
#[derive(Debug)]
pub struct ForgetTokenParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub upstream: T1,
    pub token: T2,
}
#[derive(Debug)]
pub struct SaveRequestParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
> {
    pub fingerprint: T1,
    pub upstream: T2,
    pub endpoint: T3,
    pub url: T4,
    pub status: i16,
    pub archive_key: T5,
    pub bytes: i32,
    pub fetched_at: chrono::DateTime<chrono::Utc>,
    pub fresh_seconds: Option<f64>,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct TakeSlot {
    pub go: bool,
    pub wait_seconds: f64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct FreshPlace {
    pub archive_key: String,
    pub archive_offset: Option<i64>,
    pub archive_length: Option<i32>,
    pub fetched_at: chrono::DateTime<chrono::Utc>,
}
pub struct FreshPlaceBorrowed<'a> {
    pub archive_key: &'a str,
    pub archive_offset: Option<i64>,
    pub archive_length: Option<i32>,
    pub fetched_at: chrono::DateTime<chrono::Utc>,
}
impl<'a> From<FreshPlaceBorrowed<'a>> for FreshPlace {
    fn from(
        FreshPlaceBorrowed {
            archive_key,
            archive_offset,
            archive_length,
            fetched_at,
        }: FreshPlaceBorrowed<'a>,
    ) -> Self {
        Self {
            archive_key: archive_key.into(),
            archive_offset,
            archive_length,
            fetched_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct NewestPlace {
    pub archive_key: String,
    pub archive_offset: Option<i64>,
    pub archive_length: Option<i32>,
    pub fetched_at: chrono::DateTime<chrono::Utc>,
}
pub struct NewestPlaceBorrowed<'a> {
    pub archive_key: &'a str,
    pub archive_offset: Option<i64>,
    pub archive_length: Option<i32>,
    pub fetched_at: chrono::DateTime<chrono::Utc>,
}
impl<'a> From<NewestPlaceBorrowed<'a>> for NewestPlace {
    fn from(
        NewestPlaceBorrowed {
            archive_key,
            archive_offset,
            archive_length,
            fetched_at,
        }: NewestPlaceBorrowed<'a>,
    ) -> Self {
        Self {
            archive_key: archive_key.into(),
            archive_offset,
            archive_length,
            fetched_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct UseByUpstream {
    pub upstream: String,
    pub taken: i64,
    pub requests: i64,
    pub last_at: Option<chrono::DateTime<chrono::Utc>>,
}
pub struct UseByUpstreamBorrowed<'a> {
    pub upstream: &'a str,
    pub taken: i64,
    pub requests: i64,
    pub last_at: Option<chrono::DateTime<chrono::Utc>>,
}
impl<'a> From<UseByUpstreamBorrowed<'a>> for UseByUpstream {
    fn from(
        UseByUpstreamBorrowed {
            upstream,
            taken,
            requests,
            last_at,
        }: UseByUpstreamBorrowed<'a>,
    ) -> Self {
        Self {
            upstream: upstream.into(),
            taken,
            requests,
            last_at,
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct TakeSlotQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TakeSlot, tokio_postgres::Error>,
    mapper: fn(TakeSlot) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TakeSlotQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TakeSlot) -> R) -> TakeSlotQuery<'c, 'a, 's, C, R, N> {
        TakeSlotQuery {
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
pub struct F64Query<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<f64, tokio_postgres::Error>,
    mapper: fn(f64) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> F64Query<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(f64) -> R) -> F64Query<'c, 'a, 's, C, R, N> {
        F64Query {
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
pub struct StringQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<&str, tokio_postgres::Error>,
    mapper: fn(&str) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StringQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(&str) -> R) -> StringQuery<'c, 'a, 's, C, R, N> {
        StringQuery {
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
pub struct FreshPlaceQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<FreshPlaceBorrowed, tokio_postgres::Error>,
    mapper: fn(FreshPlaceBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> FreshPlaceQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(FreshPlaceBorrowed) -> R,
    ) -> FreshPlaceQuery<'c, 'a, 's, C, R, N> {
        FreshPlaceQuery {
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
pub struct NewestPlaceQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<NewestPlaceBorrowed, tokio_postgres::Error>,
    mapper: fn(NewestPlaceBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> NewestPlaceQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(NewestPlaceBorrowed) -> R,
    ) -> NewestPlaceQuery<'c, 'a, 's, C, R, N> {
        NewestPlaceQuery {
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
pub struct UseByUpstreamQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<UseByUpstreamBorrowed, tokio_postgres::Error>,
    mapper: fn(UseByUpstreamBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> UseByUpstreamQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(UseByUpstreamBorrowed) -> R,
    ) -> UseByUpstreamQuery<'c, 'a, 's, C, R, N> {
        UseByUpstreamQuery {
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
pub struct TakeSlotStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn take_slot() -> TakeSlotStmt {
    TakeSlotStmt(
        "with taken as ( update upstream_budgets set next_slot = greatest(next_slot, paused_until, clock_timestamp()) + make_interval(secs => $1), taken = taken + 1, quota_taken = 1 + case when quota_day = quota_day_of(clock_timestamp()) then quota_taken else 0 end, quota_day = quota_day_of(clock_timestamp()) where upstream = $2 and greatest(next_slot, paused_until) <= clock_timestamp() + make_interval(secs => $3) and ($4::integer is null or quota_wait($4, case when quota_day = quota_day_of(clock_timestamp()) then quota_taken else 0 end, $5, clock_timestamp()) = 0) returning next_slot - make_interval(secs => $1) as slot ) select true as go, greatest(0, extract(epoch from slot - clock_timestamp()))::float8 as wait_seconds from taken union all select false, greatest($1::float8, extract(epoch from greatest(next_slot, paused_until, clock_timestamp()) - clock_timestamp())::float8 - $3, case when $4::integer is not null then quota_wait($4, case when quota_day = quota_day_of(clock_timestamp()) then quota_taken else 0 end, $5, clock_timestamp()) end) from upstream_budgets where upstream = $2 and not exists (select from taken)",
        None,
    )
}
impl TakeSlotStmt {
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
        interval_seconds: &'a f64,
        upstream: &'a T1,
        horizon_seconds: &'a f64,
        day_calls: &'a Option<i32>,
        bulk: &'a bool,
    ) -> TakeSlotQuery<'c, 'a, 's, C, TakeSlot, 5> {
        TakeSlotQuery {
            client,
            params: [interval_seconds, upstream, horizon_seconds, day_calls, bulk],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TakeSlot, tokio_postgres::Error> {
                Ok(TakeSlot {
                    go: row.try_get(0)?,
                    wait_seconds: row.try_get(1)?,
                })
            },
            mapper: |it| TakeSlot::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        TakeSlotParams<T1>,
        TakeSlotQuery<'c, 'a, 's, C, TakeSlot, 5>,
        C,
    > for TakeSlotStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a TakeSlotParams<T1>,
    ) -> TakeSlotQuery<'c, 'a, 's, C, TakeSlot, 5> {
        self.bind(
            client,
            &params.interval_seconds,
            &params.upstream,
            &params.horizon_seconds,
            &params.day_calls,
            &params.bulk,
        )
    }
}
pub struct PausedForStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn paused_for() -> PausedForStmt {
    PausedForStmt(
        "select extract(epoch from paused_until - clock_timestamp())::float8 as seconds from upstream_budgets where upstream = $1 and paused_until > clock_timestamp()",
        None,
    )
}
impl PausedForStmt {
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
        upstream: &'a T1,
    ) -> F64Query<'c, 'a, 's, C, f64, 1> {
        F64Query {
            client,
            params: [upstream],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct PauseStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn pause() -> PauseStmt {
    PauseStmt(
        "update upstream_budgets set paused_until = clock_timestamp() + make_interval(secs => $1) where upstream = $2 and paused_until < clock_timestamp() + make_interval(secs => $1)",
        None,
    )
}
impl PauseStmt {
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
        seconds: &'a f64,
        upstream: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[seconds, upstream]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        PauseParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for PauseStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a PauseParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.seconds, &params.upstream))
    }
}
pub struct CloseDayStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn close_day() -> CloseDayStmt {
    CloseDayStmt(
        "update upstream_budgets set paused_until = greatest(paused_until, quota_day_begins(quota_day_of(clock_timestamp()) + 1)) where upstream = $1 returning extract(epoch from paused_until - clock_timestamp())::float8 as seconds",
        None,
    )
}
impl CloseDayStmt {
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
        upstream: &'a T1,
    ) -> F64Query<'c, 'a, 's, C, f64, 1> {
        F64Query {
            client,
            params: [upstream],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct TokenStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn token() -> TokenStmt {
    TokenStmt(
        "select token from upstream_tokens where upstream = $1 and token is not null and expires_at > clock_timestamp()",
        None,
    )
}
impl TokenStmt {
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
        upstream: &'a T1,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [upstream],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct ClaimTokenStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn claim_token() -> ClaimTokenStmt {
    ClaimTokenStmt(
        "update upstream_tokens set claimed_until = clock_timestamp() + make_interval(secs => $1) where upstream = $2 and claimed_until <= clock_timestamp() and (token is null or expires_at <= clock_timestamp())",
        None,
    )
}
impl ClaimTokenStmt {
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
        seconds: &'a f64,
        upstream: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[seconds, upstream]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ClaimTokenParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for ClaimTokenStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ClaimTokenParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.seconds, &params.upstream))
    }
}
pub struct KeepTokenStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn keep_token() -> KeepTokenStmt {
    KeepTokenStmt(
        "update upstream_tokens set token = $1, expires_at = clock_timestamp() + make_interval(secs => $2), claimed_until = '-infinity' where upstream = $3",
        None,
    )
}
impl KeepTokenStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        token: &'a T1,
        seconds: &'a f64,
        upstream: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[token, seconds, upstream]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        KeepTokenParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for KeepTokenStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a KeepTokenParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.token, &params.seconds, &params.upstream))
    }
}
pub struct ForgetTokenStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_token() -> ForgetTokenStmt {
    ForgetTokenStmt(
        "update upstream_tokens set token = null where upstream = $1 and token = $2",
        None,
    )
}
impl ForgetTokenStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        upstream: &'a T1,
        token: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[upstream, token]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ForgetTokenParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for ForgetTokenStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ForgetTokenParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.upstream, &params.token))
    }
}
pub struct FreshPlaceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn fresh_place() -> FreshPlaceStmt {
    FreshPlaceStmt(
        "select archive_key, archive_offset, archive_length, fetched_at from upstream_requests where fingerprint = $1 and fresh_until > now()",
        None,
    )
}
impl FreshPlaceStmt {
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
        fingerprint: &'a T1,
    ) -> FreshPlaceQuery<'c, 'a, 's, C, FreshPlace, 1> {
        FreshPlaceQuery {
            client,
            params: [fingerprint],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<FreshPlaceBorrowed, tokio_postgres::Error> {
                    Ok(FreshPlaceBorrowed {
                        archive_key: row.try_get(0)?,
                        archive_offset: row.try_get(1)?,
                        archive_length: row.try_get(2)?,
                        fetched_at: row.try_get(3)?,
                    })
                },
            mapper: |it| FreshPlace::from(it),
        }
    }
}
pub struct NewestPlaceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn newest_place() -> NewestPlaceStmt {
    NewestPlaceStmt(
        "select archive_key, archive_offset, archive_length, fetched_at from upstream_requests where fingerprint = $1",
        None,
    )
}
impl NewestPlaceStmt {
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
        fingerprint: &'a T1,
    ) -> NewestPlaceQuery<'c, 'a, 's, C, NewestPlace, 1> {
        NewestPlaceQuery {
            client,
            params: [fingerprint],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<NewestPlaceBorrowed, tokio_postgres::Error> {
                    Ok(NewestPlaceBorrowed {
                        archive_key: row.try_get(0)?,
                        archive_offset: row.try_get(1)?,
                        archive_length: row.try_get(2)?,
                        fetched_at: row.try_get(3)?,
                    })
                },
            mapper: |it| NewestPlace::from(it),
        }
    }
}
pub struct SaveRequestStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_request() -> SaveRequestStmt {
    SaveRequestStmt(
        "insert into upstream_requests (fingerprint, upstream, endpoint, url, status, archive_key, bytes, fetched_at, fresh_until) values ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(secs => $9)) on conflict (fingerprint) do update set status = excluded.status, archive_key = excluded.archive_key, archive_offset = null, archive_length = null, bytes = excluded.bytes, fetched_at = excluded.fetched_at, fresh_until = excluded.fresh_until where upstream_requests.fresh_until is null or (excluded.fresh_until is not null and (upstream_requests.fresh_until <= now() or upstream_requests.fetched_at <= excluded.fetched_at))",
        None,
    )
}
impl SaveRequestStmt {
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
    >(
        &'s self,
        client: &'c C,
        fingerprint: &'a T1,
        upstream: &'a T2,
        endpoint: &'a T3,
        url: &'a T4,
        status: &'a i16,
        archive_key: &'a T5,
        bytes: &'a i32,
        fetched_at: &'a chrono::DateTime<chrono::Utc>,
        fresh_seconds: &'a Option<f64>,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    fingerprint,
                    upstream,
                    endpoint,
                    url,
                    status,
                    archive_key,
                    bytes,
                    fetched_at,
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
    T5: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveRequestParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveRequestStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveRequestParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.fingerprint,
            &params.upstream,
            &params.endpoint,
            &params.url,
            &params.status,
            &params.archive_key,
            &params.bytes,
            &params.fetched_at,
            &params.fresh_seconds,
        ))
    }
}
pub struct UseByUpstreamStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn use_by_upstream() -> UseByUpstreamStmt {
    UseByUpstreamStmt(
        "select b.upstream, b.taken, count(r.fingerprint) as requests, max(r.fetched_at) as last_at from upstream_budgets b left join upstream_requests r on r.upstream = b.upstream group by b.upstream, b.taken order by b.upstream",
        None,
    )
}
impl UseByUpstreamStmt {
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
    ) -> UseByUpstreamQuery<'c, 'a, 's, C, UseByUpstream, 0> {
        UseByUpstreamQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<UseByUpstreamBorrowed, tokio_postgres::Error> {
                    Ok(UseByUpstreamBorrowed {
                        upstream: row.try_get(0)?,
                        taken: row.try_get(1)?,
                        requests: row.try_get(2)?,
                        last_at: row.try_get(3)?,
                    })
                },
            mapper: |it| UseByUpstream::from(it),
        }
    }
}
