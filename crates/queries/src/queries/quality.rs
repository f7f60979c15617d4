// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct HistoryParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
> {
    pub subjects: T2,
    pub features: T4,
    pub days: i32,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    pub day: String,
    pub subject: String,
    pub feature: String,
    pub count: i64,
    pub total: i64,
}
pub struct MeasuredBorrowed<'a> {
    pub day: &'a str,
    pub subject: &'a str,
    pub feature: &'a str,
    pub count: i64,
    pub total: i64,
}
impl<'a> From<MeasuredBorrowed<'a>> for Measured {
    fn from(
        MeasuredBorrowed {
            day,
            subject,
            feature,
            count,
            total,
        }: MeasuredBorrowed<'a>,
    ) -> Self {
        Self {
            day: day.into(),
            subject: subject.into(),
            feature: feature.into(),
            count,
            total,
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
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
pub struct MeasuredQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MeasuredBorrowed, tokio_postgres::Error>,
    mapper: fn(MeasuredBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MeasuredQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MeasuredBorrowed) -> R) -> MeasuredQuery<'c, 'a, 's, C, R, N> {
        MeasuredQuery {
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
pub struct IsMeasuredStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn is_measured() -> IsMeasuredStmt {
    IsMeasuredStmt(
        "select exists (select from quality_days where day = (now() at time zone 'utc')::date) as today",
        None,
    )
}
impl IsMeasuredStmt {
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
pub struct MeasureStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn measure() -> MeasureStmt {
    MeasureStmt(
        "with artist as ( select count(*) as total, count(mbid) as mbid, count(discogs_id) as discogs, count(spotify_id) as spotify, count(listeners) as lastfm from artists where merged_into is null and (info_fetched_at is not null or mbid is not null or discogs_id is not null) ), album as ( select count(*) as total, count(mbid) as mbid, count(coalesce(discogs_master_id, discogs_release_id)) as discogs, count(*) filter (where release_count > 0) as pressing, count(releases_fetched_at) as looked_up from albums ), pressing as ( select (select count(*) from releases) as total, (select count(*) from release_details) as details, (select count(*) from releases where thumb_url is not null) as image ), priced as ( select provider, count(distinct release_id) as count from quotes group by provider ), pictured as ( select case when artist_id is null then 'albums' else 'artists' end as subject, source, count(*) as count from images where state = 'mirrored' group by 1, 2 ), linked as ( select format('%s %s %s %s', kind, service, state, decided_by) as feature, count(*) as count from matches group by kind, service, state, decided_by ), counted (subject, feature, count, total) as ( select 'artists', f.feature, f.count, a.total from artist a, lateral (values ('mbid', a.mbid), ('discogs', a.discogs), ('spotify', a.spotify), ('lastfm', a.lastfm)) f (feature, count) union all select 'albums', f.feature, f.count, a.total from album a, lateral (values ('pressing', a.pressing), ('looked up', a.looked_up), ('mbid', a.mbid), ('discogs', a.discogs)) f (feature, count) union all select 'pressings', f.feature, f.count, p.total from pressing p, lateral (values ('details', p.details), ('image', p.image)) f (feature, count) union all select 'pressings', 'price', (select count(distinct release_id) from quotes), p.total from pressing p union all select 'pressings', 'price from ' || r.provider, r.count, p.total from pressing p, priced r union all select subject, 'image', coalesce(sum(p.count), 0)::bigint, max(t.total) from (select 'artists' as subject, total from artist union all select 'albums', total from album) t left join pictured p using (subject) group by subject union all select subject, 'image from ' || p.source, p.count, t.total from (select 'artists' as subject, total from artist union all select 'albums', total from album) t join pictured p using (subject) union all select 'matches', feature, count, sum(count) over ()::bigint from linked ) insert into quality_days (day, subject, feature, count, total) select (now() at time zone 'utc')::date, subject, feature, least(count, total), total from counted on conflict (day, subject, feature) do update set count = excluded.count, total = excluded.total where (quality_days.count, quality_days.total) is distinct from (excluded.count, excluded.total)",
        None,
    )
}
impl MeasureStmt {
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
pub struct NewestStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn newest() -> NewestStmt {
    NewestStmt(
        "select day::text as day, subject, feature, count, total from quality_days where day = (select max(day) from quality_days) order by subject, count desc, feature",
        None,
    )
}
impl NewestStmt {
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
    ) -> MeasuredQuery<'c, 'a, 's, C, Measured, 0> {
        MeasuredQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<MeasuredBorrowed, tokio_postgres::Error> {
                    Ok(MeasuredBorrowed {
                        day: row.try_get(0)?,
                        subject: row.try_get(1)?,
                        feature: row.try_get(2)?,
                        count: row.try_get(3)?,
                        total: row.try_get(4)?,
                    })
                },
            mapper: |it| Measured::from(it),
        }
    }
}
pub struct HistoryStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn history() -> HistoryStmt {
    HistoryStmt(
        "select q.day::text as day, q.subject, q.feature, q.count, q.total from quality_days q join unnest($1::text[], $2::text[]) with ordinality as asked (subject, feature, place) using (subject, feature) where q.day > (now() at time zone 'utc')::date - $3::integer order by q.day desc, asked.place",
        None,
    )
}
impl HistoryStmt {
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
    >(
        &'s self,
        client: &'c C,
        subjects: &'a T2,
        features: &'a T4,
        days: &'a i32,
    ) -> MeasuredQuery<'c, 'a, 's, C, Measured, 3> {
        MeasuredQuery {
            client,
            params: [subjects, features, days],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<MeasuredBorrowed, tokio_postgres::Error> {
                    Ok(MeasuredBorrowed {
                        day: row.try_get(0)?,
                        subject: row.try_get(1)?,
                        feature: row.try_get(2)?,
                        count: row.try_get(3)?,
                        total: row.try_get(4)?,
                    })
                },
            mapper: |it| Measured::from(it),
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
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        HistoryParams<T1, T2, T3, T4>,
        MeasuredQuery<'c, 'a, 's, C, Measured, 3>,
        C,
    > for HistoryStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a HistoryParams<T1, T2, T3, T4>,
    ) -> MeasuredQuery<'c, 'a, 's, C, Measured, 3> {
        self.bind(client, &params.subjects, &params.features, &params.days)
    }
}
