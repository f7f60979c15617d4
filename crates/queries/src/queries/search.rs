// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct ByInitialParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub first: T1,
    pub past: T2,
    pub initial: T3,
    pub limit: i64,
}
#[derive(Debug)]
pub struct ByPrefixParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub first: T1,
    pub past: T2,
    pub letters: T3,
    pub limit: i64,
}
#[derive(Debug)]
pub struct BySimilarityParams<T1: crate::StringSql> {
    pub name_key: T1,
    pub limit: i64,
}
#[derive(Debug)]
pub struct KnownBySimilarityParams<T1: crate::StringSql> {
    pub name_key: T1,
    pub limit: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub id: i64,
    pub name: String,
    pub image_url: Option<String>,
    pub listeners: Option<i64>,
}
pub struct HitBorrowed<'a> {
    pub id: i64,
    pub name: &'a str,
    pub image_url: Option<&'a str>,
    pub listeners: Option<i64>,
}
impl<'a> From<HitBorrowed<'a>> for Hit {
    fn from(
        HitBorrowed {
            id,
            name,
            image_url,
            listeners,
        }: HitBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            image_url: image_url.map(|v| v.into()),
            listeners,
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct HitQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<HitBorrowed, tokio_postgres::Error>,
    mapper: fn(HitBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> HitQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(HitBorrowed) -> R) -> HitQuery<'c, 'a, 's, C, R, N> {
        HitQuery {
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
pub struct ByInitialStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_initial() -> ByInitialStmt {
    ByInitialStmt(
        "with few as materialized ( select id, listeners from artists where name_key ~>=~ $1 and name_key ~<~ $2 and merged_into is null limit 1000 ), best as ( select id, listeners from few where (select count(*) from few) < 1000 union all (select id, listeners from (select id, listeners, name_key from artists where left(name_key, 1) = $3 and merged_into is null order by listeners desc nulls last, id offset 0) popular where name_key ~>=~ $1 and name_key ~<~ $2 and (select count(*) from few) = 1000 limit $4) ) select a.id, a.name, a.image_url, a.listeners from (select id, listeners from best order by listeners desc nulls last, id limit $4) b join artists a on a.id = b.id order by a.listeners desc nulls last, a.id",
        None,
    )
}
impl ByInitialStmt {
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
        first: &'a T1,
        past: &'a T2,
        initial: &'a T3,
        limit: &'a i64,
    ) -> HitQuery<'c, 'a, 's, C, Hit, 4> {
        HitQuery {
            client,
            params: [first, past, initial, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<HitBorrowed, tokio_postgres::Error> {
                Ok(HitBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    image_url: row.try_get(2)?,
                    listeners: row.try_get(3)?,
                })
            },
            mapper: |it| Hit::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ByInitialParams<T1, T2, T3>,
        HitQuery<'c, 'a, 's, C, Hit, 4>,
        C,
    > for ByInitialStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ByInitialParams<T1, T2, T3>,
    ) -> HitQuery<'c, 'a, 's, C, Hit, 4> {
        self.bind(
            client,
            &params.first,
            &params.past,
            &params.initial,
            &params.limit,
        )
    }
}
pub struct ByPrefixStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_prefix() -> ByPrefixStmt {
    ByPrefixStmt(
        "with few as materialized ( select id, listeners from artists where name_key ~>=~ $1 and name_key ~<~ $2 and merged_into is null limit 1000 ), best as ( select id, listeners from few where (select count(*) from few) < 1000 union all (select id, listeners from (select id, listeners, name_key from artists where left(name_key, 3) = $3 and merged_into is null order by listeners desc nulls last, id offset 0) popular where name_key ~>=~ $1 and name_key ~<~ $2 and (select count(*) from few) = 1000 limit $4) ) select a.id, a.name, a.image_url, a.listeners from (select id, listeners from best order by listeners desc nulls last, id limit $4) b join artists a on a.id = b.id order by a.listeners desc nulls last, a.id",
        None,
    )
}
impl ByPrefixStmt {
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
        first: &'a T1,
        past: &'a T2,
        letters: &'a T3,
        limit: &'a i64,
    ) -> HitQuery<'c, 'a, 's, C, Hit, 4> {
        HitQuery {
            client,
            params: [first, past, letters, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<HitBorrowed, tokio_postgres::Error> {
                Ok(HitBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    image_url: row.try_get(2)?,
                    listeners: row.try_get(3)?,
                })
            },
            mapper: |it| Hit::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ByPrefixParams<T1, T2, T3>,
        HitQuery<'c, 'a, 's, C, Hit, 4>,
        C,
    > for ByPrefixStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ByPrefixParams<T1, T2, T3>,
    ) -> HitQuery<'c, 'a, 's, C, Hit, 4> {
        self.bind(
            client,
            &params.first,
            &params.past,
            &params.letters,
            &params.limit,
        )
    }
}
pub struct BySimilarityStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_similarity() -> BySimilarityStmt {
    BySimilarityStmt(
        "select id, name, image_url, listeners from artists where name_key % $1 and merged_into is null order by similarity(name_key, $1) desc, listeners desc nulls last, id limit $2",
        None,
    )
}
impl BySimilarityStmt {
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
        name_key: &'a T1,
        limit: &'a i64,
    ) -> HitQuery<'c, 'a, 's, C, Hit, 2> {
        HitQuery {
            client,
            params: [name_key, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<HitBorrowed, tokio_postgres::Error> {
                Ok(HitBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    image_url: row.try_get(2)?,
                    listeners: row.try_get(3)?,
                })
            },
            mapper: |it| Hit::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        BySimilarityParams<T1>,
        HitQuery<'c, 'a, 's, C, Hit, 2>,
        C,
    > for BySimilarityStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a BySimilarityParams<T1>,
    ) -> HitQuery<'c, 'a, 's, C, Hit, 2> {
        self.bind(client, &params.name_key, &params.limit)
    }
}
pub struct KnownBySimilarityStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn known_by_similarity() -> KnownBySimilarityStmt {
    KnownBySimilarityStmt(
        "select id, name, image_url, listeners from artists where name_key %> $1 and listeners >= 1000 and merged_into is null order by word_similarity($1, name_key) desc, listeners desc nulls last, id limit $2",
        None,
    )
}
impl KnownBySimilarityStmt {
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
        name_key: &'a T1,
        limit: &'a i64,
    ) -> HitQuery<'c, 'a, 's, C, Hit, 2> {
        HitQuery {
            client,
            params: [name_key, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<HitBorrowed, tokio_postgres::Error> {
                Ok(HitBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    image_url: row.try_get(2)?,
                    listeners: row.try_get(3)?,
                })
            },
            mapper: |it| Hit::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        KnownBySimilarityParams<T1>,
        HitQuery<'c, 'a, 's, C, Hit, 2>,
        C,
    > for KnownBySimilarityStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a KnownBySimilarityParams<T1>,
    ) -> HitQuery<'c, 'a, 's, C, Hit, 2> {
        self.bind(client, &params.name_key, &params.limit)
    }
}
