// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct SaveParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
    T6: crate::StringSql,
    T7: crate::StringSql,
    T8: crate::StringSql,
    T9: crate::StringSql,
    T10: crate::StringSql,
> {
    pub slug: T1,
    pub name: T2,
    pub city: T3,
    pub country: T4,
    pub address: Option<T5>,
    pub url: Option<T6>,
    pub search_url: Option<T7>,
    pub feed_url: Option<T8>,
    pub feed_format: Option<T9>,
    pub currency: T10,
    pub only_vinyl: bool,
}
#[derive(Debug)]
pub struct SaveShippingParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = i64>,
> {
    pub shop_id: i64,
    pub ships_tos: T2,
    pub amounts: T3,
}
#[derive(Debug)]
pub struct SaveNoteParams<T1: crate::StringSql> {
    pub note: Option<T1>,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct StaleParams {
    pub ttl_seconds: f64,
    pub quiet_seconds: f64,
    pub limit: i64,
}
#[derive(Debug)]
pub struct MarkStockParams<T1: crate::StringSql> {
    pub provider: T1,
    pub seen_at: chrono::DateTime<chrono::Utc>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Shop {
    pub id: i64,
    pub slug: String,
    pub name: String,
    pub city: String,
    pub country: String,
    pub address: Option<String>,
    pub url: Option<String>,
    pub search_url: Option<String>,
    pub feed_url: Option<String>,
    pub feed_format: Option<String>,
    pub currency: String,
    pub only_vinyl: bool,
    pub note: Option<String>,
    pub read_at: Option<chrono::DateTime<chrono::Utc>>,
    pub in_city: bool,
}
pub struct ShopBorrowed<'a> {
    pub id: i64,
    pub slug: &'a str,
    pub name: &'a str,
    pub city: &'a str,
    pub country: &'a str,
    pub address: Option<&'a str>,
    pub url: Option<&'a str>,
    pub search_url: Option<&'a str>,
    pub feed_url: Option<&'a str>,
    pub feed_format: Option<&'a str>,
    pub currency: &'a str,
    pub only_vinyl: bool,
    pub note: Option<&'a str>,
    pub read_at: Option<chrono::DateTime<chrono::Utc>>,
    pub in_city: bool,
}
impl<'a> From<ShopBorrowed<'a>> for Shop {
    fn from(
        ShopBorrowed {
            id,
            slug,
            name,
            city,
            country,
            address,
            url,
            search_url,
            feed_url,
            feed_format,
            currency,
            only_vinyl,
            note,
            read_at,
            in_city,
        }: ShopBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            slug: slug.into(),
            name: name.into(),
            city: city.into(),
            country: country.into(),
            address: address.map(|v| v.into()),
            url: url.map(|v| v.into()),
            search_url: search_url.map(|v| v.into()),
            feed_url: feed_url.map(|v| v.into()),
            feed_format: feed_format.map(|v| v.into()),
            currency: currency.into(),
            only_vinyl,
            note: note.map(|v| v.into()),
            read_at,
            in_city,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ShippingOf {
    pub ships_to: String,
    pub amount: i64,
}
pub struct ShippingOfBorrowed<'a> {
    pub ships_to: &'a str,
    pub amount: i64,
}
impl<'a> From<ShippingOfBorrowed<'a>> for ShippingOf {
    fn from(ShippingOfBorrowed { ships_to, amount }: ShippingOfBorrowed<'a>) -> Self {
        Self {
            ships_to: ships_to.into(),
            amount,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Shelf {
    pub album_id: i64,
    pub name_key: String,
    pub artist_name: String,
    pub title: String,
    pub first_release_year: Option<i16>,
}
pub struct ShelfBorrowed<'a> {
    pub album_id: i64,
    pub name_key: &'a str,
    pub artist_name: &'a str,
    pub title: &'a str,
    pub first_release_year: Option<i16>,
}
impl<'a> From<ShelfBorrowed<'a>> for Shelf {
    fn from(
        ShelfBorrowed {
            album_id,
            name_key,
            artist_name,
            title,
            first_release_year,
        }: ShelfBorrowed<'a>,
    ) -> Self {
        Self {
            album_id,
            name_key: name_key.into(),
            artist_name: artist_name.into(),
            title: title.into(),
            first_release_year,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ShelfPressings {
    pub id: i64,
    pub album_id: i64,
    pub catno: Option<String>,
    pub barcodes: Vec<String>,
    pub label: Option<String>,
    pub year: Option<i16>,
    pub country: Option<String>,
    pub format: String,
}
pub struct ShelfPressingsBorrowed<'a> {
    pub id: i64,
    pub album_id: i64,
    pub catno: Option<&'a str>,
    pub barcodes: crate::ArrayIterator<'a, &'a str>,
    pub label: Option<&'a str>,
    pub year: Option<i16>,
    pub country: Option<&'a str>,
    pub format: &'a str,
}
impl<'a> From<ShelfPressingsBorrowed<'a>> for ShelfPressings {
    fn from(
        ShelfPressingsBorrowed {
            id,
            album_id,
            catno,
            barcodes,
            label,
            year,
            country,
            format,
        }: ShelfPressingsBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            album_id,
            catno: catno.map(|v| v.into()),
            barcodes: barcodes.map(|v| v.into()).collect(),
            label: label.map(|v| v.into()),
            year,
            country: country.map(|v| v.into()),
            format: format.into(),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct ShopQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ShopBorrowed, tokio_postgres::Error>,
    mapper: fn(ShopBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ShopQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ShopBorrowed) -> R) -> ShopQuery<'c, 'a, 's, C, R, N> {
        ShopQuery {
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
pub struct ShippingOfQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ShippingOfBorrowed, tokio_postgres::Error>,
    mapper: fn(ShippingOfBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ShippingOfQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(ShippingOfBorrowed) -> R,
    ) -> ShippingOfQuery<'c, 'a, 's, C, R, N> {
        ShippingOfQuery {
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
pub struct ShelfQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ShelfBorrowed, tokio_postgres::Error>,
    mapper: fn(ShelfBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ShelfQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ShelfBorrowed) -> R) -> ShelfQuery<'c, 'a, 's, C, R, N> {
        ShelfQuery {
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
pub struct ShelfPressingsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ShelfPressingsBorrowed, tokio_postgres::Error>,
    mapper: fn(ShelfPressingsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ShelfPressingsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(ShelfPressingsBorrowed) -> R,
    ) -> ShelfPressingsQuery<'c, 'a, 's, C, R, N> {
        ShelfPressingsQuery {
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
pub struct ForCityStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn for_city() -> ForCityStmt {
    ForCityStmt(
        "with here as (select country from shops where lower(unaccent(city)) = lower(unaccent($1::text))) select s.id, s.slug, s.name, s.city, s.country, s.address, s.url, s.search_url, s.feed_url, s.feed_format, s.currency, s.only_vinyl, s.note, k.seen_at as read_at, $1::text is not null and lower(unaccent(s.city)) = lower(unaccent($1::text)) as in_city from shops s left join stocks k on k.provider = 'shop:' || s.slug where $1::text is null or s.country in (select country from here) order by in_city desc, s.name, s.id",
        None,
    )
}
impl ForCityStmt {
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
        city: &'a Option<T1>,
    ) -> ShopQuery<'c, 'a, 's, C, Shop, 1> {
        ShopQuery {
            client,
            params: [city],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ShopBorrowed, tokio_postgres::Error> {
                Ok(ShopBorrowed {
                    id: row.try_get(0)?,
                    slug: row.try_get(1)?,
                    name: row.try_get(2)?,
                    city: row.try_get(3)?,
                    country: row.try_get(4)?,
                    address: row.try_get(5)?,
                    url: row.try_get(6)?,
                    search_url: row.try_get(7)?,
                    feed_url: row.try_get(8)?,
                    feed_format: row.try_get(9)?,
                    currency: row.try_get(10)?,
                    only_vinyl: row.try_get(11)?,
                    note: row.try_get(12)?,
                    read_at: row.try_get(13)?,
                    in_city: row.try_get(14)?,
                })
            },
            mapper: |it| Shop::from(it),
        }
    }
}
pub struct ByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_id() -> ByIdStmt {
    ByIdStmt(
        "select s.id, s.slug, s.name, s.city, s.country, s.address, s.url, s.search_url, s.feed_url, s.feed_format, s.currency, s.only_vinyl, s.note, k.seen_at as read_at, false as in_city from shops s left join stocks k on k.provider = 'shop:' || s.slug where s.id = $1",
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
    ) -> ShopQuery<'c, 'a, 's, C, Shop, 1> {
        ShopQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ShopBorrowed, tokio_postgres::Error> {
                Ok(ShopBorrowed {
                    id: row.try_get(0)?,
                    slug: row.try_get(1)?,
                    name: row.try_get(2)?,
                    city: row.try_get(3)?,
                    country: row.try_get(4)?,
                    address: row.try_get(5)?,
                    url: row.try_get(6)?,
                    search_url: row.try_get(7)?,
                    feed_url: row.try_get(8)?,
                    feed_format: row.try_get(9)?,
                    currency: row.try_get(10)?,
                    only_vinyl: row.try_get(11)?,
                    note: row.try_get(12)?,
                    read_at: row.try_get(13)?,
                    in_city: row.try_get(14)?,
                })
            },
            mapper: |it| Shop::from(it),
        }
    }
}
pub struct BySlugStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_slug() -> BySlugStmt {
    BySlugStmt(
        "select s.id, s.slug, s.name, s.city, s.country, s.address, s.url, s.search_url, s.feed_url, s.feed_format, s.currency, s.only_vinyl, s.note, k.seen_at as read_at, false as in_city from shops s left join stocks k on k.provider = 'shop:' || s.slug where s.slug = $1",
        None,
    )
}
impl BySlugStmt {
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
        slug: &'a T1,
    ) -> ShopQuery<'c, 'a, 's, C, Shop, 1> {
        ShopQuery {
            client,
            params: [slug],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ShopBorrowed, tokio_postgres::Error> {
                Ok(ShopBorrowed {
                    id: row.try_get(0)?,
                    slug: row.try_get(1)?,
                    name: row.try_get(2)?,
                    city: row.try_get(3)?,
                    country: row.try_get(4)?,
                    address: row.try_get(5)?,
                    url: row.try_get(6)?,
                    search_url: row.try_get(7)?,
                    feed_url: row.try_get(8)?,
                    feed_format: row.try_get(9)?,
                    currency: row.try_get(10)?,
                    only_vinyl: row.try_get(11)?,
                    note: row.try_get(12)?,
                    read_at: row.try_get(13)?,
                    in_city: row.try_get(14)?,
                })
            },
            mapper: |it| Shop::from(it),
        }
    }
}
pub struct SaveStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save() -> SaveStmt {
    SaveStmt(
        "insert into shops (slug, name, city, country, address, url, search_url, feed_url, feed_format, currency, only_vinyl) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (slug) do update set name = excluded.name, city = excluded.city, country = excluded.country, address = coalesce(excluded.address, shops.address), url = coalesce(excluded.url, shops.url), search_url = coalesce(excluded.search_url, shops.search_url), feed_url = coalesce(excluded.feed_url, shops.feed_url), feed_format = coalesce(excluded.feed_format, shops.feed_format), currency = excluded.currency, only_vinyl = excluded.only_vinyl returning id",
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
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::StringSql,
        T4: crate::StringSql,
        T5: crate::StringSql,
        T6: crate::StringSql,
        T7: crate::StringSql,
        T8: crate::StringSql,
        T9: crate::StringSql,
        T10: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        slug: &'a T1,
        name: &'a T2,
        city: &'a T3,
        country: &'a T4,
        address: &'a Option<T5>,
        url: &'a Option<T6>,
        search_url: &'a Option<T7>,
        feed_url: &'a Option<T8>,
        feed_format: &'a Option<T9>,
        currency: &'a T10,
        only_vinyl: &'a bool,
    ) -> I64Query<'c, 'a, 's, C, i64, 11> {
        I64Query {
            client,
            params: [
                slug,
                name,
                city,
                country,
                address,
                url,
                search_url,
                feed_url,
                feed_format,
                currency,
                only_vinyl,
            ],
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
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
    T6: crate::StringSql,
    T7: crate::StringSql,
    T8: crate::StringSql,
    T9: crate::StringSql,
    T10: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        SaveParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>,
        I64Query<'c, 'a, 's, C, i64, 11>,
        C,
    > for SaveStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a SaveParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>,
    ) -> I64Query<'c, 'a, 's, C, i64, 11> {
        self.bind(
            client,
            &params.slug,
            &params.name,
            &params.city,
            &params.country,
            &params.address,
            &params.url,
            &params.search_url,
            &params.feed_url,
            &params.feed_format,
            &params.currency,
            &params.only_vinyl,
        )
    }
}
pub struct DropShippingStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn drop_shipping() -> DropShippingStmt {
    DropShippingStmt("delete from shop_shipping where shop_id = $1", None)
}
impl DropShippingStmt {
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
        shop_id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[shop_id]).await
    }
}
pub struct SaveShippingStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_shipping() -> SaveShippingStmt {
    SaveShippingStmt(
        "insert into shop_shipping (shop_id, ships_to, amount) select $1, i.ships_to, i.amount from unnest($2::text[], $3::bigint[]) as i (ships_to, amount) order by i.ships_to on conflict (shop_id, ships_to) do update set amount = excluded.amount",
        None,
    )
}
impl SaveShippingStmt {
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
        T3: crate::ArraySql<Item = i64>,
    >(
        &'s self,
        client: &'c C,
        shop_id: &'a i64,
        ships_tos: &'a T2,
        amounts: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[shop_id, ships_tos, amounts]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = i64>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveShippingParams<T1, T2, T3>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveShippingStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveShippingParams<T1, T2, T3>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.shop_id, &params.ships_tos, &params.amounts))
    }
}
pub struct ShippingOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn shipping_of() -> ShippingOfStmt {
    ShippingOfStmt(
        "select ships_to, amount from shop_shipping where shop_id = $1 order by ships_to",
        None,
    )
}
impl ShippingOfStmt {
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
        shop_id: &'a i64,
    ) -> ShippingOfQuery<'c, 'a, 's, C, ShippingOf, 1> {
        ShippingOfQuery {
            client,
            params: [shop_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ShippingOfBorrowed, tokio_postgres::Error> {
                    Ok(ShippingOfBorrowed {
                        ships_to: row.try_get(0)?,
                        amount: row.try_get(1)?,
                    })
                },
            mapper: |it| ShippingOf::from(it),
        }
    }
}
pub struct SaveNoteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_note() -> SaveNoteStmt {
    SaveNoteStmt(
        "update shops set note = $1, tried_at = now() where id = $2",
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
        note: &'a Option<T1>,
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
pub struct StaleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stale() -> StaleStmt {
    StaleStmt(
        "select s.id from shops s where s.feed_url is not null and (s.tried_at is null or s.tried_at < now() - make_interval(secs => $1)) or exists (select from stock_lists l where l.shop_id = s.id and l.state = 'reading' and l.started_at < now() - make_interval(secs => $2)) order by s.tried_at nulls first, s.id limit $3",
        None,
    )
}
impl StaleStmt {
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
        quiet_seconds: &'a f64,
        limit: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        I64Query {
            client,
            params: [ttl_seconds, quiet_seconds, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, StaleParams, I64Query<'c, 'a, 's, C, i64, 3>, C>
    for StaleStmt
{
    fn params(&'s self, client: &'c C, params: &'a StaleParams) -> I64Query<'c, 'a, 's, C, i64, 3> {
        self.bind(
            client,
            &params.ttl_seconds,
            &params.quiet_seconds,
            &params.limit,
        )
    }
}
pub struct MarkStockStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn mark_stock() -> MarkStockStmt {
    MarkStockStmt(
        "insert into stocks (provider, seen_at) values ($1, $2) on conflict (provider) do update set seen_at = excluded.seen_at where stocks.seen_at < excluded.seen_at returning provider",
        None,
    )
}
impl MarkStockStmt {
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
        seen_at: &'a chrono::DateTime<chrono::Utc>,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [provider, seen_at],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MarkStockParams<T1>,
        StringQuery<'c, 'a, 's, C, String, 2>,
        C,
    > for MarkStockStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MarkStockParams<T1>,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.provider, &params.seen_at)
    }
}
pub struct ShelfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn shelf() -> ShelfStmt {
    ShelfStmt(
        "select a.id as album_id, r.name_key, r.name as artist_name, a.title, a.first_release_year from artists r join albums a on a.artist_id = r.id where r.name_key = any ($1::text[]) and r.merged_into is null and a.release_count > 0 order by a.id",
        None,
    )
}
impl ShelfStmt {
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
        name_keys: &'a T2,
    ) -> ShelfQuery<'c, 'a, 's, C, Shelf, 1> {
        ShelfQuery {
            client,
            params: [name_keys],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ShelfBorrowed, tokio_postgres::Error> {
                Ok(ShelfBorrowed {
                    album_id: row.try_get(0)?,
                    name_key: row.try_get(1)?,
                    artist_name: row.try_get(2)?,
                    title: row.try_get(3)?,
                    first_release_year: row.try_get(4)?,
                })
            },
            mapper: |it| Shelf::from(it),
        }
    }
}
pub struct ShelfPressingsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn shelf_pressings() -> ShelfPressingsStmt {
    ShelfPressingsStmt(
        "select id, album_id, catno, barcodes, label, year, country, format from releases where album_id = any ($1::bigint[]) and gone_at is null order by album_id, id",
        None,
    )
}
impl ShelfPressingsStmt {
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
    ) -> ShelfPressingsQuery<'c, 'a, 's, C, ShelfPressings, 1> {
        ShelfPressingsQuery {
            client,
            params: [album_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |
                row: &tokio_postgres::Row,
            | -> Result<ShelfPressingsBorrowed, tokio_postgres::Error> {
                Ok(ShelfPressingsBorrowed {
                    id: row.try_get(0)?,
                    album_id: row.try_get(1)?,
                    catno: row.try_get(2)?,
                    barcodes: row.try_get(3)?,
                    label: row.try_get(4)?,
                    year: row.try_get(5)?,
                    country: row.try_get(6)?,
                    format: row.try_get(7)?,
                })
            },
            mapper: |it| ShelfPressings::from(it),
        }
    }
}
