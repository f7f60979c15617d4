// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct FindParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::BytesSql,
> {
    pub typed: T1,
    pub others: Option<T2>,
    pub key: T3,
    pub kind: Option<T4>,
    pub limit: i64,
    pub token_sha256: Option<T5>,
}
#[derive(Debug)]
pub struct FindAlikeParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::StringSql,
> {
    pub words: T2,
    pub quoted: T4,
    pub key: T5,
    pub kind: Option<T6>,
    pub limit: i64,
    pub is_found: bool,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub kind: String,
    pub id: i64,
    pub popularity: i16,
    pub own: i32,
    pub key: String,
    pub artist_id: i64,
    pub artist_name: String,
    pub artist_key: String,
    pub artist_image_url: Option<String>,
    pub listeners: Option<i64>,
    pub title: Option<String>,
    pub first_release_year: Option<i16>,
    pub cover_url: Option<String>,
}
pub struct FoundBorrowed<'a> {
    pub kind: &'a str,
    pub id: i64,
    pub popularity: i16,
    pub own: i32,
    pub key: &'a str,
    pub artist_id: i64,
    pub artist_name: &'a str,
    pub artist_key: &'a str,
    pub artist_image_url: Option<&'a str>,
    pub listeners: Option<i64>,
    pub title: Option<&'a str>,
    pub first_release_year: Option<i16>,
    pub cover_url: Option<&'a str>,
}
impl<'a> From<FoundBorrowed<'a>> for Found {
    fn from(
        FoundBorrowed {
            kind,
            id,
            popularity,
            own,
            key,
            artist_id,
            artist_name,
            artist_key,
            artist_image_url,
            listeners,
            title,
            first_release_year,
            cover_url,
        }: FoundBorrowed<'a>,
    ) -> Self {
        Self {
            kind: kind.into(),
            id,
            popularity,
            own,
            key: key.into(),
            artist_id,
            artist_name: artist_name.into(),
            artist_key: artist_key.into(),
            artist_image_url: artist_image_url.map(|v| v.into()),
            listeners,
            title: title.map(|v| v.into()),
            first_release_year,
            cover_url: cover_url.map(|v| v.into()),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct FoundQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<FoundBorrowed, tokio_postgres::Error>,
    mapper: fn(FoundBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> FoundQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(FoundBorrowed) -> R) -> FoundQuery<'c, 'a, 's, C, R, N> {
        FoundQuery {
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
pub struct FindStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn find() -> FindStmt {
    FindStmt(
        "with every as ( select kind, id, popularity, key, 0 as own from search_find(($1::text)::tsquery, ($2::text)::tsquery, $3, $4, $5) union all select kind, id, popularity, key, own from search_own(($1::text)::tsquery, $4, $6) ), chosen as ( select kind, id, max(popularity) as popularity, max(key) as key, max(own) as own from every group by kind, id ) select c.kind, c.id, c.popularity, c.own, c.key, a.id as artist_id, a.name as artist_name, a.name_key as artist_key, a.image_url as artist_image_url, a.listeners, b.title, b.first_release_year, b.cover_url from chosen c left join albums b on c.kind = 'album' and b.id = c.id join artists a on a.id = coalesce(b.artist_id, c.id)",
        None,
    )
}
impl FindStmt {
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
        T5: crate::BytesSql,
    >(
        &'s self,
        client: &'c C,
        typed: &'a T1,
        others: &'a Option<T2>,
        key: &'a T3,
        kind: &'a Option<T4>,
        limit: &'a i64,
        token_sha256: &'a Option<T5>,
    ) -> FoundQuery<'c, 'a, 's, C, Found, 6> {
        FoundQuery {
            client,
            params: [typed, others, key, kind, limit, token_sha256],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<FoundBorrowed, tokio_postgres::Error> {
                Ok(FoundBorrowed {
                    kind: row.try_get(0)?,
                    id: row.try_get(1)?,
                    popularity: row.try_get(2)?,
                    own: row.try_get(3)?,
                    key: row.try_get(4)?,
                    artist_id: row.try_get(5)?,
                    artist_name: row.try_get(6)?,
                    artist_key: row.try_get(7)?,
                    artist_image_url: row.try_get(8)?,
                    listeners: row.try_get(9)?,
                    title: row.try_get(10)?,
                    first_release_year: row.try_get(11)?,
                    cover_url: row.try_get(12)?,
                })
            },
            mapper: |it| Found::from(it),
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
    T5: crate::BytesSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        FindParams<T1, T2, T3, T4, T5>,
        FoundQuery<'c, 'a, 's, C, Found, 6>,
        C,
    > for FindStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a FindParams<T1, T2, T3, T4, T5>,
    ) -> FoundQuery<'c, 'a, 's, C, Found, 6> {
        self.bind(
            client,
            &params.typed,
            &params.others,
            &params.key,
            &params.kind,
            &params.limit,
            &params.token_sha256,
        )
    }
}
pub struct FindAlikeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn find_alike() -> FindAlikeStmt {
    FindAlikeStmt(
        "select c.kind, c.id, c.popularity, 0 as own, c.key, a.id as artist_id, a.name as artist_name, a.name_key as artist_key, a.image_url as artist_image_url, a.listeners, b.title, b.first_release_year, b.cover_url from search_alike($1, $2, $3, $4, $5, $6) c left join albums b on c.kind = 'album' and b.id = c.id join artists a on a.id = coalesce(b.artist_id, c.id)",
        None,
    )
}
impl FindAlikeStmt {
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
        T3: crate::StringSql,
        T4: crate::ArraySql<Item = T3>,
        T5: crate::StringSql,
        T6: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        words: &'a T2,
        quoted: &'a T4,
        key: &'a T5,
        kind: &'a Option<T6>,
        limit: &'a i64,
        is_found: &'a bool,
    ) -> FoundQuery<'c, 'a, 's, C, Found, 6> {
        FoundQuery {
            client,
            params: [words, quoted, key, kind, limit, is_found],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<FoundBorrowed, tokio_postgres::Error> {
                Ok(FoundBorrowed {
                    kind: row.try_get(0)?,
                    id: row.try_get(1)?,
                    popularity: row.try_get(2)?,
                    own: row.try_get(3)?,
                    key: row.try_get(4)?,
                    artist_id: row.try_get(5)?,
                    artist_name: row.try_get(6)?,
                    artist_key: row.try_get(7)?,
                    artist_image_url: row.try_get(8)?,
                    listeners: row.try_get(9)?,
                    title: row.try_get(10)?,
                    first_release_year: row.try_get(11)?,
                    cover_url: row.try_get(12)?,
                })
            },
            mapper: |it| Found::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        FindAlikeParams<T1, T2, T3, T4, T5, T6>,
        FoundQuery<'c, 'a, 's, C, Found, 6>,
        C,
    > for FindAlikeStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a FindAlikeParams<T1, T2, T3, T4, T5, T6>,
    ) -> FoundQuery<'c, 'a, 's, C, Found, 6> {
        self.bind(
            client,
            &params.words,
            &params.quoted,
            &params.key,
            &params.kind,
            &params.limit,
            &params.is_found,
        )
    }
}
