// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct CreateParams<T1: crate::StringSql> {
    pub shop_id: i64,
    pub user_id: i64,
    pub object_key: T1,
    pub made_at: Option<chrono::DateTime<chrono::Utc>>,
}
#[derive(Debug)]
pub struct WaitsParams<T1: crate::StringSql> {
    pub note: T1,
    pub id: i64,
}
#[derive(Debug)]
pub struct FailedParams<T1: crate::StringSql> {
    pub note: T1,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct DoneParams {
    pub records: i32,
    pub found: i32,
    pub pressings: i32,
    pub refused: i32,
    pub news: bool,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct DropRefusalsParams {
    pub shop_id: i64,
    pub id: i64,
}
#[derive(Debug)]
pub struct InsertRefusalsParams<
    T1: crate::ArraySql<Item = i32>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
> {
    pub list_id: i64,
    pub lines: T1,
    pub reasons: T3,
    pub excerpts: T5,
}
#[derive(Clone, Copy, Debug)]
pub struct RefusalsParams {
    pub list_id: i64,
    pub after: i32,
    pub limit: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct StockList {
    pub id: i64,
    pub shop_id: i64,
    pub object_key: String,
    pub made_at: Option<chrono::DateTime<chrono::Utc>>,
    pub state: String,
    pub records: Option<i32>,
    pub found: Option<i32>,
    pub pressings: Option<i32>,
    pub refused: Option<i32>,
    pub news: Option<bool>,
    pub note: Option<String>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub started_at: Option<chrono::DateTime<chrono::Utc>>,
    pub finished_at: Option<chrono::DateTime<chrono::Utc>>,
}
pub struct StockListBorrowed<'a> {
    pub id: i64,
    pub shop_id: i64,
    pub object_key: &'a str,
    pub made_at: Option<chrono::DateTime<chrono::Utc>>,
    pub state: &'a str,
    pub records: Option<i32>,
    pub found: Option<i32>,
    pub pressings: Option<i32>,
    pub refused: Option<i32>,
    pub news: Option<bool>,
    pub note: Option<&'a str>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub started_at: Option<chrono::DateTime<chrono::Utc>>,
    pub finished_at: Option<chrono::DateTime<chrono::Utc>>,
}
impl<'a> From<StockListBorrowed<'a>> for StockList {
    fn from(
        StockListBorrowed {
            id,
            shop_id,
            object_key,
            made_at,
            state,
            records,
            found,
            pressings,
            refused,
            news,
            note,
            created_at,
            started_at,
            finished_at,
        }: StockListBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            shop_id,
            object_key: object_key.into(),
            made_at,
            state: state.into(),
            records,
            found,
            pressings,
            refused,
            news,
            note: note.map(|v| v.into()),
            created_at,
            started_at,
            finished_at,
        }
    }
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
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct StockListQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StockListBorrowed, tokio_postgres::Error>,
    mapper: fn(StockListBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StockListQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StockListBorrowed) -> R) -> StockListQuery<'c, 'a, 's, C, R, N> {
        StockListQuery {
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
pub struct CreateStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn create() -> CreateStmt {
    CreateStmt(
        "insert into stock_lists (shop_id, user_id, object_key, made_at) values ($1, $2, $3, $4) returning id, shop_id, object_key, made_at, state, records, found, pressings, refused, news, note, created_at, started_at, finished_at",
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
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        shop_id: &'a i64,
        user_id: &'a i64,
        object_key: &'a T1,
        made_at: &'a Option<chrono::DateTime<chrono::Utc>>,
    ) -> StockListQuery<'c, 'a, 's, C, StockList, 4> {
        StockListQuery {
            client,
            params: [shop_id, user_id, object_key, made_at],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<StockListBorrowed, tokio_postgres::Error> {
                    Ok(StockListBorrowed {
                        id: row.try_get(0)?,
                        shop_id: row.try_get(1)?,
                        object_key: row.try_get(2)?,
                        made_at: row.try_get(3)?,
                        state: row.try_get(4)?,
                        records: row.try_get(5)?,
                        found: row.try_get(6)?,
                        pressings: row.try_get(7)?,
                        refused: row.try_get(8)?,
                        news: row.try_get(9)?,
                        note: row.try_get(10)?,
                        created_at: row.try_get(11)?,
                        started_at: row.try_get(12)?,
                        finished_at: row.try_get(13)?,
                    })
                },
            mapper: |it| StockList::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CreateParams<T1>,
        StockListQuery<'c, 'a, 's, C, StockList, 4>,
        C,
    > for CreateStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CreateParams<T1>,
    ) -> StockListQuery<'c, 'a, 's, C, StockList, 4> {
        self.bind(
            client,
            &params.shop_id,
            &params.user_id,
            &params.object_key,
            &params.made_at,
        )
    }
}
pub struct ByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_id() -> ByIdStmt {
    ByIdStmt(
        "select id, shop_id, object_key, made_at, state, records, found, pressings, refused, news, note, created_at, started_at, finished_at from stock_lists where id = $1",
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
    ) -> StockListQuery<'c, 'a, 's, C, StockList, 1> {
        StockListQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<StockListBorrowed, tokio_postgres::Error> {
                    Ok(StockListBorrowed {
                        id: row.try_get(0)?,
                        shop_id: row.try_get(1)?,
                        object_key: row.try_get(2)?,
                        made_at: row.try_get(3)?,
                        state: row.try_get(4)?,
                        records: row.try_get(5)?,
                        found: row.try_get(6)?,
                        pressings: row.try_get(7)?,
                        refused: row.try_get(8)?,
                        news: row.try_get(9)?,
                        note: row.try_get(10)?,
                        created_at: row.try_get(11)?,
                        started_at: row.try_get(12)?,
                        finished_at: row.try_get(13)?,
                    })
                },
            mapper: |it| StockList::from(it),
        }
    }
}
pub struct StartStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn start() -> StartStmt {
    StartStmt(
        "update stock_lists set state = 'reading', started_at = coalesce(started_at, now()), note = null where id = $1 and state in ('waiting', 'reading') returning id, shop_id, object_key, made_at, state, records, found, pressings, refused, news, note, created_at, started_at, finished_at",
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
    ) -> StockListQuery<'c, 'a, 's, C, StockList, 1> {
        StockListQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<StockListBorrowed, tokio_postgres::Error> {
                    Ok(StockListBorrowed {
                        id: row.try_get(0)?,
                        shop_id: row.try_get(1)?,
                        object_key: row.try_get(2)?,
                        made_at: row.try_get(3)?,
                        state: row.try_get(4)?,
                        records: row.try_get(5)?,
                        found: row.try_get(6)?,
                        pressings: row.try_get(7)?,
                        refused: row.try_get(8)?,
                        news: row.try_get(9)?,
                        note: row.try_get(10)?,
                        created_at: row.try_get(11)?,
                        started_at: row.try_get(12)?,
                        finished_at: row.try_get(13)?,
                    })
                },
            mapper: |it| StockList::from(it),
        }
    }
}
pub struct NextStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn next() -> NextStmt {
    NextStmt(
        "select id, shop_id, object_key, made_at, state, records, found, pressings, refused, news, note, created_at, started_at, finished_at from stock_lists where shop_id = $1 and state = 'reading' order by id limit 1",
        None,
    )
}
impl NextStmt {
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
    ) -> StockListQuery<'c, 'a, 's, C, StockList, 1> {
        StockListQuery {
            client,
            params: [shop_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<StockListBorrowed, tokio_postgres::Error> {
                    Ok(StockListBorrowed {
                        id: row.try_get(0)?,
                        shop_id: row.try_get(1)?,
                        object_key: row.try_get(2)?,
                        made_at: row.try_get(3)?,
                        state: row.try_get(4)?,
                        records: row.try_get(5)?,
                        found: row.try_get(6)?,
                        pressings: row.try_get(7)?,
                        refused: row.try_get(8)?,
                        news: row.try_get(9)?,
                        note: row.try_get(10)?,
                        created_at: row.try_get(11)?,
                        started_at: row.try_get(12)?,
                        finished_at: row.try_get(13)?,
                    })
                },
            mapper: |it| StockList::from(it),
        }
    }
}
pub struct WaitsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn waits() -> WaitsStmt {
    WaitsStmt(
        "update stock_lists set state = 'waiting', note = $1 where id = $2 and state = 'reading'",
        None,
    )
}
impl WaitsStmt {
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
        WaitsParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for WaitsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a WaitsParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.note, &params.id))
    }
}
pub struct FailedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn failed() -> FailedStmt {
    FailedStmt(
        "update stock_lists set state = 'failed', note = $1, finished_at = now() where id = $2 and state = 'reading'",
        None,
    )
}
impl FailedStmt {
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
        FailedParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for FailedStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a FailedParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.note, &params.id))
    }
}
pub struct DoneStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn done() -> DoneStmt {
    DoneStmt(
        "update stock_lists set state = 'done', records = $1, found = $2, pressings = $3, refused = $4, news = $5, finished_at = now() where id = $6",
        None,
    )
}
impl DoneStmt {
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
        records: &'a i32,
        found: &'a i32,
        pressings: &'a i32,
        refused: &'a i32,
        news: &'a bool,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[records, found, pressings, refused, news, id])
            .await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DoneParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for DoneStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DoneParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.records,
            &params.found,
            &params.pressings,
            &params.refused,
            &params.news,
            &params.id,
        ))
    }
}
pub struct DropRefusalsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn drop_refusals() -> DropRefusalsStmt {
    DropRefusalsStmt(
        "delete from stock_refusals r using stock_lists l where l.id = r.list_id and l.shop_id = $1 and l.id <> $2",
        None,
    )
}
impl DropRefusalsStmt {
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
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[shop_id, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DropRefusalsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for DropRefusalsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DropRefusalsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.shop_id, &params.id))
    }
}
pub struct InsertRefusalsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_refusals() -> InsertRefusalsStmt {
    InsertRefusalsStmt(
        "insert into stock_refusals (list_id, line, reason, excerpt) select $1, i.line, i.reason, i.excerpt from unnest($2::int[], $3::text[], $4::text[]) as i (line, reason, excerpt) order by i.line on conflict (list_id, line) do nothing",
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
        list_id: &'a i64,
        lines: &'a T1,
        reasons: &'a T3,
        excerpts: &'a T5,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[list_id, lines, reasons, excerpts])
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
            &params.list_id,
            &params.lines,
            &params.reasons,
            &params.excerpts,
        ))
    }
}
pub struct RefusalsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn refusals() -> RefusalsStmt {
    RefusalsStmt(
        "select line, reason, excerpt from stock_refusals where list_id = $1 and line > $2 order by line limit $3",
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
        list_id: &'a i64,
        after: &'a i32,
        limit: &'a i64,
    ) -> RefusalsQuery<'c, 'a, 's, C, Refusals, 3> {
        RefusalsQuery {
            client,
            params: [list_id, after, limit],
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
        self.bind(client, &params.list_id, &params.after, &params.limit)
    }
}
