// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct SaveParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::ArraySql<Item = Option<i64>>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::StringSql,
    T7: crate::ArraySql<Item = T6>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = T8>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = T10>,
    T12: crate::ArraySql<Item = i64>,
    T13: crate::ArraySql<Item = Option<i64>>,
    T14: crate::ArraySql<Item = Option<i16>>,
    T15: crate::ArraySql<Item = Option<i16>>,
    T16: crate::StringSql,
    T17: crate::ArraySql<Item = Option<T16>>,
    T18: crate::StringSql,
    T19: crate::ArraySql<Item = Option<T18>>,
    T20: crate::StringSql,
    T21: crate::ArraySql<Item = Option<T20>>,
    T22: crate::StringSql,
    T23: crate::ArraySql<Item = T22>,
    T24: crate::ArraySql<Item = f32>,
    T25: crate::ArraySql<Item = Option<chrono::DateTime<chrono::Utc>>>,
    T26: crate::ArraySql<Item = bool>,
    T27: crate::ArraySql<Item = Option<i64>>,
    T28: crate::ArraySql<Item = Option<i64>>,
    T29: crate::ArraySql<Item = Option<i64>>,
    T30: crate::ArraySql<Item = Option<i64>>,
    T31: crate::ArraySql<Item = bool>,
    T32: crate::ArraySql<Item = Option<chrono::NaiveDate>>,
    T33: crate::ArraySql<Item = i16>,
    T34: crate::ArraySql<Item = i64>,
    T35: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
> {
    pub provider: T1,
    pub album_ids: T2,
    pub release_ids: T3,
    pub offers: T5,
    pub ships_tos: T7,
    pub sales: T9,
    pub currencies: T11,
    pub amounts: T12,
    pub shippings: T13,
    pub medias: T14,
    pub sleeves: T15,
    pub sellers: T17,
    pub ships_froms: T19,
    pub titles: T21,
    pub urls: T23,
    pub confidences: T24,
    pub ends_ats: T25,
    pub very_good_pluses: T26,
    pub items: T27,
    pub lows: T28,
    pub highs: T29,
    pub taxes: T30,
    pub estimateds: T31,
    pub rate_days: T32,
    pub ranks: T33,
    pub rank_cents: T34,
    pub observed_ats: T35,
}
#[derive(Debug)]
pub struct WithdrawOfPressingsParams<
    T1: crate::ArraySql<Item = i64>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = Option<T2>>,
    T4: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
    T5: crate::StringSql,
> {
    pub release_ids: T1,
    pub currencies: T3,
    pub seen_ats: T4,
    pub provider: T5,
}
#[derive(Debug)]
pub struct WithdrawOfAlbumsParams<
    T1: crate::ArraySql<Item = i64>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
    T5: crate::StringSql,
> {
    pub album_ids: T1,
    pub ships_tos: T3,
    pub seen_ats: T4,
    pub provider: T5,
}
#[derive(Debug)]
pub struct AlbumsOfOffersParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
> {
    pub provider: T1,
    pub offers: T3,
}
#[derive(Debug)]
pub struct WithdrawBeforeParams<T1: crate::StringSql> {
    pub provider: T1,
    pub seen_at: chrono::DateTime<chrono::Utc>,
}
#[derive(Clone, Copy, Debug)]
pub struct OutlivedParams {
    pub ttl_seconds: f64,
    pub limit: i64,
}
#[derive(Debug)]
pub struct DeleteOutlivedParams<T1: crate::ArraySql<Item = i64>> {
    pub ids: T1,
    pub ttl_seconds: f64,
}
#[derive(Debug)]
pub struct OfAlbumParams<T1: crate::StringSql> {
    pub album_id: i64,
    pub country: T1,
    pub limit: i64,
}
#[derive(Debug)]
pub struct OfReleaseParams<T1: crate::StringSql> {
    pub release_id: i64,
    pub country: T1,
    pub limit: i64,
}
#[derive(Debug)]
pub struct HistoriesParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::ArraySql<Item = i64>,
> {
    pub provider: T1,
    pub release_ids: T2,
    pub album_ids: T3,
}
#[derive(Debug)]
pub struct SaveHistoriesParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
    T11: crate::StringSql,
    T12: crate::ArraySql<Item = T11>,
