// This file was generated with `clorinde`. Do not modify.

#[derive(Clone, Copy, Debug)]
pub struct MoveSeedsParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveSimilarsToParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveAlbumsParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveRunsParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct ForwardArtistParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Debug)]
pub struct AdoptArtistParams<T1: crate::StringSql> {
    pub mbid: Option<uuid::Uuid>,
    pub discogs_id: Option<i64>,
    pub spotify_id: Option<T1>,
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct PreferArtistDecisionsParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct DropArtistMatchesParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveArtistMatchesParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct DoubleAlbumsParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct LockAlbumsParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveReleasesParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveQuotesParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MovePriceChecksParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct DropSetsWithBothParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveItemsParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveLockedParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveDismissedParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveAlertsParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveAlertStatesParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveNotificationsParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct PreferAlbumDecisionsParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct DropAlbumMatchesParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveAlbumMatchesParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct ForwardAlbumsParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct ForwardAlbumParams {
    pub loser: i64,
    pub winner: i64,
}
#[derive(Debug)]
pub struct AdoptAlbumParams<T1: crate::StringSql> {
    pub mbid: Option<uuid::Uuid>,
    pub first_release_year: Option<i16>,
    pub discogs_master_id: Option<i64>,
    pub releases_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
    pub master_confidence: Option<f32>,
    pub cover_url: Option<T1>,
    pub track_count: Option<i16>,
    pub rating_hundredths: Option<i32>,
    pub rating_votes: Option<i32>,
    pub studio: Option<bool>,
    pub discogs_release_id: Option<i64>,
    pub wanted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveArtistImageParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveAlbumImageParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct MoveWishesParams {
    pub winner: i64,
    pub loser: i64,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct DoubleAlbums {
    pub loser: i64,
    pub winner: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct AlbumFacts {
    pub mbid: Option<uuid::Uuid>,
    pub first_release_year: Option<i16>,
    pub discogs_master_id: Option<i64>,
    pub master_confidence: Option<f32>,
    pub cover_url: Option<String>,
    pub track_count: Option<i16>,
    pub rating_hundredths: Option<i32>,
    pub rating_votes: Option<i32>,
    pub studio: Option<bool>,
    pub discogs_release_id: Option<i64>,
    pub wanted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub releases_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
}
pub struct AlbumFactsBorrowed<'a> {
    pub mbid: Option<uuid::Uuid>,
    pub first_release_year: Option<i16>,
    pub discogs_master_id: Option<i64>,
    pub master_confidence: Option<f32>,
    pub cover_url: Option<&'a str>,
    pub track_count: Option<i16>,
    pub rating_hundredths: Option<i32>,
    pub rating_votes: Option<i32>,
    pub studio: Option<bool>,
    pub discogs_release_id: Option<i64>,
    pub wanted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub releases_fetched_at: Option<chrono::DateTime<chrono::Utc>>,
}
impl<'a> From<AlbumFactsBorrowed<'a>> for AlbumFacts {
    fn from(
        AlbumFactsBorrowed {
            mbid,
            first_release_year,
            discogs_master_id,
            master_confidence,
            cover_url,
            track_count,
            rating_hundredths,
            rating_votes,
            studio,
            discogs_release_id,
            wanted_at,
            releases_fetched_at,
        }: AlbumFactsBorrowed<'a>,
    ) -> Self {
        Self {
            mbid,
            first_release_year,
            discogs_master_id,
            master_confidence,
            cover_url: cover_url.map(|v| v.into()),
            track_count,
            rating_hundredths,
            rating_votes,
            studio,
            discogs_release_id,
            wanted_at,
            releases_fetched_at,
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct DoubleAlbumsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<DoubleAlbums, tokio_postgres::Error>,
    mapper: fn(DoubleAlbums) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> DoubleAlbumsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(DoubleAlbums) -> R) -> DoubleAlbumsQuery<'c, 'a, 's, C, R, N> {
        DoubleAlbumsQuery {
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
pub struct AlbumFactsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AlbumFactsBorrowed, tokio_postgres::Error>,
    mapper: fn(AlbumFactsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AlbumFactsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(AlbumFactsBorrowed) -> R,
    ) -> AlbumFactsQuery<'c, 'a, 's, C, R, N> {
        AlbumFactsQuery {
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
pub struct MoveSeedsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_seeds() -> MoveSeedsStmt {
    MoveSeedsStmt(
        "insert into user_seed_artists (user_id, artist_id, created_at) select user_id, $1::bigint, created_at from user_seed_artists where artist_id = $2::bigint on conflict (user_id, artist_id) do nothing",
        None,
    )
}
impl MoveSeedsStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveSeedsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveSeedsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveSeedsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct DropSeedsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn drop_seeds() -> DropSeedsStmt {
    DropSeedsStmt("delete from user_seed_artists where artist_id = $1", None)
}
impl DropSeedsStmt {
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
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[loser]).await
    }
}
pub struct MoveSimilarsToStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_similars_to() -> MoveSimilarsToStmt {
    MoveSimilarsToStmt(
        "insert into artist_similars (artist_id, similar_id, score, source, fetched_at) select artist_id, $1::bigint, score, source, fetched_at from artist_similars where similar_id = $2::bigint and artist_id <> $1::bigint on conflict (artist_id, similar_id, source) do nothing",
        None,
    )
}
impl MoveSimilarsToStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveSimilarsToParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveSimilarsToStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveSimilarsToParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct DropSimilarsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn drop_similars() -> DropSimilarsStmt {
    DropSimilarsStmt(
        "delete from artist_similars where artist_id = $1 or similar_id = $1",
        None,
    )
}
impl DropSimilarsStmt {
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
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[loser]).await
    }
}
pub struct MoveAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_albums() -> MoveAlbumsStmt {
    MoveAlbumsStmt(
        "update albums set artist_id = $1::bigint, updated_at = now() where artist_id = $2::bigint",
        None,
    )
}
impl MoveAlbumsStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveAlbumsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveAlbumsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveAlbumsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct MoveRunsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_runs() -> MoveRunsStmt {
    MoveRunsStmt(
        "update runs set artist_id = $1::bigint where artist_id = $2::bigint",
        None,
    )
}
impl MoveRunsStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveRunsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveRunsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveRunsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct ForwardArtistStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forward_artist() -> ForwardArtistStmt {
    ForwardArtistStmt(
        "update artists set merged_into = $1::bigint, mbid = null, discogs_id = null, spotify_id = null, updated_at = now() where id = $2::bigint or merged_into = $2::bigint",
        None,
    )
}
impl ForwardArtistStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ForwardArtistParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for ForwardArtistStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ForwardArtistParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct AdoptArtistStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn adopt_artist() -> AdoptArtistStmt {
    AdoptArtistStmt(
        "update artists w set mbid = $1, discogs_id = $2, spotify_id = $3, wanted_at = coalesce(w.wanted_at, l.wanted_at), country = coalesce(w.country, l.country), disambiguation = coalesce(w.disambiguation, l.disambiguation), image_url = coalesce(w.image_url, l.image_url), url = coalesce(w.url, l.url), listeners = coalesce(w.listeners, l.listeners), aliases = array(select distinct unnest(w.aliases || l.aliases) order by 1), updated_at = now() from artists l where w.id = $4 and l.id = $5",
        None,
    )
}
impl AdoptArtistStmt {
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
        mbid: &'a Option<uuid::Uuid>,
        discogs_id: &'a Option<i64>,
        spotify_id: &'a Option<T1>,
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[mbid, discogs_id, spotify_id, winner, loser])
            .await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AdoptArtistParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for AdoptArtistStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AdoptArtistParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.mbid,
            &params.discogs_id,
            &params.spotify_id,
            &params.winner,
            &params.loser,
        ))
    }
}
pub struct PreferArtistDecisionsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn prefer_artist_decisions() -> PreferArtistDecisionsStmt {
    PreferArtistDecisionsStmt(
        "update matches w set state = l.state, decided_by = l.decided_by, user_id = l.user_id, decided_at = l.decided_at from matches l where w.artist_id = $1 and l.artist_id = $2 and (w.service, w.service_id) = (l.service, l.service_id) and l.decided_by = 'hand' and w.decided_by <> 'hand'",
        None,
    )
}
impl PreferArtistDecisionsStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        PreferArtistDecisionsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for PreferArtistDecisionsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a PreferArtistDecisionsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct DropArtistMatchesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn drop_artist_matches() -> DropArtistMatchesStmt {
    DropArtistMatchesStmt(
        "delete from matches l using matches w where w.artist_id = $1 and l.artist_id = $2 and (w.service, w.service_id) = (l.service, l.service_id)",
        None,
    )
}
impl DropArtistMatchesStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DropArtistMatchesParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for DropArtistMatchesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DropArtistMatchesParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct MoveArtistMatchesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_artist_matches() -> MoveArtistMatchesStmt {
    MoveArtistMatchesStmt(
        "update matches set artist_id = $1::bigint where artist_id = $2::bigint",
        None,
    )
}
impl MoveArtistMatchesStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveArtistMatchesParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveArtistMatchesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveArtistMatchesParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct DemoteArtistMatchesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn demote_artist_matches() -> DemoteArtistMatchesStmt {
    DemoteArtistMatchesStmt(
        "update matches m set state = 'proposed', decided_at = now() from artists a where a.id = $1 and m.artist_id = a.id and m.state = 'accepted' and m.decided_by <> 'hand' and case m.service when 'discogs' then m.service_id is distinct from a.discogs_id::text when 'spotify' then m.service_id is distinct from a.spotify_id else false end",
        None,
    )
}
impl DemoteArtistMatchesStmt {
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
        winner: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner]).await
    }
}
pub struct DoubleAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn double_albums() -> DoubleAlbumsStmt {
    DoubleAlbumsStmt(
        "select case when k.mbid is null and o.mbid is not null then k.id else o.id end as loser, case when k.mbid is null and o.mbid is not null then o.id else k.id end as winner from albums k join albums o on o.title_key = k.title_key where k.artist_id = $1::bigint and o.artist_id = $2::bigint and (k.mbid is null or o.mbid is null) and (k.discogs_master_id = o.discogs_master_id or ((k.discogs_master_id is null or o.discogs_master_id is null) and (k.first_release_year = o.first_release_year or k.first_release_year is null or o.first_release_year is null))) order by k.id, o.id",
        None,
    )
}
impl DoubleAlbumsStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> DoubleAlbumsQuery<'c, 'a, 's, C, DoubleAlbums, 2> {
        DoubleAlbumsQuery {
            client,
            params: [winner, loser],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<DoubleAlbums, tokio_postgres::Error> {
                Ok(DoubleAlbums {
                    loser: row.try_get(0)?,
                    winner: row.try_get(1)?,
                })
            },
            mapper: |it| DoubleAlbums::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        DoubleAlbumsParams,
        DoubleAlbumsQuery<'c, 'a, 's, C, DoubleAlbums, 2>,
        C,
    > for DoubleAlbumsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a DoubleAlbumsParams,
    ) -> DoubleAlbumsQuery<'c, 'a, 's, C, DoubleAlbums, 2> {
        self.bind(client, &params.winner, &params.loser)
    }
}
pub struct LockAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_albums() -> LockAlbumsStmt {
    LockAlbumsStmt(
        "select id from albums where id in ($1, $2) order by id for update",
        None,
    )
}
impl LockAlbumsStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [winner, loser],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, LockAlbumsParams, I64Query<'c, 'a, 's, C, i64, 2>, C>
    for LockAlbumsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a LockAlbumsParams,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.winner, &params.loser)
    }
}
pub struct MoveReleasesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_releases() -> MoveReleasesStmt {
    MoveReleasesStmt(
        "update releases set album_id = $1::bigint, updated_at = now() where album_id = $2::bigint",
        None,
    )
}
impl MoveReleasesStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveReleasesParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveReleasesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveReleasesParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct MoveQuotesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_quotes() -> MoveQuotesStmt {
    MoveQuotesStmt(
        "update quotes set album_id = $1::bigint where album_id = $2::bigint",
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
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveQuotesParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveQuotesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveQuotesParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct DropBestPricesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn drop_best_prices() -> DropBestPricesStmt {
    DropBestPricesStmt("delete from album_best_price where album_id = $1", None)
}
impl DropBestPricesStmt {
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
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[loser]).await
    }
}
pub struct MovePriceChecksStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_price_checks() -> MovePriceChecksStmt {
    MovePriceChecksStmt(
        "insert into price_checks (album_id, provider, checked_at, failed_at, failure) select $1::bigint, provider, checked_at, failed_at, failure from price_checks where album_id = $2::bigint on conflict (album_id, provider) do nothing",
        None,
    )
}
impl MovePriceChecksStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MovePriceChecksParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MovePriceChecksStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MovePriceChecksParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct DropSetsWithBothStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn drop_sets_with_both() -> DropSetsWithBothStmt {
    DropSetsWithBothStmt(
        "delete from recommendation_sets s where exists (select from recommendation_items i where i.set_id = s.id and i.album_id = $1) and exists (select from recommendation_items i where i.set_id = s.id and i.album_id = $2)",
        None,
    )
}
impl DropSetsWithBothStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DropSetsWithBothParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for DropSetsWithBothStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DropSetsWithBothParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct MoveItemsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_items() -> MoveItemsStmt {
    MoveItemsStmt(
        "update recommendation_items set album_id = $1::bigint where album_id = $2::bigint",
        None,
    )
}
impl MoveItemsStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveItemsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveItemsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveItemsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct MoveLockedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_locked() -> MoveLockedStmt {
    MoveLockedStmt(
        "insert into locked_recommendations (user_id, album_id, created_at) select user_id, $1::bigint, created_at from locked_recommendations where album_id = $2::bigint on conflict (user_id, album_id) do nothing",
        None,
    )
}
impl MoveLockedStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveLockedParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveLockedStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveLockedParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct MoveDismissedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_dismissed() -> MoveDismissedStmt {
    MoveDismissedStmt(
        "insert into dismissed_recommendations (user_id, album_id, reason, created_at) select user_id, $1::bigint, reason, created_at from dismissed_recommendations where album_id = $2::bigint on conflict (user_id, album_id) do nothing",
        None,
    )
}
impl MoveDismissedStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveDismissedParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveDismissedStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveDismissedParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct MoveAlertsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_alerts() -> MoveAlertsStmt {
    MoveAlertsStmt(
        "update alerts l set album_id = $1::bigint where album_id = $2::bigint and not exists (select from alerts w where w.album_id = $1::bigint and w.user_id = l.user_id and w.class = l.class)",
        None,
    )
}
impl MoveAlertsStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveAlertsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveAlertsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveAlertsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct MoveAlertStatesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_alert_states() -> MoveAlertStatesStmt {
    MoveAlertStatesStmt(
        "insert into alert_states (alert_id, album_id, met, checked_at) select alert_id, $1::bigint, met, checked_at from alert_states where album_id = $2::bigint on conflict (alert_id, album_id) do update set met = alert_states.met or excluded.met",
        None,
    )
}
impl MoveAlertStatesStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveAlertStatesParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveAlertStatesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveAlertStatesParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct MoveNotificationsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_notifications() -> MoveNotificationsStmt {
    MoveNotificationsStmt(
        "update notifications set album_id = $1::bigint where album_id = $2::bigint",
        None,
    )
}
impl MoveNotificationsStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveNotificationsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveNotificationsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveNotificationsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct PreferAlbumDecisionsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn prefer_album_decisions() -> PreferAlbumDecisionsStmt {
    PreferAlbumDecisionsStmt(
        "update matches w set state = l.state, decided_by = l.decided_by, user_id = l.user_id, decided_at = l.decided_at from matches l where w.album_id = $1 and l.album_id = $2 and (w.kind, w.service, w.service_id) = (l.kind, l.service, l.service_id) and l.decided_by = 'hand' and w.decided_by <> 'hand'",
        None,
    )
}
impl PreferAlbumDecisionsStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        PreferAlbumDecisionsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for PreferAlbumDecisionsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a PreferAlbumDecisionsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct DropAlbumMatchesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn drop_album_matches() -> DropAlbumMatchesStmt {
    DropAlbumMatchesStmt(
        "delete from matches l using matches w where w.album_id = $1 and l.album_id = $2 and (w.kind, w.service, w.service_id) = (l.kind, l.service, l.service_id)",
        None,
    )
}
impl DropAlbumMatchesStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DropAlbumMatchesParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for DropAlbumMatchesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DropAlbumMatchesParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct MoveAlbumMatchesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_album_matches() -> MoveAlbumMatchesStmt {
    MoveAlbumMatchesStmt(
        "update matches set album_id = $1::bigint where album_id = $2::bigint",
        None,
    )
}
impl MoveAlbumMatchesStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveAlbumMatchesParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveAlbumMatchesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveAlbumMatchesParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct ForwardAlbumsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forward_albums() -> ForwardAlbumsStmt {
    ForwardAlbumsStmt(
        "update album_forwards set album_id = $1::bigint where album_id = $2::bigint",
        None,
    )
}
impl ForwardAlbumsStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ForwardAlbumsParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for ForwardAlbumsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ForwardAlbumsParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct ForwardAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forward_album() -> ForwardAlbumStmt {
    ForwardAlbumStmt(
        "insert into album_forwards (old_id, album_id) values ($1, $2)",
        None,
    )
}
impl ForwardAlbumStmt {
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
        loser: &'a i64,
        winner: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[loser, winner]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ForwardAlbumParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for ForwardAlbumStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ForwardAlbumParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.loser, &params.winner))
    }
}
pub struct DropAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn drop_album() -> DropAlbumStmt {
    DropAlbumStmt("delete from albums where id = $1", None)
}
impl DropAlbumStmt {
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
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[loser]).await
    }
}
pub struct AlbumFactsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn album_facts() -> AlbumFactsStmt {
    AlbumFactsStmt(
        "select mbid, first_release_year, discogs_master_id, master_confidence, cover_url, track_count, rating_hundredths, rating_votes, studio, discogs_release_id, wanted_at, releases_fetched_at from albums where id = $1",
        None,
    )
}
impl AlbumFactsStmt {
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
    ) -> AlbumFactsQuery<'c, 'a, 's, C, AlbumFacts, 1> {
        AlbumFactsQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<AlbumFactsBorrowed, tokio_postgres::Error> {
                    Ok(AlbumFactsBorrowed {
                        mbid: row.try_get(0)?,
                        first_release_year: row.try_get(1)?,
                        discogs_master_id: row.try_get(2)?,
                        master_confidence: row.try_get(3)?,
                        cover_url: row.try_get(4)?,
                        track_count: row.try_get(5)?,
                        rating_hundredths: row.try_get(6)?,
                        rating_votes: row.try_get(7)?,
                        studio: row.try_get(8)?,
                        discogs_release_id: row.try_get(9)?,
                        wanted_at: row.try_get(10)?,
                        releases_fetched_at: row.try_get(11)?,
                    })
                },
            mapper: |it| AlbumFacts::from(it),
        }
    }
}
pub struct AdoptAlbumStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn adopt_album() -> AdoptAlbumStmt {
    AdoptAlbumStmt(
        "update albums set mbid = coalesce(mbid, $1), first_release_year = coalesce(first_release_year, $2), releases_fetched_at = case when discogs_master_id is null and $3::bigint is not null then $4 else releases_fetched_at end, master_confidence = case when discogs_master_id is null then $5 else master_confidence end, discogs_master_id = coalesce(discogs_master_id, $3), cover_url = coalesce(cover_url, $6), track_count = coalesce(track_count, $7), rating_hundredths = coalesce(rating_hundredths, $8), rating_votes = coalesce(rating_votes, $9), studio = coalesce(studio, $10), discogs_release_id = coalesce(discogs_release_id, $11), wanted_at = coalesce(wanted_at, $12), release_count = (select count(*) from releases r where r.album_id = albums.id and r.gone_at is null), prices_fetched_at = null, updated_at = now() where id = $13",
        None,
    )
}
impl AdoptAlbumStmt {
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
        mbid: &'a Option<uuid::Uuid>,
        first_release_year: &'a Option<i16>,
        discogs_master_id: &'a Option<i64>,
        releases_fetched_at: &'a Option<chrono::DateTime<chrono::Utc>>,
        master_confidence: &'a Option<f32>,
        cover_url: &'a Option<T1>,
        track_count: &'a Option<i16>,
        rating_hundredths: &'a Option<i32>,
        rating_votes: &'a Option<i32>,
        studio: &'a Option<bool>,
        discogs_release_id: &'a Option<i64>,
        wanted_at: &'a Option<chrono::DateTime<chrono::Utc>>,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                self.0,
                &[
                    mbid,
                    first_release_year,
                    discogs_master_id,
                    releases_fetched_at,
                    master_confidence,
                    cover_url,
                    track_count,
                    rating_hundredths,
                    rating_votes,
                    studio,
                    discogs_release_id,
                    wanted_at,
                    id,
                ],
            )
            .await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AdoptAlbumParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for AdoptAlbumStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AdoptAlbumParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.mbid,
            &params.first_release_year,
            &params.discogs_master_id,
            &params.releases_fetched_at,
            &params.master_confidence,
            &params.cover_url,
            &params.track_count,
            &params.rating_hundredths,
            &params.rating_votes,
            &params.studio,
            &params.discogs_release_id,
            &params.wanted_at,
            &params.id,
        ))
    }
}
pub struct MoveArtistImageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_artist_image() -> MoveArtistImageStmt {
    MoveArtistImageStmt(
        "update images set artist_id = $1::bigint where artist_id = $2::bigint and not exists (select from images where artist_id = $1::bigint)",
        None,
    )
}
impl MoveArtistImageStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveArtistImageParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveArtistImageStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveArtistImageParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct DropArtistImageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn drop_artist_image() -> DropArtistImageStmt {
    DropArtistImageStmt("delete from images where artist_id = $1", None)
}
impl DropArtistImageStmt {
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
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[loser]).await
    }
}
pub struct MoveAlbumImageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_album_image() -> MoveAlbumImageStmt {
    MoveAlbumImageStmt(
        "update images set album_id = $1::bigint where album_id = $2::bigint and not exists (select from images where album_id = $1::bigint)",
        None,
    )
}
impl MoveAlbumImageStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveAlbumImageParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveAlbumImageStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveAlbumImageParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
pub struct MoveWishesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_wishes() -> MoveWishesStmt {
    MoveWishesStmt(
        "update wishes w set artist_id = $1::bigint where artist_id = $2::bigint and not exists (select from wishes k where k.import_id = w.import_id and k.artist_id = $1::bigint)",
        None,
    )
}
impl MoveWishesStmt {
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
        winner: &'a i64,
        loser: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[winner, loser]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveWishesParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for MoveWishesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveWishesParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.winner, &params.loser))
    }
}
