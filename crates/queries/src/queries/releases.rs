// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct OfAlbumParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
> {
    pub currency: T1,
    pub ships_to: T2,
    pub album_id: i64,
    pub country: Option<T3>,
    pub year: Option<i16>,
    pub format: Option<T4>,
    pub after_id: Option<i64>,
    pub after_year: Option<i16>,
    pub limit: i64,
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
> {
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
}
#[derive(Clone, Copy, Debug)]
pub struct MostOwnedWithoutDetailsParams {
    pub album_id: i64,
    pub ttl_seconds: f64,
}
#[derive(Clone, Copy, Debug)]
pub struct SaveDetailsParams {
    pub rating_hundredths: Option<i32>,
    pub rating_votes: Option<i32>,
    pub have: Option<i32>,
    pub want: Option<i32>,
    pub id: i64,
}
#[derive(Debug)]
pub struct SaveNoteParams<T1: crate::StringSql> {
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
    pub amount: Option<i64>,
    pub shipping: Option<i64>,
    pub currency: Option<String>,
    pub provider: Option<String>,
    pub price_url: Option<String>,
    pub observed_at: Option<chrono::DateTime<chrono::Utc>>,
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
    pub amount: Option<i64>,
    pub shipping: Option<i64>,
    pub currency: Option<&'a str>,
    pub provider: Option<&'a str>,
    pub price_url: Option<&'a str>,
    pub observed_at: Option<chrono::DateTime<chrono::Utc>>,
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
            amount,
            shipping,
            currency,
            provider,
            price_url,
            observed_at,
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
            amount,
            shipping,
            currency: currency.map(|v| v.into()),
            provider: provider.map(|v| v.into()),
            price_url: price_url.map(|v| v.into()),
            observed_at,
            sort_year,
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
}
pub struct ByIdBorrowed<'a> {
    pub id: i64,
    pub album_id: i64,
    pub discogs_id: i64,
    pub details_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub note: Option<&'a str>,
}
impl<'a> From<ByIdBorrowed<'a>> for ById {
    fn from(
        ByIdBorrowed {
            id,
            album_id,
            discogs_id,
            details_fetched_at,
            note,
        }: ByIdBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            album_id,
            discogs_id,
            details_fetched_at,
            note: note.map(|v| v.into()),
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct StalePricedInAlbum {
    pub id: i64,
    pub discogs_id: i64,
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
pub struct OfAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn of_album() -> OfAlbumStmt {
    OfAlbumStmt(
        "select r.id, r.album_id, r.discogs_id, r.title, r.country, r.year, r.released, r.format, r.label, r.catno, r.thumb_url, r.official, r.have, r.want, r.rating_hundredths, r.rating_votes, r.for_sale, r.priced_at, p.amount, p.shipping, p.currency, p.provider, p.url as price_url, p.observed_at, coalesce(r.year, 9999::smallint) as sort_year from releases r left join lateral ( select amount, shipping, currency, provider, url, observed_at from prices where release_id = r.id and currency = $1 and ships_to in ($2, 'ZZ') order by amount, shipping nulls last, provider limit 1 ) p on true where r.album_id = $3 and ($4::text is null or r.country = $4) and ($5::smallint is null or r.year = $5) and ($6::text is null or r.format ilike $6) and ($7::bigint is null or (coalesce(r.year, 9999::smallint), r.id) > ($8::smallint, $7)) order by coalesce(r.year, 9999::smallint), r.id limit $9",
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
        T4: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        currency: &'a T1,
        ships_to: &'a T2,
        album_id: &'a i64,
        country: &'a Option<T3>,
        year: &'a Option<i16>,
        format: &'a Option<T4>,
        after_id: &'a Option<i64>,
        after_year: &'a Option<i16>,
        limit: &'a i64,
    ) -> ReleaseQuery<'c, 'a, 's, C, Release, 9> {
        ReleaseQuery {
            client,
            params: [
                currency, ships_to, album_id, country, year, format, after_id, after_year, limit,
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
                        amount: row.try_get(18)?,
                        shipping: row.try_get(19)?,
                        currency: row.try_get(20)?,
                        provider: row.try_get(21)?,
                        price_url: row.try_get(22)?,
                        observed_at: row.try_get(23)?,
                        sort_year: row.try_get(24)?,
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
    T4: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OfAlbumParams<T1, T2, T3, T4>,
        ReleaseQuery<'c, 'a, 's, C, Release, 9>,
        C,
    > for OfAlbumStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OfAlbumParams<T1, T2, T3, T4>,
    ) -> ReleaseQuery<'c, 'a, 's, C, Release, 9> {
        self.bind(
            client,
            &params.currency,
            &params.ships_to,
            &params.album_id,
            &params.country,
            &params.year,
            &params.format,
            &params.after_id,
            &params.after_year,
            &params.limit,
        )
    }
}
pub struct ByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_id() -> ByIdStmt {
    ByIdStmt(
        "select id, album_id, discogs_id, details_fetched_at, note from releases where id = $1",
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
                })
            },
            mapper: |it| ById::from(it),
        }
    }
}
pub struct SavePressingsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_pressings() -> SavePressingsStmt {
    SavePressingsStmt(
        "insert into releases (album_id, discogs_id, title, country, year, released, format, label, catno, thumb_url, official, have, want) select i.album_id, i.discogs_id, i.title, i.country, i.year, i.released, i.format, i.label, i.catno, i.thumb_url, i.official, i.have, i.want from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::boolean[], $12::integer[], $13::integer[]) as i (album_id, discogs_id, title, country, year, released, format, label, catno, thumb_url, official, have, want) order by i.discogs_id on conflict (discogs_id) do update set title = excluded.title, country = excluded.country, year = excluded.year, released = excluded.released, format = excluded.format, label = excluded.label, catno = excluded.catno, thumb_url = coalesce(excluded.thumb_url, releases.thumb_url), official = excluded.official, have = coalesce(excluded.have, releases.have), want = coalesce(excluded.want, releases.want), updated_at = now() where (releases.title, releases.country, releases.year, releases.released, releases.format, releases.label, releases.catno, releases.thumb_url, releases.official, releases.have, releases.want) is distinct from (excluded.title, excluded.country, excluded.year, excluded.released, excluded.format, excluded.label, excluded.catno, coalesce(excluded.thumb_url, releases.thumb_url), excluded.official, coalesce(excluded.have, releases.have), coalesce(excluded.want, releases.want))",
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
    >(
        &'s self,
        client: &'c C,
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
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
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
        >,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
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
        ))
    }
}
pub struct MostOwnedWithoutDetailsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn most_owned_without_details() -> MostOwnedWithoutDetailsStmt {
    MostOwnedWithoutDetailsStmt(
        "select m.id from (select id, details_fetched_at, note from releases where album_id = $1 order by have desc nulls last, id limit 1) m where m.note is null and (m.details_fetched_at is null or m.details_fetched_at < now() - make_interval(secs => $2))",
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
pub struct SaveDetailsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_details() -> SaveDetailsStmt {
    SaveDetailsStmt(
        "update releases set rating_hundredths = $1, rating_votes = $2, have = coalesce($3, have), want = coalesce($4, want), details_fetched_at = now(), note = null, updated_at = now() where id = $5",
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
        rating_hundredths: &'a Option<i32>,
        rating_votes: &'a Option<i32>,
        have: &'a Option<i32>,
        want: &'a Option<i32>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[rating_hundredths, rating_votes, have, want, id])
            .await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveDetailsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveDetailsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveDetailsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.rating_hundredths,
            &params.rating_votes,
            &params.have,
            &params.want,
            &params.id,
        ))
    }
}
pub struct SaveNoteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_note() -> SaveNoteStmt {
    SaveNoteStmt(
        "update releases set note = $1, details_fetched_at = now(), updated_at = now() where id = $2",
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
pub struct StalePricedInAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stale_priced_in_album() -> StalePricedInAlbumStmt {
    StalePricedInAlbumStmt(
        "select id, discogs_id from releases where album_id = $1 and (priced_at is null or priced_at < now() - make_interval(secs => $2)) order by have desc nulls last, id limit $3",
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
        "select m.id from albums a cross join lateral (select r.id, r.details_fetched_at, r.note from releases r where r.album_id = a.id order by r.have desc nulls last, r.id limit 1) m where a.release_count > 0 and m.note is null and (m.details_fetched_at is null or m.details_fetched_at < now() - make_interval(secs => $1)) order by m.details_fetched_at nulls first, m.id limit $2",
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
        StaleDetailsParams,
        I64Query<'c, 'a, 's, C, i64, 2>,
        C,
    > for StaleDetailsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StaleDetailsParams,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.ttl_seconds, &params.limit)
    }
}
