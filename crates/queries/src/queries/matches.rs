// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct SaveLinksParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = Option<i64>>,
    T4: crate::ArraySql<Item = Option<i64>>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
    T11: crate::ArraySql<Item = f32>,
    T12: crate::StringSql,
    T13: crate::ArraySql<Item = T12>,
    T14: crate::StringSql,
    T15: crate::ArraySql<Item = T14>,
    T16: crate::StringSql,
    T17: crate::ArraySql<Item = T16>,
> {
    pub kinds: T2,
    pub artist_ids: T3,
    pub album_ids: T4,
    pub services: T6,
    pub service_ids: T8,
    pub candidates: T10,
    pub scores: T11,
    pub reasons: T13,
    pub states: T15,
    pub deciders: T17,
}
#[derive(Debug)]
pub struct ArtistOfServiceIdParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub service: T1,
    pub service_id: T2,
}
#[derive(Debug)]
pub struct SupersedeArtistParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub decided_by: T1,
    pub artist_id: i64,
    pub service: T2,
    pub service_id: T3,
}
#[derive(Debug)]
pub struct SupersedeAlbumParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub decided_by: T1,
    pub album_id: i64,
    pub service: T2,
    pub service_id: T3,
}
#[derive(Debug)]
pub struct SupersedeMastersParams<T1: crate::StringSql, T2: crate::ArraySql<Item = i64>> {
    pub decided_by: T1,
    pub album_ids: T2,
}
#[derive(Debug)]
pub struct RedirectMbidParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub new_id: T1,
    pub artist_id: i64,
    pub old_id: T2,
}
#[derive(Debug)]
pub struct DecideParams<T1: crate::StringSql> {
    pub state: T1,
    pub user_id: Option<i64>,
    pub id: i64,
}
#[derive(Debug)]
pub struct LinkByHandParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
> {
    pub kind: T1,
    pub artist_id: Option<i64>,
    pub album_id: Option<i64>,
    pub service: T2,
    pub service_id: T3,
    pub candidate: T4,
    pub user_id: Option<i64>,
}
#[derive(Debug)]
pub struct ChosenByHandParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub kind: T1,
    pub service: T2,
    pub artist_id: Option<i64>,
    pub album_id: Option<i64>,
}
#[derive(Debug)]
pub struct ToReviewParams<T1: crate::StringSql> {
    pub kind: Option<T1>,
    pub after_id: Option<i64>,
    pub after_score: Option<f32>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct DecidedParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub state: T1,
    pub kind: Option<T2>,
    pub before_id: Option<i64>,
    pub before: Option<chrono::DateTime<chrono::Utc>>,
    pub limit: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct DropPressingParams {
    pub album_id: i64,
    pub discogs_id: i64,
}
#[derive(Debug)]
pub struct StandingForParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub id: i64,
    pub kind: T1,
    pub service: T2,
    pub service_id: T3,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    pub id: i64,
    pub kind: String,
    pub artist_id: Option<i64>,
    pub album_id: Option<i64>,
    pub service: String,
    pub service_id: String,
    pub score: f32,
    pub state: String,
    pub decided_by: String,
    pub user_id: Option<i64>,
}
pub struct LinkBorrowed<'a> {
    pub id: i64,
    pub kind: &'a str,
    pub artist_id: Option<i64>,
    pub album_id: Option<i64>,
    pub service: &'a str,
    pub service_id: &'a str,
    pub score: f32,
    pub state: &'a str,
    pub decided_by: &'a str,
    pub user_id: Option<i64>,
}
impl<'a> From<LinkBorrowed<'a>> for Link {
    fn from(
        LinkBorrowed {
            id,
            kind,
            artist_id,
            album_id,
            service,
            service_id,
            score,
            state,
            decided_by,
            user_id,
        }: LinkBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            kind: kind.into(),
            artist_id,
            album_id,
            service: service.into(),
            service_id: service_id.into(),
            score,
            state: state.into(),
            decided_by: decided_by.into(),
            user_id,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Reviewed {
    pub id: i64,
    pub kind: String,
    pub artist_id: Option<i64>,
    pub album_id: Option<i64>,
    pub service: String,
    pub service_id: String,
    pub candidate: serde_json::Value,
    pub score: f32,
    pub reasons: serde_json::Value,
    pub state: String,
    pub decided_by: String,
    pub decided_at: chrono::DateTime<chrono::Utc>,
    pub user_name: Option<String>,
    pub artist_name: String,
    pub title: Option<String>,
    pub first_release_year: Option<i16>,
    pub mbid: Option<uuid::Uuid>,
    pub discogs_id: Option<i64>,
}
pub struct ReviewedBorrowed<'a> {
    pub id: i64,
    pub kind: &'a str,
    pub artist_id: Option<i64>,
    pub album_id: Option<i64>,
    pub service: &'a str,
    pub service_id: &'a str,
    pub candidate: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub score: f32,
    pub reasons: postgres_types::Json<&'a serde_json::value::RawValue>,
    pub state: &'a str,
    pub decided_by: &'a str,
    pub decided_at: chrono::DateTime<chrono::Utc>,
    pub user_name: Option<&'a str>,
    pub artist_name: &'a str,
    pub title: Option<&'a str>,
    pub first_release_year: Option<i16>,
    pub mbid: Option<uuid::Uuid>,
    pub discogs_id: Option<i64>,
}
impl<'a> From<ReviewedBorrowed<'a>> for Reviewed {
    fn from(
        ReviewedBorrowed {
            id,
            kind,
            artist_id,
            album_id,
            service,
            service_id,
            candidate,
            score,
            reasons,
            state,
            decided_by,
            decided_at,
            user_name,
            artist_name,
            title,
            first_release_year,
            mbid,
            discogs_id,
        }: ReviewedBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            kind: kind.into(),
            artist_id,
            album_id,
            service: service.into(),
            service_id: service_id.into(),
            candidate: serde_json::from_str(candidate.0.get()).unwrap(),
            score,
            reasons: serde_json::from_str(reasons.0.get()).unwrap(),
            state: state.into(),
            decided_by: decided_by.into(),
            decided_at,
            user_name: user_name.map(|v| v.into()),
            artist_name: artist_name.into(),
            title: title.map(|v| v.into()),
            first_release_year,
            mbid,
            discogs_id,
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct LinkQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<LinkBorrowed, tokio_postgres::Error>,
    mapper: fn(LinkBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> LinkQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(LinkBorrowed) -> R) -> LinkQuery<'c, 'a, 's, C, R, N> {
        LinkQuery {
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
pub struct ReviewedQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ReviewedBorrowed, tokio_postgres::Error>,
    mapper: fn(ReviewedBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ReviewedQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ReviewedBorrowed) -> R) -> ReviewedQuery<'c, 'a, 's, C, R, N> {
        ReviewedQuery {
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
pub struct SaveLinksStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_links() -> SaveLinksStmt {
    SaveLinksStmt(
        "insert into matches (kind, artist_id, album_id, service, service_id, candidate, score, reasons, state, decided_by) select i.kind, i.artist_id, i.album_id, i.service, i.service_id, i.candidate::jsonb, i.score, i.reasons::jsonb, i.state, i.decided_by from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::real[], $8::text[], $9::text[], $10::text[]) as i (kind, artist_id, album_id, service, service_id, candidate, score, reasons, state, decided_by) where i.kind = 'pressing' or not exists (select from matches h where h.kind = i.kind and h.service = i.service and h.state = 'accepted' and h.decided_by = 'hand' and h.service_id <> i.service_id and (h.artist_id = i.artist_id or h.album_id = i.album_id)) order by i.kind, i.artist_id, i.album_id, i.service, i.service_id on conflict (kind, artist_id, album_id, service, service_id) do update set candidate = excluded.candidate, score = excluded.score, reasons = excluded.reasons, state = excluded.state, decided_by = excluded.decided_by, decided_at = now() where matches.decided_by <> 'hand' and (excluded.state = 'accepted' or matches.state = 'proposed') and not (matches.kind = 'album' and matches.state = 'rejected' and matches.decided_by = 'discogs') and (matches.candidate, matches.score, matches.reasons, matches.state, matches.decided_by) is distinct from (excluded.candidate, excluded.score, excluded.reasons, excluded.state, excluded.decided_by)",
        None,
    )
}
impl SaveLinksStmt {
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
        T3: crate::ArraySql<Item = Option<i64>>,
        T4: crate::ArraySql<Item = Option<i64>>,
        T5: crate::StringSql,
        T6: crate::ArraySql<Item = T5>,
        T7: crate::StringSql,
        T8: crate::ArraySql<Item = T7>,
        T9: crate::StringSql,
        T10: crate::ArraySql<Item = T9>,
        T11: crate::ArraySql<Item = f32>,
        T12: crate::StringSql,
        T13: crate::ArraySql<Item = T12>,
        T14: crate::StringSql,
        T15: crate::ArraySql<Item = T14>,
        T16: crate::StringSql,
        T17: crate::ArraySql<Item = T16>,
    >(
        &'s self,
        client: &'c C,
        kinds: &'a T2,
        artist_ids: &'a T3,
        album_ids: &'a T4,
        services: &'a T6,
        service_ids: &'a T8,
        candidates: &'a T10,
        scores: &'a T11,
        reasons: &'a T13,
        states: &'a T15,
        deciders: &'a T17,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    kinds,
                    artist_ids,
                    album_ids,
                    services,
                    service_ids,
                    candidates,
                    scores,
                    reasons,
                    states,
                    deciders,
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
    T3: crate::ArraySql<Item = Option<i64>>,
    T4: crate::ArraySql<Item = Option<i64>>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
    T11: crate::ArraySql<Item = f32>,
    T12: crate::StringSql,
    T13: crate::ArraySql<Item = T12>,
    T14: crate::StringSql,
    T15: crate::ArraySql<Item = T14>,
    T16: crate::StringSql,
    T17: crate::ArraySql<Item = T16>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveLinksParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveLinksStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveLinksParams<
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
            &params.kinds,
            &params.artist_ids,
            &params.album_ids,
            &params.services,
            &params.service_ids,
            &params.candidates,
            &params.scores,
            &params.reasons,
            &params.states,
            &params.deciders,
        ))
    }
}
pub struct OfArtistStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn of_artist() -> OfArtistStmt {
    OfArtistStmt(
        "select id, kind, artist_id, album_id, service, service_id, score, state, decided_by, user_id from matches where artist_id = $1 order by id",
        None,
    )
}
impl OfArtistStmt {
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
        artist_id: &'a i64,
    ) -> LinkQuery<'c, 'a, 's, C, Link, 1> {
        LinkQuery {
            client,
            params: [artist_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<LinkBorrowed, tokio_postgres::Error> {
                Ok(LinkBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    artist_id: row.try_get(2)?,
                    album_id: row.try_get(3)?,
                    service: row.try_get(4)?,
                    service_id: row.try_get(5)?,
                    score: row.try_get(6)?,
                    state: row.try_get(7)?,
                    decided_by: row.try_get(8)?,
                    user_id: row.try_get(9)?,
                })
            },
            mapper: |it| Link::from(it),
        }
    }
}
pub struct OfAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn of_albums() -> OfAlbumsStmt {
    OfAlbumsStmt(
        "select id, kind, artist_id, album_id, service, service_id, score, state, decided_by, user_id from matches where album_id = any ($1::bigint[]) order by id",
        None,
    )
}
impl OfAlbumsStmt {
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
    ) -> LinkQuery<'c, 'a, 's, C, Link, 1> {
        LinkQuery {
            client,
            params: [album_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<LinkBorrowed, tokio_postgres::Error> {
                Ok(LinkBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    artist_id: row.try_get(2)?,
                    album_id: row.try_get(3)?,
                    service: row.try_get(4)?,
                    service_id: row.try_get(5)?,
                    score: row.try_get(6)?,
                    state: row.try_get(7)?,
                    decided_by: row.try_get(8)?,
                    user_id: row.try_get(9)?,
                })
            },
            mapper: |it| Link::from(it),
        }
    }
}
pub struct ArtistOfServiceIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn artist_of_service_id() -> ArtistOfServiceIdStmt {
    ArtistOfServiceIdStmt(
        "select artist_id from matches where kind = 'artist' and service = $1 and service_id = $2 and state = 'accepted' order by id limit 1",
        None,
    )
}
impl ArtistOfServiceIdStmt {
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
        service: &'a T1,
        service_id: &'a T2,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [service, service_id],
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
        ArtistOfServiceIdParams<T1, T2>,
        I64Query<'c, 'a, 's, C, i64, 2>,
        C,
    > for ArtistOfServiceIdStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ArtistOfServiceIdParams<T1, T2>,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.service, &params.service_id)
    }
}
pub struct SupersedeArtistStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn supersede_artist() -> SupersedeArtistStmt {
    SupersedeArtistStmt(
        "update matches set state = 'rejected', decided_by = $1, decided_at = now() where kind = 'artist' and artist_id = $2 and service = $3 and service_id <> $4 and state = 'accepted' and (decided_by <> 'hand' or $1 = 'hand')",
        None,
    )
}
impl SupersedeArtistStmt {
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
        T3: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        decided_by: &'a T1,
        artist_id: &'a i64,
        service: &'a T2,
        service_id: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[decided_by, artist_id, service, service_id])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SupersedeArtistParams<T1, T2, T3>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SupersedeArtistStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SupersedeArtistParams<T1, T2, T3>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.decided_by,
            &params.artist_id,
            &params.service,
            &params.service_id,
        ))
    }
}
pub struct SupersedeAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn supersede_album() -> SupersedeAlbumStmt {
    SupersedeAlbumStmt(
        "update matches set state = 'rejected', decided_by = $1, decided_at = now() where kind = 'album' and album_id = $2 and service = $3 and service_id <> $4 and state = 'accepted' and (decided_by <> 'hand' or $1 = 'hand')",
        None,
    )
}
impl SupersedeAlbumStmt {
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
        T3: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        decided_by: &'a T1,
        album_id: &'a i64,
        service: &'a T2,
        service_id: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[decided_by, album_id, service, service_id])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SupersedeAlbumParams<T1, T2, T3>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SupersedeAlbumStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SupersedeAlbumParams<T1, T2, T3>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.decided_by,
            &params.album_id,
            &params.service,
            &params.service_id,
        ))
    }
}
pub struct SupersedeMastersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn supersede_masters() -> SupersedeMastersStmt {
    SupersedeMastersStmt(
        "update matches m set state = 'rejected', decided_by = $1, decided_at = now() from albums a where a.id = any ($2::bigint[]) and m.album_id = a.id and m.kind = 'album' and m.service = 'discogs' and m.state = 'accepted' and m.decided_by <> 'hand' and m.service_id is distinct from a.discogs_master_id::text",
        None,
    )
}
impl SupersedeMastersStmt {
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
        decided_by: &'a T1,
        album_ids: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[decided_by, album_ids]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SupersedeMastersParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SupersedeMastersStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SupersedeMastersParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.decided_by, &params.album_ids))
    }
}
pub struct RedirectMbidStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn redirect_mbid() -> RedirectMbidStmt {
    RedirectMbidStmt(
        "insert into matches (kind, artist_id, service, service_id, candidate, score, reasons, state, decided_by, user_id) select kind, artist_id, service, $1, candidate, score, reasons, state, decided_by, user_id from matches where kind = 'artist' and artist_id = $2 and service = 'musicbrainz' and service_id = $3 and state = 'accepted' on conflict (kind, artist_id, album_id, service, service_id) do nothing",
        None,
    )
}
impl RedirectMbidStmt {
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
        new_id: &'a T1,
        artist_id: &'a i64,
        old_id: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[new_id, artist_id, old_id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        RedirectMbidParams<T1, T2>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for RedirectMbidStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a RedirectMbidParams<T1, T2>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.new_id, &params.artist_id, &params.old_id))
    }
}
pub struct ByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_id() -> ByIdStmt {
    ByIdStmt(
        "select id, kind, artist_id, album_id, service, service_id, score, state, decided_by, user_id from matches where id = $1 for no key update",
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
    ) -> LinkQuery<'c, 'a, 's, C, Link, 1> {
        LinkQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<LinkBorrowed, tokio_postgres::Error> {
                Ok(LinkBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    artist_id: row.try_get(2)?,
                    album_id: row.try_get(3)?,
                    service: row.try_get(4)?,
                    service_id: row.try_get(5)?,
                    score: row.try_get(6)?,
                    state: row.try_get(7)?,
                    decided_by: row.try_get(8)?,
                    user_id: row.try_get(9)?,
                })
            },
            mapper: |it| Link::from(it),
        }
    }
}
pub struct DecideStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn decide() -> DecideStmt {
    DecideStmt(
        "update matches set state = $1, decided_by = 'hand', user_id = $2, decided_at = now() where id = $3",
        None,
    )
}
impl DecideStmt {
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
        state: &'a T1,
        user_id: &'a Option<i64>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[state, user_id, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DecideParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for DecideStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DecideParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.state, &params.user_id, &params.id))
    }
}
pub struct LinkByHandStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn link_by_hand() -> LinkByHandStmt {
    LinkByHandStmt(
        "insert into matches (kind, artist_id, album_id, service, service_id, candidate, score, state, decided_by, user_id) values ($1, $2, $3, $4, $5, $6::text::jsonb, 1, 'accepted', 'hand', $7) on conflict (kind, artist_id, album_id, service, service_id) do update set state = 'accepted', decided_by = 'hand', user_id = excluded.user_id, decided_at = now() returning id",
        None,
    )
}
impl LinkByHandStmt {
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
        kind: &'a T1,
        artist_id: &'a Option<i64>,
        album_id: &'a Option<i64>,
        service: &'a T2,
        service_id: &'a T3,
        candidate: &'a T4,
        user_id: &'a Option<i64>,
    ) -> I64Query<'c, 'a, 's, C, i64, 7> {
        I64Query {
            client,
            params: [
                kind, artist_id, album_id, service, service_id, candidate, user_id,
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
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        LinkByHandParams<T1, T2, T3, T4>,
        I64Query<'c, 'a, 's, C, i64, 7>,
        C,
    > for LinkByHandStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a LinkByHandParams<T1, T2, T3, T4>,
    ) -> I64Query<'c, 'a, 's, C, i64, 7> {
        self.bind(
            client,
            &params.kind,
            &params.artist_id,
            &params.album_id,
            &params.service,
            &params.service_id,
            &params.candidate,
            &params.user_id,
        )
    }
}
pub struct ChosenByHandStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn chosen_by_hand() -> ChosenByHandStmt {
    ChosenByHandStmt(
        "select service_id from matches where kind = $1 and service = $2 and state = 'accepted' and decided_by = 'hand' and (artist_id = $3 or album_id = $4) limit 1",
        None,
    )
}
impl ChosenByHandStmt {
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
        kind: &'a T1,
        service: &'a T2,
        artist_id: &'a Option<i64>,
        album_id: &'a Option<i64>,
    ) -> StringQuery<'c, 'a, 's, C, String, 4> {
        StringQuery {
            client,
            params: [kind, service, artist_id, album_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ChosenByHandParams<T1, T2>,
        StringQuery<'c, 'a, 's, C, String, 4>,
        C,
    > for ChosenByHandStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ChosenByHandParams<T1, T2>,
    ) -> StringQuery<'c, 'a, 's, C, String, 4> {
        self.bind(
            client,
            &params.kind,
            &params.service,
            &params.artist_id,
            &params.album_id,
        )
    }
}
pub struct ToReviewStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn to_review() -> ToReviewStmt {
    ToReviewStmt(
        "select m.id, m.kind, m.artist_id, m.album_id, m.service, m.service_id, m.candidate, m.score, m.reasons, m.state, m.decided_by, m.decided_at, u.name as user_name, r.name as artist_name, a.title, a.first_release_year, case when a.id is null then r.mbid else a.mbid end as mbid, case when a.id is null then r.discogs_id else a.discogs_master_id end as discogs_id from matches m left join albums a on a.id = m.album_id join artists r on r.id = coalesce(m.artist_id, a.artist_id) left join users u on u.id = m.user_id where m.state = 'proposed' and ($1::text is null or m.kind = $1) and ($2::bigint is null or m.score < $3::real or (m.score = $3 and m.id > $2)) order by m.score desc, m.id limit $4",
        None,
    )
}
impl ToReviewStmt {
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
        kind: &'a Option<T1>,
        after_id: &'a Option<i64>,
        after_score: &'a Option<f32>,
        limit: &'a i64,
    ) -> ReviewedQuery<'c, 'a, 's, C, Reviewed, 4> {
        ReviewedQuery {
            client,
            params: [kind, after_id, after_score, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ReviewedBorrowed, tokio_postgres::Error> {
                    Ok(ReviewedBorrowed {
                        id: row.try_get(0)?,
                        kind: row.try_get(1)?,
                        artist_id: row.try_get(2)?,
                        album_id: row.try_get(3)?,
                        service: row.try_get(4)?,
                        service_id: row.try_get(5)?,
                        candidate: row.try_get(6)?,
                        score: row.try_get(7)?,
                        reasons: row.try_get(8)?,
                        state: row.try_get(9)?,
                        decided_by: row.try_get(10)?,
                        decided_at: row.try_get(11)?,
                        user_name: row.try_get(12)?,
                        artist_name: row.try_get(13)?,
                        title: row.try_get(14)?,
                        first_release_year: row.try_get(15)?,
                        mbid: row.try_get(16)?,
                        discogs_id: row.try_get(17)?,
                    })
                },
            mapper: |it| Reviewed::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ToReviewParams<T1>,
        ReviewedQuery<'c, 'a, 's, C, Reviewed, 4>,
        C,
    > for ToReviewStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ToReviewParams<T1>,
    ) -> ReviewedQuery<'c, 'a, 's, C, Reviewed, 4> {
        self.bind(
            client,
            &params.kind,
            &params.after_id,
            &params.after_score,
            &params.limit,
        )
    }
}
pub struct DecidedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn decided() -> DecidedStmt {
    DecidedStmt(
        "select m.id, m.kind, m.artist_id, m.album_id, m.service, m.service_id, m.candidate, m.score, m.reasons, m.state, m.decided_by, m.decided_at, u.name as user_name, r.name as artist_name, a.title, a.first_release_year, case when a.id is null then r.mbid else a.mbid end as mbid, case when a.id is null then r.discogs_id else a.discogs_master_id end as discogs_id from matches m left join albums a on a.id = m.album_id join artists r on r.id = coalesce(m.artist_id, a.artist_id) left join users u on u.id = m.user_id where m.decided_by = 'hand' and m.state = $1 and ($2::text is null or m.kind = $2) and ($3::bigint is null or (m.decided_at, m.id) < ($4::timestamptz, $3)) order by m.decided_at desc, m.id desc limit $5",
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
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        state: &'a T1,
        kind: &'a Option<T2>,
        before_id: &'a Option<i64>,
        before: &'a Option<chrono::DateTime<chrono::Utc>>,
        limit: &'a i64,
    ) -> ReviewedQuery<'c, 'a, 's, C, Reviewed, 5> {
        ReviewedQuery {
            client,
            params: [state, kind, before_id, before, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ReviewedBorrowed, tokio_postgres::Error> {
                    Ok(ReviewedBorrowed {
                        id: row.try_get(0)?,
                        kind: row.try_get(1)?,
                        artist_id: row.try_get(2)?,
                        album_id: row.try_get(3)?,
                        service: row.try_get(4)?,
                        service_id: row.try_get(5)?,
                        candidate: row.try_get(6)?,
                        score: row.try_get(7)?,
                        reasons: row.try_get(8)?,
                        state: row.try_get(9)?,
                        decided_by: row.try_get(10)?,
                        decided_at: row.try_get(11)?,
                        user_name: row.try_get(12)?,
                        artist_name: row.try_get(13)?,
                        title: row.try_get(14)?,
                        first_release_year: row.try_get(15)?,
                        mbid: row.try_get(16)?,
                        discogs_id: row.try_get(17)?,
                    })
                },
            mapper: |it| Reviewed::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        DecidedParams<T1, T2>,
        ReviewedQuery<'c, 'a, 's, C, Reviewed, 5>,
        C,
    > for DecidedStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a DecidedParams<T1, T2>,
    ) -> ReviewedQuery<'c, 'a, 's, C, Reviewed, 5> {
        self.bind(
            client,
            &params.state,
            &params.kind,
            &params.before_id,
            &params.before,
            &params.limit,
        )
    }
}
pub struct ReviewedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn reviewed() -> ReviewedStmt {
    ReviewedStmt(
        "select m.id, m.kind, m.artist_id, m.album_id, m.service, m.service_id, m.candidate, m.score, m.reasons, m.state, m.decided_by, m.decided_at, u.name as user_name, r.name as artist_name, a.title, a.first_release_year, case when a.id is null then r.mbid else a.mbid end as mbid, case when a.id is null then r.discogs_id else a.discogs_master_id end as discogs_id from matches m left join albums a on a.id = m.album_id join artists r on r.id = coalesce(m.artist_id, a.artist_id) left join users u on u.id = m.user_id where m.id = $1",
        None,
    )
}
impl ReviewedStmt {
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
    ) -> ReviewedQuery<'c, 'a, 's, C, Reviewed, 1> {
        ReviewedQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ReviewedBorrowed, tokio_postgres::Error> {
                    Ok(ReviewedBorrowed {
                        id: row.try_get(0)?,
                        kind: row.try_get(1)?,
                        artist_id: row.try_get(2)?,
                        album_id: row.try_get(3)?,
                        service: row.try_get(4)?,
                        service_id: row.try_get(5)?,
                        candidate: row.try_get(6)?,
                        score: row.try_get(7)?,
                        reasons: row.try_get(8)?,
                        state: row.try_get(9)?,
                        decided_by: row.try_get(10)?,
                        decided_at: row.try_get(11)?,
                        user_name: row.try_get(12)?,
                        artist_name: row.try_get(13)?,
                        title: row.try_get(14)?,
                        first_release_year: row.try_get(15)?,
                        mbid: row.try_get(16)?,
                        discogs_id: row.try_get(17)?,
                    })
                },
            mapper: |it| Reviewed::from(it),
        }
    }
}
pub struct DropPressingStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn drop_pressing() -> DropPressingStmt {
    DropPressingStmt(
        "delete from releases where album_id = $1 and discogs_id = $2",
        None,
    )
}
impl DropPressingStmt {
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
        discogs_id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[album_id, discogs_id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DropPressingParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for DropPressingStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DropPressingParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.album_id, &params.discogs_id))
    }
}
pub struct DropPressingsOfMasterStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn drop_pressings_of_master() -> DropPressingsOfMasterStmt {
    DropPressingsOfMasterStmt(
        "delete from releases r where r.album_id = $1 and not exists (select from matches m where m.album_id = r.album_id and m.kind = 'pressing' and m.state = 'accepted' and m.service_id = r.discogs_id::text)",
        None,
    )
}
impl DropPressingsOfMasterStmt {
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
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[album_id]).await
    }
}
pub struct StandingForStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn standing_for() -> StandingForStmt {
    StandingForStmt(
        "select id from matches where id = $1 or (kind = $2 and service = $3 and service_id = $4 and decided_by = 'hand') order by id = $1 desc, decided_at desc limit 1",
        None,
    )
}
impl StandingForStmt {
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
    >(
        &'s self,
        client: &'c C,
        id: &'a i64,
        kind: &'a T1,
        service: &'a T2,
        service_id: &'a T3,
    ) -> I64Query<'c, 'a, 's, C, i64, 4> {
        I64Query {
            client,
            params: [id, kind, service, service_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        StandingForParams<T1, T2, T3>,
        I64Query<'c, 'a, 's, C, i64, 4>,
        C,
    > for StandingForStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StandingForParams<T1, T2, T3>,
    ) -> I64Query<'c, 'a, 's, C, i64, 4> {
        self.bind(
            client,
            &params.id,
            &params.kind,
            &params.service,
            &params.service_id,
        )
    }
}
