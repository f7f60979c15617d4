// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct PressingsToChooseParams<T1: crate::StringSql, T2: crate::ArraySql<Item = i64>> {
    pub ships_to: T1,
    pub album_ids: T2,
}
#[derive(Debug)]
pub struct InsertSetParams<T1: crate::StringSql> {
    pub user_id: i64,
    pub scorer: T1,
    pub ttl_seconds: f64,
}
#[derive(Debug)]
pub struct InsertItemsParams<
    T1: crate::ArraySql<Item = i16>,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::ArraySql<Item = Option<i64>>,
    T4: crate::ArraySql<Item = i32>,
    T5: crate::JsonSql,
    T6: crate::ArraySql<Item = T5>,
> {
    pub set_id: i64,
    pub ranks: T1,
    pub album_ids: T2,
    pub release_ids: T3,
    pub scores: T4,
    pub terms: T6,
}
#[derive(Debug)]
pub struct CurrentParams<T1: crate::StringSql> {
    pub user_id: i64,
    pub ships_to: T1,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Candidates {
    pub album_id: i64,
    pub artist_id: i64,
    pub track_count: Option<i16>,
    pub rating_hundredths: Option<i32>,
    pub rating_votes: Option<i32>,
    pub release_count: i32,
    pub have: Option<i32>,
    pub seed: bool,
    pub similar_names: Vec<String>,
    pub similar_scores: Vec<f32>,
    pub amount: Option<i64>,
    pub currency: Option<String>,
    pub item_cents: Option<i64>,
    pub rate_day: Option<chrono::NaiveDate>,
    pub owned: bool,
    pub dismissed: bool,
}
pub struct CandidatesBorrowed<'a> {
    pub album_id: i64,
    pub artist_id: i64,
    pub track_count: Option<i16>,
    pub rating_hundredths: Option<i32>,
    pub rating_votes: Option<i32>,
    pub release_count: i32,
    pub have: Option<i32>,
    pub seed: bool,
    pub similar_names: crate::ArrayIterator<'a, &'a str>,
    pub similar_scores: crate::ArrayIterator<'a, f32>,
    pub amount: Option<i64>,
    pub currency: Option<&'a str>,
    pub item_cents: Option<i64>,
    pub rate_day: Option<chrono::NaiveDate>,
    pub owned: bool,
    pub dismissed: bool,
}
impl<'a> From<CandidatesBorrowed<'a>> for Candidates {
    fn from(
        CandidatesBorrowed {
            album_id,
            artist_id,
            track_count,
            rating_hundredths,
            rating_votes,
            release_count,
            have,
            seed,
            similar_names,
            similar_scores,
            amount,
            currency,
            item_cents,
            rate_day,
            owned,
            dismissed,
        }: CandidatesBorrowed<'a>,
    ) -> Self {
        Self {
            album_id,
            artist_id,
            track_count,
            rating_hundredths,
            rating_votes,
            release_count,
            have,
            seed,
            similar_names: similar_names.map(|v| v.into()).collect(),
            similar_scores: similar_scores.map(|v| v).collect(),
            amount,
            currency: currency.map(|v| v.into()),
            item_cents,
            rate_day,
            owned,
            dismissed,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct PressingsToChoose {
    pub album_id: i64,
    pub id: i64,
    pub year: Option<i16>,
    pub format: String,
    pub official: bool,
    pub have: Option<i32>,
    pub amount: Option<i64>,
    pub currency: Option<String>,
    pub item_cents: Option<i64>,
    pub rate_day: Option<chrono::NaiveDate>,
}
pub struct PressingsToChooseBorrowed<'a> {
    pub album_id: i64,
    pub id: i64,
    pub year: Option<i16>,
    pub format: &'a str,
    pub official: bool,
    pub have: Option<i32>,
    pub amount: Option<i64>,
    pub currency: Option<&'a str>,
    pub item_cents: Option<i64>,
    pub rate_day: Option<chrono::NaiveDate>,
}
impl<'a> From<PressingsToChooseBorrowed<'a>> for PressingsToChoose {
    fn from(
        PressingsToChooseBorrowed {
            album_id,
            id,
            year,
            format,
            official,
            have,
            amount,
            currency,
            item_cents,
            rate_day,
        }: PressingsToChooseBorrowed<'a>,
    ) -> Self {
        Self {
            album_id,
            id,
            year,
            format: format.into(),
            official,
            have,
            amount,
            currency: currency.map(|v| v.into()),
            item_cents,
            rate_day,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct CurrentSetAge {
    pub id: i64,
    pub expired: bool,
    pub computed_at: chrono::DateTime<chrono::Utc>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Current {
    pub set_id: i64,
    pub scorer: String,
    pub computed_at: chrono::DateTime<chrono::Utc>,
    pub expires_at: chrono::DateTime<chrono::Utc>,
    pub expired: bool,
    pub rank: Option<i16>,
    pub score: Option<i32>,
    pub terms: Option<serde_json::Value>,
    pub album_id: Option<i64>,
    pub title: Option<String>,
    pub first_release_year: Option<i16>,
    pub cover_url: Option<String>,
    pub artist_id: Option<i64>,
    pub artist_name: Option<String>,
    pub release_count: Option<i32>,
    pub release_id: Option<i64>,
    pub discogs_id: Option<i64>,
    pub country: Option<String>,
    pub year: Option<i16>,
    pub format: Option<String>,
    pub label: Option<String>,
    pub catno: Option<String>,
    pub amount: Option<i64>,
    pub price_currency: Option<String>,
    pub shipping: Option<i64>,
    pub provider: Option<String>,
    pub price_url: Option<String>,
    pub observed_at: Option<chrono::DateTime<chrono::Utc>>,
    pub item_cents: Option<i64>,
    pub delivered_low: Option<i64>,
    pub delivered_high: Option<i64>,
    pub estimated: Option<bool>,
    pub rate_day: Option<chrono::NaiveDate>,
    pub best_amount: Option<i64>,
    pub best_currency: Option<String>,
    pub best_shipping: Option<i64>,
    pub best_provider: Option<String>,
    pub best_url: Option<String>,
    pub best_release_id: Option<i64>,
    pub best_observed_at: Option<chrono::DateTime<chrono::Utc>>,
    pub best_item_cents: Option<i64>,
    pub best_delivered_low: Option<i64>,
    pub best_delivered_high: Option<i64>,
    pub best_estimated: Option<bool>,
    pub best_rate_day: Option<chrono::NaiveDate>,
}
pub struct CurrentBorrowed<'a> {
    pub set_id: i64,
    pub scorer: &'a str,
    pub computed_at: chrono::DateTime<chrono::Utc>,
    pub expires_at: chrono::DateTime<chrono::Utc>,
    pub expired: bool,
    pub rank: Option<i16>,
    pub score: Option<i32>,
    pub terms: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
    pub album_id: Option<i64>,
    pub title: Option<&'a str>,
    pub first_release_year: Option<i16>,
    pub cover_url: Option<&'a str>,
    pub artist_id: Option<i64>,
    pub artist_name: Option<&'a str>,
    pub release_count: Option<i32>,
    pub release_id: Option<i64>,
    pub discogs_id: Option<i64>,
    pub country: Option<&'a str>,
    pub year: Option<i16>,
    pub format: Option<&'a str>,
    pub label: Option<&'a str>,
    pub catno: Option<&'a str>,
    pub amount: Option<i64>,
    pub price_currency: Option<&'a str>,
    pub shipping: Option<i64>,
    pub provider: Option<&'a str>,
    pub price_url: Option<&'a str>,
    pub observed_at: Option<chrono::DateTime<chrono::Utc>>,
    pub item_cents: Option<i64>,
    pub delivered_low: Option<i64>,
    pub delivered_high: Option<i64>,
    pub estimated: Option<bool>,
    pub rate_day: Option<chrono::NaiveDate>,
    pub best_amount: Option<i64>,
    pub best_currency: Option<&'a str>,
    pub best_shipping: Option<i64>,
    pub best_provider: Option<&'a str>,
    pub best_url: Option<&'a str>,
    pub best_release_id: Option<i64>,
    pub best_observed_at: Option<chrono::DateTime<chrono::Utc>>,
    pub best_item_cents: Option<i64>,
    pub best_delivered_low: Option<i64>,
    pub best_delivered_high: Option<i64>,
    pub best_estimated: Option<bool>,
    pub best_rate_day: Option<chrono::NaiveDate>,
}
impl<'a> From<CurrentBorrowed<'a>> for Current {
    fn from(
        CurrentBorrowed {
            set_id,
            scorer,
            computed_at,
            expires_at,
            expired,
            rank,
            score,
            terms,
            album_id,
            title,
            first_release_year,
            cover_url,
            artist_id,
            artist_name,
            release_count,
            release_id,
            discogs_id,
            country,
            year,
            format,
            label,
            catno,
            amount,
            price_currency,
            shipping,
            provider,
            price_url,
            observed_at,
            item_cents,
            delivered_low,
            delivered_high,
            estimated,
            rate_day,
            best_amount,
            best_currency,
            best_shipping,
            best_provider,
            best_url,
            best_release_id,
            best_observed_at,
            best_item_cents,
            best_delivered_low,
            best_delivered_high,
            best_estimated,
            best_rate_day,
        }: CurrentBorrowed<'a>,
    ) -> Self {
        Self {
            set_id,
            scorer: scorer.into(),
            computed_at,
            expires_at,
            expired,
            rank,
            score,
            terms: terms.map(|v| serde_json::from_str(v.0.get()).unwrap()),
            album_id,
            title: title.map(|v| v.into()),
            first_release_year,
            cover_url: cover_url.map(|v| v.into()),
            artist_id,
            artist_name: artist_name.map(|v| v.into()),
            release_count,
            release_id,
            discogs_id,
            country: country.map(|v| v.into()),
            year,
            format: format.map(|v| v.into()),
            label: label.map(|v| v.into()),
            catno: catno.map(|v| v.into()),
            amount,
            price_currency: price_currency.map(|v| v.into()),
            shipping,
            provider: provider.map(|v| v.into()),
            price_url: price_url.map(|v| v.into()),
            observed_at,
            item_cents,
            delivered_low,
            delivered_high,
            estimated,
            rate_day,
            best_amount,
            best_currency: best_currency.map(|v| v.into()),
            best_shipping,
            best_provider: best_provider.map(|v| v.into()),
            best_url: best_url.map(|v| v.into()),
            best_release_id,
            best_observed_at,
            best_item_cents,
            best_delivered_low,
            best_delivered_high,
            best_estimated,
            best_rate_day,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct Scores {
    pub album_id: i64,
    pub score: i32,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct CandidatesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CandidatesBorrowed, tokio_postgres::Error>,
    mapper: fn(CandidatesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CandidatesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(CandidatesBorrowed) -> R,
    ) -> CandidatesQuery<'c, 'a, 's, C, R, N> {
        CandidatesQuery {
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
pub struct PressingsToChooseQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PressingsToChooseBorrowed, tokio_postgres::Error>,
    mapper: fn(PressingsToChooseBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PressingsToChooseQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(PressingsToChooseBorrowed) -> R,
    ) -> PressingsToChooseQuery<'c, 'a, 's, C, R, N> {
        PressingsToChooseQuery {
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
pub struct CurrentSetAgeQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CurrentSetAge, tokio_postgres::Error>,
    mapper: fn(CurrentSetAge) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CurrentSetAgeQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CurrentSetAge) -> R) -> CurrentSetAgeQuery<'c, 'a, 's, C, R, N> {
        CurrentSetAgeQuery {
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
pub struct CurrentQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CurrentBorrowed, tokio_postgres::Error>,
    mapper: fn(CurrentBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CurrentQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CurrentBorrowed) -> R) -> CurrentQuery<'c, 'a, 's, C, R, N> {
        CurrentQuery {
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
pub struct ScoresQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Scores, tokio_postgres::Error>,
    mapper: fn(Scores) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ScoresQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Scores) -> R) -> ScoresQuery<'c, 'a, 's, C, R, N> {
        ScoresQuery {
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
pub struct CandidatesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn candidates() -> CandidatesStmt {
    CandidatesStmt(
        "with seeds as ( select s.artist_id, a.name from user_seed_artists s join artists a on a.id = s.artist_id where s.user_id = $1 ), alike as ( select s.similar_id as artist_id, (array_agg(seeds.name order by s.score desc, seeds.artist_id))[1 : 3] as names, (array_agg(s.score order by s.score desc, seeds.artist_id))[1 : 3] as scores from seeds join artist_similars s on s.artist_id = seeds.artist_id where s.similar_id not in (select artist_id from seeds) group by s.similar_id order by sum(s.score) desc, s.similar_id limit 200 ), sources as ( select artist_id, true as seed, '{}'::text[] as names, '{}'::real[] as scores from seeds union all select artist_id, false, names, scores from alike ) select a.id as album_id, a.artist_id, a.track_count, a.rating_hundredths, a.rating_votes, a.release_count, (select o.have from releases o where o.album_id = a.id and o.gone_at is null order by o.have desc nulls last, o.id limit 1) as have, s.seed, s.names as similar_names, s.scores as similar_scores, q.amount, q.currency, q.item_cents, q.rate_day, exists (select from user_discogs_collections c join releases o on o.discogs_id = c.discogs_id where c.user_id = $1 and c.list = 'collection' and o.album_id = a.id) as owned, exists (select from dismissed_recommendations d where d.user_id = $1 and d.album_id = a.id) as dismissed from sources s join albums a on a.artist_id = s.artist_id and a.release_count > 0 and a.studio join user_profiles p on p.user_id = $1 left join lateral ( select q.amount, q.currency, q.item_cents, q.rate_day from album_best_price b join quotes q on q.id = b.quote_id where b.album_id = a.id and b.class = 'cheapest' and b.ships_to in (p.country, 'ZZ') and (q.ends_at is null or q.ends_at > now()) order by q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id limit 1 ) q on true order by a.id",
        None,
    )
}
impl CandidatesStmt {
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
        user_id: &'a i64,
    ) -> CandidatesQuery<'c, 'a, 's, C, Candidates, 1> {
        CandidatesQuery {
            client,
            params: [user_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<CandidatesBorrowed, tokio_postgres::Error> {
                    Ok(CandidatesBorrowed {
                        album_id: row.try_get(0)?,
                        artist_id: row.try_get(1)?,
                        track_count: row.try_get(2)?,
                        rating_hundredths: row.try_get(3)?,
                        rating_votes: row.try_get(4)?,
                        release_count: row.try_get(5)?,
                        have: row.try_get(6)?,
                        seed: row.try_get(7)?,
                        similar_names: row.try_get(8)?,
                        similar_scores: row.try_get(9)?,
                        amount: row.try_get(10)?,
                        currency: row.try_get(11)?,
                        item_cents: row.try_get(12)?,
                        rate_day: row.try_get(13)?,
                        owned: row.try_get(14)?,
                        dismissed: row.try_get(15)?,
                    })
                },
            mapper: |it| Candidates::from(it),
        }
    }
}
pub struct SeedsAreIngestedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn seeds_are_ingested() -> SeedsAreIngestedStmt {
    SeedsAreIngestedStmt(
        "select not exists ( select from user_seed_artists s join artists a on a.id = s.artist_id and a.note is null left join albums b on b.artist_id = a.id where s.user_id = $1 and (a.albums_fetched_at is null or (b.id is not null and b.releases_fetched_at is null)) ) as ingested",
        None,
    )
}
impl SeedsAreIngestedStmt {
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
        user_id: &'a i64,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [user_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct PressingsToChooseStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn pressings_to_choose() -> PressingsToChooseStmt {
    PressingsToChooseStmt(
        "select r.album_id, r.id, r.year, r.format, r.official, r.have, q.amount, q.currency, q.item_cents, q.rate_day from releases r left join lateral ( select amount, currency, item_cents, rate_day from quotes where release_id = r.id and ships_to in ($1, 'ZZ') and sale <> 'auction' and (ends_at is null or ends_at > now()) order by rank, rank_cents, item_cents, observed_at, id limit 1 ) q on true where r.album_id = any ($2::bigint[]) and r.gone_at is null order by r.album_id, r.id",
        None,
    )
}
impl PressingsToChooseStmt {
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
    >(
        &'s self,
        client: &'c C,
        ships_to: &'a T1,
        album_ids: &'a T2,
    ) -> PressingsToChooseQuery<'c, 'a, 's, C, PressingsToChoose, 2> {
        PressingsToChooseQuery {
            client,
            params: [ships_to, album_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |
                row: &tokio_postgres::Row,
            | -> Result<PressingsToChooseBorrowed, tokio_postgres::Error> {
                Ok(PressingsToChooseBorrowed {
                    album_id: row.try_get(0)?,
                    id: row.try_get(1)?,
                    year: row.try_get(2)?,
                    format: row.try_get(3)?,
                    official: row.try_get(4)?,
                    have: row.try_get(5)?,
                    amount: row.try_get(6)?,
                    currency: row.try_get(7)?,
                    item_cents: row.try_get(8)?,
                    rate_day: row.try_get(9)?,
                })
            },
            mapper: |it| PressingsToChoose::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PressingsToChooseParams<T1, T2>,
        PressingsToChooseQuery<'c, 'a, 's, C, PressingsToChoose, 2>,
        C,
    > for PressingsToChooseStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PressingsToChooseParams<T1, T2>,
    ) -> PressingsToChooseQuery<'c, 'a, 's, C, PressingsToChoose, 2> {
        self.bind(client, &params.ships_to, &params.album_ids)
    }
}
pub struct LockListenerStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_listener() -> LockListenerStmt {
    LockListenerStmt("select id from users where id = $1 for no key update", None)
}
impl LockListenerStmt {
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
        user_id: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [user_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct CurrentSetAgeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn current_set_age() -> CurrentSetAgeStmt {
    CurrentSetAgeStmt(
        "select id, expires_at <= now() as expired, computed_at from recommendation_sets where user_id = $1 order by id desc limit 1",
        None,
    )
}
impl CurrentSetAgeStmt {
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
        user_id: &'a i64,
    ) -> CurrentSetAgeQuery<'c, 'a, 's, C, CurrentSetAge, 1> {
        CurrentSetAgeQuery {
            client,
            params: [user_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CurrentSetAge, tokio_postgres::Error> {
                Ok(CurrentSetAge {
                    id: row.try_get(0)?,
                    expired: row.try_get(1)?,
                    computed_at: row.try_get(2)?,
                })
            },
            mapper: |it| CurrentSetAge::from(it),
        }
    }
}
pub struct InsertSetStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_set() -> InsertSetStmt {
    InsertSetStmt(
        "insert into recommendation_sets (user_id, scorer, expires_at) values ($1, $2, now() + make_interval(secs => $3)) returning id",
        None,
    )
}
impl InsertSetStmt {
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
        user_id: &'a i64,
        scorer: &'a T1,
        ttl_seconds: &'a f64,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        I64Query {
            client,
            params: [user_id, scorer, ttl_seconds],
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
        InsertSetParams<T1>,
        I64Query<'c, 'a, 's, C, i64, 3>,
        C,
    > for InsertSetStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a InsertSetParams<T1>,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        self.bind(client, &params.user_id, &params.scorer, &params.ttl_seconds)
    }
}
pub struct InsertItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_items() -> InsertItemsStmt {
    InsertItemsStmt(
        "insert into recommendation_items (set_id, rank, album_id, release_id, score, terms) select $1, i.rank, i.album_id, i.release_id, i.score, i.terms from unnest($2::smallint[], $3::bigint[], $4::bigint[], $5::integer[], $6::jsonb[]) as i (rank, album_id, release_id, score, terms)",
        None,
    )
}
impl InsertItemsStmt {
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
        T1: crate::ArraySql<Item = i16>,
        T2: crate::ArraySql<Item = i64>,
        T3: crate::ArraySql<Item = Option<i64>>,
        T4: crate::ArraySql<Item = i32>,
        T5: crate::JsonSql,
        T6: crate::ArraySql<Item = T5>,
    >(
        &'s self,
        client: &'c C,
        set_id: &'a i64,
        ranks: &'a T1,
        album_ids: &'a T2,
        release_ids: &'a T3,
        scores: &'a T4,
        terms: &'a T6,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[set_id, ranks, album_ids, release_ids, scores, terms],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i16>,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::ArraySql<Item = Option<i64>>,
    T4: crate::ArraySql<Item = i32>,
    T5: crate::JsonSql,
    T6: crate::ArraySql<Item = T5>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertItemsParams<T1, T2, T3, T4, T5, T6>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for InsertItemsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertItemsParams<T1, T2, T3, T4, T5, T6>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.set_id,
            &params.ranks,
            &params.album_ids,
            &params.release_ids,
            &params.scores,
            &params.terms,
        ))
    }
}
pub struct ExpireSetStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn expire_set() -> ExpireSetStmt {
    ExpireSetStmt(
        "update recommendation_sets set expires_at = now() where id = (select max(id) from recommendation_sets where user_id = $1) and expires_at > now()",
        None,
    )
}
impl ExpireSetStmt {
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
        user_id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[user_id]).await
    }
}
pub struct CurrentStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn current() -> CurrentStmt {
    CurrentStmt(
        "with newest as ( select id, scorer, computed_at, expires_at from recommendation_sets where user_id = $1 order by id desc limit 1 ) select n.id as set_id, n.scorer, n.computed_at, n.expires_at, n.expires_at <= now() as expired, i.rank, i.score, i.terms, a.id as album_id, a.title, a.first_release_year, a.cover_url, a.artist_id, t.name as artist_name, a.release_count, r.id as release_id, r.discogs_id, r.country, r.year, r.format, r.label, r.catno, p.amount, p.currency as price_currency, p.shipping, p.provider, p.url as price_url, p.observed_at, p.item_cents, p.delivered_low, p.delivered_high, p.estimated, p.rate_day, b.amount as best_amount, b.currency as best_currency, b.shipping as best_shipping, b.provider as best_provider, b.url as best_url, b.release_id as best_release_id, b.observed_at as best_observed_at, b.item_cents as best_item_cents, b.delivered_low as best_delivered_low, b.delivered_high as best_delivered_high, b.estimated as best_estimated, b.rate_day as best_rate_day from newest n left join recommendation_items i on i.set_id = n.id left join albums a on a.id = i.album_id left join artists t on t.id = a.artist_id left join releases r on r.id = i.release_id left join lateral ( select amount, currency, shipping, provider, url, observed_at, item_cents, delivered_low, delivered_high, estimated, rate_day from quotes where release_id = r.id and ships_to in ($2, 'ZZ') and sale <> 'auction' and (ends_at is null or ends_at > now()) order by rank, rank_cents, item_cents, observed_at, id limit 1 ) p on true left join lateral ( select q.amount, q.currency, q.shipping, q.provider, q.url, q.observed_at, q.release_id, q.item_cents, q.delivered_low, q.delivered_high, q.estimated, q.rate_day from album_best_price o join quotes q on q.id = o.quote_id where o.album_id = a.id and o.class = 'cheapest' and o.ships_to in ($2, 'ZZ') and (q.ends_at is null or q.ends_at > now()) order by q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id limit 1 ) b on true order by i.rank",
        None,
    )
}
impl CurrentStmt {
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
        user_id: &'a i64,
        ships_to: &'a T1,
    ) -> CurrentQuery<'c, 'a, 's, C, Current, 2> {
        CurrentQuery {
            client,
            params: [user_id, ships_to],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<CurrentBorrowed, tokio_postgres::Error> {
                    Ok(CurrentBorrowed {
                        set_id: row.try_get(0)?,
                        scorer: row.try_get(1)?,
                        computed_at: row.try_get(2)?,
                        expires_at: row.try_get(3)?,
                        expired: row.try_get(4)?,
                        rank: row.try_get(5)?,
                        score: row.try_get(6)?,
                        terms: row.try_get(7)?,
                        album_id: row.try_get(8)?,
                        title: row.try_get(9)?,
                        first_release_year: row.try_get(10)?,
                        cover_url: row.try_get(11)?,
                        artist_id: row.try_get(12)?,
                        artist_name: row.try_get(13)?,
                        release_count: row.try_get(14)?,
                        release_id: row.try_get(15)?,
                        discogs_id: row.try_get(16)?,
                        country: row.try_get(17)?,
                        year: row.try_get(18)?,
                        format: row.try_get(19)?,
                        label: row.try_get(20)?,
                        catno: row.try_get(21)?,
                        amount: row.try_get(22)?,
                        price_currency: row.try_get(23)?,
                        shipping: row.try_get(24)?,
                        provider: row.try_get(25)?,
                        price_url: row.try_get(26)?,
                        observed_at: row.try_get(27)?,
                        item_cents: row.try_get(28)?,
                        delivered_low: row.try_get(29)?,
                        delivered_high: row.try_get(30)?,
                        estimated: row.try_get(31)?,
                        rate_day: row.try_get(32)?,
                        best_amount: row.try_get(33)?,
                        best_currency: row.try_get(34)?,
                        best_shipping: row.try_get(35)?,
                        best_provider: row.try_get(36)?,
                        best_url: row.try_get(37)?,
                        best_release_id: row.try_get(38)?,
                        best_observed_at: row.try_get(39)?,
                        best_item_cents: row.try_get(40)?,
                        best_delivered_low: row.try_get(41)?,
                        best_delivered_high: row.try_get(42)?,
                        best_estimated: row.try_get(43)?,
                        best_rate_day: row.try_get(44)?,
                    })
                },
            mapper: |it| Current::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CurrentParams<T1>,
        CurrentQuery<'c, 'a, 's, C, Current, 2>,
        C,
    > for CurrentStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CurrentParams<T1>,
    ) -> CurrentQuery<'c, 'a, 's, C, Current, 2> {
        self.bind(client, &params.user_id, &params.ships_to)
    }
}
pub struct StaleListenersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stale_listeners() -> StaleListenersStmt {
    StaleListenersStmt(
        "select u.id from users u where exists (select from user_seed_artists s where s.user_id = u.id) and not exists (select from recommendation_sets c where c.user_id = u.id and c.expires_at > now()) order by u.id limit $1",
        None,
    )
}
impl StaleListenersStmt {
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
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct ScoresStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn scores() -> ScoresStmt {
    ScoresStmt(
        "select i.album_id, i.score from recommendation_items i where i.set_id = (select max(id) from recommendation_sets where user_id = $1) order by i.rank",
        None,
    )
}
impl ScoresStmt {
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
        user_id: &'a i64,
    ) -> ScoresQuery<'c, 'a, 's, C, Scores, 1> {
        ScoresQuery {
            client,
            params: [user_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<Scores, tokio_postgres::Error> {
                Ok(Scores {
                    album_id: row.try_get(0)?,
                    score: row.try_get(1)?,
                })
            },
            mapper: |it| Scores::from(it),
        }
    }
}
