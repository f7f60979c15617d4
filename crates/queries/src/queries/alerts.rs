// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct SaveParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub user_id: i64,
    pub album_id: Option<i64>,
    pub class: T1,
    pub target: i64,
    pub currency: T2,
}
#[derive(Debug)]
pub struct FindParams<T1: crate::StringSql> {
    pub user_id: i64,
    pub album_id: Option<i64>,
    pub class: T1,
}
#[derive(Clone, Copy, Debug)]
pub struct DeleteParams {
    pub id: i64,
    pub user_id: i64,
}
#[derive(Debug)]
pub struct SaveStatesParams<T1: crate::ArraySql<Item = i64>, T2: crate::ArraySql<Item = bool>> {
    pub album_id: i64,
    pub alert_ids: T1,
    pub mets: T2,
}
#[derive(Debug)]
pub struct DropStatesParams<T1: crate::ArraySql<Item = i64>> {
    pub album_id: i64,
    pub alert_ids: T1,
}
#[derive(Clone, Copy, Debug)]
pub struct StaleParams {
    pub ttl_seconds: f64,
    pub limit: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Alert {
    pub id: i64,
    pub album_id: Option<i64>,
    pub title: Option<String>,
    pub artist_id: Option<i64>,
    pub artist_name: Option<String>,
    pub class: String,
    pub target: i64,
    pub currency: String,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub met: bool,
}
pub struct AlertBorrowed<'a> {
    pub id: i64,
    pub album_id: Option<i64>,
    pub title: Option<&'a str>,
    pub artist_id: Option<i64>,
    pub artist_name: Option<&'a str>,
    pub class: &'a str,
    pub target: i64,
    pub currency: &'a str,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub met: bool,
}
impl<'a> From<AlertBorrowed<'a>> for Alert {
    fn from(
        AlertBorrowed {
            id,
            album_id,
            title,
            artist_id,
            artist_name,
            class,
            target,
            currency,
            created_at,
            met,
        }: AlertBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            album_id,
            title: title.map(|v| v.into()),
            artist_id,
            artist_name: artist_name.map(|v| v.into()),
            class: class.into(),
            target,
            currency: currency.into(),
            created_at,
            met,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Watch {
    pub id: i64,
    pub user_id: i64,
    pub target: i64,
    pub currency: String,
    pub standing: bool,
    pub met: bool,
    pub release_id: Option<i64>,
    pub provider: Option<String>,
    pub url: Option<String>,
    pub amount: Option<i64>,
    pub price_currency: Option<String>,
    pub low: Option<i64>,
    pub high: Option<i64>,
    pub rate_day: Option<chrono::NaiveDate>,
    pub estimated: bool,
    pub observed_at: Option<chrono::DateTime<chrono::Utc>>,
}
pub struct WatchBorrowed<'a> {
    pub id: i64,
    pub user_id: i64,
    pub target: i64,
    pub currency: &'a str,
    pub standing: bool,
    pub met: bool,
    pub release_id: Option<i64>,
    pub provider: Option<&'a str>,
    pub url: Option<&'a str>,
    pub amount: Option<i64>,
    pub price_currency: Option<&'a str>,
    pub low: Option<i64>,
    pub high: Option<i64>,
    pub rate_day: Option<chrono::NaiveDate>,
    pub estimated: bool,
    pub observed_at: Option<chrono::DateTime<chrono::Utc>>,
}
impl<'a> From<WatchBorrowed<'a>> for Watch {
    fn from(
        WatchBorrowed {
            id,
            user_id,
            target,
            currency,
            standing,
            met,
            release_id,
            provider,
            url,
            amount,
            price_currency,
            low,
            high,
            rate_day,
            estimated,
            observed_at,
        }: WatchBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            user_id,
            target,
            currency: currency.into(),
            standing,
            met,
            release_id,
            provider: provider.map(|v| v.into()),
            url: url.map(|v| v.into()),
            amount,
            price_currency: price_currency.map(|v| v.into()),
            low,
            high,
            rate_day,
            estimated,
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
pub struct AlertQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AlertBorrowed, tokio_postgres::Error>,
    mapper: fn(AlertBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AlertQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AlertBorrowed) -> R) -> AlertQuery<'c, 'a, 's, C, R, N> {
        AlertQuery {
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
pub struct WatchQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<WatchBorrowed, tokio_postgres::Error>,
    mapper: fn(WatchBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> WatchQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(WatchBorrowed) -> R) -> WatchQuery<'c, 'a, 's, C, R, N> {
        WatchQuery {
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
pub struct CountOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn count_of() -> CountOfStmt {
    CountOfStmt("select count(*) from alerts where user_id = $1", None)
}
impl CountOfStmt {
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
pub struct SaveStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save() -> SaveStmt {
    SaveStmt(
        "insert into alerts (user_id, album_id, class, target, currency) values ($1, $2, $3, $4, $5) on conflict (user_id, coalesce(album_id, 0), class) do update set target = excluded.target, currency = excluded.currency where (alerts.target, alerts.currency) is distinct from (excluded.target, excluded.currency) returning id",
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
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        user_id: &'a i64,
        album_id: &'a Option<i64>,
        class: &'a T1,
        target: &'a i64,
        currency: &'a T2,
    ) -> I64Query<'c, 'a, 's, C, i64, 5> {
        I64Query {
            client,
            params: [user_id, album_id, class, target, currency],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        SaveParams<T1, T2>,
        I64Query<'c, 'a, 's, C, i64, 5>,
        C,
    > for SaveStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a SaveParams<T1, T2>,
    ) -> I64Query<'c, 'a, 's, C, i64, 5> {
        self.bind(
            client,
            &params.user_id,
            &params.album_id,
            &params.class,
            &params.target,
            &params.currency,
        )
    }
}
pub struct FindStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn find() -> FindStmt {
    FindStmt(
        "select id from alerts where user_id = $1 and coalesce(album_id, 0) = coalesce($2::bigint, 0) and class = $3",
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
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        user_id: &'a i64,
        album_id: &'a Option<i64>,
        class: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        I64Query {
            client,
            params: [user_id, album_id, class],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, FindParams<T1>, I64Query<'c, 'a, 's, C, i64, 3>, C>
    for FindStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a FindParams<T1>,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        self.bind(client, &params.user_id, &params.album_id, &params.class)
    }
}
pub struct ForgetStatesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_states() -> ForgetStatesStmt {
    ForgetStatesStmt("delete from alert_states where alert_id = $1", None)
}
impl ForgetStatesStmt {
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
        alert_id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[alert_id]).await
    }
}
pub struct DeleteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete() -> DeleteStmt {
    DeleteStmt("delete from alerts where id = $1 and user_id = $2", None)
}
impl DeleteStmt {
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
        id: &'a i64,
        user_id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[id, user_id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DeleteParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for DeleteStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DeleteParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.id, &params.user_id))
    }
}
pub struct OfListenerStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn of_listener() -> OfListenerStmt {
    OfListenerStmt(
        "select a.id, a.album_id, b.title, b.artist_id, t.name as artist_name, a.class, a.target, a.currency, a.created_at, exists (select from alert_states s where s.alert_id = a.id and s.met) as met from alerts a left join albums b on b.id = a.album_id left join artists t on t.id = b.artist_id where a.user_id = $1 order by a.id",
        None,
    )
}
impl OfListenerStmt {
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
    ) -> AlertQuery<'c, 'a, 's, C, Alert, 1> {
        AlertQuery {
            client,
            params: [user_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AlertBorrowed, tokio_postgres::Error> {
                Ok(AlertBorrowed {
                    id: row.try_get(0)?,
                    album_id: row.try_get(1)?,
                    title: row.try_get(2)?,
                    artist_id: row.try_get(3)?,
                    artist_name: row.try_get(4)?,
                    class: row.try_get(5)?,
                    target: row.try_get(6)?,
                    currency: row.try_get(7)?,
                    created_at: row.try_get(8)?,
                    met: row.try_get(9)?,
                })
            },
            mapper: |it| Alert::from(it),
        }
    }
}
pub struct OfOneStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn of_one() -> OfOneStmt {
    OfOneStmt(
        "select a.id, a.album_id, b.title, b.artist_id, t.name as artist_name, a.class, a.target, a.currency, a.created_at, exists (select from alert_states s where s.alert_id = a.id and s.met) as met from alerts a left join albums b on b.id = a.album_id left join artists t on t.id = b.artist_id where a.id = $1",
        None,
    )
}
impl OfOneStmt {
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
    ) -> AlertQuery<'c, 'a, 's, C, Alert, 1> {
        AlertQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AlertBorrowed, tokio_postgres::Error> {
                Ok(AlertBorrowed {
                    id: row.try_get(0)?,
                    album_id: row.try_get(1)?,
                    title: row.try_get(2)?,
                    artist_id: row.try_get(3)?,
                    artist_name: row.try_get(4)?,
                    class: row.try_get(5)?,
                    target: row.try_get(6)?,
                    currency: row.try_get(7)?,
                    created_at: row.try_get(8)?,
                    met: row.try_get(9)?,
                })
            },
            mapper: |it| Alert::from(it),
        }
    }
}
pub struct WatchedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn watched() -> WatchedStmt {
    WatchedStmt(
        "select w.id from unnest($1::bigint[]) as w (id) where exists (select from alerts a where a.album_id = w.id) or exists (select from alert_states s where s.album_id = w.id) or exists ( select from alerts a join recommendation_items i on i.set_id = (select max(c.id) from recommendation_sets c where c.user_id = a.user_id) and i.album_id = w.id where a.album_id is null) order by w.id",
        None,
    )
}
impl WatchedStmt {
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
pub struct CurrenciesOfAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn currencies_of_album() -> CurrenciesOfAlbumStmt {
    CurrenciesOfAlbumStmt(
        "select distinct a.currency from alerts a where a.currency <> 'EUR' and (a.album_id = $1 or a.album_id is null)",
        None,
    )
}
impl CurrenciesOfAlbumStmt {
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
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [album_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct OfAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn of_album() -> OfAlbumStmt {
    OfAlbumStmt(
        "select a.id, a.user_id, a.target, a.currency, (a.album_id is not null or exists (select from recommendation_items i where i.set_id = (select max(c.id) from recommendation_sets c where c.user_id = a.user_id) and i.album_id = $1)) as standing, coalesce((select s.met from alert_states s where s.alert_id = a.id and s.album_id = $1), false) as met, q.release_id, q.provider, q.url, q.amount, q.currency as price_currency, q.delivered_low as low, q.delivered_high as high, q.rate_day, coalesce(q.estimated, false) as estimated, q.observed_at from alerts a join user_profiles p on p.user_id = a.user_id left join album_best_price b on b.album_id = $1 and b.ships_to = p.country and b.class = a.class left join quotes q on q.id = b.quote_id and (q.ends_at is null or q.ends_at > now()) where a.album_id = $1 or a.album_id is null and exists ( select from recommendation_items i where i.set_id = (select max(c.id) from recommendation_sets c where c.user_id = a.user_id) and i.album_id = $1) or exists (select from alert_states s where s.alert_id = a.id and s.album_id = $1) order by a.id for no key update of a",
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
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        album_id: &'a i64,
    ) -> WatchQuery<'c, 'a, 's, C, Watch, 1> {
        WatchQuery {
            client,
            params: [album_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<WatchBorrowed, tokio_postgres::Error> {
                Ok(WatchBorrowed {
                    id: row.try_get(0)?,
                    user_id: row.try_get(1)?,
                    target: row.try_get(2)?,
                    currency: row.try_get(3)?,
                    standing: row.try_get(4)?,
                    met: row.try_get(5)?,
                    release_id: row.try_get(6)?,
                    provider: row.try_get(7)?,
                    url: row.try_get(8)?,
                    amount: row.try_get(9)?,
                    price_currency: row.try_get(10)?,
                    low: row.try_get(11)?,
                    high: row.try_get(12)?,
                    rate_day: row.try_get(13)?,
                    estimated: row.try_get(14)?,
                    observed_at: row.try_get(15)?,
                })
            },
            mapper: |it| Watch::from(it),
        }
    }
}
pub struct SaveStatesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_states() -> SaveStatesStmt {
    SaveStatesStmt(
        "insert into alert_states (alert_id, album_id, met, checked_at) select i.alert_id, $1, i.met, now() from unnest($2::bigint[], $3::boolean[]) as i (alert_id, met) order by i.alert_id on conflict (alert_id, album_id) do update set met = excluded.met, checked_at = excluded.checked_at",
        None,
    )
}
impl SaveStatesStmt {
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
        T2: crate::ArraySql<Item = bool>,
    >(
        &'s self,
        client: &'c C,
        album_id: &'a i64,
        alert_ids: &'a T1,
        mets: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[album_id, alert_ids, mets]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = bool>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveStatesParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveStatesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveStatesParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.album_id, &params.alert_ids, &params.mets))
    }
}
pub struct DropStatesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn drop_states() -> DropStatesStmt {
    DropStatesStmt(
        "delete from alert_states where album_id = $1 and alert_id = any ($2::bigint[])",
        None,
    )
}
impl DropStatesStmt {
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
        album_id: &'a i64,
        alert_ids: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[album_id, alert_ids]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DropStatesParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for DropStatesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DropStatesParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.album_id, &params.alert_ids))
    }
}
pub struct StaleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stale() -> StaleStmt {
    StaleStmt(
        "select album_id from ( select a.album_id from alerts a where a.album_id is not null and not exists (select from alert_states s where s.alert_id = a.id and s.album_id = a.album_id) union select i.album_id from alerts a join recommendation_items i on i.set_id = (select max(c.id) from recommendation_sets c where c.user_id = a.user_id) where a.album_id is null and not exists (select from alert_states s where s.alert_id = a.id and s.album_id = i.album_id) union select s.album_id from alert_states s where s.checked_at < now() - make_interval(secs => $1) ) stale order by album_id limit $2",
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
    crate::client::async_::Params<'c, 'a, 's, StaleParams, I64Query<'c, 'a, 's, C, i64, 2>, C>
    for StaleStmt
{
    fn params(&'s self, client: &'c C, params: &'a StaleParams) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.ttl_seconds, &params.limit)
    }
}
