// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct OfAlbumParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::StringSql,
> {
    pub album_id: i64,
    pub ships_to: T1,
    pub country: Option<T2>,
    pub year_from: Option<i16>,
    pub year_to: Option<i16>,
    pub format_words: T4,
    pub format_traits: T6,
    pub kind: Option<T7>,
    pub size_inches: Option<i16>,
    pub colour: Option<T8>,
    pub limited: Option<bool>,
    pub first_pressing: bool,
    pub after_id: Option<i64>,
    pub after_year: Option<i16>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct NamedParams<T1: crate::ArraySql<Item = i64>> {
    pub album_id: i64,
    pub ids: T1,
}
#[derive(Debug)]
pub struct PageParams<T1: crate::StringSql> {
    pub ships_to: T1,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct WantDetailsParams {
    pub id: i64,
    pub again_after_seconds: f64,
}
#[derive(Debug)]
pub struct SavePressingsParams<
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = Option<T5>>,
    T7: crate::ArraySql<Item = Option<i16>>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = Option<T8>>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = T10>,
    T12: crate::StringSql,
    T13: crate::ArraySql<Item = Option<T12>>,
    T14: crate::StringSql,
    T15: crate::ArraySql<Item = Option<T14>>,
    T16: crate::StringSql,
    T17: crate::ArraySql<Item = Option<T16>>,
    T18: crate::ArraySql<Item = bool>,
    T19: crate::ArraySql<Item = Option<i32>>,
    T20: crate::ArraySql<Item = Option<i32>>,
    T21: crate::ArraySql<Item = i16>,
    T22: crate::ArraySql<Item = Option<i16>>,
    T23: crate::ArraySql<Item = Option<i16>>,
    T24: crate::StringSql,
    T25: crate::ArraySql<Item = Option<T24>>,
    T26: crate::StringSql,
    T27: crate::ArraySql<Item = T26>,
    T28: crate::StringSql,
    T29: crate::ArraySql<Item = Option<T28>>,
    T30: crate::ArraySql<Item = Option<i16>>,
    T31: crate::ArraySql<Item = f32>,
> {
    pub seen_at: Option<chrono::DateTime<chrono::Utc>>,
    pub album_ids: T1,
    pub discogs_ids: T2,
    pub titles: T4,
    pub countries: T6,
    pub years: T7,
    pub releaseds: T9,
    pub formats: T11,
    pub labels: T13,
    pub catnos: T15,
    pub thumb_urls: T17,
    pub officials: T18,
    pub haves: T19,
    pub wants: T20,
    pub records: T21,
    pub sizes: T22,
    pub speeds: T23,
    pub kinds: T25,
    pub traits: T27,
    pub colours: T29,
    pub weights: T30,
    pub confidences: T31,
}
#[derive(Clone, Copy, Debug)]
pub struct MostOwnedWithoutDetailsParams {
    pub album_id: i64,
    pub ttl_seconds: f64,
}
#[derive(Debug)]
pub struct SaveDetailsParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
> {
    pub rating_hundredths: Option<i32>,
    pub rating_votes: Option<i32>,
    pub have: Option<i32>,
    pub want: Option<i32>,
    pub barcodes: T2,
    pub described: bool,
    pub records: i16,
    pub size_inches: Option<i16>,
    pub speed_rpm: Option<i16>,
    pub kind: Option<T3>,
    pub traits: T4,
    pub colour: Option<T5>,
    pub weight_grams: Option<i16>,
    pub id: i64,
}
#[derive(Debug)]
pub struct SavePageParams<
    T1: crate::JsonSql,
    T2: crate::JsonSql,
    T3: crate::JsonSql,
    T4: crate::JsonSql,
    T5: crate::JsonSql,
    T6: crate::JsonSql,
    T7: crate::JsonSql,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = T8>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = T10>,
    T12: crate::StringSql,
> {
    pub id: i64,
    pub tracks: T1,
    pub labels: T2,
    pub companies: T3,
    pub identifiers: T4,
    pub formats: T5,
    pub artists: T6,
    pub credits: T7,
    pub genres: T9,
    pub styles: T11,
    pub notes: Option<T12>,
}
#[derive(Debug)]
pub struct SpeakForAlbumParams<T1: crate::StringSql> {
    pub track_count: Option<i16>,
    pub cover_url: Option<T1>,
    pub id: i64,
}
#[derive(Debug)]
pub struct SaveGoneParams<T1: crate::StringSql> {
    pub gone_at: chrono::DateTime<chrono::Utc>,
    pub note: T1,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct StalePricedInAlbumParams {
    pub album_id: i64,
    pub ttl_seconds: f64,
    pub limit: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct StaleDetailsParams {
    pub ttl_seconds: f64,
    pub limit: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    pub id: i64,
    pub album_id: i64,
    pub discogs_id: i64,
    pub title: String,
    pub country: Option<String>,
    pub year: Option<i16>,
    pub released: Option<String>,
    pub format: String,
    pub label: Option<String>,
    pub catno: Option<String>,
    pub thumb_url: Option<String>,
    pub official: bool,
    pub have: Option<i32>,
    pub want: Option<i32>,
    pub rating_hundredths: Option<i32>,
    pub rating_votes: Option<i32>,
    pub for_sale: Option<i32>,
    pub priced_at: Option<chrono::DateTime<chrono::Utc>>,
    pub records: i16,
    pub size_inches: Option<i16>,
    pub speed_rpm: Option<i16>,
    pub kind: Option<String>,
    pub traits: Vec<String>,
    pub colour: Option<String>,
    pub weight_grams: Option<i16>,
    pub confidence: f32,
    pub first_pressing: bool,
    pub amount: Option<i64>,
    pub shipping: Option<i64>,
    pub currency: Option<String>,
    pub provider: Option<String>,
    pub price_url: Option<String>,
    pub observed_at: Option<chrono::DateTime<chrono::Utc>>,
    pub item_cents: Option<i64>,
    pub delivered_low: Option<i64>,
    pub delivered_high: Option<i64>,
    pub estimated: Option<bool>,
    pub rate_day: Option<chrono::NaiveDate>,
    pub sort_year: i16,
}
pub struct ReleaseBorrowed<'a> {
    pub id: i64,
    pub album_id: i64,
    pub discogs_id: i64,
    pub title: &'a str,
    pub country: Option<&'a str>,
    pub year: Option<i16>,
    pub released: Option<&'a str>,
    pub format: &'a str,
    pub label: Option<&'a str>,
    pub catno: Option<&'a str>,
    pub thumb_url: Option<&'a str>,
    pub official: bool,
    pub have: Option<i32>,
    pub want: Option<i32>,
    pub rating_hundredths: Option<i32>,
    pub rating_votes: Option<i32>,
    pub for_sale: Option<i32>,
    pub priced_at: Option<chrono::DateTime<chrono::Utc>>,
    pub records: i16,
    pub size_inches: Option<i16>,
    pub speed_rpm: Option<i16>,
    pub kind: Option<&'a str>,
    pub traits: crate::ArrayIterator<'a, &'a str>,
    pub colour: Option<&'a str>,
    pub weight_grams: Option<i16>,
    pub confidence: f32,
    pub first_pressing: bool,
    pub amount: Option<i64>,
    pub shipping: Option<i64>,
    pub currency: Option<&'a str>,
    pub provider: Option<&'a str>,
    pub price_url: Option<&'a str>,
    pub observed_at: Option<chrono::DateTime<chrono::Utc>>,
    pub item_cents: Option<i64>,
    pub delivered_low: Option<i64>,
    pub delivered_high: Option<i64>,
    pub estimated: Option<bool>,
    pub rate_day: Option<chrono::NaiveDate>,
    pub sort_year: i16,
}
impl<'a> From<ReleaseBorrowed<'a>> for Release {
    fn from(
        ReleaseBorrowed {
            id,
            album_id,
            discogs_id,
            title,
            country,
            year,
            released,
            format,
            label,
            catno,
            thumb_url,
            official,
            have,
            want,
            rating_hundredths,
            rating_votes,
            for_sale,
            priced_at,
            records,
            size_inches,
            speed_rpm,
            kind,
            traits,
            colour,
            weight_grams,
            confidence,
            first_pressing,
            amount,
            shipping,
            currency,
            provider,
            price_url,
            observed_at,
            item_cents,
            delivered_low,
            delivered_high,
            estimated,
            rate_day,
            sort_year,
        }: ReleaseBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            album_id,
            discogs_id,
            title: title.into(),
            country: country.map(|v| v.into()),
            year,
            released: released.map(|v| v.into()),
            format: format.into(),
            label: label.map(|v| v.into()),
            catno: catno.map(|v| v.into()),
            thumb_url: thumb_url.map(|v| v.into()),
            official,
            have,
            want,
            rating_hundredths,
            rating_votes,
            for_sale,
            priced_at,
            records,
            size_inches,
            speed_rpm,
            kind: kind.map(|v| v.into()),
            traits: traits.map(|v| v.into()).collect(),
            colour: colour.map(|v| v.into()),
            weight_grams,
            confidence,
            first_pressing,
            amount,
            shipping,
            currency: currency.map(|v| v.into()),
            provider: provider.map(|v| v.into()),
            price_url: price_url.map(|v| v.into()),
            observed_at,
            item_cents,
            delivered_low,
            delivered_high,
            estimated,
            rate_day,
            sort_year,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    pub id: i64,
    pub discogs_id: i64,
    pub country: Option<String>,
    pub year: Option<i16>,
    pub format: String,
    pub label: Option<String>,
    pub catno: Option<String>,
    pub thumb_url: Option<String>,
    pub for_sale: Option<i32>,
    pub first_pressing: bool,
}
pub struct NamedBorrowed<'a> {
    pub id: i64,
    pub discogs_id: i64,
    pub country: Option<&'a str>,
    pub year: Option<i16>,
    pub format: &'a str,
    pub label: Option<&'a str>,
    pub catno: Option<&'a str>,
    pub thumb_url: Option<&'a str>,
    pub for_sale: Option<i32>,
    pub first_pressing: bool,
}
impl<'a> From<NamedBorrowed<'a>> for Named {
    fn from(
        NamedBorrowed {
            id,
            discogs_id,
            country,
            year,
            format,
            label,
            catno,
            thumb_url,
            for_sale,
            first_pressing,
        }: NamedBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            discogs_id,
            country: country.map(|v| v.into()),
            year,
            format: format.into(),
            label: label.map(|v| v.into()),
            catno: catno.map(|v| v.into()),
            thumb_url: thumb_url.map(|v| v.into()),
            for_sale,
            first_pressing,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i64,
    pub album_id: i64,
    pub discogs_id: i64,
    pub details_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub note: Option<String>,
    pub gone_at: Option<chrono::DateTime<chrono::Utc>>,
}
pub struct ByIdBorrowed<'a> {
    pub id: i64,
    pub album_id: i64,
    pub discogs_id: i64,
    pub details_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub note: Option<&'a str>,
    pub gone_at: Option<chrono::DateTime<chrono::Utc>>,
}
impl<'a> From<ByIdBorrowed<'a>> for ById {
    fn from(
        ByIdBorrowed {
            id,
            album_id,
            discogs_id,
            details_fetched_at,
            note,
            gone_at,
        }: ByIdBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            album_id,
            discogs_id,
            details_fetched_at,
            note: note.map(|v| v.into()),
            gone_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub id: i64,
    pub album_id: i64,
    pub discogs_id: i64,
    pub title: String,
    pub country: Option<String>,
    pub year: Option<i16>,
    pub released: Option<String>,
    pub format: String,
    pub label: Option<String>,
    pub catno: Option<String>,
    pub thumb_url: Option<String>,
    pub official: bool,
    pub have: Option<i32>,
    pub want: Option<i32>,
    pub rating_hundredths: Option<i32>,
    pub rating_votes: Option<i32>,
    pub for_sale: Option<i32>,
    pub priced_at: Option<chrono::DateTime<chrono::Utc>>,
    pub records: i16,
    pub size_inches: Option<i16>,
    pub speed_rpm: Option<i16>,
    pub kind: Option<String>,
    pub traits: Vec<String>,
    pub colour: Option<String>,
    pub weight_grams: Option<i16>,
    pub confidence: f32,
    pub barcodes: Vec<String>,
    pub first_pressing: bool,
    pub album_title: String,
    pub first_release_year: Option<i16>,
    pub artist_id: i64,
    pub artist_name: String,
    pub gone_at: Option<chrono::DateTime<chrono::Utc>>,
    pub note: Option<String>,
    pub details_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub details_wanted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub amount: Option<i64>,
    pub shipping: Option<i64>,
    pub currency: Option<String>,
    pub provider: Option<String>,
    pub price_url: Option<String>,
    pub observed_at: Option<chrono::DateTime<chrono::Utc>>,
    pub item_cents: Option<i64>,
    pub delivered_low: Option<i64>,
    pub delivered_high: Option<i64>,
    pub estimated: Option<bool>,
    pub rate_day: Option<chrono::NaiveDate>,
    pub detailed: bool,
    pub tracks: Option<serde_json::Value>,
    pub labels: Option<serde_json::Value>,
    pub companies: Option<serde_json::Value>,
    pub identifiers: Option<serde_json::Value>,
    pub formats: Option<serde_json::Value>,
    pub artists: Option<serde_json::Value>,
    pub credits: Option<serde_json::Value>,
    pub genres: Option<Vec<String>>,
    pub styles: Option<Vec<String>>,
    pub notes: Option<String>,
}
pub struct PageBorrowed<'a> {
    pub id: i64,
    pub album_id: i64,
    pub discogs_id: i64,
    pub title: &'a str,
    pub country: Option<&'a str>,
    pub year: Option<i16>,
    pub released: Option<&'a str>,
    pub format: &'a str,
    pub label: Option<&'a str>,
    pub catno: Option<&'a str>,
    pub thumb_url: Option<&'a str>,
    pub official: bool,
    pub have: Option<i32>,
    pub want: Option<i32>,
    pub rating_hundredths: Option<i32>,
    pub rating_votes: Option<i32>,
    pub for_sale: Option<i32>,
    pub priced_at: Option<chrono::DateTime<chrono::Utc>>,
    pub records: i16,
    pub size_inches: Option<i16>,
    pub speed_rpm: Option<i16>,
    pub kind: Option<&'a str>,
    pub traits: crate::ArrayIterator<'a, &'a str>,
    pub colour: Option<&'a str>,
    pub weight_grams: Option<i16>,
    pub confidence: f32,
    pub barcodes: crate::ArrayIterator<'a, &'a str>,
    pub first_pressing: bool,
    pub album_title: &'a str,
    pub first_release_year: Option<i16>,
    pub artist_id: i64,
    pub artist_name: &'a str,
    pub gone_at: Option<chrono::DateTime<chrono::Utc>>,
    pub note: Option<&'a str>,
    pub details_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub details_wanted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub amount: Option<i64>,
    pub shipping: Option<i64>,
    pub currency: Option<&'a str>,
    pub provider: Option<&'a str>,
    pub price_url: Option<&'a str>,
    pub observed_at: Option<chrono::DateTime<chrono::Utc>>,
    pub item_cents: Option<i64>,
    pub delivered_low: Option<i64>,
    pub delivered_high: Option<i64>,
    pub estimated: Option<bool>,
    pub rate_day: Option<chrono::NaiveDate>,
    pub detailed: bool,
    pub tracks: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
    pub labels: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
    pub companies: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
    pub identifiers: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
    pub formats: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
    pub artists: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
    pub credits: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
    pub genres: Option<crate::ArrayIterator<'a, &'a str>>,
    pub styles: Option<crate::ArrayIterator<'a, &'a str>>,
    pub notes: Option<&'a str>,
}
impl<'a> From<PageBorrowed<'a>> for Page {
    fn from(
        PageBorrowed {
            id,
            album_id,
            discogs_id,
            title,
            country,
            year,
            released,
            format,
            label,
            catno,
            thumb_url,
            official,
            have,
            want,
            rating_hundredths,
            rating_votes,
            for_sale,
            priced_at,
            records,
            size_inches,
            speed_rpm,
            kind,
            traits,
            colour,
            weight_grams,
            confidence,
            barcodes,
            first_pressing,
            album_title,
            first_release_year,
            artist_id,
            artist_name,
            gone_at,
            note,
            details_fetched_at,
            details_wanted_at,
            amount,
            shipping,
            currency,
            provider,
            price_url,
            observed_at,
            item_cents,
            delivered_low,
            delivered_high,
            estimated,
            rate_day,
            detailed,
            tracks,
            labels,
            companies,
            identifiers,
            formats,
            artists,
            credits,
            genres,
            styles,
            notes,
        }: PageBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            album_id,
            discogs_id,
            title: title.into(),
            country: country.map(|v| v.into()),
            year,
            released: released.map(|v| v.into()),
            format: format.into(),
            label: label.map(|v| v.into()),
            catno: catno.map(|v| v.into()),
            thumb_url: thumb_url.map(|v| v.into()),
            official,
            have,
            want,
            rating_hundredths,
            rating_votes,
            for_sale,
            priced_at,
            records,
            size_inches,
            speed_rpm,
            kind: kind.map(|v| v.into()),
            traits: traits.map(|v| v.into()).collect(),
            colour: colour.map(|v| v.into()),
            weight_grams,
            confidence,
            barcodes: barcodes.map(|v| v.into()).collect(),
            first_pressing,
            album_title: album_title.into(),
            first_release_year,
            artist_id,
            artist_name: artist_name.into(),
            gone_at,
            note: note.map(|v| v.into()),
            details_fetched_at,
            details_wanted_at,
            amount,
            shipping,
            currency: currency.map(|v| v.into()),
            provider: provider.map(|v| v.into()),
            price_url: price_url.map(|v| v.into()),
            observed_at,
            item_cents,
            delivered_low,
            delivered_high,
            estimated,
            rate_day,
            detailed,
            tracks: tracks.map(|v| serde_json::from_str(v.0.get()).unwrap()),
            labels: labels.map(|v| serde_json::from_str(v.0.get()).unwrap()),
            companies: companies.map(|v| serde_json::from_str(v.0.get()).unwrap()),
            identifiers: identifiers.map(|v| serde_json::from_str(v.0.get()).unwrap()),
            formats: formats.map(|v| serde_json::from_str(v.0.get()).unwrap()),
            artists: artists.map(|v| serde_json::from_str(v.0.get()).unwrap()),
            credits: credits.map(|v| serde_json::from_str(v.0.get()).unwrap()),
            genres: genres.map(|v| v.map(|v| v.into()).collect()),
            styles: styles.map(|v| v.map(|v| v.into()).collect()),
            notes: notes.map(|v| v.into()),
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct StalePricedInAlbum {
    pub id: i64,
    pub discogs_id: i64,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct StaleDetails {
    pub id: i64,
    pub details_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct ToMatch {
    pub id: i64,
    pub country: Option<String>,
    pub year: Option<i16>,
    pub label: Option<String>,
    pub catno: Option<String>,
    pub barcodes: Vec<String>,
    pub format: String,
}
pub struct ToMatchBorrowed<'a> {
    pub id: i64,
    pub country: Option<&'a str>,
    pub year: Option<i16>,
    pub label: Option<&'a str>,
    pub catno: Option<&'a str>,
    pub barcodes: crate::ArrayIterator<'a, &'a str>,
    pub format: &'a str,
}
impl<'a> From<ToMatchBorrowed<'a>> for ToMatch {
    fn from(
        ToMatchBorrowed {
            id,
            country,
            year,
            label,
            catno,
            barcodes,
            format,
        }: ToMatchBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            country: country.map(|v| v.into()),
            year,
            label: label.map(|v| v.into()),
            catno: catno.map(|v| v.into()),
            barcodes: barcodes.map(|v| v.into()).collect(),
            format: format.into(),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct ReleaseQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ReleaseBorrowed, tokio_postgres::Error>,
    mapper: fn(ReleaseBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ReleaseQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ReleaseBorrowed) -> R) -> ReleaseQuery<'c, 'a, 's, C, R, N> {
        ReleaseQuery {
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
pub struct NamedQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<NamedBorrowed, tokio_postgres::Error>,
    mapper: fn(NamedBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> NamedQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(NamedBorrowed) -> R) -> NamedQuery<'c, 'a, 's, C, R, N> {
        NamedQuery {
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
pub struct ByIdQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ByIdBorrowed, tokio_postgres::Error>,
    mapper: fn(ByIdBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ByIdQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ByIdBorrowed) -> R) -> ByIdQuery<'c, 'a, 's, C, R, N> {
        ByIdQuery {
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
pub struct PageQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PageBorrowed, tokio_postgres::Error>,
    mapper: fn(PageBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PageQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PageBorrowed) -> R) -> PageQuery<'c, 'a, 's, C, R, N> {
        PageQuery {
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
pub struct StalePricedInAlbumQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StalePricedInAlbum, tokio_postgres::Error>,
    mapper: fn(StalePricedInAlbum) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StalePricedInAlbumQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(StalePricedInAlbum) -> R,
    ) -> StalePricedInAlbumQuery<'c, 'a, 's, C, R, N> {
        StalePricedInAlbumQuery {
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
pub struct StaleDetailsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StaleDetails, tokio_postgres::Error>,
    mapper: fn(StaleDetails) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StaleDetailsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StaleDetails) -> R) -> StaleDetailsQuery<'c, 'a, 's, C, R, N> {
        StaleDetailsQuery {
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
pub struct ToMatchQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ToMatchBorrowed, tokio_postgres::Error>,
    mapper: fn(ToMatchBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ToMatchQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ToMatchBorrowed) -> R) -> ToMatchQuery<'c, 'a, 's, C, R, N> {
        ToMatchQuery {
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
pub struct OfAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn of_album() -> OfAlbumStmt {
    OfAlbumStmt(
        "select r.id, r.album_id, r.discogs_id, r.title, r.country, r.year, r.released, r.format, r.label, r.catno, r.thumb_url, r.official, r.have, r.want, r.rating_hundredths, r.rating_votes, r.for_sale, r.priced_at, r.records, r.size_inches, r.speed_rpm, r.kind, r.traits, r.colour, r.weight_grams, r.confidence, coalesce(r.original and r.year = f.year, false) as first_pressing, p.amount, p.shipping, p.currency, p.provider, p.url as price_url, p.observed_at, p.item_cents, p.delivered_low, p.delivered_high, p.estimated, p.rate_day, coalesce(r.year, 9999::smallint) as sort_year from releases r cross join ( select coalesce(min(o.year) filter (where o.year >= a.first_release_year), min(o.year)) as year from albums a join releases o on o.album_id = a.id and o.original and o.gone_at is null where a.id = $1 ) f left join lateral ( select amount, shipping, currency, provider, url, observed_at, item_cents, delivered_low, delivered_high, estimated, rate_day from quotes where release_id = r.id and ships_to in ($2, 'ZZ') and sale <> 'auction' and (ends_at is null or ends_at > now()) order by rank, rank_cents, item_cents, observed_at, id limit 1 ) p on true where r.album_id = $1 and r.gone_at is null and ($3::text is null or r.country = $3) and ($4::smallint is null or r.year >= $4) and ($5::smallint is null or r.year <= $5) and not exists (select from unnest($6::text[], $7::text[]) as w (word, trait) where case w.trait when '' then r.format not ilike w.word else w.trait <> all (r.traits) end) and ($8::text is null or r.kind = $8) and ($9::smallint is null or r.size_inches = $9) and ($10::text is null or $10 = any (string_to_array(r.colour, ' '))) and ($11::boolean is null or ('limited' = any (r.traits)) = $11) and (not $12::boolean or r.original and r.year = f.year) and ($13::bigint is null or (coalesce(r.year, 9999::smallint), r.id) > ($14::smallint, $13)) order by coalesce(r.year, 9999::smallint), r.id limit $15",
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
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::StringSql,
        T4: crate::ArraySql<Item = T3>,
        T5: crate::StringSql,
        T6: crate::ArraySql<Item = T5>,
        T7: crate::StringSql,
        T8: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        album_id: &'a i64,
        ships_to: &'a T1,
        country: &'a Option<T2>,
        year_from: &'a Option<i16>,
        year_to: &'a Option<i16>,
        format_words: &'a T4,
        format_traits: &'a T6,
        kind: &'a Option<T7>,
        size_inches: &'a Option<i16>,
        colour: &'a Option<T8>,
        limited: &'a Option<bool>,
        first_pressing: &'a bool,
        after_id: &'a Option<i64>,
        after_year: &'a Option<i16>,
        limit: &'a i64,
    ) -> ReleaseQuery<'c, 'a, 's, C, Release, 15> {
        ReleaseQuery {
            client,
            params: [
                album_id,
                ships_to,
                country,
                year_from,
                year_to,
                format_words,
                format_traits,
                kind,
                size_inches,
                colour,
                limited,
                first_pressing,
                after_id,
                after_year,
                limit,
            ],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ReleaseBorrowed, tokio_postgres::Error> {
                    Ok(ReleaseBorrowed {
                        id: row.try_get(0)?,
                        album_id: row.try_get(1)?,
                        discogs_id: row.try_get(2)?,
                        title: row.try_get(3)?,
                        country: row.try_get(4)?,
                        year: row.try_get(5)?,
                        released: row.try_get(6)?,
                        format: row.try_get(7)?,
                        label: row.try_get(8)?,
                        catno: row.try_get(9)?,
                        thumb_url: row.try_get(10)?,
                        official: row.try_get(11)?,
                        have: row.try_get(12)?,
                        want: row.try_get(13)?,
                        rating_hundredths: row.try_get(14)?,
                        rating_votes: row.try_get(15)?,
                        for_sale: row.try_get(16)?,
                        priced_at: row.try_get(17)?,
                        records: row.try_get(18)?,
                        size_inches: row.try_get(19)?,
                        speed_rpm: row.try_get(20)?,
                        kind: row.try_get(21)?,
                        traits: row.try_get(22)?,
                        colour: row.try_get(23)?,
                        weight_grams: row.try_get(24)?,
                        confidence: row.try_get(25)?,
                        first_pressing: row.try_get(26)?,
                        amount: row.try_get(27)?,
                        shipping: row.try_get(28)?,
                        currency: row.try_get(29)?,
                        provider: row.try_get(30)?,
                        price_url: row.try_get(31)?,
                        observed_at: row.try_get(32)?,
                        item_cents: row.try_get(33)?,
                        delivered_low: row.try_get(34)?,
                        delivered_high: row.try_get(35)?,
                        estimated: row.try_get(36)?,
                        rate_day: row.try_get(37)?,
                        sort_year: row.try_get(38)?,
                    })
                },
            mapper: |it| Release::from(it),
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
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OfAlbumParams<T1, T2, T3, T4, T5, T6, T7, T8>,
        ReleaseQuery<'c, 'a, 's, C, Release, 15>,
        C,
    > for OfAlbumStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OfAlbumParams<T1, T2, T3, T4, T5, T6, T7, T8>,
    ) -> ReleaseQuery<'c, 'a, 's, C, Release, 15> {
        self.bind(
            client,
            &params.album_id,
            &params.ships_to,
            &params.country,
            &params.year_from,
            &params.year_to,
            &params.format_words,
            &params.format_traits,
            &params.kind,
            &params.size_inches,
            &params.colour,
            &params.limited,
            &params.first_pressing,
            &params.after_id,
            &params.after_year,
            &params.limit,
        )
    }
}
pub struct NamedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn named() -> NamedStmt {
    NamedStmt(
        "select r.id, r.discogs_id, r.country, r.year, r.format, r.label, r.catno, r.thumb_url, r.for_sale, coalesce(r.original and r.year = f.year, false) as first_pressing from releases r cross join ( select coalesce(min(o.year) filter (where o.year >= a.first_release_year), min(o.year)) as year from albums a join releases o on o.album_id = a.id and o.original and o.gone_at is null where a.id = $1 ) f where r.id = any ($2::bigint[]) order by r.id",
        None,
    )
}
impl NamedStmt {
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
        album_id: &'a i64,
        ids: &'a T1,
    ) -> NamedQuery<'c, 'a, 's, C, Named, 2> {
        NamedQuery {
            client,
            params: [album_id, ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<NamedBorrowed, tokio_postgres::Error> {
                Ok(NamedBorrowed {
                    id: row.try_get(0)?,
                    discogs_id: row.try_get(1)?,
                    country: row.try_get(2)?,
                    year: row.try_get(3)?,
                    format: row.try_get(4)?,
                    label: row.try_get(5)?,
                    catno: row.try_get(6)?,
                    thumb_url: row.try_get(7)?,
                    for_sale: row.try_get(8)?,
                    first_pressing: row.try_get(9)?,
                })
            },
            mapper: |it| Named::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        NamedParams<T1>,
        NamedQuery<'c, 'a, 's, C, Named, 2>,
        C,
    > for NamedStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a NamedParams<T1>,
    ) -> NamedQuery<'c, 'a, 's, C, Named, 2> {
        self.bind(client, &params.album_id, &params.ids)
    }
}
pub struct ByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_id() -> ByIdStmt {
    ByIdStmt(
        "select id, album_id, discogs_id, details_fetched_at, note, gone_at from releases where id = $1",
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
    ) -> ByIdQuery<'c, 'a, 's, C, ById, 1> {
        ByIdQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ByIdBorrowed, tokio_postgres::Error> {
                Ok(ByIdBorrowed {
                    id: row.try_get(0)?,
                    album_id: row.try_get(1)?,
                    discogs_id: row.try_get(2)?,
                    details_fetched_at: row.try_get(3)?,
                    note: row.try_get(4)?,
                    gone_at: row.try_get(5)?,
                })
            },
            mapper: |it| ById::from(it),
        }
    }
}
pub struct PageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn page() -> PageStmt {
    PageStmt(
        "select r.id, r.album_id, r.discogs_id, r.title, r.country, r.year, r.released, r.format, r.label, r.catno, r.thumb_url, r.official, r.have, r.want, r.rating_hundredths, r.rating_votes, r.for_sale, r.priced_at, r.records, r.size_inches, r.speed_rpm, r.kind, r.traits, r.colour, r.weight_grams, r.confidence, r.barcodes, coalesce(r.original and r.gone_at is null and r.year = f.year, false) as first_pressing, a.title as album_title, a.first_release_year, a.artist_id, t.name as artist_name, r.gone_at, r.note, r.details_fetched_at, r.details_wanted_at, p.amount, p.shipping, p.currency, p.provider, p.url as price_url, p.observed_at, p.item_cents, p.delivered_low, p.delivered_high, p.estimated, p.rate_day, d.release_id is not null as detailed, d.tracks, d.labels, d.companies, d.identifiers, d.formats, d.artists, d.credits, d.genres, d.styles, d.notes from releases r join albums a on a.id = r.album_id join artists t on t.id = a.artist_id left join release_details d on d.release_id = r.id left join lateral ( select coalesce(min(o.year) filter (where o.year >= a.first_release_year), min(o.year)) as year from releases o where o.album_id = a.id and o.original and o.gone_at is null ) f on true left join lateral ( select amount, shipping, currency, provider, url, observed_at, item_cents, delivered_low, delivered_high, estimated, rate_day from quotes where release_id = r.id and r.gone_at is null and ships_to in ($1, 'ZZ') and sale <> 'auction' and (ends_at is null or ends_at > now()) order by rank, rank_cents, item_cents, observed_at, id limit 1 ) p on true where r.id = $2",
        None,
    )
}
impl PageStmt {
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
        ships_to: &'a T1,
        id: &'a i64,
    ) -> PageQuery<'c, 'a, 's, C, Page, 2> {
        PageQuery {
            client,
            params: [ships_to, id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PageBorrowed, tokio_postgres::Error> {
                Ok(PageBorrowed {
                    id: row.try_get(0)?,
                    album_id: row.try_get(1)?,
                    discogs_id: row.try_get(2)?,
                    title: row.try_get(3)?,
                    country: row.try_get(4)?,
                    year: row.try_get(5)?,
                    released: row.try_get(6)?,
                    format: row.try_get(7)?,
                    label: row.try_get(8)?,
                    catno: row.try_get(9)?,
                    thumb_url: row.try_get(10)?,
                    official: row.try_get(11)?,
                    have: row.try_get(12)?,
                    want: row.try_get(13)?,
                    rating_hundredths: row.try_get(14)?,
                    rating_votes: row.try_get(15)?,
                    for_sale: row.try_get(16)?,
                    priced_at: row.try_get(17)?,
                    records: row.try_get(18)?,
                    size_inches: row.try_get(19)?,
                    speed_rpm: row.try_get(20)?,
                    kind: row.try_get(21)?,
                    traits: row.try_get(22)?,
                    colour: row.try_get(23)?,
                    weight_grams: row.try_get(24)?,
                    confidence: row.try_get(25)?,
                    barcodes: row.try_get(26)?,
                    first_pressing: row.try_get(27)?,
                    album_title: row.try_get(28)?,
                    first_release_year: row.try_get(29)?,
                    artist_id: row.try_get(30)?,
                    artist_name: row.try_get(31)?,
                    gone_at: row.try_get(32)?,
                    note: row.try_get(33)?,
                    details_fetched_at: row.try_get(34)?,
                    details_wanted_at: row.try_get(35)?,
                    amount: row.try_get(36)?,
                    shipping: row.try_get(37)?,
                    currency: row.try_get(38)?,
                    provider: row.try_get(39)?,
                    price_url: row.try_get(40)?,
                    observed_at: row.try_get(41)?,
                    item_cents: row.try_get(42)?,
                    delivered_low: row.try_get(43)?,
                    delivered_high: row.try_get(44)?,
                    estimated: row.try_get(45)?,
                    rate_day: row.try_get(46)?,
                    detailed: row.try_get(47)?,
                    tracks: row.try_get(48)?,
                    labels: row.try_get(49)?,
                    companies: row.try_get(50)?,
                    identifiers: row.try_get(51)?,
                    formats: row.try_get(52)?,
                    artists: row.try_get(53)?,
                    credits: row.try_get(54)?,
                    genres: row.try_get(55)?,
                    styles: row.try_get(56)?,
                    notes: row.try_get(57)?,
                })
            },
            mapper: |it| Page::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, PageParams<T1>, PageQuery<'c, 'a, 's, C, Page, 2>, C>
    for PageStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PageParams<T1>,
    ) -> PageQuery<'c, 'a, 's, C, Page, 2> {
        self.bind(client, &params.ships_to, &params.id)
    }
}
pub struct WantDetailsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn want_details() -> WantDetailsStmt {
    WantDetailsStmt(
        "update releases set details_wanted_at = now() where id = $1 and gone_at is null and (details_wanted_at is null or details_wanted_at < now() - make_interval(secs => $2)) returning id",
        None,
    )
}
impl WantDetailsStmt {
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
        again_after_seconds: &'a f64,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [id, again_after_seconds],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, WantDetailsParams, I64Query<'c, 'a, 's, C, i64, 2>, C>
    for WantDetailsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a WantDetailsParams,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.id, &params.again_after_seconds)
    }
}
pub struct SavePressingsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_pressings() -> SavePressingsStmt {
    SavePressingsStmt(
        "insert into releases (album_id, discogs_id, title, country, year, released, format, label, catno, thumb_url, official, have, want, records, size_inches, speed_rpm, kind, traits, colour, weight_grams, confidence, listed_at) select i.album_id, i.discogs_id, i.title, i.country, i.year, i.released, i.format, i.label, i.catno, i.thumb_url, i.official, i.have, i.want, i.records, i.size_inches, i.speed_rpm, i.kind, string_to_array(i.traits, ','), i.colour, i.weight_grams, i.confidence, coalesce($1, now()) from unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::smallint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::boolean[], $13::integer[], $14::integer[], $15::smallint[], $16::smallint[], $17::smallint[], $18::text[], $19::text[], $20::text[], $21::smallint[], $22::real[]) as i (album_id, discogs_id, title, country, year, released, format, label, catno, thumb_url, official, have, want, records, size_inches, speed_rpm, kind, traits, colour, weight_grams, confidence) order by i.discogs_id on conflict (discogs_id) do update set title = excluded.title, country = excluded.country, year = excluded.year, released = excluded.released, format = excluded.format, label = excluded.label, catno = excluded.catno, thumb_url = coalesce(excluded.thumb_url, releases.thumb_url), official = excluded.official, have = coalesce(excluded.have, releases.have), want = coalesce(excluded.want, releases.want), records = case when releases.detailed and releases.format = excluded.format then releases.records else excluded.records end, size_inches = case when releases.detailed and releases.format = excluded.format then releases.size_inches else excluded.size_inches end, speed_rpm = case when releases.detailed and releases.format = excluded.format then releases.speed_rpm else excluded.speed_rpm end, kind = case when releases.detailed and releases.format = excluded.format then releases.kind else excluded.kind end, traits = case when releases.detailed and releases.format = excluded.format then releases.traits else excluded.traits end, colour = case when releases.detailed and releases.format = excluded.format then releases.colour else excluded.colour end, weight_grams = case when releases.detailed and releases.format = excluded.format then releases.weight_grams else excluded.weight_grams end, confidence = excluded.confidence, detailed = releases.detailed and releases.format = excluded.format, details_fetched_at = case when releases.format = excluded.format then releases.details_fetched_at end, updated_at = now() where releases.album_id = excluded.album_id and ((releases.title, releases.country, releases.year, releases.released, releases.format, releases.label, releases.catno, releases.thumb_url, releases.official, releases.have, releases.want, releases.confidence) is distinct from (excluded.title, excluded.country, excluded.year, excluded.released, excluded.format, excluded.label, excluded.catno, coalesce(excluded.thumb_url, releases.thumb_url), excluded.official, coalesce(excluded.have, releases.have), coalesce(excluded.want, releases.want), excluded.confidence) or not releases.detailed and (releases.records, releases.size_inches, releases.speed_rpm, releases.kind, releases.traits, releases.colour, releases.weight_grams) is distinct from (excluded.records, excluded.size_inches, excluded.speed_rpm, excluded.kind, excluded.traits, excluded.colour, excluded.weight_grams))",
        None,
    )
}
impl SavePressingsStmt {
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
        T3: crate::StringSql,
        T4: crate::ArraySql<Item = T3>,
        T5: crate::StringSql,
        T6: crate::ArraySql<Item = Option<T5>>,
        T7: crate::ArraySql<Item = Option<i16>>,
        T8: crate::StringSql,
        T9: crate::ArraySql<Item = Option<T8>>,
        T10: crate::StringSql,
        T11: crate::ArraySql<Item = T10>,
        T12: crate::StringSql,
        T13: crate::ArraySql<Item = Option<T12>>,
        T14: crate::StringSql,
        T15: crate::ArraySql<Item = Option<T14>>,
        T16: crate::StringSql,
        T17: crate::ArraySql<Item = Option<T16>>,
        T18: crate::ArraySql<Item = bool>,
        T19: crate::ArraySql<Item = Option<i32>>,
        T20: crate::ArraySql<Item = Option<i32>>,
        T21: crate::ArraySql<Item = i16>,
        T22: crate::ArraySql<Item = Option<i16>>,
        T23: crate::ArraySql<Item = Option<i16>>,
        T24: crate::StringSql,
        T25: crate::ArraySql<Item = Option<T24>>,
        T26: crate::StringSql,
        T27: crate::ArraySql<Item = T26>,
        T28: crate::StringSql,
        T29: crate::ArraySql<Item = Option<T28>>,
        T30: crate::ArraySql<Item = Option<i16>>,
        T31: crate::ArraySql<Item = f32>,
    >(
        &'s self,
        client: &'c C,
        seen_at: &'a Option<chrono::DateTime<chrono::Utc>>,
        album_ids: &'a T1,
        discogs_ids: &'a T2,
        titles: &'a T4,
        countries: &'a T6,
        years: &'a T7,
        releaseds: &'a T9,
        formats: &'a T11,
        labels: &'a T13,
        catnos: &'a T15,
        thumb_urls: &'a T17,
        officials: &'a T18,
        haves: &'a T19,
        wants: &'a T20,
        records: &'a T21,
        sizes: &'a T22,
        speeds: &'a T23,
        kinds: &'a T25,
        traits: &'a T27,
        colours: &'a T29,
        weights: &'a T30,
        confidences: &'a T31,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    seen_at,
                    album_ids,
                    discogs_ids,
                    titles,
                    countries,
                    years,
                    releaseds,
                    formats,
                    labels,
                    catnos,
                    thumb_urls,
                    officials,
                    haves,
                    wants,
                    records,
                    sizes,
                    speeds,
                    kinds,
                    traits,
                    colours,
                    weights,
                    confidences,
                ],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = Option<T5>>,
    T7: crate::ArraySql<Item = Option<i16>>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = Option<T8>>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = T10>,
    T12: crate::StringSql,
    T13: crate::ArraySql<Item = Option<T12>>,
    T14: crate::StringSql,
    T15: crate::ArraySql<Item = Option<T14>>,
    T16: crate::StringSql,
    T17: crate::ArraySql<Item = Option<T16>>,
    T18: crate::ArraySql<Item = bool>,
    T19: crate::ArraySql<Item = Option<i32>>,
    T20: crate::ArraySql<Item = Option<i32>>,
    T21: crate::ArraySql<Item = i16>,
    T22: crate::ArraySql<Item = Option<i16>>,
    T23: crate::ArraySql<Item = Option<i16>>,
    T24: crate::StringSql,
    T25: crate::ArraySql<Item = Option<T24>>,
    T26: crate::StringSql,
    T27: crate::ArraySql<Item = T26>,
    T28: crate::StringSql,
    T29: crate::ArraySql<Item = Option<T28>>,
    T30: crate::ArraySql<Item = Option<i16>>,
    T31: crate::ArraySql<Item = f32>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SavePressingsParams<
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
        >,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SavePressingsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SavePressingsParams<
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
        >,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.seen_at,
            &params.album_ids,
            &params.discogs_ids,
            &params.titles,
            &params.countries,
            &params.years,
            &params.releaseds,
            &params.formats,
            &params.labels,
            &params.catnos,
            &params.thumb_urls,
            &params.officials,
            &params.haves,
            &params.wants,
            &params.records,
            &params.sizes,
            &params.speeds,
            &params.kinds,
            &params.traits,
            &params.colours,
            &params.weights,
            &params.confidences,
        ))
    }
}
pub struct MostOwnedWithoutDetailsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn most_owned_without_details() -> MostOwnedWithoutDetailsStmt {
    MostOwnedWithoutDetailsStmt(
        "select m.id from (select id, details_fetched_at from releases where album_id = $1 and gone_at is null order by have desc nulls last, id limit 1) m where m.details_fetched_at is null or m.details_fetched_at < now() - make_interval(secs => $2)",
        None,
    )
}
impl MostOwnedWithoutDetailsStmt {
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
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [album_id, ttl_seconds],
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
        MostOwnedWithoutDetailsParams,
        I64Query<'c, 'a, 's, C, i64, 2>,
        C,
    > for MostOwnedWithoutDetailsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MostOwnedWithoutDetailsParams,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.album_id, &params.ttl_seconds)
    }
}
pub struct AlbumOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn album_of() -> AlbumOfStmt {
    AlbumOfStmt("select album_id from releases where id = $1", None)
}
impl AlbumOfStmt {
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
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct SaveDetailsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_details() -> SaveDetailsStmt {
    SaveDetailsStmt(
        "update releases set rating_hundredths = $1, rating_votes = $2, have = coalesce($3, have), want = coalesce($4, want), barcodes = $5, detailed = detailed or $6, records = case when $6 then $7 else records end, size_inches = case when $6 then $8 else size_inches end, speed_rpm = case when $6 then $9 else speed_rpm end, kind = case when $6 then $10 else kind end, traits = case when $6 then string_to_array($11, ',') else traits end, colour = case when $6 then $12 else colour end, weight_grams = case when $6 then $13 else weight_grams end, details_fetched_at = now(), gone_at = null, note = null, updated_at = now() where id = $14",
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
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::ArraySql<Item = T1>,
        T3: crate::StringSql,
        T4: crate::StringSql,
        T5: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        rating_hundredths: &'a Option<i32>,
        rating_votes: &'a Option<i32>,
        have: &'a Option<i32>,
        want: &'a Option<i32>,
        barcodes: &'a T2,
        described: &'a bool,
        records: &'a i16,
        size_inches: &'a Option<i16>,
        speed_rpm: &'a Option<i16>,
        kind: &'a Option<T3>,
        traits: &'a T4,
        colour: &'a Option<T5>,
        weight_grams: &'a Option<i16>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    rating_hundredths,
                    rating_votes,
                    have,
                    want,
                    barcodes,
                    described,
                    records,
                    size_inches,
                    speed_rpm,
                    kind,
                    traits,
                    colour,
                    weight_grams,
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
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveDetailsParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveDetailsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveDetailsParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.rating_hundredths,
            &params.rating_votes,
            &params.have,
            &params.want,
            &params.barcodes,
            &params.described,
            &params.records,
            &params.size_inches,
            &params.speed_rpm,
            &params.kind,
            &params.traits,
            &params.colour,
            &params.weight_grams,
            &params.id,
        ))
    }
}
pub struct SavePageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_page() -> SavePageStmt {
    SavePageStmt(
        "insert into release_details (release_id, tracks, labels, companies, identifiers, formats, artists, credits, genres, styles, notes) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (release_id) do update set tracks = excluded.tracks, labels = excluded.labels, companies = excluded.companies, identifiers = excluded.identifiers, formats = excluded.formats, artists = excluded.artists, credits = excluded.credits, genres = excluded.genres, styles = excluded.styles, notes = excluded.notes where (release_details.tracks, release_details.labels, release_details.companies, release_details.identifiers, release_details.formats, release_details.artists, release_details.credits, release_details.genres, release_details.styles, release_details.notes) is distinct from (excluded.tracks, excluded.labels, excluded.companies, excluded.identifiers, excluded.formats, excluded.artists, excluded.credits, excluded.genres, excluded.styles, excluded.notes)",
        None,
    )
}
impl SavePageStmt {
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
        T1: crate::JsonSql,
        T2: crate::JsonSql,
        T3: crate::JsonSql,
        T4: crate::JsonSql,
        T5: crate::JsonSql,
        T6: crate::JsonSql,
        T7: crate::JsonSql,
        T8: crate::StringSql,
        T9: crate::ArraySql<Item = T8>,
        T10: crate::StringSql,
        T11: crate::ArraySql<Item = T10>,
        T12: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        id: &'a i64,
        tracks: &'a T1,
        labels: &'a T2,
        companies: &'a T3,
        identifiers: &'a T4,
        formats: &'a T5,
        artists: &'a T6,
        credits: &'a T7,
        genres: &'a T9,
        styles: &'a T11,
        notes: &'a Option<T12>,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    id,
                    tracks,
                    labels,
                    companies,
                    identifiers,
                    formats,
                    artists,
                    credits,
                    genres,
                    styles,
                    notes,
                ],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::JsonSql,
    T2: crate::JsonSql,
    T3: crate::JsonSql,
    T4: crate::JsonSql,
    T5: crate::JsonSql,
    T6: crate::JsonSql,
    T7: crate::JsonSql,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = T8>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = T10>,
    T12: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SavePageParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SavePageStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SavePageParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.id,
            &params.tracks,
            &params.labels,
            &params.companies,
            &params.identifiers,
            &params.formats,
            &params.artists,
            &params.credits,
            &params.genres,
            &params.styles,
            &params.notes,
        ))
    }
}
pub struct SpeakForAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn speak_for_album() -> SpeakForAlbumStmt {
    SpeakForAlbumStmt(
        "update albums a set track_count = coalesce($1, a.track_count), rating_hundredths = coalesce(r.rating_hundredths, a.rating_hundredths), rating_votes = coalesce(r.rating_votes, a.rating_votes), cover_url = coalesce(a.cover_url, $2), updated_at = now() from releases r where r.id = $3 and a.id = r.album_id and r.id = (select o.id from releases o where o.album_id = r.album_id and o.gone_at is null order by o.have desc nulls last, o.id limit 1) and (a.track_count, a.rating_hundredths, a.rating_votes, a.cover_url) is distinct from (coalesce($1, a.track_count), coalesce(r.rating_hundredths, a.rating_hundredths), coalesce(r.rating_votes, a.rating_votes), coalesce(a.cover_url, $2))",
        None,
    )
}
impl SpeakForAlbumStmt {
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
        track_count: &'a Option<i16>,
        cover_url: &'a Option<T1>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[track_count, cover_url, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SpeakForAlbumParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SpeakForAlbumStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SpeakForAlbumParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.track_count, &params.cover_url, &params.id))
    }
}
pub struct SaveGoneStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_gone() -> SaveGoneStmt {
    SaveGoneStmt(
        "update releases set gone_at = coalesce(gone_at, $1), note = $2, updated_at = now() where id = $3",
        None,
    )
}
impl SaveGoneStmt {
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
        gone_at: &'a chrono::DateTime<chrono::Utc>,
        note: &'a T1,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[gone_at, note, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveGoneParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveGoneStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveGoneParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.gone_at, &params.note, &params.id))
    }
}
pub struct CountOfAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn count_of_albums() -> CountOfAlbumsStmt {
    CountOfAlbumsStmt(
        "update albums a set release_count = n.count, updated_at = now() from (select i.id, (select count(*) from releases r where r.album_id = i.id and r.gone_at is null)::integer as count from unnest($1::bigint[]) as i (id)) n where a.id = n.id and a.release_count <> n.count",
        None,
    )
}
impl CountOfAlbumsStmt {
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
pub struct StalePricedInAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stale_priced_in_album() -> StalePricedInAlbumStmt {
    StalePricedInAlbumStmt(
        "select id, discogs_id from releases where album_id = $1 and gone_at is null and (priced_at is null or priced_at < now() - make_interval(secs => $2)) order by have desc nulls last, id limit $3",
        None,
    )
}
impl StalePricedInAlbumStmt {
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
    ) -> StalePricedInAlbumQuery<'c, 'a, 's, C, StalePricedInAlbum, 3> {
        StalePricedInAlbumQuery {
            client,
            params: [album_id, ttl_seconds, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<StalePricedInAlbum, tokio_postgres::Error> {
                    Ok(StalePricedInAlbum {
                        id: row.try_get(0)?,
                        discogs_id: row.try_get(1)?,
                    })
                },
            mapper: |it| StalePricedInAlbum::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        StalePricedInAlbumParams,
        StalePricedInAlbumQuery<'c, 'a, 's, C, StalePricedInAlbum, 3>,
        C,
    > for StalePricedInAlbumStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StalePricedInAlbumParams,
    ) -> StalePricedInAlbumQuery<'c, 'a, 's, C, StalePricedInAlbum, 3> {
        self.bind(client, &params.album_id, &params.ttl_seconds, &params.limit)
    }
}
pub struct StaleDetailsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stale_details() -> StaleDetailsStmt {
    StaleDetailsStmt(
        "(select r.id, r.details_fetched_at from releases r where r.details_wanted_at is not null and r.gone_at is null and (r.details_fetched_at is null or r.details_fetched_at < now() - make_interval(secs => $1)) order by r.details_fetched_at nulls first, r.id limit $2) union (select r.id, r.details_fetched_at from recommendation_sets s join recommendation_items i on i.set_id = s.id join releases r on r.id = i.release_id and r.gone_at is null where s.expires_at > now() and (r.details_fetched_at is null or r.details_fetched_at < now() - make_interval(secs => $1)) order by r.details_fetched_at nulls first, r.id limit $2) union (select m.id, m.details_fetched_at from albums a cross join lateral (select r.id, r.details_fetched_at from releases r where r.album_id = a.id and r.gone_at is null order by r.have desc nulls last, r.id limit 1) m where a.release_count > 0 and (a.mbid is not null or a.wanted_at is not null) and (m.details_fetched_at is null or m.details_fetched_at < now() - make_interval(secs => $1)) order by m.details_fetched_at nulls first, m.id limit $2) order by details_fetched_at nulls first, id limit $2",
        None,
    )
}
impl StaleDetailsStmt {
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
    ) -> StaleDetailsQuery<'c, 'a, 's, C, StaleDetails, 2> {
        StaleDetailsQuery {
            client,
            params: [ttl_seconds, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StaleDetails, tokio_postgres::Error> {
                Ok(StaleDetails {
                    id: row.try_get(0)?,
                    details_fetched_at: row.try_get(1)?,
                })
            },
            mapper: |it| StaleDetails::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        StaleDetailsParams,
        StaleDetailsQuery<'c, 'a, 's, C, StaleDetails, 2>,
        C,
    > for StaleDetailsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StaleDetailsParams,
    ) -> StaleDetailsQuery<'c, 'a, 's, C, StaleDetails, 2> {
        self.bind(client, &params.ttl_seconds, &params.limit)
    }
}
pub struct ToMatchStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn to_match() -> ToMatchStmt {
    ToMatchStmt(
        "select id, country, year, label, catno, barcodes, format from releases where album_id = $1 and gone_at is null order by have desc nulls last, id limit 500",
        None,
    )
}
impl ToMatchStmt {
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
    ) -> ToMatchQuery<'c, 'a, 's, C, ToMatch, 1> {
        ToMatchQuery {
            client,
            params: [album_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ToMatchBorrowed, tokio_postgres::Error> {
                    Ok(ToMatchBorrowed {
                        id: row.try_get(0)?,
                        country: row.try_get(1)?,
                        year: row.try_get(2)?,
                        label: row.try_get(3)?,
                        catno: row.try_get(4)?,
                        barcodes: row.try_get(5)?,
                        format: row.try_get(6)?,
                    })
                },
            mapper: |it| ToMatch::from(it),
        }
    }
}
