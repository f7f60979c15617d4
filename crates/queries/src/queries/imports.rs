// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct CreateParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
> {
    pub user_id: Option<i64>,
    pub source: T1,
    pub object_key: Option<T2>,
    pub artist_column: Option<i16>,
    pub tags: T4,
    pub per_tag: i16,
}
#[derive(Debug)]
pub struct SameParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>> {
    pub object_key: Option<T1>,
    pub tags: T3,
    pub per_tag: i16,
    pub seconds: f64,
}
#[derive(Debug)]
pub struct StopParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub state: T1,
    pub note: Option<T2>,
    pub id: i64,
}
#[derive(Debug)]
pub struct SaveLayoutParams<T1: crate::JsonSql, T2: crate::StringSql> {
    pub layout: T1,
    pub size: i64,
    pub etag: T2,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct LockPartParams {
    pub id: i64,
    pub next: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct SavePartParams {
    pub next: i64,
    pub line: i64,
    pub rows: i64,
    pub wished: i64,
    pub repeated: i64,
    pub refused: i64,
    pub pending: i64,
    pub rating_top: Option<f32>,
    pub done: bool,
    pub id: i64,
}
#[derive(Debug)]
pub struct FindArtistsParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = Option<uuid::Uuid>>,
> {
    pub name_keys: T2,
    pub mbids: T3,
}
#[derive(Debug)]
pub struct InsertArtistsParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
> {
    pub names: T2,
    pub name_keys: T4,
}
#[derive(Debug)]
pub struct InsertWishesParams<
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = i32>,
    T3: crate::ArraySql<Item = Option<f32>>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = Option<T4>>,
> {
    pub artist_ids: T1,
    pub positions: T2,
    pub ratings: T3,
    pub image_urls: T5,
    pub import_id: i64,
    pub caller: i64,
}
#[derive(Debug)]
pub struct InsertRefusalsParams<
    T1: crate::ArraySql<Item = i32>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
> {
    pub import_id: i64,
    pub lines: T1,
    pub reasons: T3,
    pub excerpts: T5,
}
#[derive(Clone, Copy, Debug)]
pub struct RefusalsParams {
    pub import_id: i64,
    pub after: i32,
    pub limit: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct StalledParams {
    pub seconds: f64,
    pub limit: i64,
}
#[derive(Debug)]
pub struct SettleParams<
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::ArraySql<Item = i64>,
> {
    pub import_ids: T1,
    pub admitted_ids: T2,
    pub artist_ids: T3,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    pub id: i64,
    pub user_id: Option<i64>,
    pub source: String,
    pub object_key: Option<String>,
    pub artist_column: Option<i16>,
    pub tags: Vec<String>,
    pub per_tag: i16,
    pub state: String,
    pub layout: Option<serde_json::Value>,
    pub size: Option<i64>,
    pub etag: Option<String>,
    pub next: i64,
    pub line: i64,
    pub rows: i64,
    pub wished: i64,
    pub repeated: i64,
    pub refused: i64,
    pub pending: i64,
    pub rating_top: Option<f32>,
    pub note: Option<String>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub started_at: Option<chrono::DateTime<chrono::Utc>>,
    pub read_at: Option<chrono::DateTime<chrono::Utc>>,
    pub finished_at: Option<chrono::DateTime<chrono::Utc>>,
}
pub struct ImportBorrowed<'a> {
    pub id: i64,
    pub user_id: Option<i64>,
    pub source: &'a str,
    pub object_key: Option<&'a str>,
    pub artist_column: Option<i16>,
    pub tags: crate::ArrayIterator<'a, &'a str>,
    pub per_tag: i16,
    pub state: &'a str,
    pub layout: Option<postgres_types::Json<&'a serde_json::value::RawValue>>,
    pub size: Option<i64>,
    pub etag: Option<&'a str>,
    pub next: i64,
    pub line: i64,
    pub rows: i64,
    pub wished: i64,
    pub repeated: i64,
    pub refused: i64,
    pub pending: i64,
    pub rating_top: Option<f32>,
    pub note: Option<&'a str>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub started_at: Option<chrono::DateTime<chrono::Utc>>,
    pub read_at: Option<chrono::DateTime<chrono::Utc>>,
    pub finished_at: Option<chrono::DateTime<chrono::Utc>>,
}
impl<'a> From<ImportBorrowed<'a>> for Import {
    fn from(
        ImportBorrowed {
            id,
            user_id,
            source,
            object_key,
            artist_column,
            tags,
            per_tag,
            state,
            layout,
            size,
            etag,
            next,
            line,
            rows,
            wished,
            repeated,
            refused,
            pending,
            rating_top,
            note,
            created_at,
            started_at,
            read_at,
            finished_at,
        }: ImportBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            user_id,
            source: source.into(),
            object_key: object_key.map(|v| v.into()),
            artist_column,
            tags: tags.map(|v| v.into()).collect(),
            per_tag,
            state: state.into(),
            layout: layout.map(|v| serde_json::from_str(v.0.get()).unwrap()),
            size,
            etag: etag.map(|v| v.into()),
            next,
            line,
            rows,
            wished,
            repeated,
            refused,
            pending,
            rating_top,
            note: note.map(|v| v.into()),
            created_at,
            started_at,
            read_at,
            finished_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct FindArtists {
    pub position: i64,
    pub artist_id: Option<i64>,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct InsertWishes {
    pub is_new: bool,
    pub is_pending: bool,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Refusals {
    pub line: i32,
    pub reason: String,
    pub excerpt: String,
}
pub struct RefusalsBorrowed<'a> {
    pub line: i32,
    pub reason: &'a str,
    pub excerpt: &'a str,
}
impl<'a> From<RefusalsBorrowed<'a>> for Refusals {
    fn from(
        RefusalsBorrowed {
            line,
            reason,
            excerpt,
        }: RefusalsBorrowed<'a>,
    ) -> Self {
        Self {
            line,
            reason: reason.into(),
            excerpt: excerpt.into(),
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct NextWishes {
    pub caller: i64,
    pub import_id: i64,
    pub artist_id: i64,
    pub wanted_id: i64,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct ImportQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ImportBorrowed, tokio_postgres::Error>,
    mapper: fn(ImportBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ImportQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ImportBorrowed) -> R) -> ImportQuery<'c, 'a, 's, C, R, N> {
        ImportQuery {
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
pub struct FindArtistsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<FindArtists, tokio_postgres::Error>,
    mapper: fn(FindArtists) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> FindArtistsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(FindArtists) -> R) -> FindArtistsQuery<'c, 'a, 's, C, R, N> {
        FindArtistsQuery {
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
pub struct InsertWishesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<InsertWishes, tokio_postgres::Error>,
    mapper: fn(InsertWishes) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> InsertWishesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(InsertWishes) -> R) -> InsertWishesQuery<'c, 'a, 's, C, R, N> {
        InsertWishesQuery {
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
pub struct RefusalsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<RefusalsBorrowed, tokio_postgres::Error>,
    mapper: fn(RefusalsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> RefusalsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(RefusalsBorrowed) -> R) -> RefusalsQuery<'c, 'a, 's, C, R, N> {
        RefusalsQuery {
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
pub struct NextWishesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<NextWishes, tokio_postgres::Error>,
    mapper: fn(NextWishes) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> NextWishesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(NextWishes) -> R) -> NextWishesQuery<'c, 'a, 's, C, R, N> {
        NextWishesQuery {
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
pub struct CreateStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create() -> CreateStmt {
    CreateStmt(
        "insert into imports (user_id, source, object_key, artist_column, tags, per_tag) values ($1, $2, $3, $4, $5, $6) returning id, user_id, source, object_key, artist_column, tags, per_tag, state, layout, size, etag, next, line, rows, wished, repeated, refused, pending, rating_top, note, created_at, started_at, read_at, finished_at",
        None,
    )
}
impl CreateStmt {
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
    >(
        &'s self,
        client: &'c C,
        user_id: &'a Option<i64>,
        source: &'a T1,
        object_key: &'a Option<T2>,
        artist_column: &'a Option<i16>,
        tags: &'a T4,
        per_tag: &'a i16,
    ) -> ImportQuery<'c, 'a, 's, C, Import, 6> {
        ImportQuery {
            client,
            params: [user_id, source, object_key, artist_column, tags, per_tag],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ImportBorrowed, tokio_postgres::Error> {
                    Ok(ImportBorrowed {
                        id: row.try_get(0)?,
                        user_id: row.try_get(1)?,
                        source: row.try_get(2)?,
                        object_key: row.try_get(3)?,
                        artist_column: row.try_get(4)?,
                        tags: row.try_get(5)?,
                        per_tag: row.try_get(6)?,
                        state: row.try_get(7)?,
                        layout: row.try_get(8)?,
                        size: row.try_get(9)?,
                        etag: row.try_get(10)?,
                        next: row.try_get(11)?,
                        line: row.try_get(12)?,
                        rows: row.try_get(13)?,
                        wished: row.try_get(14)?,
                        repeated: row.try_get(15)?,
                        refused: row.try_get(16)?,
                        pending: row.try_get(17)?,
                        rating_top: row.try_get(18)?,
                        note: row.try_get(19)?,
                        created_at: row.try_get(20)?,
                        started_at: row.try_get(21)?,
                        read_at: row.try_get(22)?,
                        finished_at: row.try_get(23)?,
                    })
                },
            mapper: |it| Import::from(it),
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
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CreateParams<T1, T2, T3, T4>,
        ImportQuery<'c, 'a, 's, C, Import, 6>,
        C,
    > for CreateStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CreateParams<T1, T2, T3, T4>,
    ) -> ImportQuery<'c, 'a, 's, C, Import, 6> {
        self.bind(
            client,
            &params.user_id,
            &params.source,
            &params.object_key,
            &params.artist_column,
            &params.tags,
            &params.per_tag,
        )
    }
}
pub struct LockSameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_same() -> LockSameStmt {
    LockSameStmt(
        "select true as locked from (select pg_advisory_xact_lock(hashtextextended('imports', 0))) l",
        None,
    )
}
impl LockSameStmt {
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
    ) -> BoolQuery<'c, 'a, 's, C, bool, 0> {
        BoolQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct SameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn same() -> SameStmt {
    SameStmt(
        "select id, user_id, source, object_key, artist_column, tags, per_tag, state, layout, size, etag, next, line, rows, wished, repeated, refused, pending, rating_top, note, created_at, started_at, read_at, finished_at from imports where user_id is null and (object_key = $1 or tags <> '{}' and tags = $2 and per_tag = $3 and created_at > now() - make_interval(secs => $4)) order by id desc limit 1",
        None,
    )
}
impl SameStmt {
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
        object_key: &'a Option<T1>,
        tags: &'a T3,
        per_tag: &'a i16,
        seconds: &'a f64,
    ) -> ImportQuery<'c, 'a, 's, C, Import, 4> {
        ImportQuery {
            client,
            params: [object_key, tags, per_tag, seconds],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ImportBorrowed, tokio_postgres::Error> {
                    Ok(ImportBorrowed {
                        id: row.try_get(0)?,
                        user_id: row.try_get(1)?,
                        source: row.try_get(2)?,
                        object_key: row.try_get(3)?,
                        artist_column: row.try_get(4)?,
                        tags: row.try_get(5)?,
                        per_tag: row.try_get(6)?,
                        state: row.try_get(7)?,
                        layout: row.try_get(8)?,
                        size: row.try_get(9)?,
                        etag: row.try_get(10)?,
                        next: row.try_get(11)?,
                        line: row.try_get(12)?,
                        rows: row.try_get(13)?,
                        wished: row.try_get(14)?,
                        repeated: row.try_get(15)?,
                        refused: row.try_get(16)?,
                        pending: row.try_get(17)?,
                        rating_top: row.try_get(18)?,
                        note: row.try_get(19)?,
                        created_at: row.try_get(20)?,
                        started_at: row.try_get(21)?,
                        read_at: row.try_get(22)?,
                        finished_at: row.try_get(23)?,
                    })
                },
            mapper: |it| Import::from(it),
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
        SameParams<T1, T2, T3>,
        ImportQuery<'c, 'a, 's, C, Import, 4>,
        C,
    > for SameStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a SameParams<T1, T2, T3>,
    ) -> ImportQuery<'c, 'a, 's, C, Import, 4> {
        self.bind(
            client,
            &params.object_key,
            &params.tags,
            &params.per_tag,
            &params.seconds,
        )
    }
}
pub struct ByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_id() -> ByIdStmt {
    ByIdStmt(
        "select id, user_id, source, object_key, artist_column, tags, per_tag, state, layout, size, etag, next, line, rows, wished, repeated, refused, pending, rating_top, note, created_at, started_at, read_at, finished_at from imports where id = $1",
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
    ) -> ImportQuery<'c, 'a, 's, C, Import, 1> {
        ImportQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ImportBorrowed, tokio_postgres::Error> {
                    Ok(ImportBorrowed {
                        id: row.try_get(0)?,
                        user_id: row.try_get(1)?,
                        source: row.try_get(2)?,
                        object_key: row.try_get(3)?,
                        artist_column: row.try_get(4)?,
                        tags: row.try_get(5)?,
                        per_tag: row.try_get(6)?,
                        state: row.try_get(7)?,
                        layout: row.try_get(8)?,
                        size: row.try_get(9)?,
                        etag: row.try_get(10)?,
                        next: row.try_get(11)?,
                        line: row.try_get(12)?,
                        rows: row.try_get(13)?,
                        wished: row.try_get(14)?,
                        repeated: row.try_get(15)?,
                        refused: row.try_get(16)?,
                        pending: row.try_get(17)?,
                        rating_top: row.try_get(18)?,
                        note: row.try_get(19)?,
                        created_at: row.try_get(20)?,
                        started_at: row.try_get(21)?,
                        read_at: row.try_get(22)?,
                        finished_at: row.try_get(23)?,
                    })
                },
            mapper: |it| Import::from(it),
        }
    }
}
pub struct UnfinishedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn unfinished() -> UnfinishedStmt {
    UnfinishedStmt(
        "select count(*) from imports where user_id = $1 and state in ('waiting', 'reading') and created_at > now() - interval '1 day'",
        None,
    )
}
impl UnfinishedStmt {
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
pub struct StartStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn start() -> StartStmt {
    StartStmt(
        "update imports set state = 'reading', started_at = coalesce(started_at, now()), read_at = now(), note = null where id = $1 and state = 'waiting' returning id",
        None,
    )
}
impl StartStmt {
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
pub struct StopStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stop() -> StopStmt {
    StopStmt(
        "update imports set state = $1, note = $2, read_at = now(), finished_at = case when $1 = 'failed' then now() end where id = $3 and state = 'reading'",
        None,
    )
}
impl StopStmt {
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
        state: &'a T1,
        note: &'a Option<T2>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[state, note, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        StopParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for StopStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a StopParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.state, &params.note, &params.id))
    }
}
pub struct SaveLayoutStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_layout() -> SaveLayoutStmt {
    SaveLayoutStmt(
        "update imports set layout = $1, size = $2, etag = $3 where id = $4 and layout is null",
        None,
    )
}
impl SaveLayoutStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::JsonSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        layout: &'a T1,
        size: &'a i64,
        etag: &'a T2,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[layout, size, etag, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::JsonSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveLayoutParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveLayoutStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveLayoutParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.layout,
            &params.size,
            &params.etag,
            &params.id,
        ))
    }
}
pub struct LockPartStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_part() -> LockPartStmt {
    LockPartStmt(
        "select id from imports where id = $1 and next = $2 and state = 'reading' for no key update",
        None,
    )
}
impl LockPartStmt {
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
        next: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [id, next],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, LockPartParams, I64Query<'c, 'a, 's, C, i64, 2>, C>
    for LockPartStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a LockPartParams,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.id, &params.next)
    }
}
pub struct SavePartStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_part() -> SavePartStmt {
    SavePartStmt(
        "update imports set next = $1, line = $2, rows = rows + $3, wished = wished + $4, repeated = repeated + $5, refused = refused + $6, pending = pending + $7, rating_top = greatest(rating_top, $8), read_at = now(), state = case when $9 then 'done' else state end, finished_at = case when $9 then now() end where id = $10",
        None,
    )
}
impl SavePartStmt {
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
        next: &'a i64,
        line: &'a i64,
        rows: &'a i64,
        wished: &'a i64,
        repeated: &'a i64,
        refused: &'a i64,
        pending: &'a i64,
        rating_top: &'a Option<f32>,
        done: &'a bool,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    next, line, rows, wished, repeated, refused, pending, rating_top, done, id,
                ],
            )
            .await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SavePartParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SavePartStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SavePartParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.next,
            &params.line,
            &params.rows,
            &params.wished,
            &params.repeated,
            &params.refused,
            &params.pending,
            &params.rating_top,
            &params.done,
            &params.id,
        ))
    }
}
pub struct FindArtistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn find_artists() -> FindArtistsStmt {
    FindArtistsStmt(
        "select i.position, case when i.mbid is null then (select a.id from artists a where a.name_key = i.name_key and a.merged_into is null order by a.listeners desc nulls last, a.id limit 1) else (select coalesce(a.merged_into, a.id) from artists a where a.mbid = i.mbid) end as artist_id from unnest($1::text[], $2::uuid[]) with ordinality as i (name_key, mbid, position) order by i.position",
        None,
    )
}
impl FindArtistsStmt {
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
        T3: crate::ArraySql<Item = Option<uuid::Uuid>>,
    >(
        &'s self,
        client: &'c C,
        name_keys: &'a T2,
        mbids: &'a T3,
    ) -> FindArtistsQuery<'c, 'a, 's, C, FindArtists, 2> {
        FindArtistsQuery {
            client,
            params: [name_keys, mbids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<FindArtists, tokio_postgres::Error> {
                Ok(FindArtists {
                    position: row.try_get(0)?,
                    artist_id: row.try_get(1)?,
                })
            },
            mapper: |it| FindArtists::from(it),
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
    T3: crate::ArraySql<Item = Option<uuid::Uuid>>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        FindArtistsParams<T1, T2, T3>,
        FindArtistsQuery<'c, 'a, 's, C, FindArtists, 2>,
        C,
    > for FindArtistsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a FindArtistsParams<T1, T2, T3>,
    ) -> FindArtistsQuery<'c, 'a, 's, C, FindArtists, 2> {
        self.bind(client, &params.name_keys, &params.mbids)
    }
}
pub struct InsertArtistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_artists() -> InsertArtistsStmt {
    InsertArtistsStmt(
        "insert into artists (name, name_key) select distinct on (i.name_key) i.name, i.name_key from unnest($1::text[], $2::text[]) with ordinality as i (name, name_key, position) where not exists (select from artists a where a.name_key = i.name_key and a.merged_into is null) order by i.name_key, i.position",
        None,
    )
}
impl InsertArtistsStmt {
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
        T4: crate::ArraySql<Item = T3>,
    >(
        &'s self,
        client: &'c C,
        names: &'a T2,
        name_keys: &'a T4,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[names, name_keys]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertArtistsParams<T1, T2, T3, T4>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for InsertArtistsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertArtistsParams<T1, T2, T3, T4>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.names, &params.name_keys))
    }
}
pub struct InsertWishesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_wishes() -> InsertWishesStmt {
    InsertWishesStmt(
        "with rows as ( select i.artist_id, min(i.position) as position, (array_agg(i.rating order by i.position) filter (where i.rating is not null))[1] as rating, (array_agg(i.image_url order by i.position) filter (where i.image_url is not null))[1] as image_url from unnest($1::bigint[], $2::int[], $3::real[], $4::text[]) as i (artist_id, position, rating, image_url) group by i.artist_id ) insert into wishes (import_id, artist_id, caller, position, rating, image_url, listeners, state) select $5, r.artist_id, $6, r.position, r.rating, r.image_url, a.listeners, case when a.wanted_at is null then 'waiting' else 'present' end from rows r join artists a on a.id = r.artist_id order by r.artist_id on conflict (import_id, artist_id) do update set rating = coalesce(wishes.rating, excluded.rating), image_url = coalesce(wishes.image_url, excluded.image_url) where (wishes.rating is null and excluded.rating is not null) or (wishes.image_url is null and excluded.image_url is not null) returning xmax = 0 as is_new, xmax = 0 and state = 'waiting' as is_pending",
        None,
    )
}
impl InsertWishesStmt {
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
        T2: crate::ArraySql<Item = i32>,
        T3: crate::ArraySql<Item = Option<f32>>,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = Option<T4>>,
    >(
        &'s self,
        client: &'c C,
        artist_ids: &'a T1,
        positions: &'a T2,
        ratings: &'a T3,
        image_urls: &'a T5,
        import_id: &'a i64,
        caller: &'a i64,
    ) -> InsertWishesQuery<'c, 'a, 's, C, InsertWishes, 6> {
        InsertWishesQuery {
            client,
            params: [
                artist_ids, positions, ratings, image_urls, import_id, caller,
            ],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<InsertWishes, tokio_postgres::Error> {
                Ok(InsertWishes {
                    is_new: row.try_get(0)?,
                    is_pending: row.try_get(1)?,
                })
            },
            mapper: |it| InsertWishes::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = i32>,
    T3: crate::ArraySql<Item = Option<f32>>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = Option<T4>>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        InsertWishesParams<T1, T2, T3, T4, T5>,
        InsertWishesQuery<'c, 'a, 's, C, InsertWishes, 6>,
        C,
    > for InsertWishesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a InsertWishesParams<T1, T2, T3, T4, T5>,
    ) -> InsertWishesQuery<'c, 'a, 's, C, InsertWishes, 6> {
        self.bind(
            client,
            &params.artist_ids,
            &params.positions,
            &params.ratings,
            &params.image_urls,
            &params.import_id,
            &params.caller,
        )
    }
}
pub struct InsertRefusalsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_refusals() -> InsertRefusalsStmt {
    InsertRefusalsStmt(
        "insert into import_refusals (import_id, line, reason, excerpt) select $1, i.line, i.reason, i.excerpt from unnest($2::int[], $3::text[], $4::text[]) as i (line, reason, excerpt) on conflict (import_id, line) do nothing",
        None,
    )
}
impl InsertRefusalsStmt {
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
        T1: crate::ArraySql<Item = i32>,
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = T4>,
    >(
        &'s self,
        client: &'c C,
        import_id: &'a i64,
        lines: &'a T1,
        reasons: &'a T3,
        excerpts: &'a T5,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[import_id, lines, reasons, excerpts])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i32>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertRefusalsParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for InsertRefusalsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertRefusalsParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.import_id,
            &params.lines,
            &params.reasons,
            &params.excerpts,
        ))
    }
}
pub struct RefusalsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn refusals() -> RefusalsStmt {
    RefusalsStmt(
        "select line, reason, excerpt from import_refusals where import_id = $1 and line > $2 order by line limit $3",
        None,
    )
}
impl RefusalsStmt {
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
        import_id: &'a i64,
        after: &'a i32,
        limit: &'a i64,
    ) -> RefusalsQuery<'c, 'a, 's, C, Refusals, 3> {
        RefusalsQuery {
            client,
            params: [import_id, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<RefusalsBorrowed, tokio_postgres::Error> {
                    Ok(RefusalsBorrowed {
                        line: row.try_get(0)?,
                        reason: row.try_get(1)?,
                        excerpt: row.try_get(2)?,
                    })
                },
            mapper: |it| Refusals::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        RefusalsParams,
        RefusalsQuery<'c, 'a, 's, C, Refusals, 3>,
        C,
    > for RefusalsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a RefusalsParams,
    ) -> RefusalsQuery<'c, 'a, 's, C, Refusals, 3> {
        self.bind(client, &params.import_id, &params.after, &params.limit)
    }
}
pub struct StalledStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stalled() -> StalledStmt {
    StalledStmt(
        "select id from imports where state = 'reading' and read_at < now() - make_interval(secs => $1) order by read_at limit $2",
        None,
    )
}
impl StalledStmt {
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
        seconds: &'a f64,
        limit: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [seconds, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, StalledParams, I64Query<'c, 'a, 's, C, i64, 2>, C>
    for StalledStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StalledParams,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.seconds, &params.limit)
    }
}
pub struct AheadStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn ahead() -> AheadStmt {
    AheadStmt(
        "select coalesce(sum(least(c.pending, m.pending)), 0)::bigint as wishes from (select coalesce(user_id, 0) as caller, sum(pending)::bigint as pending from imports where pending > 0 group by user_id) c, (select coalesce(sum(pending), 0)::bigint as pending from imports where pending > 0 and coalesce(user_id, 0) = $1) m",
        None,
    )
}
impl AheadStmt {
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
        caller: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [caller],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct LockAdmissionStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_admission() -> LockAdmissionStmt {
    LockAdmissionStmt(
        "select true as locked from (select pg_advisory_xact_lock(hashtextextended('admission', 0))) l",
        None,
    )
}
impl LockAdmissionStmt {
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
    ) -> BoolQuery<'c, 'a, 's, C, bool, 0> {
        BoolQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct AllowanceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn allowance() -> AllowanceStmt {
    AllowanceStmt(
        "select greatest(0, least($1 - count(*), ceil($1 / 24.0) - count(*) filter (where admitted_at > now() - interval '1 hour')))::bigint as artists from wishes where state = 'admitted' and admitted_at > now() - interval '24 hours'",
        None,
    )
}
impl AllowanceStmt {
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
        per_day: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [per_day],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct NextWishesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn next_wishes() -> NextWishesStmt {
    NextWishesStmt(
        "with recursive callers as ( (select caller from wishes where state = 'waiting' order by caller limit 1) union all select (select w.caller from wishes w where w.state = 'waiting' and w.caller > c.caller order by w.caller limit 1) from callers c where c.caller is not null ), given as ( select caller, count(*) as admitted from wishes where state = 'admitted' and admitted_at > now() - interval '24 hours' group by caller ), turns as ( select c.caller, w.import_id, w.artist_id, w.listeners, w.position, coalesce(g.admitted, 0) + w.turn as turn from callers c left join given g on g.caller = c.caller cross join lateral ( select n.*, row_number() over (order by n.listeners desc nulls last, n.position, n.artist_id) as turn from (select import_id, artist_id, listeners, position from wishes where caller = c.caller and state = 'waiting' order by listeners desc nulls last, position, artist_id limit $1) n ) w where c.caller is not null ) select t.caller, t.import_id, t.artist_id, coalesce(a.merged_into, a.id) as wanted_id from (select * from turns order by turn, listeners desc nulls last, position, caller, artist_id limit $1) t join artists a on a.id = t.artist_id order by t.turn, t.listeners desc nulls last, t.position, t.caller, t.artist_id",
        None,
    )
}
impl NextWishesStmt {
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
    ) -> NextWishesQuery<'c, 'a, 's, C, NextWishes, 1> {
        NextWishesQuery {
            client,
            params: [limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<NextWishes, tokio_postgres::Error> {
                Ok(NextWishes {
                    caller: row.try_get(0)?,
                    import_id: row.try_get(1)?,
                    artist_id: row.try_get(2)?,
                    wanted_id: row.try_get(3)?,
                })
            },
            mapper: |it| NextWishes::from(it),
        }
    }
}
pub struct WantArtistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn want_artists() -> WantArtistsStmt {
    WantArtistsStmt(
        "update artists set wanted_at = now(), updated_at = now() where id = any ($1::bigint[]) and wanted_at is null returning id",
        None,
    )
}
impl WantArtistsStmt {
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
        ids: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct SettleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn settle() -> SettleStmt {
    SettleStmt(
        "with settled as ( update wishes w set state = case when (w.import_id, w.artist_id) in (select * from unnest($1::bigint[], $2::bigint[])) then 'admitted' else 'present' end, admitted_at = now() where w.artist_id = any ($3::bigint[]) and w.state = 'waiting' returning w.import_id ) update imports i set pending = i.pending - s.wishes from (select import_id, count(*) as wishes from settled group by import_id) s where i.id = s.import_id",
        None,
    )
}
impl SettleStmt {
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
        T3: crate::ArraySql<Item = i64>,
    >(
        &'s self,
        client: &'c C,
        import_ids: &'a T1,
        admitted_ids: &'a T2,
        artist_ids: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[import_ids, admitted_ids, artist_ids])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::ArraySql<Item = i64>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SettleParams<T1, T2, T3>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SettleStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SettleParams<T1, T2, T3>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.import_ids,
            &params.admitted_ids,
            &params.artist_ids,
        ))
    }
}
