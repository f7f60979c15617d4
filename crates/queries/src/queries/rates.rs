// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct SaveParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = chrono::NaiveDate>,
    T4: crate::ArraySql<Item = i64>,
> {
    pub currencies: T2,
    pub days: T3,
    pub per_euros: T4,
}
#[derive(Debug)]
pub struct SinceParams<T1: crate::StringSql, T2: crate::ArraySql<Item = T1>> {
    pub currencies: T2,
    pub days: i32,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Since {
    pub currency: String,
    pub day: chrono::NaiveDate,
    pub per_euro: i64,
}
pub struct SinceBorrowed<'a> {
    pub currency: &'a str,
    pub day: chrono::NaiveDate,
    pub per_euro: i64,
}
impl<'a> From<SinceBorrowed<'a>> for Since {
    fn from(
        SinceBorrowed {
            currency,
            day,
            per_euro,
        }: SinceBorrowed<'a>,
    ) -> Self {
        Self {
            currency: currency.into(),
            day,
            per_euro,
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct SinceQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SinceBorrowed, tokio_postgres::Error>,
    mapper: fn(SinceBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SinceQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SinceBorrowed) -> R) -> SinceQuery<'c, 'a, 's, C, R, N> {
        SinceQuery {
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
pub struct OptionchronoNaiveDateQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Option<chrono::NaiveDate>, tokio_postgres::Error>,
    mapper: fn(Option<chrono::NaiveDate>) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OptionchronoNaiveDateQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(Option<chrono::NaiveDate>) -> R,
    ) -> OptionchronoNaiveDateQuery<'c, 'a, 's, C, R, N> {
        OptionchronoNaiveDateQuery {
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
        "insert into exchange_rates (currency, day, per_euro) select i.currency, i.day, i.per_euro from unnest($1::text[], $2::date[], $3::bigint[]) as i (currency, day, per_euro) order by i.currency, i.day on conflict (currency, day) do update set per_euro = excluded.per_euro where exchange_rates.per_euro <> excluded.per_euro",
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
        T1: crate::StringSql,
        T2: crate::ArraySql<Item = T1>,
        T3: crate::ArraySql<Item = chrono::NaiveDate>,
        T4: crate::ArraySql<Item = i64>,
    >(
        &'s self,
        client: &'c C,
        currencies: &'a T2,
        days: &'a T3,
        per_euros: &'a T4,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[currencies, days, per_euros]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = chrono::NaiveDate>,
    T4: crate::ArraySql<Item = i64>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveParams<T1, T2, T3, T4>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SaveStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveParams<T1, T2, T3, T4>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.currencies, &params.days, &params.per_euros))
    }
}
pub struct SinceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn since() -> SinceStmt {
    SinceStmt(
        "select r.currency, r.day, r.per_euro from exchange_rates r where (cardinality($1::text[]) = 0 or r.currency = any ($1::text[])) and r.day >= coalesce((select max(b.day) from exchange_rates b where b.currency = r.currency and b.day <= current_date - $2::integer), '-infinity') order by r.currency, r.day",
        None,
    )
}
impl SinceStmt {
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
    >(
        &'s self,
        client: &'c C,
        currencies: &'a T2,
        days: &'a i32,
    ) -> SinceQuery<'c, 'a, 's, C, Since, 2> {
        SinceQuery {
            client,
            params: [currencies, days],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SinceBorrowed, tokio_postgres::Error> {
                Ok(SinceBorrowed {
                    currency: row.try_get(0)?,
                    day: row.try_get(1)?,
                    per_euro: row.try_get(2)?,
                })
            },
            mapper: |it| Since::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        SinceParams<T1, T2>,
        SinceQuery<'c, 'a, 's, C, Since, 2>,
        C,
    > for SinceStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a SinceParams<T1, T2>,
    ) -> SinceQuery<'c, 'a, 's, C, Since, 2> {
        self.bind(client, &params.currencies, &params.days)
    }
}
pub struct NewestDayStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn newest_day() -> NewestDayStmt {
    NewestDayStmt(
        "select max(day) as day from exchange_rates where currency = 'USD'",
        None,
    )
}
impl NewestDayStmt {
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
    ) -> OptionchronoNaiveDateQuery<'c, 'a, 's, C, Option<chrono::NaiveDate>, 0> {
        OptionchronoNaiveDateQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
