// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct SaveParams<
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::ArraySql<Item = Option<i64>>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::StringSql,
    T7: crate::ArraySql<Item = T6>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = T8>,
    T10: crate::ArraySql<Item = i64>,
    T11: crate::StringSql,
    T12: crate::ArraySql<Item = T11>,
    T13: crate::ArraySql<Item = i64>,
    T14: crate::ArraySql<Item = i64>,
    T15: crate::ArraySql<Item = i64>,
    T16: crate::ArraySql<Item = bool>,
    T17: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
> {
    pub album_id: i64,
    pub user_ids: T1,
    pub alert_ids: T2,
    pub release_ids: T3,
    pub providers: T5,
    pub urls: T7,
    pub currencies: T9,
    pub amounts: T10,
    pub target_currencies: T12,
    pub targets: T13,
    pub lows: T14,
    pub highs: T15,
    pub estimateds: T16,
    pub observed_ats: T17,
}
#[derive(Clone, Copy, Debug)]
pub struct OfListenerParams {
    pub user_id: i64,
    pub unread: bool,
    pub before_id: Option<i64>,
    pub limit: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MarkReadParams {
    pub id: i64,
    pub user_id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct TakeParams {
    pub album_id: i64,
    pub seconds: f64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Notification {
    pub id: i64,
    pub alert_id: Option<i64>,
    pub album_id: i64,
    pub title: String,
    pub artist_name: String,
    pub release_id: Option<i64>,
    pub provider: String,
    pub url: String,
    pub currency: String,
    pub amount: i64,
    pub target_currency: String,
    pub target: i64,
    pub delivered_low: i64,
    pub delivered_high: i64,
    pub estimated: bool,
    pub observed_at: chrono::DateTime<chrono::Utc>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub read_at: Option<chrono::DateTime<chrono::Utc>>,
}
pub struct NotificationBorrowed<'a> {
    pub id: i64,
    pub alert_id: Option<i64>,
    pub album_id: i64,
    pub title: &'a str,
    pub artist_name: &'a str,
    pub release_id: Option<i64>,
    pub provider: &'a str,
    pub url: &'a str,
    pub currency: &'a str,
    pub amount: i64,
    pub target_currency: &'a str,
    pub target: i64,
    pub delivered_low: i64,
    pub delivered_high: i64,
    pub estimated: bool,
    pub observed_at: chrono::DateTime<chrono::Utc>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub read_at: Option<chrono::DateTime<chrono::Utc>>,
}
impl<'a> From<NotificationBorrowed<'a>> for Notification {
    fn from(
        NotificationBorrowed {
            id,
            alert_id,
            album_id,
            title,
            artist_name,
            release_id,
            provider,
            url,
            currency,
            amount,
            target_currency,
            target,
            delivered_low,
            delivered_high,
            estimated,
            observed_at,
            created_at,
            read_at,
        }: NotificationBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            alert_id,
            album_id,
            title: title.into(),
            artist_name: artist_name.into(),
            release_id,
            provider: provider.into(),
            url: url.into(),
            currency: currency.into(),
            amount,
            target_currency: target_currency.into(),
            target,
            delivered_low,
            delivered_high,
            estimated,
            observed_at,
            created_at,
            read_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Take {
    pub id: i64,
    pub user_id: i64,
    pub album_id: i64,
    pub title: String,
    pub artist_name: String,
    pub provider: String,
    pub url: String,
    pub currency: String,
    pub amount: i64,
    pub target_currency: String,
    pub target: i64,
    pub delivered_low: i64,
    pub delivered_high: i64,
    pub estimated: bool,
}
pub struct TakeBorrowed<'a> {
    pub id: i64,
    pub user_id: i64,
    pub album_id: i64,
    pub title: &'a str,
    pub artist_name: &'a str,
    pub provider: &'a str,
    pub url: &'a str,
    pub currency: &'a str,
    pub amount: i64,
    pub target_currency: &'a str,
    pub target: i64,
    pub delivered_low: i64,
    pub delivered_high: i64,
    pub estimated: bool,
}
impl<'a> From<TakeBorrowed<'a>> for Take {
    fn from(
        TakeBorrowed {
            id,
            user_id,
            album_id,
            title,
            artist_name,
            provider,
            url,
            currency,
            amount,
            target_currency,
            target,
            delivered_low,
            delivered_high,
            estimated,
        }: TakeBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            user_id,
            album_id,
            title: title.into(),
            artist_name: artist_name.into(),
            provider: provider.into(),
            url: url.into(),
            currency: currency.into(),
            amount,
            target_currency: target_currency.into(),
            target,
            delivered_low,
            delivered_high,
            estimated,
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct NotificationQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<NotificationBorrowed, tokio_postgres::Error>,
    mapper: fn(NotificationBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> NotificationQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(NotificationBorrowed) -> R,
    ) -> NotificationQuery<'c, 'a, 's, C, R, N> {
        NotificationQuery {
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
pub struct TakeQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TakeBorrowed, tokio_postgres::Error>,
    mapper: fn(TakeBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TakeQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TakeBorrowed) -> R) -> TakeQuery<'c, 'a, 's, C, R, N> {
        TakeQuery {
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
        "insert into notifications (user_id, alert_id, album_id, release_id, provider, url, currency, amount, target_currency, target, delivered_low, delivered_high, estimated, observed_at) select i.user_id, i.alert_id, $1, i.release_id, i.provider, i.url, i.currency, i.amount, i.target_currency, i.target, i.low, i.high, i.estimated, i.observed_at from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::text[], $10::bigint[], $11::bigint[], $12::bigint[], $13::boolean[], $14::timestamptz[]) as i (user_id, alert_id, release_id, provider, url, currency, amount, target_currency, target, low, high, estimated, observed_at) order by i.alert_id",
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
        T1: crate::ArraySql<Item = i64>,
        T2: crate::ArraySql<Item = i64>,
        T3: crate::ArraySql<Item = Option<i64>>,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = T4>,
        T6: crate::StringSql,
        T7: crate::ArraySql<Item = T6>,
        T8: crate::StringSql,
        T9: crate::ArraySql<Item = T8>,
        T10: crate::ArraySql<Item = i64>,
        T11: crate::StringSql,
        T12: crate::ArraySql<Item = T11>,
        T13: crate::ArraySql<Item = i64>,
        T14: crate::ArraySql<Item = i64>,
        T15: crate::ArraySql<Item = i64>,
        T16: crate::ArraySql<Item = bool>,
        T17: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
    >(
        &'s self,
        client: &'c C,
        album_id: &'a i64,
        user_ids: &'a T1,
        alert_ids: &'a T2,
        release_ids: &'a T3,
        providers: &'a T5,
        urls: &'a T7,
        currencies: &'a T9,
        amounts: &'a T10,
        target_currencies: &'a T12,
        targets: &'a T13,
        lows: &'a T14,
        highs: &'a T15,
        estimateds: &'a T16,
        observed_ats: &'a T17,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    album_id,
                    user_ids,
                    alert_ids,
                    release_ids,
                    providers,
                    urls,
                    currencies,
                    amounts,
                    target_currencies,
                    targets,
                    lows,
                    highs,
                    estimateds,
                    observed_ats,
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
    T3: crate::ArraySql<Item = Option<i64>>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::StringSql,
    T7: crate::ArraySql<Item = T6>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = T8>,
    T10: crate::ArraySql<Item = i64>,
    T11: crate::StringSql,
    T12: crate::ArraySql<Item = T11>,
    T13: crate::ArraySql<Item = i64>,
    T14: crate::ArraySql<Item = i64>,
    T15: crate::ArraySql<Item = i64>,
    T16: crate::ArraySql<Item = bool>,
    T17: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17>,
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
        >,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.album_id,
            &params.user_ids,
            &params.alert_ids,
            &params.release_ids,
            &params.providers,
            &params.urls,
            &params.currencies,
            &params.amounts,
            &params.target_currencies,
            &params.targets,
            &params.lows,
            &params.highs,
            &params.estimateds,
            &params.observed_ats,
        ))
    }
}
pub struct OfListenerStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn of_listener() -> OfListenerStmt {
    OfListenerStmt(
        "select n.id, n.alert_id, n.album_id, b.title, t.name as artist_name, n.release_id, n.provider, n.url, n.currency, n.amount, n.target_currency, n.target, n.delivered_low, n.delivered_high, n.estimated, n.observed_at, n.created_at, n.read_at from notifications n join albums b on b.id = n.album_id join artists t on t.id = b.artist_id where n.user_id = $1 and (not $2 or n.read_at is null) and ($3::bigint is null or n.id < $3) order by n.id desc limit $4",
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
        unread: &'a bool,
        before_id: &'a Option<i64>,
        limit: &'a i64,
    ) -> NotificationQuery<'c, 'a, 's, C, Notification, 4> {
        NotificationQuery {
            client,
            params: [user_id, unread, before_id, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<NotificationBorrowed, tokio_postgres::Error> {
                    Ok(NotificationBorrowed {
                        id: row.try_get(0)?,
                        alert_id: row.try_get(1)?,
                        album_id: row.try_get(2)?,
                        title: row.try_get(3)?,
                        artist_name: row.try_get(4)?,
                        release_id: row.try_get(5)?,
                        provider: row.try_get(6)?,
                        url: row.try_get(7)?,
                        currency: row.try_get(8)?,
                        amount: row.try_get(9)?,
                        target_currency: row.try_get(10)?,
                        target: row.try_get(11)?,
                        delivered_low: row.try_get(12)?,
                        delivered_high: row.try_get(13)?,
                        estimated: row.try_get(14)?,
                        observed_at: row.try_get(15)?,
                        created_at: row.try_get(16)?,
                        read_at: row.try_get(17)?,
                    })
                },
            mapper: |it| Notification::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OfListenerParams,
        NotificationQuery<'c, 'a, 's, C, Notification, 4>,
        C,
    > for OfListenerStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OfListenerParams,
    ) -> NotificationQuery<'c, 'a, 's, C, Notification, 4> {
        self.bind(
            client,
            &params.user_id,
            &params.unread,
            &params.before_id,
            &params.limit,
        )
    }
}
pub struct MarkReadStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn mark_read() -> MarkReadStmt {
    MarkReadStmt(
        "update notifications set read_at = coalesce(read_at, now()) where id = $1 and user_id = $2",
        None,
    )
}
impl MarkReadStmt {
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
        MarkReadParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MarkReadStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MarkReadParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.id, &params.user_id))
    }
}
pub struct TakeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn take() -> TakeStmt {
    TakeStmt(
        "update notifications n set published_at = now() from albums b join artists t on t.id = b.artist_id where n.album_id = $1 and n.published_at is null and n.created_at > now() - make_interval(secs => $2) and b.id = n.album_id returning n.id, n.user_id, n.album_id, b.title, t.name as artist_name, n.provider, n.url, n.currency, n.amount, n.target_currency, n.target, n.delivered_low, n.delivered_high, n.estimated",
        None,
    )
}
impl TakeStmt {
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
        seconds: &'a f64,
    ) -> TakeQuery<'c, 'a, 's, C, Take, 2> {
        TakeQuery {
            client,
            params: [album_id, seconds],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TakeBorrowed, tokio_postgres::Error> {
                Ok(TakeBorrowed {
                    id: row.try_get(0)?,
                    user_id: row.try_get(1)?,
                    album_id: row.try_get(2)?,
                    title: row.try_get(3)?,
                    artist_name: row.try_get(4)?,
                    provider: row.try_get(5)?,
                    url: row.try_get(6)?,
                    currency: row.try_get(7)?,
                    amount: row.try_get(8)?,
                    target_currency: row.try_get(9)?,
                    target: row.try_get(10)?,
                    delivered_low: row.try_get(11)?,
                    delivered_high: row.try_get(12)?,
                    estimated: row.try_get(13)?,
                })
            },
            mapper: |it| Take::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, TakeParams, TakeQuery<'c, 'a, 's, C, Take, 2>, C>
    for TakeStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a TakeParams,
    ) -> TakeQuery<'c, 'a, 's, C, Take, 2> {
        self.bind(client, &params.album_id, &params.seconds)
    }
}
pub struct PutBackStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn put_back() -> PutBackStmt {
    PutBackStmt(
        "update notifications set published_at = null where id = any ($1::bigint[])",
        None,
    )
}
impl PutBackStmt {
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
