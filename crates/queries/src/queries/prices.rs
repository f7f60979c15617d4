// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct MarkPricedParams<
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = Option<i32>>,
    T3: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
> {
    pub release_ids: T1,
    pub for_sales: T2,
    pub seen_ats: T3,
}
#[derive(Debug)]
pub struct MarkLookedParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
> {
    pub provider: T1,
    pub album_ids: T2,
    pub ships_tos: T4,
    pub seen_ats: T5,
}
#[derive(Debug)]
pub struct MarkCheckedParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
> {
    pub provider: T1,
    pub album_ids: T2,
    pub seen_ats: T3,
}
#[derive(Debug)]
pub struct MarkPricedNewestParams<
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = Option<i32>>,
    T3: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
> {
    pub release_ids: T1,
    pub for_sales: T2,
    pub seen_ats: T3,
}
#[derive(Debug)]
pub struct MarkFailedParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub album_id: i64,
    pub provider: T1,
    pub failure: T2,
}
#[derive(Debug)]
pub struct MarkWellParams<T1: crate::StringSql> {
    pub album_id: i64,
    pub provider: T1,
}
#[derive(Debug)]
pub struct BestOfAlbumParams<T1: crate::StringSql> {
    pub album_id: i64,
    pub country: T1,
}
#[derive(Debug, Clone, PartialEq)]
pub struct MarkLooked {
    pub album_id: i64,
    pub ships_to: String,
}
pub struct MarkLookedBorrowed<'a> {
    pub album_id: i64,
    pub ships_to: &'a str,
}
impl<'a> From<MarkLookedBorrowed<'a>> for MarkLooked {
    fn from(MarkLookedBorrowed { album_id, ships_to }: MarkLookedBorrowed<'a>) -> Self {
        Self {
            album_id,
            ships_to: ships_to.into(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct BestOfAlbum {
    pub class: String,
    pub ships_to: String,
    pub offers: i32,
    pub id: i64,
    pub release_id: Option<i64>,
    pub provider: String,
    pub sale: String,
    pub currency: String,
    pub amount: i64,
    pub shipping: Option<i64>,
    pub media: Option<i16>,
    pub sleeve: Option<i16>,
    pub seller: Option<String>,
    pub ships_from: Option<String>,
    pub url: String,
    pub item_cents: Option<i64>,
    pub delivered_low: Option<i64>,
    pub delivered_high: Option<i64>,
    pub tax_cents: Option<i64>,
    pub estimated: bool,
    pub rate_day: Option<chrono::NaiveDate>,
    pub observed_at: chrono::DateTime<chrono::Utc>,
}
pub struct BestOfAlbumBorrowed<'a> {
    pub class: &'a str,
    pub ships_to: &'a str,
    pub offers: i32,
    pub id: i64,
    pub release_id: Option<i64>,
    pub provider: &'a str,
    pub sale: &'a str,
    pub currency: &'a str,
    pub amount: i64,
    pub shipping: Option<i64>,
    pub media: Option<i16>,
    pub sleeve: Option<i16>,
    pub seller: Option<&'a str>,
    pub ships_from: Option<&'a str>,
    pub url: &'a str,
    pub item_cents: Option<i64>,
    pub delivered_low: Option<i64>,
    pub delivered_high: Option<i64>,
    pub tax_cents: Option<i64>,
    pub estimated: bool,
    pub rate_day: Option<chrono::NaiveDate>,
    pub observed_at: chrono::DateTime<chrono::Utc>,
}
impl<'a> From<BestOfAlbumBorrowed<'a>> for BestOfAlbum {
    fn from(
        BestOfAlbumBorrowed {
            class,
            ships_to,
            offers,
            id,
            release_id,
            provider,
            sale,
            currency,
            amount,
            shipping,
            media,
            sleeve,
            seller,
            ships_from,
            url,
            item_cents,
            delivered_low,
            delivered_high,
            tax_cents,
            estimated,
            rate_day,
            observed_at,
        }: BestOfAlbumBorrowed<'a>,
    ) -> Self {
        Self {
            class: class.into(),
            ships_to: ships_to.into(),
            offers,
            id,
            release_id,
            provider: provider.into(),
            sale: sale.into(),
            currency: currency.into(),
            amount,
            shipping,
            media,
            sleeve,
            seller: seller.map(|v| v.into()),
            ships_from: ships_from.map(|v| v.into()),
            url: url.into(),
            item_cents,
            delivered_low,
            delivered_high,
            tax_cents,
            estimated,
            rate_day,
            observed_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Markets {
    pub country: String,
    pub currency: String,
}
pub struct MarketsBorrowed<'a> {
    pub country: &'a str,
    pub currency: &'a str,
}
impl<'a> From<MarketsBorrowed<'a>> for Markets {
    fn from(MarketsBorrowed { country, currency }: MarketsBorrowed<'a>) -> Self {
        Self {
            country: country.into(),
            currency: currency.into(),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
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
pub struct MarkLookedQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MarkLookedBorrowed, tokio_postgres::Error>,
    mapper: fn(MarkLookedBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MarkLookedQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(MarkLookedBorrowed) -> R,
    ) -> MarkLookedQuery<'c, 'a, 's, C, R, N> {
        MarkLookedQuery {
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
pub struct BestOfAlbumQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<BestOfAlbumBorrowed, tokio_postgres::Error>,
    mapper: fn(BestOfAlbumBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> BestOfAlbumQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(BestOfAlbumBorrowed) -> R,
    ) -> BestOfAlbumQuery<'c, 'a, 's, C, R, N> {
        BestOfAlbumQuery {
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
pub struct MarketsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MarketsBorrowed, tokio_postgres::Error>,
    mapper: fn(MarketsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MarketsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MarketsBorrowed) -> R) -> MarketsQuery<'c, 'a, 's, C, R, N> {
        MarketsQuery {
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
pub struct LockAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_albums() -> LockAlbumsStmt {
    LockAlbumsStmt(
        "select id from albums where id = any ($1::bigint[]) order by id for no key update",
        None,
    )
}
impl LockAlbumsStmt {
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
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [album_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct AlbumIdsOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn album_ids_of() -> AlbumIdsOfStmt {
    AlbumIdsOfStmt(
        "select distinct album_id from releases where id = any ($1::bigint[]) order by album_id",
        None,
    )
}
impl AlbumIdsOfStmt {
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
        release_ids: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [release_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct MarkPricedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn mark_priced() -> MarkPricedStmt {
    MarkPricedStmt(
        "update releases r set priced_at = i.seen_at, for_sale = i.for_sale, updated_at = now() from unnest($1::bigint[], $2::integer[], $3::timestamptz[]) as i (release_id, for_sale, seen_at) where r.id = i.release_id and (r.priced_at is null or r.priced_at < i.seen_at) returning r.id",
        None,
    )
}
impl MarkPricedStmt {
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
        T2: crate::ArraySql<Item = Option<i32>>,
        T3: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
    >(
        &'s self,
        client: &'c C,
        release_ids: &'a T1,
        for_sales: &'a T2,
        seen_ats: &'a T3,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        I64Query {
            client,
            params: [release_ids, for_sales, seen_ats],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = Option<i32>>,
    T3: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MarkPricedParams<T1, T2, T3>,
        I64Query<'c, 'a, 's, C, i64, 3>,
        C,
    > for MarkPricedStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MarkPricedParams<T1, T2, T3>,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        self.bind(
            client,
            &params.release_ids,
            &params.for_sales,
            &params.seen_ats,
        )
    }
}
pub struct MarkLookedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn mark_looked() -> MarkLookedStmt {
    MarkLookedStmt(
        "insert into price_looks (album_id, provider, ships_to, seen_at) select i.album_id, $1, i.ships_to, max(i.seen_at) from unnest($2::bigint[], $3::text[], $4::timestamptz[]) as i (album_id, ships_to, seen_at) group by i.album_id, i.ships_to order by i.album_id, i.ships_to on conflict (album_id, provider, ships_to) do update set seen_at = excluded.seen_at where price_looks.seen_at < excluded.seen_at returning album_id, ships_to",
        None,
    )
}
impl MarkLookedStmt {
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
        T2: crate::ArraySql<Item = i64>,
        T3: crate::StringSql,
        T4: crate::ArraySql<Item = T3>,
        T5: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
    >(
        &'s self,
        client: &'c C,
        provider: &'a T1,
        album_ids: &'a T2,
        ships_tos: &'a T4,
        seen_ats: &'a T5,
    ) -> MarkLookedQuery<'c, 'a, 's, C, MarkLooked, 4> {
        MarkLookedQuery {
            client,
            params: [provider, album_ids, ships_tos, seen_ats],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<MarkLookedBorrowed, tokio_postgres::Error> {
                    Ok(MarkLookedBorrowed {
                        album_id: row.try_get(0)?,
                        ships_to: row.try_get(1)?,
                    })
                },
            mapper: |it| MarkLooked::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MarkLookedParams<T1, T2, T3, T4, T5>,
        MarkLookedQuery<'c, 'a, 's, C, MarkLooked, 4>,
        C,
    > for MarkLookedStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MarkLookedParams<T1, T2, T3, T4, T5>,
    ) -> MarkLookedQuery<'c, 'a, 's, C, MarkLooked, 4> {
        self.bind(
            client,
            &params.provider,
            &params.album_ids,
            &params.ships_tos,
            &params.seen_ats,
        )
    }
}
pub struct MarkCheckedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn mark_checked() -> MarkCheckedStmt {
    MarkCheckedStmt(
        "insert into price_checks (album_id, provider, checked_at) select i.album_id, $1, i.seen_at from unnest($2::bigint[], $3::timestamptz[]) as i (album_id, seen_at) order by i.album_id on conflict (album_id, provider) do update set checked_at = excluded.checked_at, failed_at = case when price_checks.failed_at > excluded.checked_at then price_checks.failed_at end, failure = case when price_checks.failed_at > excluded.checked_at then price_checks.failure end where price_checks.checked_at is null or price_checks.checked_at < excluded.checked_at",
        None,
    )
}
impl MarkCheckedStmt {
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
        T2: crate::ArraySql<Item = i64>,
        T3: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
    >(
        &'s self,
        client: &'c C,
        provider: &'a T1,
        album_ids: &'a T2,
        seen_ats: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[provider, album_ids, seen_ats])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MarkCheckedParams<T1, T2, T3>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MarkCheckedStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MarkCheckedParams<T1, T2, T3>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.provider,
            &params.album_ids,
            &params.seen_ats,
        ))
    }
}
pub struct MarkPricedNewestStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn mark_priced_newest() -> MarkPricedNewestStmt {
    MarkPricedNewestStmt(
        "update releases r set priced_at = i.seen_at, for_sale = coalesce(i.for_sale, r.for_sale), updated_at = now() from unnest($1::bigint[], $2::integer[], $3::timestamptz[]) as i (release_id, for_sale, seen_at) where r.id = i.release_id and (r.priced_at is null or r.priced_at < i.seen_at)",
        None,
    )
}
impl MarkPricedNewestStmt {
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
        T2: crate::ArraySql<Item = Option<i32>>,
        T3: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
    >(
        &'s self,
        client: &'c C,
        release_ids: &'a T1,
        for_sales: &'a T2,
        seen_ats: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[release_ids, for_sales, seen_ats])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = Option<i32>>,
    T3: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MarkPricedNewestParams<T1, T2, T3>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MarkPricedNewestStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MarkPricedNewestParams<T1, T2, T3>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.release_ids,
            &params.for_sales,
            &params.seen_ats,
        ))
    }
}
pub struct MarkFailedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn mark_failed() -> MarkFailedStmt {
    MarkFailedStmt(
        "insert into price_checks (album_id, provider, failed_at, failure) values ($1, $2, now(), $3) on conflict (album_id, provider) do update set failed_at = excluded.failed_at, failure = excluded.failure",
        None,
    )
}
impl MarkFailedStmt {
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
        album_id: &'a i64,
        provider: &'a T1,
        failure: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[album_id, provider, failure]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MarkFailedParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MarkFailedStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MarkFailedParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.album_id, &params.provider, &params.failure))
    }
}
pub struct MarkWellStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn mark_well() -> MarkWellStmt {
    MarkWellStmt(
        "insert into price_checks (album_id, provider, checked_at) values ($1, $2, now()) on conflict (album_id, provider) do update set failed_at = null, failure = null, checked_at = case when exists (select from price_looks l where l.album_id = excluded.album_id and l.provider = excluded.provider) then price_checks.checked_at else excluded.checked_at end",
        None,
    )
}
impl MarkWellStmt {
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
        album_id: &'a i64,
        provider: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[album_id, provider]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MarkWellParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MarkWellStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MarkWellParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.album_id, &params.provider))
    }
}
pub struct SaveBestStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_best() -> SaveBestStmt {
    SaveBestStmt(
        "with best as materialized ( select distinct on (q.album_id, q.ships_to, c.class) q.album_id, q.ships_to, c.class, q.id as quote_id, count(*) over (partition by q.album_id, q.ships_to, c.class)::integer as offers from quotes q left join releases r on r.id = q.release_id left join ( select a.id, coalesce(min(o.year) filter (where o.year >= a.first_release_year), min(o.year)) as year from albums a join releases o on o.album_id = a.id and o.original and o.gone_at is null where a.id = any ($1::bigint[]) group by a.id ) f on f.id = q.album_id cross join lateral (values ('cheapest', true), ('very_good_plus', q.very_good_plus), ('original', r.original and r.year = f.year)) as c (class, is_one) where q.album_id = any ($1::bigint[]) and q.sale <> 'auction' and r.gone_at is null and c.is_one and (q.ends_at is null or q.ends_at > now()) order by q.album_id, q.ships_to, c.class, q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id ), gone as ( delete from album_best_price p where p.album_id = any ($1::bigint[]) and not exists (select from best b where (b.album_id, b.ships_to, b.class) = (p.album_id, p.ships_to, p.class)) ) insert into album_best_price (album_id, ships_to, class, quote_id, offers) select album_id, ships_to, class, quote_id, offers from best on conflict (album_id, ships_to, class) do update set quote_id = excluded.quote_id, offers = excluded.offers where (album_best_price.quote_id, album_best_price.offers) is distinct from (excluded.quote_id, excluded.offers)",
        None,
    )
}
impl SaveBestStmt {
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
pub struct BestOfAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn best_of_album() -> BestOfAlbumStmt {
    BestOfAlbumStmt(
        "select b.class, b.ships_to, b.offers, q.id, q.release_id, q.provider, q.sale, q.currency, q.amount, q.shipping, q.media, q.sleeve, q.seller, q.ships_from, q.url, q.item_cents, q.delivered_low, q.delivered_high, q.tax_cents, q.estimated, q.rate_day, q.observed_at from album_best_price b join quotes q on q.id = b.quote_id where b.album_id = $1 and b.ships_to in ($2, 'ZZ') and (q.ends_at is null or q.ends_at > now()) order by b.class, q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id",
        None,
    )
}
impl BestOfAlbumStmt {
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
        album_id: &'a i64,
        country: &'a T1,
    ) -> BestOfAlbumQuery<'c, 'a, 's, C, BestOfAlbum, 2> {
        BestOfAlbumQuery {
            client,
            params: [album_id, country],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<BestOfAlbumBorrowed, tokio_postgres::Error> {
                    Ok(BestOfAlbumBorrowed {
                        class: row.try_get(0)?,
                        ships_to: row.try_get(1)?,
                        offers: row.try_get(2)?,
                        id: row.try_get(3)?,
                        release_id: row.try_get(4)?,
                        provider: row.try_get(5)?,
                        sale: row.try_get(6)?,
                        currency: row.try_get(7)?,
                        amount: row.try_get(8)?,
                        shipping: row.try_get(9)?,
                        media: row.try_get(10)?,
                        sleeve: row.try_get(11)?,
                        seller: row.try_get(12)?,
                        ships_from: row.try_get(13)?,
                        url: row.try_get(14)?,
                        item_cents: row.try_get(15)?,
                        delivered_low: row.try_get(16)?,
                        delivered_high: row.try_get(17)?,
                        tax_cents: row.try_get(18)?,
                        estimated: row.try_get(19)?,
                        rate_day: row.try_get(20)?,
                        observed_at: row.try_get(21)?,
                    })
                },
            mapper: |it| BestOfAlbum::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        BestOfAlbumParams<T1>,
        BestOfAlbumQuery<'c, 'a, 's, C, BestOfAlbum, 2>,
        C,
    > for BestOfAlbumStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a BestOfAlbumParams<T1>,
    ) -> BestOfAlbumQuery<'c, 'a, 's, C, BestOfAlbum, 2> {
        self.bind(client, &params.album_id, &params.country)
    }
}
pub struct MarketsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn markets() -> MarketsStmt {
    MarketsStmt(
        "select distinct on (country) country, currency from user_profiles group by country, currency order by country, count(*) desc, currency",
        None,
    )
}
impl MarketsStmt {
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
    ) -> MarketsQuery<'c, 'a, 's, C, Markets, 0> {
        MarketsQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<MarketsBorrowed, tokio_postgres::Error> {
                    Ok(MarketsBorrowed {
                        country: row.try_get(0)?,
                        currency: row.try_get(1)?,
                    })
                },
            mapper: |it| Markets::from(it),
        }
    }
}
