// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct MoveToPackParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::ArraySql<Item = i64>,
    T7: crate::ArraySql<Item = i32>,
> {
    pub pack: T1,
    pub fingerprints: T3,
    pub keys: T5,
    pub offsets: T6,
    pub lengths: T7,
}
#[derive(Clone, Copy, Debug)]
pub struct LeftoversToDeleteParams {
    pub grace_seconds: f64,
    pub limit: i64,
}
#[derive(Debug)]
pub struct RestoreParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
    T9: crate::ArraySql<Item = i16>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = T10>,
    T12: crate::ArraySql<Item = Option<i64>>,
    T13: crate::ArraySql<Item = Option<i32>>,
    T14: crate::ArraySql<Item = i32>,
    T15: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
    T16: crate::ArraySql<Item = bool>,
> {
    pub fingerprints: T2,
    pub upstreams: T4,
    pub endpoints: T6,
    pub urls: T8,
    pub statuses: T9,
    pub keys: T11,
    pub offsets: T12,
    pub lengths: T13,
    pub bytes: T14,
    pub fetched_ats: T15,
    pub settleds: T16,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
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
pub struct MoveToPackStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_to_pack() -> MoveToPackStmt {
    MoveToPackStmt(
        "update upstream_requests r set archive_key = $1, archive_offset = i.archive_offset, archive_length = i.archive_length from unnest($2::text[], $3::text[], $4::bigint[], $5::integer[]) as i (fingerprint, archive_key, archive_offset, archive_length) where r.fingerprint = i.fingerprint and r.archive_key = i.archive_key and r.archive_offset is null",
        None,
    )
}
impl MoveToPackStmt {
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
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = T4>,
        T6: crate::ArraySql<Item = i64>,
        T7: crate::ArraySql<Item = i32>,
    >(
        &'s self,
        client: &'c C,
        pack: &'a T1,
        fingerprints: &'a T3,
        keys: &'a T5,
        offsets: &'a T6,
        lengths: &'a T7,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[pack, fingerprints, keys, offsets, lengths])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::ArraySql<Item = i64>,
    T7: crate::ArraySql<Item = i32>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveToPackParams<T1, T2, T3, T4, T5, T6, T7>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveToPackStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveToPackParams<T1, T2, T3, T4, T5, T6, T7>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.pack,
            &params.fingerprints,
            &params.keys,
            &params.offsets,
            &params.lengths,
        ))
    }
}
pub struct AddLeftoversStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_leftovers() -> AddLeftoversStmt {
    AddLeftoversStmt(
        "insert into archive_leftovers (archive_key) select i.archive_key from unnest($1::text[]) as i (archive_key) order by i.archive_key on conflict (archive_key) do nothing",
        None,
    )
}
impl AddLeftoversStmt {
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
    >(
        &'s self,
        client: &'c C,
        keys: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[keys]).await
    }
}
pub struct LeftoversStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn leftovers() -> LeftoversStmt {
    LeftoversStmt("select archive_key from archive_leftovers", None)
}
impl LeftoversStmt {
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
    ) -> StringQuery<'c, 'a, 's, C, String, 0> {
        StringQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct LeftoversToDeleteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn leftovers_to_delete() -> LeftoversToDeleteStmt {
    LeftoversToDeleteStmt(
        "select l.archive_key from archive_leftovers l where l.packed_at <= now() - make_interval(secs => $1) and not exists (select from upstream_requests r where r.archive_key = l.archive_key) order by l.packed_at, l.archive_key limit $2",
        None,
    )
}
impl LeftoversToDeleteStmt {
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
        grace_seconds: &'a f64,
        limit: &'a i64,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [grace_seconds, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        LeftoversToDeleteParams,
        StringQuery<'c, 'a, 's, C, String, 2>,
        C,
    > for LeftoversToDeleteStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a LeftoversToDeleteParams,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.grace_seconds, &params.limit)
    }
}
pub struct ForgetLeftoversStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_leftovers() -> ForgetLeftoversStmt {
    ForgetLeftoversStmt(
        "delete from archive_leftovers where archive_key = any ($1::text[])",
        None,
    )
}
impl ForgetLeftoversStmt {
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
    >(
        &'s self,
        client: &'c C,
        keys: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[keys]).await
    }
}
pub struct SingleKeysStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn single_keys() -> SingleKeysStmt {
    SingleKeysStmt(
        "select archive_key from upstream_requests where archive_offset is null",
        None,
    )
}
impl SingleKeysStmt {
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
    ) -> StringQuery<'c, 'a, 's, C, String, 0> {
        StringQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct RestoreStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn restore() -> RestoreStmt {
    RestoreStmt(
        "insert into upstream_requests as r (fingerprint, upstream, endpoint, url, status, archive_key, archive_offset, archive_length, bytes, fetched_at, fresh_until) select distinct on (i.fingerprint) i.fingerprint, i.upstream, i.endpoint, i.url, i.status, i.archive_key, i.archive_offset, i.archive_length, i.bytes, i.fetched_at, case when i.settled then i.fetched_at end from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::bigint[], $8::integer[], $9::integer[], $10::timestamptz[], $11::boolean[]) as i (fingerprint, upstream, endpoint, url, status, archive_key, archive_offset, archive_length, bytes, fetched_at, settled) order by i.fingerprint, i.settled desc, i.fetched_at desc, i.archive_offset nulls last, i.archive_key on conflict (fingerprint) do update set status = excluded.status, archive_key = excluded.archive_key, archive_offset = excluded.archive_offset, archive_length = excluded.archive_length, bytes = excluded.bytes, fetched_at = excluded.fetched_at, fresh_until = case when r.fetched_at = excluded.fetched_at then coalesce(r.fresh_until, excluded.fresh_until) else excluded.fresh_until end where (r.fresh_until is null and excluded.fresh_until is not null) or ((r.fresh_until is null) = (excluded.fresh_until is null) and (r.fetched_at < excluded.fetched_at or (r.fetched_at = excluded.fetched_at and r.archive_offset is null and excluded.archive_offset is not null)))",
        None,
    )
}
impl RestoreStmt {
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
        T5: crate::StringSql,
        T6: crate::ArraySql<Item = T5>,
        T7: crate::StringSql,
        T8: crate::ArraySql<Item = T7>,
        T9: crate::ArraySql<Item = i16>,
        T10: crate::StringSql,
        T11: crate::ArraySql<Item = T10>,
        T12: crate::ArraySql<Item = Option<i64>>,
        T13: crate::ArraySql<Item = Option<i32>>,
        T14: crate::ArraySql<Item = i32>,
        T15: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
        T16: crate::ArraySql<Item = bool>,
    >(
        &'s self,
        client: &'c C,
        fingerprints: &'a T2,
        upstreams: &'a T4,
        endpoints: &'a T6,
        urls: &'a T8,
        statuses: &'a T9,
        keys: &'a T11,
        offsets: &'a T12,
        lengths: &'a T13,
        bytes: &'a T14,
        fetched_ats: &'a T15,
        settleds: &'a T16,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    fingerprints,
                    upstreams,
                    endpoints,
                    urls,
                    statuses,
                    keys,
                    offsets,
                    lengths,
                    bytes,
                    fetched_ats,
                    settleds,
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
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
    T9: crate::ArraySql<Item = i16>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = T10>,
    T12: crate::ArraySql<Item = Option<i64>>,
    T13: crate::ArraySql<Item = Option<i32>>,
    T14: crate::ArraySql<Item = i32>,
    T15: crate::ArraySql<Item = chrono::DateTime<chrono::Utc>>,
    T16: crate::ArraySql<Item = bool>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        RestoreParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for RestoreStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a RestoreParams<
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
        >,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.fingerprints,
            &params.upstreams,
            &params.endpoints,
            &params.urls,
            &params.statuses,
            &params.keys,
            &params.offsets,
            &params.lengths,
            &params.bytes,
            &params.fetched_ats,
            &params.settleds,
        ))
    }
}