> {
    pub provider: T1,
    pub release_ids: T2,
    pub classes: T4,
    pub currencies: T6,
    pub minutes: T8,
    pub lows: T10,
    pub for_sales: T12,
}
#[derive(Debug)]
pub struct SaveSuggestionsParams<T1: crate::StringSql, T2: crate::ArraySql<Item = Option<i64>>> {
    pub release_id: i64,
    pub currency: T1,
    pub amounts: T2,
    pub fetched_at: Option<chrono::DateTime<chrono::Utc>>,
}
#[derive(Clone, Copy, Debug)]
pub struct ToSuggestParams {
    pub album_id: i64,
    pub ttl_seconds: f64,
    pub limit: i64,
}
#[derive(Debug)]
pub struct ToBuyParams<T1: crate::ArraySql<Item = i64>, T2: crate::StringSql> {
    pub album_ids: T1,
    pub country: T2,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct Outlived {
    pub id: i64,
    pub album_id: i64,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct Ended {
    pub id: i64,
    pub album_id: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    pub id: i64,
    pub album_id: i64,
    pub release_id: Option<i64>,
    pub provider: String,
    pub offer: String,
    pub ships_to: String,
    pub sale: String,
    pub currency: String,
    pub amount: i64,
    pub shipping: Option<i64>,
    pub media: Option<i16>,
    pub sleeve: Option<i16>,
    pub seller: Option<String>,
    pub ships_from: Option<String>,
    pub title: Option<String>,
    pub url: String,
    pub confidence: f32,
    pub ends_at: Option<chrono::DateTime<chrono::Utc>>,
    pub very_good_plus: bool,
    pub item_cents: Option<i64>,
    pub delivered_low: Option<i64>,
    pub delivered_high: Option<i64>,
    pub tax_cents: Option<i64>,
    pub estimated: bool,
    pub rate_day: Option<chrono::NaiveDate>,
    pub observed_at: chrono::DateTime<chrono::Utc>,
}
pub struct QuoteBorrowed<'a> {
    pub id: i64,
    pub album_id: i64,
    pub release_id: Option<i64>,
    pub provider: &'a str,
    pub offer: &'a str,
    pub ships_to: &'a str,
    pub sale: &'a str,
    pub currency: &'a str,
    pub amount: i64,
    pub shipping: Option<i64>,
    pub media: Option<i16>,
    pub sleeve: Option<i16>,
    pub seller: Option<&'a str>,
    pub ships_from: Option<&'a str>,
    pub title: Option<&'a str>,
    pub url: &'a str,
    pub confidence: f32,
    pub ends_at: Option<chrono::DateTime<chrono::Utc>>,
    pub very_good_plus: bool,
    pub item_cents: Option<i64>,
    pub delivered_low: Option<i64>,
    pub delivered_high: Option<i64>,
    pub tax_cents: Option<i64>,
    pub estimated: bool,
    pub rate_day: Option<chrono::NaiveDate>,
    pub observed_at: chrono::DateTime<chrono::Utc>,
}
impl<'a> From<QuoteBorrowed<'a>> for Quote {
    fn from(
        QuoteBorrowed {
            id,
            album_id,
            release_id,
            provider,
            offer,
            ships_to,
            sale,
            currency,
            amount,
            shipping,
            media,
            sleeve,
            seller,
            ships_from,
            title,
            url,
            confidence,
            ends_at,
            very_good_plus,
            item_cents,
            delivered_low,
            delivered_high,
            tax_cents,
            estimated,
            rate_day,
            observed_at,
        }: QuoteBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            album_id,
            release_id,
            provider: provider.into(),
            offer: offer.into(),
            ships_to: ships_to.into(),
            sale: sale.into(),
            currency: currency.into(),
            amount,
            shipping,
            media,
            sleeve,
            seller: seller.map(|v| v.into()),
            ships_from: ships_from.map(|v| v.into()),
            title: title.map(|v| v.into()),
            url: url.into(),
            confidence,
            ends_at,
            very_good_plus,
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
pub struct Checks {
    pub provider: String,
    pub checked_at: Option<chrono::DateTime<chrono::Utc>>,
    pub failed_at: Option<chrono::DateTime<chrono::Utc>>,
    pub failure: Option<String>,
}
pub struct ChecksBorrowed<'a> {
    pub provider: &'a str,
    pub checked_at: Option<chrono::DateTime<chrono::Utc>>,
    pub failed_at: Option<chrono::DateTime<chrono::Utc>>,
    pub failure: Option<&'a str>,
}
impl<'a> From<ChecksBorrowed<'a>> for Checks {
    fn from(
        ChecksBorrowed {
            provider,
            checked_at,
            failed_at,
            failure,
        }: ChecksBorrowed<'a>,
    ) -> Self {
        Self {
            provider: provider.into(),
            checked_at,
            failed_at,
            failure: failure.map(|v| v.into()),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Histories {
    pub release_id: i64,
    pub album_id: i64,
    pub class: String,
    pub currency: String,
    pub minutes: Vec<i32>,
    pub lows: Vec<i32>,
    pub for_sale: Vec<i32>,
}
pub struct HistoriesBorrowed<'a> {
    pub release_id: i64,
    pub album_id: i64,
    pub class: &'a str,
    pub currency: &'a str,
    pub minutes: crate::ArrayIterator<'a, i32>,
    pub lows: crate::ArrayIterator<'a, i32>,
    pub for_sale: crate::ArrayIterator<'a, i32>,
}
impl<'a> From<HistoriesBorrowed<'a>> for Histories {
    fn from(
        HistoriesBorrowed {
            release_id,
            album_id,
            class,
            currency,
            minutes,
            lows,
            for_sale,
        }: HistoriesBorrowed<'a>,
    ) -> Self {
        Self {
            release_id,
            album_id,
            class: class.into(),
            currency: currency.into(),
            minutes: minutes.map(|v| v).collect(),
            lows: lows.map(|v| v).collect(),
            for_sale: for_sale.map(|v| v).collect(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    pub release_id: i64,
    pub provider: String,
    pub class: String,
    pub currency: String,
    pub minutes: Vec<i32>,
    pub lows: Vec<i32>,
    pub for_sale: Vec<i32>,
}
pub struct HistoryBorrowed<'a> {
    pub release_id: i64,
    pub provider: &'a str,
    pub class: &'a str,
    pub currency: &'a str,
    pub minutes: crate::ArrayIterator<'a, i32>,
    pub lows: crate::ArrayIterator<'a, i32>,
    pub for_sale: crate::ArrayIterator<'a, i32>,
}
impl<'a> From<HistoryBorrowed<'a>> for History {
    fn from(
        HistoryBorrowed {
            release_id,
            provider,
            class,
            currency,
            minutes,
            lows,
            for_sale,
        }: HistoryBorrowed<'a>,
    ) -> Self {
        Self {
            release_id,
            provider: provider.into(),
            class: class.into(),
            currency: currency.into(),
            minutes: minutes.map(|v| v).collect(),
            lows: lows.map(|v| v).collect(),
            for_sale: for_sale.map(|v| v).collect(),
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct ToSuggest {
    pub id: i64,
    pub discogs_id: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestions {
    pub currency: String,
    pub amounts: Vec<Option<i64>>,
    pub fetched_at: chrono::DateTime<chrono::Utc>,
}
pub struct SuggestionsBorrowed<'a> {
    pub currency: &'a str,
    pub amounts: crate::ArrayIterator<'a, Option<i64>>,
    pub fetched_at: chrono::DateTime<chrono::Utc>,
}
impl<'a> From<SuggestionsBorrowed<'a>> for Suggestions {
    fn from(
        SuggestionsBorrowed {
            currency,
            amounts,
            fetched_at,
        }: SuggestionsBorrowed<'a>,
    ) -> Self {
        Self {
            currency: currency.into(),
            amounts: amounts.map(|v| v).collect(),
            fetched_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ShippingKnown {
    pub ships_to: String,
    pub ships_from: Option<String>,
    pub cents: i64,
}
pub struct ShippingKnownBorrowed<'a> {
    pub ships_to: &'a str,
    pub ships_from: Option<&'a str>,
    pub cents: i64,
}
impl<'a> From<ShippingKnownBorrowed<'a>> for ShippingKnown {
    fn from(
        ShippingKnownBorrowed {
            ships_to,
            ships_from,
            cents,
        }: ShippingKnownBorrowed<'a>,
    ) -> Self {
        Self {
            ships_to: ships_to.into(),
            ships_from: ships_from.map(|v| v.into()),
            cents,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ToBuy {
    pub id: i64,
    pub album_id: i64,
    pub release_id: Option<i64>,
    pub provider: String,
    pub sale: String,
    pub currency: String,
    pub amount: i64,
    pub shipping: Option<i64>,
    pub seller: Option<String>,
    pub url: String,
    pub item_cents: Option<i64>,
    pub delivered_high: Option<i64>,
    pub estimated: bool,
    pub rate_day: Option<chrono::NaiveDate>,
    pub observed_at: chrono::DateTime<chrono::Utc>,
}
pub struct ToBuyBorrowed<'a> {
    pub id: i64,
    pub album_id: i64,
    pub release_id: Option<i64>,
    pub provider: &'a str,
    pub sale: &'a str,
    pub currency: &'a str,
    pub amount: i64,
    pub shipping: Option<i64>,
    pub seller: Option<&'a str>,
    pub url: &'a str,
    pub item_cents: Option<i64>,
    pub delivered_high: Option<i64>,
    pub estimated: bool,
    pub rate_day: Option<chrono::NaiveDate>,
    pub observed_at: chrono::DateTime<chrono::Utc>,
}
impl<'a> From<ToBuyBorrowed<'a>> for ToBuy {
    fn from(
        ToBuyBorrowed {
            id,
            album_id,
            release_id,
            provider,
            sale,
            currency,
            amount,
            shipping,
            seller,
            url,
            item_cents,
            delivered_high,
            estimated,
            rate_day,
            observed_at,
        }: ToBuyBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            album_id,
            release_id,
            provider: provider.into(),
            sale: sale.into(),
            currency: currency.into(),
            amount,
            shipping,
            seller: seller.map(|v| v.into()),
            url: url.into(),
            item_cents,
            delivered_high,
            estimated,
            rate_day,
            observed_at,
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
pub struct OutlivedQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Outlived, tokio_postgres::Error>,
    mapper: fn(Outlived) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OutlivedQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Outlived) -> R) -> OutlivedQuery<'c, 'a, 's, C, R, N> {
        OutlivedQuery {
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
pub struct EndedQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Ended, tokio_postgres::Error>,
    mapper: fn(Ended) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> EndedQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Ended) -> R) -> EndedQuery<'c, 'a, 's, C, R, N> {
        EndedQuery {
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
pub struct QuoteQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<QuoteBorrowed, tokio_postgres::Error>,
    mapper: fn(QuoteBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> QuoteQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(QuoteBorrowed) -> R) -> QuoteQuery<'c, 'a, 's, C, R, N> {
        QuoteQuery {
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
pub struct ChecksQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ChecksBorrowed, tokio_postgres::Error>,
    mapper: fn(ChecksBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ChecksQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ChecksBorrowed) -> R) -> ChecksQuery<'c, 'a, 's, C, R, N> {
        ChecksQuery {
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
pub struct HistoriesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<HistoriesBorrowed, tokio_postgres::Error>,
    mapper: fn(HistoriesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> HistoriesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(HistoriesBorrowed) -> R) -> HistoriesQuery<'c, 'a, 's, C, R, N> {
        HistoriesQuery {
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
pub struct HistoryQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<HistoryBorrowed, tokio_postgres::Error>,
    mapper: fn(HistoryBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> HistoryQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(HistoryBorrowed) -> R) -> HistoryQuery<'c, 'a, 's, C, R, N> {
        HistoryQuery {
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
pub struct ToSuggestQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ToSuggest, tokio_postgres::Error>,
    mapper: fn(ToSuggest) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ToSuggestQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ToSuggest) -> R) -> ToSuggestQuery<'c, 'a, 's, C, R, N> {
        ToSuggestQuery {
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
pub struct SuggestionsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SuggestionsBorrowed, tokio_postgres::Error>,
    mapper: fn(SuggestionsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SuggestionsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(SuggestionsBorrowed) -> R,
    ) -> SuggestionsQuery<'c, 'a, 's, C, R, N> {
        SuggestionsQuery {
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
pub struct ShippingKnownQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ShippingKnownBorrowed, tokio_postgres::Error>,
    mapper: fn(ShippingKnownBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ShippingKnownQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(ShippingKnownBorrowed) -> R,
    ) -> ShippingKnownQuery<'c, 'a, 's, C, R, N> {
        ShippingKnownQuery {
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
pub struct ToBuyQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ToBuyBorrowed, tokio_postgres::Error>,
    mapper: fn(ToBuyBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ToBuyQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ToBuyBorrowed) -> R) -> ToBuyQuery<'c, 'a, 's, C, R, N> {
        ToBuyQuery {
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
pub struct SaveStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save() -> SaveStmt {
    SaveStmt(
        "insert into quotes (album_id, release_id, provider, offer, ships_to, sale, currency, amount, shipping, media, sleeve, seller, ships_from, title, url, confidence, ends_at, very_good_plus, item_cents, delivered_low, delivered_high, tax_cents, estimated, rate_day, rank, rank_cents, observed_at) select coalesce(r.album_id, i.album_id), i.release_id, $1, i.offer, i.ships_to, i.sale, i.currency, i.amount, i.shipping, i.media, i.sleeve, i.seller, i.ships_from, i.title, i.url, i.confidence, i.ends_at, i.very_good_plus, i.item_cents, i.delivered_low, i.delivered_high, i.tax_cents, i.estimated, i.rate_day, i.rank, i.rank_cents, i.observed_at from unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::bigint[], $10::smallint[], $11::smallint[], $12::text[], $13::text[], $14::text[], $15::text[], $16::real[], $17::timestamptz[], $18::boolean[], $19::bigint[], $20::bigint[], $21::bigint[], $22::bigint[], $23::boolean[], $24::date[], $25::smallint[], $26::bigint[], $27::timestamptz[]) as i (album_id, release_id, offer, ships_to, sale, currency, amount, shipping, media, sleeve, seller, ships_from, title, url, confidence, ends_at, very_good_plus, item_cents, delivered_low, delivered_high, tax_cents, estimated, rate_day, rank, rank_cents, observed_at) left join releases r on r.id = i.release_id order by i.offer, i.ships_to on conflict (provider, offer, ships_to) do update set album_id = excluded.album_id, release_id = excluded.release_id, sale = excluded.sale, currency = excluded.currency, amount = excluded.amount, shipping = excluded.shipping, media = excluded.media, sleeve = excluded.sleeve, seller = excluded.seller, ships_from = excluded.ships_from, title = excluded.title, url = excluded.url, confidence = excluded.confidence, ends_at = excluded.ends_at, very_good_plus = excluded.very_good_plus, item_cents = excluded.item_cents, delivered_low = excluded.delivered_low, delivered_high = excluded.delivered_high, tax_cents = excluded.tax_cents, estimated = excluded.estimated, rate_day = excluded.rate_day, rank = excluded.rank, rank_cents = excluded.rank_cents, observed_at = excluded.observed_at where quotes.observed_at < excluded.observed_at",
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
        T2: crate::ArraySql<Item = i64>,
        T3: crate::ArraySql<Item = Option<i64>>,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = T4>,
        T6: crate::StringSql,
        T7: crate::ArraySql<Item = T6>,
        T8: crate::StringSql,
        T9: crate::ArraySql<Item = T8>,
        T10: crate::StringSql,
        T11: crate::ArraySql<Item = T10>,
        T12: crate::ArraySql<Item = i64>,
        T13: crate::ArraySql<Item = Option<i64>>,
        T14: crate::ArraySql<Item = Option<i16>>,
        T15: crate::ArraySql<Item = Option<i16>>,
        T16: crate::StringSql,
        T17: crate::ArraySql<Item = Option<T16>>,
        T18: crate::StringSql,
        T19: crate::ArraySql<Item = Option<T18>>,
        T20: crate::StringSql,
        T21: crate::ArraySql<Item = Option<T20>>,
        T22: crate::StringSql,
        T23: crate::ArraySql<Item = T22>,
        T24: crate::ArraySql<Item = f32>,
        T25: crate::ArraySql<Item = Option<chrono::DateTime<chrono::Utc>>>,
        T26: crate::ArraySql<Item = bool>,
        T27: crate::ArraySql<Item = Option<i64>>,
        T28: crate::ArraySql<Item = Option<i64>>,
        T29: crate::ArraySql<Item = Option<i64>>,
        T30: crate::ArraySql<Item = Option<i64>>,
        T31: crate::ArraySql<Item = bool>,
        T32: crate::ArraySql<Item = Option<chrono::NaiveDate>>,
        T33: crate::ArraySql<Item = i16>,
        T34: crate::ArraySql<Item = i64>,
        T35: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
    >(
        &'s self,
        client: &'c C,
        provider: &'a T1,
        album_ids: &'a T2,
        release_ids: &'a T3,
        offers: &'a T5,
        ships_tos: &'a T7,
        sales: &'a T9,
        currencies: &'a T11,
        amounts: &'a T12,
        shippings: &'a T13,
        medias: &'a T14,
        sleeves: &'a T15,
        sellers: &'a T17,
        ships_froms: &'a T19,
        titles: &'a T21,
        urls: &'a T23,
        confidences: &'a T24,
        ends_ats: &'a T25,
        very_good_pluses: &'a T26,
        items: &'a T27,
        lows: &'a T28,
        highs: &'a T29,
        taxes: &'a T30,
        estimateds: &'a T31,
        rate_days: &'a T32,
        ranks: &'a T33,
        rank_cents: &'a T34,
        observed_ats: &'a T35,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    provider,
                    album_ids,
                    release_ids,
                    offers,
                    ships_tos,
                    sales,
                    currencies,
                    amounts,
                    shippings,
                    medias,
                    sleeves,
                    sellers,
                    ships_froms,
                    titles,
                    urls,
                    confidences,
                    ends_ats,
                    very_good_pluses,
                    items,
                    lows,
                    highs,
                    taxes,
                    estimateds,
                    rate_days,
                    ranks,
                    rank_cents,
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
    T3: crate::ArraySql<Item = Option<i64>>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::StringSql,
    T7: crate::ArraySql<Item = T6>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = T8>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = T10>,
    T12: crate::ArraySql<Item = i64>,
    T13: crate::ArraySql<Item = Option<i64>>,
    T14: crate::ArraySql<Item = Option<i16>>,
    T15: crate::ArraySql<Item = Option<i16>>,
    T16: crate::StringSql,
    T17: crate::ArraySql<Item = Option<T16>>,
    T18: crate::StringSql,
    T19: crate::ArraySql<Item = Option<T18>>,
    T20: crate::StringSql,
    T21: crate::ArraySql<Item = Option<T20>>,
    T22: crate::StringSql,
    T23: crate::ArraySql<Item = T22>,
    T24: crate::ArraySql<Item = f32>,
    T25: crate::ArraySql<Item = Option<chrono::DateTime<chrono::Utc>>>,
    T26: crate::ArraySql<Item = bool>,
    T27: crate::ArraySql<Item = Option<i64>>,
    T28: crate::ArraySql<Item = Option<i64>>,
    T29: crate::ArraySql<Item = Option<i64>>,
    T30: crate::ArraySql<Item = Option<i64>>,
    T31: crate::ArraySql<Item = bool>,
    T32: crate::ArraySql<Item = Option<chrono::NaiveDate>>,
    T33: crate::ArraySql<Item = i16>,
    T34: crate::ArraySql<Item = i64>,
    T35: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveParams<
            T1,
            T2,
            T3,
            T4,
            T5,
            T6,
            T7,
            T8,
            T9,
            T10,
            T11,
            T12,
            T13,
            T14,
            T15,
            T16,
            T17,
            T18,
            T19,
            T20,
            T21,
            T22,
            T23,
            T24,
            T25,
            T26,
            T27,
            T28,
            T29,
            T30,
            T31,
            T32,
            T33,
            T34,
            T35,
        >,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveParams<
            T1,
            T2,
            T3,
            T4,
            T5,
            T6,
            T7,
            T8,
            T9,
            T10,
            T11,
            T12,
            T13,
            T14,
            T15,
            T16,
            T17,
            T18,
            T19,
            T20,
            T21,
            T22,
            T23,
            T24,
            T25,
            T26,
            T27,
            T28,
            T29,
            T30,
            T31,
            T32,
            T33,
            T34,
            T35,
        >,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.provider,
            &params.album_ids,
            &params.release_ids,
            &params.offers,
            &params.ships_tos,
            &params.sales,
            &params.currencies,
            &params.amounts,
            &params.shippings,
            &params.medias,
            &params.sleeves,
            &params.sellers,
            &params.ships_froms,
            &params.titles,
            &params.urls,
            &params.confidences,
            &params.ends_ats,
            &params.very_good_pluses,
            &params.items,
            &params.lows,
            &params.highs,
            &params.taxes,
            &params.estimateds,
            &params.rate_days,
            &params.ranks,
            &params.rank_cents,
            &params.observed_ats,
        ))
    }
}
pub struct WithdrawOfPressingsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn withdraw_of_pressings() -> WithdrawOfPressingsStmt {
    WithdrawOfPressingsStmt(
        "delete from quotes q using unnest($1::bigint[], $2::text[], $3::timestamptz[]) as i (release_id, currency, seen_at) where q.provider = $4 and q.release_id = i.release_id and q.observed_at < i.seen_at and (i.currency is null or q.currency = i.currency)",
        None,
    )
}
impl WithdrawOfPressingsStmt {
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
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = Option<T2>>,
        T4: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
        T5: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        release_ids: &'a T1,
        currencies: &'a T3,
        seen_ats: &'a T4,
        provider: &'a T5,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[release_ids, currencies, seen_ats, provider])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i64>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = Option<T2>>,
    T4: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
    T5: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        WithdrawOfPressingsParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for WithdrawOfPressingsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a WithdrawOfPressingsParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.release_ids,
            &params.currencies,
            &params.seen_ats,
            &params.provider,
        ))
    }
}
pub struct WithdrawOfAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn withdraw_of_albums() -> WithdrawOfAlbumsStmt {
    WithdrawOfAlbumsStmt(
        "delete from quotes q using unnest($1::bigint[], $2::text[], $3::timestamptz[]) as i (album_id, ships_to, seen_at) where q.provider = $4 and q.album_id = i.album_id and q.ships_to = i.ships_to and q.observed_at < i.seen_at",
        None,
    )
}
impl WithdrawOfAlbumsStmt {
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
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
        T5: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        album_ids: &'a T1,
        ships_tos: &'a T3,
        seen_ats: &'a T4,
        provider: &'a T5,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[album_ids, ships_tos, seen_ats, provider])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i64>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
    T5: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        WithdrawOfAlbumsParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for WithdrawOfAlbumsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a WithdrawOfAlbumsParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.album_ids,
            &params.ships_tos,
            &params.seen_ats,
            &params.provider,
        ))
    }
}
pub struct AlbumsOfOffersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn albums_of_offers() -> AlbumsOfOffersStmt {
    AlbumsOfOffersStmt(
        "select distinct album_id from quotes where provider = $1 and offer = any ($2::text[])",
        None,
    )
}
impl AlbumsOfOffersStmt {
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
        T3: crate::ArraySql<Item = T2>,
    >(
        &'s self,
        client: &'c C,
        provider: &'a T1,
        offers: &'a T3,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [provider, offers],
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
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        AlbumsOfOffersParams<T1, T2, T3>,
        I64Query<'c, 'a, 's, C, i64, 2>,
        C,
    > for AlbumsOfOffersStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AlbumsOfOffersParams<T1, T2, T3>,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.provider, &params.offers)
    }
}
pub struct AlbumsBeforeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn albums_before() -> AlbumsBeforeStmt {
    AlbumsBeforeStmt(
        "select distinct album_id from quotes where provider = $1",
        None,
    )
}
impl AlbumsBeforeStmt {
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
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [provider],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct WithdrawBeforeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn withdraw_before() -> WithdrawBeforeStmt {
    WithdrawBeforeStmt(
        "delete from quotes where provider = $1 and observed_at < $2",
        None,
    )
}
impl WithdrawBeforeStmt {
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
        provider: &'a T1,
        seen_at: &'a chrono::DateTime<chrono::Utc>,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[provider, seen_at]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        WithdrawBeforeParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for WithdrawBeforeStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a WithdrawBeforeParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.provider, &params.seen_at))
    }
}
pub struct OutlivedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn outlived() -> OutlivedStmt {
    OutlivedStmt(
        "select id, album_id from quotes where observed_at < now() - make_interval(secs => $1) order by id limit $2",
        None,
    )
}
impl OutlivedStmt {
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
    ) -> OutlivedQuery<'c, 'a, 's, C, Outlived, 2> {
        OutlivedQuery {
            client,
            params: [ttl_seconds, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<Outlived, tokio_postgres::Error> {
                Ok(Outlived {
                    id: row.try_get(0)?,
                    album_id: row.try_get(1)?,
                })
            },
            mapper: |it| Outlived::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OutlivedParams,
        OutlivedQuery<'c, 'a, 's, C, Outlived, 2>,
        C,
    > for OutlivedStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OutlivedParams,
    ) -> OutlivedQuery<'c, 'a, 's, C, Outlived, 2> {
        self.bind(client, &params.ttl_seconds, &params.limit)
    }
}
pub struct DeleteOutlivedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_outlived() -> DeleteOutlivedStmt {
    DeleteOutlivedStmt(
        "delete from quotes where id = any ($1::bigint[]) and observed_at < now() - make_interval(secs => $2)",
        None,
    )
}
impl DeleteOutlivedStmt {
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
        ids: &'a T1,
        ttl_seconds: &'a f64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[ids, ttl_seconds]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DeleteOutlivedParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for DeleteOutlivedStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DeleteOutlivedParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.ids, &params.ttl_seconds))
    }
}
pub struct EndedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn ended() -> EndedStmt {
    EndedStmt(
        "select id, album_id from quotes where ends_at <= now() order by ends_at, id limit $1",
        None,
    )
}
impl EndedStmt {
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
    ) -> EndedQuery<'c, 'a, 's, C, Ended, 1> {
        EndedQuery {
            client,
            params: [limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<Ended, tokio_postgres::Error> {
                Ok(Ended {
                    id: row.try_get(0)?,
                    album_id: row.try_get(1)?,
                })
            },
            mapper: |it| Ended::from(it),
        }
    }
}
pub struct DeleteEndedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_ended() -> DeleteEndedStmt {
    DeleteEndedStmt(
        "delete from quotes where id = any ($1::bigint[]) and ends_at <= now()",
        None,
    )
}
impl DeleteEndedStmt {
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
        ids: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[ids]).await
    }
}
pub struct OfAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn of_album() -> OfAlbumStmt {
    OfAlbumStmt(
        "select q.id, q.album_id, q.release_id, q.provider, q.offer, q.ships_to, q.sale, q.currency, q.amount, q.shipping, q.media, q.sleeve, q.seller, q.ships_from, q.title, q.url, q.confidence, q.ends_at, q.very_good_plus, q.item_cents, q.delivered_low, q.delivered_high, q.tax_cents, q.estimated, q.rate_day, q.observed_at from (select distinct on (provider, offer) id from quotes where album_id = $1 and ships_to in ($2, 'ZZ') and (ends_at is null or ends_at > now()) order by provider, offer, ships_to = 'ZZ') once join quotes q on q.id = once.id left join releases r on r.id = q.release_id where r.gone_at is null order by q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id limit $3",
        None,
    )
}
impl OfAlbumStmt {
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
        limit: &'a i64,
    ) -> QuoteQuery<'c, 'a, 's, C, Quote, 3> {
        QuoteQuery {
            client,
            params: [album_id, country, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<QuoteBorrowed, tokio_postgres::Error> {
                Ok(QuoteBorrowed {
                    id: row.try_get(0)?,
                    album_id: row.try_get(1)?,
                    release_id: row.try_get(2)?,
                    provider: row.try_get(3)?,
                    offer: row.try_get(4)?,
                    ships_to: row.try_get(5)?,
                    sale: row.try_get(6)?,
                    currency: row.try_get(7)?,
                    amount: row.try_get(8)?,
                    shipping: row.try_get(9)?,
                    media: row.try_get(10)?,
                    sleeve: row.try_get(11)?,
                    seller: row.try_get(12)?,
                    ships_from: row.try_get(13)?,
                    title: row.try_get(14)?,
                    url: row.try_get(15)?,
                    confidence: row.try_get(16)?,
                    ends_at: row.try_get(17)?,
                    very_good_plus: row.try_get(18)?,
                    item_cents: row.try_get(19)?,
                    delivered_low: row.try_get(20)?,
                    delivered_high: row.try_get(21)?,
                    tax_cents: row.try_get(22)?,
                    estimated: row.try_get(23)?,
                    rate_day: row.try_get(24)?,
                    observed_at: row.try_get(25)?,
                })
            },
            mapper: |it| Quote::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OfAlbumParams<T1>,
        QuoteQuery<'c, 'a, 's, C, Quote, 3>,
        C,
    > for OfAlbumStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OfAlbumParams<T1>,
    ) -> QuoteQuery<'c, 'a, 's, C, Quote, 3> {
        self.bind(client, &params.album_id, &params.country, &params.limit)
    }
}
pub struct OfReleaseStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn of_release() -> OfReleaseStmt {
    OfReleaseStmt(
        "select q.id, q.album_id, q.release_id, q.provider, q.offer, q.ships_to, q.sale, q.currency, q.amount, q.shipping, q.media, q.sleeve, q.seller, q.ships_from, q.title, q.url, q.confidence, q.ends_at, q.very_good_plus, q.item_cents, q.delivered_low, q.delivered_high, q.tax_cents, q.estimated, q.rate_day, q.observed_at from (select distinct on (provider, offer) id from quotes where release_id = $1 and ships_to in ($2, 'ZZ') and (ends_at is null or ends_at > now()) order by provider, offer, ships_to = 'ZZ') once join quotes q on q.id = once.id order by q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id limit $3",
        None,
    )
}
impl OfReleaseStmt {
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
        release_id: &'a i64,
        country: &'a T1,
        limit: &'a i64,
    ) -> QuoteQuery<'c, 'a, 's, C, Quote, 3> {
        QuoteQuery {
            client,
            params: [release_id, country, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<QuoteBorrowed, tokio_postgres::Error> {
                Ok(QuoteBorrowed {
                    id: row.try_get(0)?,
                    album_id: row.try_get(1)?,
                    release_id: row.try_get(2)?,
                    provider: row.try_get(3)?,
                    offer: row.try_get(4)?,
                    ships_to: row.try_get(5)?,
                    sale: row.try_get(6)?,
                    currency: row.try_get(7)?,
                    amount: row.try_get(8)?,
                    shipping: row.try_get(9)?,
                    media: row.try_get(10)?,
                    sleeve: row.try_get(11)?,
                    seller: row.try_get(12)?,
                    ships_from: row.try_get(13)?,
                    title: row.try_get(14)?,
                    url: row.try_get(15)?,
                    confidence: row.try_get(16)?,
                    ends_at: row.try_get(17)?,
                    very_good_plus: row.try_get(18)?,
                    item_cents: row.try_get(19)?,
                    delivered_low: row.try_get(20)?,
                    delivered_high: row.try_get(21)?,
                    tax_cents: row.try_get(22)?,
                    estimated: row.try_get(23)?,
                    rate_day: row.try_get(24)?,
                    observed_at: row.try_get(25)?,
                })
            },
            mapper: |it| Quote::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OfReleaseParams<T1>,
        QuoteQuery<'c, 'a, 's, C, Quote, 3>,
        C,
    > for OfReleaseStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OfReleaseParams<T1>,
    ) -> QuoteQuery<'c, 'a, 's, C, Quote, 3> {
        self.bind(client, &params.release_id, &params.country, &params.limit)
    }
}
pub struct ChecksStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn checks() -> ChecksStmt {
    ChecksStmt(
        "select provider, checked_at, failed_at, failure from price_checks where album_id = $1 order by provider",
        None,
    )
}
impl ChecksStmt {
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
    ) -> ChecksQuery<'c, 'a, 's, C, Checks, 1> {
        ChecksQuery {
            client,
            params: [album_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ChecksBorrowed, tokio_postgres::Error> {
                    Ok(ChecksBorrowed {
                        provider: row.try_get(0)?,
                        checked_at: row.try_get(1)?,
                        failed_at: row.try_get(2)?,
                        failure: row.try_get(3)?,
                    })
                },
            mapper: |it| Checks::from(it),
        }
    }
}
pub struct HistoriesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn histories() -> HistoriesStmt {
    HistoriesStmt(
        "select h.release_id, r.album_id, h.class, h.currency, h.minutes, h.lows, h.for_sale from price_histories h join releases r on r.id = h.release_id where h.provider = $1 and h.release_id = any (array(select id from unnest($2::bigint[]) as named (id) union select id from releases where album_id = any ($3::bigint[]))) order by h.release_id, h.class, h.currency",
        None,
    )
}
impl HistoriesStmt {
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
        T3: crate::ArraySql<Item = i64>,
    >(
        &'s self,
        client: &'c C,
        provider: &'a T1,
        release_ids: &'a T2,
        album_ids: &'a T3,
    ) -> HistoriesQuery<'c, 'a, 's, C, Histories, 3> {
        HistoriesQuery {
            client,
            params: [provider, release_ids, album_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<HistoriesBorrowed, tokio_postgres::Error> {
                    Ok(HistoriesBorrowed {
                        release_id: row.try_get(0)?,
                        album_id: row.try_get(1)?,
                        class: row.try_get(2)?,
                        currency: row.try_get(3)?,
                        minutes: row.try_get(4)?,
                        lows: row.try_get(5)?,
                        for_sale: row.try_get(6)?,
                    })
                },
            mapper: |it| Histories::from(it),
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
    T3: crate::ArraySql<Item = i64>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        HistoriesParams<T1, T2, T3>,
        HistoriesQuery<'c, 'a, 's, C, Histories, 3>,
        C,
    > for HistoriesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a HistoriesParams<T1, T2, T3>,
    ) -> HistoriesQuery<'c, 'a, 's, C, Histories, 3> {
        self.bind(
            client,
            &params.provider,
            &params.release_ids,
            &params.album_ids,
        )
    }
}
pub struct HistoriesOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn histories_of() -> HistoriesOfStmt {
    HistoriesOfStmt(
        "select release_id, provider, class, currency, minutes, lows, for_sale from price_histories where release_id = $1 order by provider, class, currency",
        None,
    )
}
impl HistoriesOfStmt {
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
        release_id: &'a i64,
    ) -> HistoryQuery<'c, 'a, 's, C, History, 1> {
        HistoryQuery {
            client,
            params: [release_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<HistoryBorrowed, tokio_postgres::Error> {
                    Ok(HistoryBorrowed {
                        release_id: row.try_get(0)?,
                        provider: row.try_get(1)?,
                        class: row.try_get(2)?,
                        currency: row.try_get(3)?,
                        minutes: row.try_get(4)?,
                        lows: row.try_get(5)?,
                        for_sale: row.try_get(6)?,
                    })
                },
            mapper: |it| History::from(it),
        }
    }
}
pub struct SaveHistoriesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_histories() -> SaveHistoriesStmt {
    SaveHistoriesStmt(
        "insert into price_histories (release_id, provider, class, currency, minutes, lows, for_sale) select i.release_id, $1, i.class, i.currency, i.minutes::integer[], i.lows::integer[], i.for_sale::integer[] from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) as i (release_id, class, currency, minutes, lows, for_sale) order by i.release_id, i.class, i.currency on conflict (release_id, provider, class, currency) do update set minutes = excluded.minutes, lows = excluded.lows, for_sale = excluded.for_sale",
        None,
    )
}
impl SaveHistoriesStmt {
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
        T7: crate::StringSql,
        T8: crate::ArraySql<Item = T7>,
        T9: crate::StringSql,
        T10: crate::ArraySql<Item = T9>,
        T11: crate::StringSql,
        T12: crate::ArraySql<Item = T11>,
    >(
        &'s self,
        client: &'c C,
        provider: &'a T1,
        release_ids: &'a T2,
        classes: &'a T4,
        currencies: &'a T6,
        minutes: &'a T8,
        lows: &'a T10,
        for_sales: &'a T12,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    provider,
                    release_ids,
                    classes,
                    currencies,
                    minutes,
                    lows,
                    for_sales,
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
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
    T11: crate::StringSql,
    T12: crate::ArraySql<Item = T11>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveHistoriesParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveHistoriesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveHistoriesParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.provider,
            &params.release_ids,
            &params.classes,
            &params.currencies,
            &params.minutes,
            &params.lows,
            &params.for_sales,
        ))
    }
}
pub struct SaveSuggestionsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_suggestions() -> SaveSuggestionsStmt {
    SaveSuggestionsStmt(
        "insert into price_suggestions (release_id, currency, amounts, fetched_at) values ($1, $2, $3, coalesce($4, now())) on conflict (release_id) do update set currency = excluded.currency, amounts = excluded.amounts, fetched_at = excluded.fetched_at where price_suggestions.fetched_at < excluded.fetched_at",
        None,
    )
}
impl SaveSuggestionsStmt {
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
        T2: crate::ArraySql<Item = Option<i64>>,
    >(
        &'s self,
        client: &'c C,
        release_id: &'a i64,
        currency: &'a T1,
        amounts: &'a T2,
        fetched_at: &'a Option<chrono::DateTime<chrono::Utc>>,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[release_id, currency, amounts, fetched_at])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = Option<i64>>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveSuggestionsParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveSuggestionsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveSuggestionsParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.release_id,
            &params.currency,
            &params.amounts,
            &params.fetched_at,
        ))
    }
}
pub struct ToSuggestStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn to_suggest() -> ToSuggestStmt {
    ToSuggestStmt(
        "select r.id, r.discogs_id from releases r left join price_suggestions s on s.release_id = r.id where r.album_id = $1 and r.gone_at is null and r.details_wanted_at is not null and (s.fetched_at is null or s.fetched_at < now() - make_interval(secs => $2)) order by s.fetched_at nulls first, r.details_wanted_at desc, r.id limit $3",
        None,
    )
}
impl ToSuggestStmt {
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
        ttl_seconds: &'a f64,
        limit: &'a i64,
    ) -> ToSuggestQuery<'c, 'a, 's, C, ToSuggest, 3> {
        ToSuggestQuery {
            client,
            params: [album_id, ttl_seconds, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ToSuggest, tokio_postgres::Error> {
                Ok(ToSuggest {
                    id: row.try_get(0)?,
                    discogs_id: row.try_get(1)?,
                })
            },
            mapper: |it| ToSuggest::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ToSuggestParams,
        ToSuggestQuery<'c, 'a, 's, C, ToSuggest, 3>,
        C,
    > for ToSuggestStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ToSuggestParams,
    ) -> ToSuggestQuery<'c, 'a, 's, C, ToSuggest, 3> {
        self.bind(client, &params.album_id, &params.ttl_seconds, &params.limit)
    }
}
pub struct SuggestionsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn suggestions() -> SuggestionsStmt {
    SuggestionsStmt(
        "select currency, amounts, fetched_at from price_suggestions where release_id = $1",
        None,
    )
}
impl SuggestionsStmt {
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
        release_id: &'a i64,
    ) -> SuggestionsQuery<'c, 'a, 's, C, Suggestions, 1> {
        SuggestionsQuery {
            client,
            params: [release_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<SuggestionsBorrowed, tokio_postgres::Error> {
                    Ok(SuggestionsBorrowed {
                        currency: row.try_get(0)?,
                        amounts: row.try_get(1)?,
                        fetched_at: row.try_get(2)?,
                    })
                },
            mapper: |it| Suggestions::from(it),
        }
    }
}
pub struct ShippingKnownStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn shipping_known() -> ShippingKnownStmt {
    ShippingKnownStmt(
        "select known.ships_to, known.ships_from, known.cents from unnest($1::text[]) as c (country) cross join lateral ( select q.ships_to, q.ships_from, round(q.shipping * q.item_cents::numeric / nullif(q.amount, 0))::bigint as cents from quotes q where q.ships_to = c.country and q.shipping is not null and q.item_cents is not null and q.amount > 0 limit 500 ) known",
        None,
    )
}
impl ShippingKnownStmt {
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
        T2: crate::ArraySql<Item = T1>,
    >(
        &'s self,
        client: &'c C,
        countries: &'a T2,
    ) -> ShippingKnownQuery<'c, 'a, 's, C, ShippingKnown, 1> {
        ShippingKnownQuery {
            client,
            params: [countries],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ShippingKnownBorrowed, tokio_postgres::Error> {
                    Ok(ShippingKnownBorrowed {
                        ships_to: row.try_get(0)?,
                        ships_from: row.try_get(1)?,
                        cents: row.try_get(2)?,
                    })
                },
            mapper: |it| ShippingKnown::from(it),
        }
    }
}
pub struct HistoriesOfAllStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn histories_of_all() -> HistoriesOfAllStmt {
    HistoriesOfAllStmt(
        "select release_id, provider, class, currency, minutes, lows, for_sale from price_histories where release_id = any ($1::bigint[]) and class = 'any' order by release_id, provider, currency",
        None,
    )
}
impl HistoriesOfAllStmt {
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
    ) -> HistoryQuery<'c, 'a, 's, C, History, 1> {
        HistoryQuery {
            client,
            params: [release_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<HistoryBorrowed, tokio_postgres::Error> {
                    Ok(HistoryBorrowed {
                        release_id: row.try_get(0)?,
                        provider: row.try_get(1)?,
                        class: row.try_get(2)?,
                        currency: row.try_get(3)?,
                        minutes: row.try_get(4)?,
                        lows: row.try_get(5)?,
                        for_sale: row.try_get(6)?,
                    })
                },
            mapper: |it| History::from(it),
        }
    }
}
pub struct ToBuyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn to_buy() -> ToBuyStmt {
    ToBuyStmt(
        "select q.id, q.album_id, q.release_id, q.provider, q.sale, q.currency, q.amount, q.shipping, q.seller, q.url, q.item_cents, q.delivered_high, q.estimated, q.rate_day, q.observed_at from (select distinct on (provider, offer) id from quotes where album_id = any ($1::bigint[]) and ships_to in ($2, 'ZZ') and sale <> 'auction' and (ends_at is null or ends_at > now()) order by provider, offer, ships_to = 'ZZ') once join quotes q on q.id = once.id left join releases r on r.id = q.release_id where r.gone_at is null order by q.album_id, q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id",
        None,
    )
}
impl ToBuyStmt {
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
    >(
        &'s self,
        client: &'c C,
        album_ids: &'a T1,
        country: &'a T2,
    ) -> ToBuyQuery<'c, 'a, 's, C, ToBuy, 2> {
        ToBuyQuery {
            client,
            params: [album_ids, country],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ToBuyBorrowed, tokio_postgres::Error> {
                Ok(ToBuyBorrowed {
                    id: row.try_get(0)?,
                    album_id: row.try_get(1)?,
                    release_id: row.try_get(2)?,
                    provider: row.try_get(3)?,
                    sale: row.try_get(4)?,
                    currency: row.try_get(5)?,
                    amount: row.try_get(6)?,
                    shipping: row.try_get(7)?,
                    seller: row.try_get(8)?,
                    url: row.try_get(9)?,
                    item_cents: row.try_get(10)?,
                    delivered_high: row.try_get(11)?,
                    estimated: row.try_get(12)?,
                    rate_day: row.try_get(13)?,
                    observed_at: row.try_get(14)?,
                })
            },
            mapper: |it| ToBuy::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ToBuyParams<T1, T2>,
        ToBuyQuery<'c, 'a, 's, C, ToBuy, 2>,
        C,
    > for ToBuyStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ToBuyParams<T1, T2>,
    ) -> ToBuyQuery<'c, 'a, 's, C, ToBuy, 2> {
        self.bind(client, &params.album_ids, &params.country)
    }
}
