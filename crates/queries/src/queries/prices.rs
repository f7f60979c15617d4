// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct MarkPricedParams<
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = Option<i32>>,
    T3: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
> {
    pub release_ids: T1,
    pub for_sales: T2,
    pub observed_ats: T3,
}
#[derive(Debug)]
pub struct DeleteWithdrawnParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = i64>,
> {
    pub provider: T1,
    pub currency: T2,
    pub release_ids: T3,
}
#[derive(Debug)]
pub struct SaveQuotesParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::ArraySql<Item = i64>,
    T8: crate::ArraySql<Item = Option<i64>>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
    T11: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
> {
    pub provider: T1,
    pub release_ids: T2,
    pub ships_tos: T4,
    pub currencies: T6,
    pub amounts: T7,
    pub shippings: T8,
    pub urls: T10,
    pub observed_ats: T11,
}
#[derive(Debug, Clone, PartialEq)]
pub struct BestOfAlbum {
    pub ships_to: String,
    pub currency: String,
    pub amount: i64,
    pub shipping: Option<i64>,
    pub release_id: i64,
    pub provider: String,
    pub priced_releases: i32,
    pub observed_at: chrono::DateTime<chrono::Utc>,
    pub url: Option<String>,
}
pub struct BestOfAlbumBorrowed<'a> {
    pub ships_to: &'a str,
    pub currency: &'a str,
    pub amount: i64,
    pub shipping: Option<i64>,
    pub release_id: i64,
    pub provider: &'a str,
    pub priced_releases: i32,
    pub observed_at: chrono::DateTime<chrono::Utc>,
    pub url: Option<&'a str>,
}
impl<'a> From<BestOfAlbumBorrowed<'a>> for BestOfAlbum {
    fn from(
        BestOfAlbumBorrowed {
            ships_to,
            currency,
            amount,
            shipping,
            release_id,
            provider,
            priced_releases,
            observed_at,
            url,
        }: BestOfAlbumBorrowed<'a>,
    ) -> Self {
        Self {
            ships_to: ships_to.into(),
            currency: currency.into(),
            amount,
            shipping,
            release_id,
            provider: provider.into(),
            priced_releases,
            observed_at,
            url: url.map(|v| v.into()),
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
        "update releases r set priced_at = i.observed_at, for_sale = i.for_sale, updated_at = now() from unnest($1::bigint[], $2::integer[], $3::timestamptz[]) as i (release_id, for_sale, observed_at) where r.id = i.release_id and (r.priced_at is null or r.priced_at < i.observed_at) returning r.id",
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
        observed_ats: &'a T3,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        I64Query {
            client,
            params: [release_ids, for_sales, observed_ats],
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
            &params.observed_ats,
        )
    }
}
pub struct DeleteWithdrawnStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_withdrawn() -> DeleteWithdrawnStmt {
    DeleteWithdrawnStmt(
        "delete from prices where provider = $1 and currency = $2 and release_id = any ($3::bigint[])",
        None,
    )
}
impl DeleteWithdrawnStmt {
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
        T3: crate::ArraySql<Item = i64>,
    >(
        &'s self,
        client: &'c C,
        provider: &'a T1,
        currency: &'a T2,
        release_ids: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[provider, currency, release_ids])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = i64>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DeleteWithdrawnParams<T1, T2, T3>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for DeleteWithdrawnStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DeleteWithdrawnParams<T1, T2, T3>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.provider,
            &params.currency,
            &params.release_ids,
        ))
    }
}
pub struct SaveQuotesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_quotes() -> SaveQuotesStmt {
    SaveQuotesStmt(
        "insert into prices (release_id, provider, ships_to, currency, amount, shipping, url, observed_at) select i.release_id, $1, i.ships_to, i.currency, i.amount, i.shipping, i.url, i.observed_at from unnest($2::bigint[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::text[], $8::timestamptz[]) as i (release_id, ships_to, currency, amount, shipping, url, observed_at) order by i.release_id, i.ships_to, i.currency on conflict (release_id, provider, ships_to, currency) do update set amount = excluded.amount, shipping = excluded.shipping, url = excluded.url, observed_at = excluded.observed_at where prices.observed_at < excluded.observed_at",
        None,
    )
}
impl SaveQuotesStmt {
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
        T3: crate::StringSql,
        T4: crate::ArraySql<Item = T3>,
        T5: crate::StringSql,
        T6: crate::ArraySql<Item = T5>,
        T7: crate::ArraySql<Item = i64>,
        T8: crate::ArraySql<Item = Option<i64>>,
        T9: crate::StringSql,
        T10: crate::ArraySql<Item = T9>,
        T11: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
    >(
        &'s self,
        client: &'c C,
        provider: &'a T1,
        release_ids: &'a T2,
        ships_tos: &'a T4,
        currencies: &'a T6,
        amounts: &'a T7,
        shippings: &'a T8,
        urls: &'a T10,
        observed_ats: &'a T11,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    provider,
                    release_ids,
                    ships_tos,
                    currencies,
                    amounts,
                    shippings,
                    urls,
                    observed_ats,
                ],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::ArraySql<Item = i64>,
    T8: crate::ArraySql<Item = Option<i64>>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
    T11: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveQuotesParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveQuotesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveQuotesParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.provider,
            &params.release_ids,
            &params.ships_tos,
            &params.currencies,
            &params.amounts,
            &params.shippings,
            &params.urls,
            &params.observed_ats,
        ))
    }
}
pub struct SaveBestStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_best() -> SaveBestStmt {
    SaveBestStmt(
        "insert into album_best_price (album_id, ships_to, currency, amount, shipping, release_id, provider, priced_releases, observed_at) select distinct on (r.album_id, p.ships_to, p.currency) r.album_id, p.ships_to, p.currency, p.amount, p.shipping, p.release_id, p.provider, count(*) over (partition by r.album_id, p.ships_to, p.currency)::integer, p.observed_at from releases r join prices p on p.release_id = r.id where r.album_id = any ($1::bigint[]) and r.gone_at is null order by r.album_id, p.ships_to, p.currency, p.amount, p.shipping nulls last, p.release_id, p.provider on conflict (album_id, ships_to, currency) do update set amount = excluded.amount, shipping = excluded.shipping, release_id = excluded.release_id, provider = excluded.provider, priced_releases = excluded.priced_releases, observed_at = excluded.observed_at where (album_best_price.amount, album_best_price.shipping, album_best_price.release_id, album_best_price.provider, album_best_price.priced_releases, album_best_price.observed_at) is distinct from (excluded.amount, excluded.shipping, excluded.release_id, excluded.provider, excluded.priced_releases, excluded.observed_at)",
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
pub struct DeleteBestWithoutPriceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_best_without_price() -> DeleteBestWithoutPriceStmt {
    DeleteBestWithoutPriceStmt(
        "delete from album_best_price b where b.album_id = any ($1::bigint[]) and not exists (select from releases r join prices p on p.release_id = r.id and p.ships_to = b.ships_to and p.currency = b.currency where r.album_id = b.album_id and r.gone_at is null)",
        None,
    )
}
impl DeleteBestWithoutPriceStmt {
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
        "select b.ships_to, b.currency, b.amount, b.shipping, b.release_id, b.provider, b.priced_releases, b.observed_at, p.url from album_best_price b left join prices p on p.release_id = b.release_id and p.provider = b.provider and p.ships_to = b.ships_to and p.currency = b.currency where b.album_id = $1 order by b.currency, b.ships_to",
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
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        album_id: &'a i64,
    ) -> BestOfAlbumQuery<'c, 'a, 's, C, BestOfAlbum, 1> {
        BestOfAlbumQuery {
            client,
            params: [album_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<BestOfAlbumBorrowed, tokio_postgres::Error> {
                    Ok(BestOfAlbumBorrowed {
                        ships_to: row.try_get(0)?,
                        currency: row.try_get(1)?,
                        amount: row.try_get(2)?,
                        shipping: row.try_get(3)?,
                        release_id: row.try_get(4)?,
                        provider: row.try_get(5)?,
                        priced_releases: row.try_get(6)?,
                        observed_at: row.try_get(7)?,
                        url: row.try_get(8)?,
                    })
                },
            mapper: |it| BestOfAlbum::from(it),
        }
    }
}
pub struct CurrenciesWantedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn currencies_wanted() -> CurrenciesWantedStmt {
    CurrenciesWantedStmt(
        "select distinct currency from user_profiles order by currency",
        None,
    )
}
impl CurrenciesWantedStmt {
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
    ) -> StringQuery<'c, 'a, 's, C, String, 0> {
        StringQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
