// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct MastersOfOthersParams<T1: crate::ArraySql<Item = i64>> {
    pub master_ids: T1,
    pub album_id: i64,
}
#[derive(Debug)]
pub struct GatherPressingsParams<T1: crate::ArraySql<Item = i64>> {
    pub album_id: i64,
    pub others: T1,
}
#[derive(Debug)]
pub struct NoteGatheredParams<T1: crate::StringSql, T2: crate::ArraySql<Item = i64>> {
    pub note: T1,
    pub others: T2,
}
#[derive(Clone, Copy, Debug)]
pub struct LeavePressingsParams {
    pub home: i64,
    pub album_id: i64,
}
#[derive(Debug)]
pub struct MovePressingsParams<T1: crate::ArraySql<Item = i64>, T2: crate::ArraySql<Item = i64>> {
    pub album_id: i64,
    pub seen_at: chrono::DateTime<chrono::Utc>,
    pub discogs_ids: T1,
    pub by_hand: T2,
    pub master_id: Option<i64>,
}
#[derive(Debug)]
pub struct MoveQuotesParams<T1: crate::ArraySql<Item = i64>> {
    pub album_id: i64,
    pub discogs_ids: T1,
}
#[derive(Debug)]
pub struct ForgetMovedParams<T1: crate::StringSql, T2: crate::ArraySql<Item = T1>> {
    pub service_ids: T2,
    pub album_id: i64,
}
#[derive(Debug)]
pub struct BringBackParams<T1: crate::ArraySql<Item = i64>, T2: crate::ArraySql<Item = i64>> {
    pub seen_at: chrono::DateTime<chrono::Utc>,
    pub album_id: i64,
    pub discogs_ids: T1,
    pub by_hand: T2,
}
#[derive(Debug)]
pub struct MarkGoneParams<T1: crate::ArraySql<Item = i64>, T2: crate::ArraySql<Item = i64>> {
    pub seen_at: chrono::DateTime<chrono::Utc>,
    pub album_id: i64,
    pub rejected: T1,
    pub complete: bool,
    pub discogs_ids: T2,
    pub by_search: bool,
}
#[derive(Clone, Copy, Debug)]
pub struct ForgetMasterParams {
    pub album_id: i64,
    pub master_id: i64,
}
#[derive(Debug)]
pub struct RejectMasterParams<T1: crate::StringSql> {
    pub album_id: i64,
    pub service_id: T1,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    pub kind: String,
    pub service_id: String,
    pub state: String,
    pub decided_by: String,
}
pub struct DecidedBorrowed<'a> {
    pub kind: &'a str,
    pub service_id: &'a str,
    pub state: &'a str,
    pub decided_by: &'a str,
}
impl<'a> From<DecidedBorrowed<'a>> for Decided {
    fn from(
        DecidedBorrowed {
            kind,
            service_id,
            state,
            decided_by,
        }: DecidedBorrowed<'a>,
    ) -> Self {
        Self {
            kind: kind.into(),
            service_id: service_id.into(),
            state: state.into(),
            decided_by: decided_by.into(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Sharers {
    pub id: i64,
    pub title_key: String,
    pub year: Option<i16>,
    pub mbid: Option<uuid::Uuid>,
    pub unlisted: bool,
    pub by_hand: bool,
}
pub struct SharersBorrowed<'a> {
    pub id: i64,
    pub title_key: &'a str,
    pub year: Option<i16>,
    pub mbid: Option<uuid::Uuid>,
    pub unlisted: bool,
    pub by_hand: bool,
}
impl<'a> From<SharersBorrowed<'a>> for Sharers {
    fn from(
        SharersBorrowed {
            id,
            title_key,
            year,
            mbid,
            unlisted,
            by_hand,
        }: SharersBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            title_key: title_key.into(),
            year,
            mbid,
            unlisted,
            by_hand,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct MovePressings {
    pub album_id: i64,
    pub discogs_id: i64,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct DecidedQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<DecidedBorrowed, tokio_postgres::Error>,
    mapper: fn(DecidedBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> DecidedQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(DecidedBorrowed) -> R) -> DecidedQuery<'c, 'a, 's, C, R, N> {
        DecidedQuery {
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
pub struct SharersQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SharersBorrowed, tokio_postgres::Error>,
    mapper: fn(SharersBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SharersQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SharersBorrowed) -> R) -> SharersQuery<'c, 'a, 's, C, R, N> {
        SharersQuery {
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
pub struct MovePressingsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MovePressings, tokio_postgres::Error>,
    mapper: fn(MovePressings) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MovePressingsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MovePressings) -> R) -> MovePressingsQuery<'c, 'a, 's, C, R, N> {
        MovePressingsQuery {
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
pub struct DecidedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn decided() -> DecidedStmt {
    DecidedStmt(
        "select kind, service_id, state, decided_by from matches where album_id = $1 and service = 'discogs' and kind in ('album', 'pressing') and state <> 'proposed' union all select 'pressing', discogs_release_id::text, 'accepted', 'hand' from albums where id = $1 and discogs_release_id is not null",
        None,
    )
}
impl DecidedStmt {
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
    ) -> DecidedQuery<'c, 'a, 's, C, Decided, 1> {
        DecidedQuery {
            client,
            params: [album_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<DecidedBorrowed, tokio_postgres::Error> {
                    Ok(DecidedBorrowed {
                        kind: row.try_get(0)?,
                        service_id: row.try_get(1)?,
                        state: row.try_get(2)?,
                        decided_by: row.try_get(3)?,
                    })
                },
            mapper: |it| Decided::from(it),
        }
    }
}
pub struct MastersOfOthersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn masters_of_others() -> MastersOfOthersStmt {
    MastersOfOthersStmt(
        "select distinct discogs_master_id from albums where discogs_master_id = any ($1::bigint[]) and id <> $2",
        None,
    )
}
impl MastersOfOthersStmt {
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
        master_ids: &'a T1,
        album_id: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [master_ids, album_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MastersOfOthersParams<T1>,
        I64Query<'c, 'a, 's, C, i64, 2>,
        C,
    > for MastersOfOthersStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MastersOfOthersParams<T1>,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.master_ids, &params.album_id)
    }
}
pub struct KnownReleasesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn known_releases() -> KnownReleasesStmt {
    KnownReleasesStmt(
        "select discogs_id from releases where discogs_id = any ($1::bigint[])",
        None,
    )
}
impl KnownReleasesStmt {
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
        discogs_ids: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [discogs_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct OwnersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn owners() -> OwnersStmt {
    OwnersStmt(
        "select distinct album_id from releases where discogs_id = any ($1::bigint[])",
        None,
    )
}
impl OwnersStmt {
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
        discogs_ids: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [discogs_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct SharersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn sharers() -> SharersStmt {
    SharersStmt(
        "select a.id, a.title_key, a.first_release_year as year, a.mbid, a.unlisted_at is not null as unlisted, exists (select from matches m where m.kind = 'album' and m.album_id = a.id and m.service = 'discogs' and m.service_id = ($1)::bigint::text and m.state = 'accepted' and m.decided_by = 'hand') as by_hand from albums a where a.discogs_master_id = $1 order by a.id",
        None,
    )
}
impl SharersStmt {
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
        master_id: &'a i64,
    ) -> SharersQuery<'c, 'a, 's, C, Sharers, 1> {
        SharersQuery {
            client,
            params: [master_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<SharersBorrowed, tokio_postgres::Error> {
                    Ok(SharersBorrowed {
                        id: row.try_get(0)?,
                        title_key: row.try_get(1)?,
                        year: row.try_get(2)?,
                        mbid: row.try_get(3)?,
                        unlisted: row.try_get(4)?,
                        by_hand: row.try_get(5)?,
                    })
                },
            mapper: |it| Sharers::from(it),
        }
    }
}
pub struct GatherPressingsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn gather_pressings() -> GatherPressingsStmt {
    GatherPressingsStmt(
        "update releases r set album_id = $1, updated_at = now() where r.album_id = any ($2::bigint[]) and r.confidence = 1 and not exists (select from matches m where m.kind = 'pressing' and m.album_id = r.album_id and m.service = 'discogs' and m.service_id = r.discogs_id::text and m.state = 'accepted' and m.decided_by = 'hand') returning discogs_id",
        None,
    )
}
impl GatherPressingsStmt {
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
        others: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [album_id, others],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        GatherPressingsParams<T1>,
        I64Query<'c, 'a, 's, C, i64, 2>,
        C,
    > for GatherPressingsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a GatherPressingsParams<T1>,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.album_id, &params.others)
    }
}
pub struct NoteGatheredStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn note_gathered() -> NoteGatheredStmt {
    NoteGatheredStmt(
        "update albums set note = $1, rating_hundredths = null, rating_votes = null, track_count = null, updated_at = now() where id = any ($2::bigint[]) and release_count = 0 and note is distinct from $1",
        None,
    )
}
impl NoteGatheredStmt {
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
        T2: crate::ArraySql<Item = i64>,
    >(
        &'s self,
        client: &'c C,
        note: &'a T1,
        others: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[note, others]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        NoteGatheredParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for NoteGatheredStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a NoteGatheredParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.note, &params.others))
    }
}
pub struct LeavePressingsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn leave_pressings() -> LeavePressingsStmt {
    LeavePressingsStmt(
        "update albums set releases_fetched_at = null, updated_at = now() where id = $1 and releases_fetched_at is not null and exists (select from releases r where r.album_id = $2 and r.confidence = 1)",
        None,
    )
}
impl LeavePressingsStmt {
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
        home: &'a i64,
        album_id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[home, album_id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        LeavePressingsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for LeavePressingsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a LeavePressingsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.home, &params.album_id))
    }
}
pub struct MovePressingsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_pressings() -> MovePressingsStmt {
    MovePressingsStmt(
        "update releases r set album_id = $1, listed_at = $2, gone_at = null, note = null, updated_at = now() from albums a where r.discogs_id = any ($3::bigint[]) and a.id = r.album_id and r.album_id <> $1 and (r.discogs_id = any ($4::bigint[]) or greatest(r.listed_at, r.gone_at) < $2 and (r.gone_at is not null or $5::bigint is not null and a.discogs_master_id is distinct from $5) and not exists (select from matches m where m.kind = 'pressing' and m.album_id = r.album_id and m.service = 'discogs' and m.service_id = r.discogs_id::text and m.state = 'accepted' and m.decided_by = 'hand')) returning a.id as album_id, r.discogs_id",
        None,
    )
}
impl MovePressingsStmt {
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
        T2: crate::ArraySql<Item = i64>,
    >(
        &'s self,
        client: &'c C,
        album_id: &'a i64,
        seen_at: &'a chrono::DateTime<chrono::Utc>,
        discogs_ids: &'a T1,
        by_hand: &'a T2,
        master_id: &'a Option<i64>,
    ) -> MovePressingsQuery<'c, 'a, 's, C, MovePressings, 5> {
        MovePressingsQuery {
            client,
            params: [album_id, seen_at, discogs_ids, by_hand, master_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MovePressings, tokio_postgres::Error> {
                Ok(MovePressings {
                    album_id: row.try_get(0)?,
                    discogs_id: row.try_get(1)?,
                })
            },
            mapper: |it| MovePressings::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>, T2: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        MovePressingsParams<T1, T2>,
        MovePressingsQuery<'c, 'a, 's, C, MovePressings, 5>,
        C,
    > for MovePressingsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a MovePressingsParams<T1, T2>,
    ) -> MovePressingsQuery<'c, 'a, 's, C, MovePressings, 5> {
        self.bind(
            client,
            &params.album_id,
            &params.seen_at,
            &params.discogs_ids,
            &params.by_hand,
            &params.master_id,
        )
    }
}
pub struct MoveQuotesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_quotes() -> MoveQuotesStmt {
    MoveQuotesStmt(
        "update quotes q set album_id = $1 from releases r where r.discogs_id = any ($2::bigint[]) and q.release_id = r.id and q.album_id <> $1",
        None,
    )
}
impl MoveQuotesStmt {
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
        discogs_ids: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[album_id, discogs_ids]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveQuotesParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveQuotesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveQuotesParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.album_id, &params.discogs_ids))
    }
}
pub struct ForgetMovedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_moved() -> ForgetMovedStmt {
    ForgetMovedStmt(
        "delete from matches where kind = 'pressing' and service = 'discogs' and service_id = any ($1::text[]) and album_id <> $2 and decided_by <> 'hand'",
        None,
    )
}
impl ForgetMovedStmt {
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
        service_ids: &'a T2,
        album_id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[service_ids, album_id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ForgetMovedParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for ForgetMovedStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ForgetMovedParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.service_ids, &params.album_id))
    }
}
pub struct BringBackStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn bring_back() -> BringBackStmt {
    BringBackStmt(
        "update releases set gone_at = null, note = null, listed_at = $1, updated_at = now() where album_id = $2 and discogs_id = any ($3::bigint[]) and (gone_at < $1 or gone_at is not null and discogs_id = any ($4::bigint[]))",
        None,
    )
}
impl BringBackStmt {
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
    >(
        &'s self,
        client: &'c C,
        seen_at: &'a chrono::DateTime<chrono::Utc>,
        album_id: &'a i64,
        discogs_ids: &'a T1,
        by_hand: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[seen_at, album_id, discogs_ids, by_hand])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = i64>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        BringBackParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for BringBackStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a BringBackParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.seen_at,
            &params.album_id,
            &params.discogs_ids,
            &params.by_hand,
        ))
    }
}
pub struct MarkGoneStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn mark_gone() -> MarkGoneStmt {
    MarkGoneStmt(
        "update releases set gone_at = $1, updated_at = now() where album_id = $2 and gone_at is null and (discogs_id = any ($3::bigint[]) or $4 and listed_at < $1 and discogs_id <> all ($5::bigint[]) and (confidence = 1 or $6))",
        None,
    )
}
impl MarkGoneStmt {
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
    >(
        &'s self,
        client: &'c C,
        seen_at: &'a chrono::DateTime<chrono::Utc>,
        album_id: &'a i64,
        rejected: &'a T1,
        complete: &'a bool,
        discogs_ids: &'a T2,
        by_search: &'a bool,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    seen_at,
                    album_id,
                    rejected,
                    complete,
                    discogs_ids,
                    by_search,
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
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MarkGoneParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MarkGoneStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MarkGoneParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.seen_at,
            &params.album_id,
            &params.rejected,
            &params.complete,
            &params.discogs_ids,
            &params.by_search,
        ))
    }
}
pub struct SaveFactsOfMostOwnedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_facts_of_most_owned() -> SaveFactsOfMostOwnedStmt {
    SaveFactsOfMostOwnedStmt(
        "update albums a set rating_hundredths = coalesce(m.rating_hundredths, a.rating_hundredths), rating_votes = coalesce(m.rating_votes, a.rating_votes), track_count = coalesce(m.tracks, a.track_count), updated_at = now() from ( select i.id as album_id, r.rating_hundredths, r.rating_votes, (select nullif(count(*), 0)::smallint from jsonb_array_elements(d.tracks) t where t ->> 'heading' is distinct from 'true') as tracks from unnest($1::bigint[]) as i (id) cross join lateral (select o.id, o.rating_hundredths, o.rating_votes from releases o where o.album_id = i.id and o.gone_at is null order by o.have desc nulls last, o.id limit 1) r left join release_details d on d.release_id = r.id ) m where a.id = m.album_id and (a.rating_hundredths, a.rating_votes, a.track_count) is distinct from (coalesce(m.rating_hundredths, a.rating_hundredths), coalesce(m.rating_votes, a.rating_votes), coalesce(m.tracks, a.track_count))",
        None,
    )
}
impl SaveFactsOfMostOwnedStmt {
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
pub struct ForgetMasterStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_master() -> ForgetMasterStmt {
    ForgetMasterStmt(
        "update albums set discogs_master_id = null, master_confidence = null, updated_at = now() where id = $1 and discogs_master_id = $2",
        None,
    )
}
impl ForgetMasterStmt {
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
        album_id: &'a i64,
        master_id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[album_id, master_id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ForgetMasterParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for ForgetMasterStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ForgetMasterParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.album_id, &params.master_id))
    }
}
pub struct RejectMasterStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn reject_master() -> RejectMasterStmt {
    RejectMasterStmt(
        "insert into matches (kind, album_id, service, service_id, score, state, decided_by) values ('album', $1, 'discogs', $2, 0, 'rejected', 'discogs') on conflict (kind, artist_id, album_id, service, service_id) do update set state = 'rejected', decided_by = 'discogs', decided_at = now() where matches.decided_by <> 'hand' and matches.state <> 'rejected'",
        None,
    )
}
impl RejectMasterStmt {
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
        album_id: &'a i64,
        service_id: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[album_id, service_id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        RejectMasterParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for RejectMasterStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a RejectMasterParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.album_id, &params.service_id))
    }
}
