// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct KeptParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::StringSql,
> {
    pub endpoints: T2,
    pub service: Option<T3>,
    pub endpoint: Option<T4>,
    pub since: Option<chrono::DateTime<chrono::Utc>>,
}
#[derive(Debug)]
pub struct WithoutReplayParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::StringSql,
> {
    pub endpoints: T2,
    pub service: Option<T3>,
    pub endpoint: Option<T4>,
    pub since: Option<chrono::DateTime<chrono::Utc>>,
}
#[derive(Debug)]
pub struct AlbumsOfSearchParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub title_key: T1,
    pub name_key: T2,
}
#[derive(Clone, Copy, Debug)]
pub struct TitlesAfterParams {
    pub after: i64,
    pub limit: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct StampArtistParams {
    pub at: chrono::DateTime<chrono::Utc>,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct StampAlbumsParams {
    pub at: chrono::DateTime<chrono::Utc>,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct StampReleasesParams {
    pub at: chrono::DateTime<chrono::Utc>,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct StampDetailsParams {
    pub at: chrono::DateTime<chrono::Utc>,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct StampArtistPictureParams {
    pub at: chrono::DateTime<chrono::Utc>,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct StampAlbumPictureParams {
    pub at: chrono::DateTime<chrono::Utc>,
    pub id: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub fingerprint: String,
    pub upstream: String,
    pub endpoint: String,
    pub url: String,
    pub fetched_at: chrono::DateTime<chrono::Utc>,
}
pub struct KeptBorrowed<'a> {
    pub fingerprint: &'a str,
    pub upstream: &'a str,
    pub endpoint: &'a str,
    pub url: &'a str,
    pub fetched_at: chrono::DateTime<chrono::Utc>,
}
impl<'a> From<KeptBorrowed<'a>> for Kept {
    fn from(
        KeptBorrowed {
            fingerprint,
            upstream,
            endpoint,
            url,
            fetched_at,
        }: KeptBorrowed<'a>,
    ) -> Self {
        Self {
            fingerprint: fingerprint.into(),
            upstream: upstream.into(),
            endpoint: endpoint.into(),
            url: url.into(),
            fetched_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct WithoutReplay {
    pub endpoint: String,
    pub answers: i64,
}
pub struct WithoutReplayBorrowed<'a> {
    pub endpoint: &'a str,
    pub answers: i64,
}
impl<'a> From<WithoutReplayBorrowed<'a>> for WithoutReplay {
    fn from(WithoutReplayBorrowed { endpoint, answers }: WithoutReplayBorrowed<'a>) -> Self {
        Self {
            endpoint: endpoint.into(),
            answers,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct TitlesAfter {
    pub id: i64,
    pub title: String,
    pub artist_name: String,
}
pub struct TitlesAfterBorrowed<'a> {
    pub id: i64,
    pub title: &'a str,
    pub artist_name: &'a str,
}
impl<'a> From<TitlesAfterBorrowed<'a>> for TitlesAfter {
    fn from(
        TitlesAfterBorrowed {
            id,
            title,
            artist_name,
        }: TitlesAfterBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            title: title.into(),
            artist_name: artist_name.into(),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct KeptQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<KeptBorrowed, tokio_postgres::Error>,
    mapper: fn(KeptBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> KeptQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(KeptBorrowed) -> R) -> KeptQuery<'c, 'a, 's, C, R, N> {
        KeptQuery {
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
pub struct WithoutReplayQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<WithoutReplayBorrowed, tokio_postgres::Error>,
    mapper: fn(WithoutReplayBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> WithoutReplayQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(WithoutReplayBorrowed) -> R,
    ) -> WithoutReplayQuery<'c, 'a, 's, C, R, N> {
        WithoutReplayQuery {
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
pub struct TitlesAfterQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TitlesAfterBorrowed, tokio_postgres::Error>,
    mapper: fn(TitlesAfterBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TitlesAfterQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(TitlesAfterBorrowed) -> R,
    ) -> TitlesAfterQuery<'c, 'a, 's, C, R, N> {
        TitlesAfterQuery {
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
pub struct KeptStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn kept() -> KeptStmt {
    KeptStmt(
        "select fingerprint, upstream, endpoint, url, fetched_at from upstream_requests where endpoint = any ($1::text[]) and ($2::text is null or upstream = $2) and ($3::text is null or endpoint = $3) and ($4::timestamptz is null or fetched_at >= $4) order by fetched_at, fingerprint",
        None,
    )
}
impl KeptStmt {
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
        T4: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        endpoints: &'a T2,
        service: &'a Option<T3>,
        endpoint: &'a Option<T4>,
        since: &'a Option<chrono::DateTime<chrono::Utc>>,
    ) -> KeptQuery<'c, 'a, 's, C, Kept, 4> {
        KeptQuery {
            client,
            params: [endpoints, service, endpoint, since],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<KeptBorrowed, tokio_postgres::Error> {
                Ok(KeptBorrowed {
                    fingerprint: row.try_get(0)?,
                    upstream: row.try_get(1)?,
                    endpoint: row.try_get(2)?,
                    url: row.try_get(3)?,
                    fetched_at: row.try_get(4)?,
                })
            },
            mapper: |it| Kept::from(it),
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
    T4: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        KeptParams<T1, T2, T3, T4>,
        KeptQuery<'c, 'a, 's, C, Kept, 4>,
        C,
    > for KeptStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a KeptParams<T1, T2, T3, T4>,
    ) -> KeptQuery<'c, 'a, 's, C, Kept, 4> {
        self.bind(
            client,
            &params.endpoints,
            &params.service,
            &params.endpoint,
            &params.since,
        )
    }
}
pub struct WithoutReplayStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn without_replay() -> WithoutReplayStmt {
    WithoutReplayStmt(
        "select endpoint, count(*) as answers from upstream_requests where endpoint <> all ($1::text[]) and ($2::text is null or upstream = $2) and ($3::text is null or endpoint = $3) and ($4::timestamptz is null or fetched_at >= $4) group by endpoint order by endpoint",
        None,
    )
}
impl WithoutReplayStmt {
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
        T4: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        endpoints: &'a T2,
        service: &'a Option<T3>,
        endpoint: &'a Option<T4>,
        since: &'a Option<chrono::DateTime<chrono::Utc>>,
    ) -> WithoutReplayQuery<'c, 'a, 's, C, WithoutReplay, 4> {
        WithoutReplayQuery {
            client,
            params: [endpoints, service, endpoint, since],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<WithoutReplayBorrowed, tokio_postgres::Error> {
                    Ok(WithoutReplayBorrowed {
                        endpoint: row.try_get(0)?,
                        answers: row.try_get(1)?,
                    })
                },
            mapper: |it| WithoutReplay::from(it),
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
    T4: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        WithoutReplayParams<T1, T2, T3, T4>,
        WithoutReplayQuery<'c, 'a, 's, C, WithoutReplay, 4>,
        C,
    > for WithoutReplayStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a WithoutReplayParams<T1, T2, T3, T4>,
    ) -> WithoutReplayQuery<'c, 'a, 's, C, WithoutReplay, 4> {
        self.bind(
            client,
            &params.endpoints,
            &params.service,
            &params.endpoint,
            &params.since,
        )
    }
}
pub struct ArtistOfMbidStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn artist_of_mbid() -> ArtistOfMbidStmt {
    ArtistOfMbidStmt(
        "select id from artists where mbid = $1 and merged_into is null",
        None,
    )
}
impl ArtistOfMbidStmt {
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
        mbid: &'a uuid::Uuid,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [mbid],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct AlbumsOfMasterStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn albums_of_master() -> AlbumsOfMasterStmt {
    AlbumsOfMasterStmt(
        "select id from albums where discogs_master_id = $1 order by id",
        None,
    )
}
impl AlbumsOfMasterStmt {
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
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [master_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct AlbumsOfSearchStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn albums_of_search() -> AlbumsOfSearchStmt {
    AlbumsOfSearchStmt(
        "select b.id from artists a join albums b on b.artist_id = a.id and b.title_key = $1 where a.name_key = $2 and a.merged_into is null order by b.id",
        None,
    )
}
impl AlbumsOfSearchStmt {
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
        title_key: &'a T1,
        name_key: &'a T2,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [title_key, name_key],
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
        AlbumsOfSearchParams<T1, T2>,
        I64Query<'c, 'a, 's, C, i64, 2>,
        C,
    > for AlbumsOfSearchStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a AlbumsOfSearchParams<T1, T2>,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.title_key, &params.name_key)
    }
}
pub struct ReleaseOfDiscogsIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn release_of_discogs_id() -> ReleaseOfDiscogsIdStmt {
    ReleaseOfDiscogsIdStmt("select id from releases where discogs_id = $1", None)
}
impl ReleaseOfDiscogsIdStmt {
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
        discogs_id: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [discogs_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct TitlesAfterStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn titles_after() -> TitlesAfterStmt {
    TitlesAfterStmt(
        "select a.id, a.title, t.name as artist_name from albums a join artists t on t.id = a.artist_id where a.id > $1 and a.release_count > 0 order by a.id limit $2",
        None,
    )
}
impl TitlesAfterStmt {
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
        after: &'a i64,
        limit: &'a i64,
    ) -> TitlesAfterQuery<'c, 'a, 's, C, TitlesAfter, 2> {
        TitlesAfterQuery {
            client,
            params: [after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<TitlesAfterBorrowed, tokio_postgres::Error> {
                    Ok(TitlesAfterBorrowed {
                        id: row.try_get(0)?,
                        title: row.try_get(1)?,
                        artist_name: row.try_get(2)?,
                    })
                },
            mapper: |it| TitlesAfter::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        TitlesAfterParams,
        TitlesAfterQuery<'c, 'a, 's, C, TitlesAfter, 2>,
        C,
    > for TitlesAfterStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a TitlesAfterParams,
    ) -> TitlesAfterQuery<'c, 'a, 's, C, TitlesAfter, 2> {
        self.bind(client, &params.after, &params.limit)
    }
}
pub struct StampArtistStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stamp_artist() -> StampArtistStmt {
    StampArtistStmt(
        "update artists set info_fetched_at = $1 where id = $2 and info_fetched_at is not null",
        None,
    )
}
impl StampArtistStmt {
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
        at: &'a chrono::DateTime<chrono::Utc>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[at, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        StampArtistParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for StampArtistStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a StampArtistParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.at, &params.id))
    }
}
pub struct StampAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stamp_albums() -> StampAlbumsStmt {
    StampAlbumsStmt(
        "update artists set albums_fetched_at = $1 where id = $2 and albums_fetched_at is not null",
        None,
    )
}
impl StampAlbumsStmt {
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
        at: &'a chrono::DateTime<chrono::Utc>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[at, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        StampAlbumsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for StampAlbumsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a StampAlbumsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.at, &params.id))
    }
}
pub struct StampReleasesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stamp_releases() -> StampReleasesStmt {
    StampReleasesStmt(
        "update albums set releases_fetched_at = $1 where id = $2 and releases_fetched_at is not null",
        None,
    )
}
impl StampReleasesStmt {
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
        at: &'a chrono::DateTime<chrono::Utc>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[at, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        StampReleasesParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for StampReleasesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a StampReleasesParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.at, &params.id))
    }
}
pub struct StampDetailsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stamp_details() -> StampDetailsStmt {
    StampDetailsStmt(
        "update releases set details_fetched_at = $1 where id = $2 and details_fetched_at is not null",
        None,
    )
}
impl StampDetailsStmt {
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
        at: &'a chrono::DateTime<chrono::Utc>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[at, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        StampDetailsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for StampDetailsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a StampDetailsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.at, &params.id))
    }
}
pub struct StampPricesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stamp_prices() -> StampPricesStmt {
    StampPricesStmt(
        "update albums a set prices_fetched_at = p.priced_at from (select album_id, max(priced_at) as priced_at from releases where priced_at is not null group by album_id) p where p.album_id = a.id and (a.prices_fetched_at is null or a.prices_fetched_at < p.priced_at)",
        None,
    )
}
impl StampPricesStmt {
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
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[]).await
    }
}
pub struct StampChecksStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stamp_checks() -> StampChecksStmt {
    StampChecksStmt(
        "insert into price_checks (album_id, provider, checked_at) select album_id, $1, max(priced_at) from releases where priced_at is not null group by album_id order by album_id on conflict (album_id, provider) do update set checked_at = excluded.checked_at where price_checks.checked_at is null or price_checks.checked_at < excluded.checked_at",
        None,
    )
}
impl StampChecksStmt {
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
        provider: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[provider]).await
    }
}
pub struct StampArtistPictureStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stamp_artist_picture() -> StampArtistPictureStmt {
    StampArtistPictureStmt(
        "update images set fetched_at = $1::timestamptz, fresh_until = $1::timestamptz + (fresh_until - fetched_at) where artist_id = $2",
        None,
    )
}
impl StampArtistPictureStmt {
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
        at: &'a chrono::DateTime<chrono::Utc>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[at, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        StampArtistPictureParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for StampArtistPictureStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a StampArtistPictureParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.at, &params.id))
    }
}
pub struct StampAlbumPictureStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stamp_album_picture() -> StampAlbumPictureStmt {
    StampAlbumPictureStmt(
        "update images set fetched_at = $1::timestamptz, fresh_until = $1::timestamptz + (fresh_until - fetched_at) where album_id = $2",
        None,
    )
}
impl StampAlbumPictureStmt {
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
        at: &'a chrono::DateTime<chrono::Utc>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[at, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        StampAlbumPictureParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for StampAlbumPictureStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a StampAlbumPictureParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.at, &params.id))
    }
}
