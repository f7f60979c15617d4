// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct SetRoleParams<T1: crate::StringSql> {
    pub role: T1,
    pub id: i64,
}
#[derive(Debug)]
pub struct InsertProfileParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub user_id: i64,
    pub country: T1,
    pub currency: T2,
    pub language: T3,
}
#[derive(Debug)]
pub struct InsertSessionParams<T1: crate::BytesSql> {
    pub token_sha256: T1,
    pub user_id: i64,
    pub seconds: f64,
}
#[derive(Clone, Copy, Debug)]
pub struct InsertSeedParams {
    pub user_id: i64,
    pub artist_id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct DeleteSeedParams {
    pub user_id: i64,
    pub artist_id: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct ByToken {
    pub id: i64,
    pub role: String,
    pub country: String,
    pub currency: String,
    pub language: String,
}
pub struct ByTokenBorrowed<'a> {
    pub id: i64,
    pub role: &'a str,
    pub country: &'a str,
    pub currency: &'a str,
    pub language: &'a str,
}
impl<'a> From<ByTokenBorrowed<'a>> for ByToken {
    fn from(
        ByTokenBorrowed {
            id,
            role,
            country,
            currency,
            language,
        }: ByTokenBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            role: role.into(),
            country: country.into(),
            currency: currency.into(),
            language: language.into(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    pub country: String,
    pub currency: String,
    pub language: String,
}
pub struct ProfileBorrowed<'a> {
    pub country: &'a str,
    pub currency: &'a str,
    pub language: &'a str,
}
impl<'a> From<ProfileBorrowed<'a>> for Profile {
    fn from(
        ProfileBorrowed {
            country,
            currency,
            language,
        }: ProfileBorrowed<'a>,
    ) -> Self {
        Self {
            country: country.into(),
            currency: currency.into(),
            language: language.into(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Seeds {
    pub id: i64,
    pub name: String,
    pub listeners: Option<i64>,
    pub image_url: Option<String>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub ingested: bool,
}
pub struct SeedsBorrowed<'a> {
    pub id: i64,
    pub name: &'a str,
    pub listeners: Option<i64>,
    pub image_url: Option<&'a str>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub ingested: bool,
}
impl<'a> From<SeedsBorrowed<'a>> for Seeds {
    fn from(
        SeedsBorrowed {
            id,
            name,
            listeners,
            image_url,
            created_at,
            ingested,
        }: SeedsBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            listeners,
            image_url: image_url.map(|v| v.into()),
            created_at,
            ingested,
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
pub struct ByTokenQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ByTokenBorrowed, tokio_postgres::Error>,
    mapper: fn(ByTokenBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ByTokenQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ByTokenBorrowed) -> R) -> ByTokenQuery<'c, 'a, 's, C, R, N> {
        ByTokenQuery {
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
pub struct ProfileQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ProfileBorrowed, tokio_postgres::Error>,
    mapper: fn(ProfileBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ProfileQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ProfileBorrowed) -> R) -> ProfileQuery<'c, 'a, 's, C, R, N> {
        ProfileQuery {
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
pub struct SeedsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SeedsBorrowed, tokio_postgres::Error>,
    mapper: fn(SeedsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SeedsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SeedsBorrowed) -> R) -> SeedsQuery<'c, 'a, 's, C, R, N> {
        SeedsQuery {
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
pub struct InsertUserStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_user() -> InsertUserStmt {
    InsertUserStmt(
        "insert into users (name) values ($1) on conflict (name) do nothing returning id",
        None,
    )
}
impl InsertUserStmt {
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
        name: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct UserByNameStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn user_by_name() -> UserByNameStmt {
    UserByNameStmt("select id from users where name = $1", None)
}
impl UserByNameStmt {
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
        name: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [name],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct SetRoleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_role() -> SetRoleStmt {
    SetRoleStmt(
        "update users set role = $1 where id = $2 and role <> $1",
        None,
    )
}
impl SetRoleStmt {
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
        role: &'a T1,
        id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[role, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetRoleParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for SetRoleStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetRoleParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.role, &params.id))
    }
}
pub struct InsertProfileStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_profile() -> InsertProfileStmt {
    InsertProfileStmt(
        "insert into user_profiles (user_id, country, currency, language) values ($1, $2, $3, $4) on conflict (user_id) do update set country = excluded.country, currency = excluded.currency, language = excluded.language where (user_profiles.country, user_profiles.currency, user_profiles.language) is distinct from (excluded.country, excluded.currency, excluded.language)",
        None,
    )
}
impl InsertProfileStmt {
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
        user_id: &'a i64,
        country: &'a T1,
        currency: &'a T2,
        language: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[user_id, country, currency, language])
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
        InsertProfileParams<T1, T2, T3>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for InsertProfileStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertProfileParams<T1, T2, T3>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.user_id,
            &params.country,
            &params.currency,
            &params.language,
        ))
    }
}
pub struct InsertSessionStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_session() -> InsertSessionStmt {
    InsertSessionStmt(
        "insert into sessions (token_sha256, user_id, expires_at) values ($1, $2, now() + make_interval(secs => $3))",
        None,
    )
}
impl InsertSessionStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        token_sha256: &'a T1,
        user_id: &'a i64,
        seconds: &'a f64,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(self.0, &[token_sha256, user_id, seconds])
            .await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertSessionParams<T1>,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for InsertSessionStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertSessionParams<T1>,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(
            client,
            &params.token_sha256,
            &params.user_id,
            &params.seconds,
        ))
    }
}
pub struct ByTokenStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn by_token() -> ByTokenStmt {
    ByTokenStmt(
        "select u.id, u.role, p.country, p.currency, p.language from sessions s join users u on u.id = s.user_id join user_profiles p on p.user_id = u.id where s.token_sha256 = $1 and s.expires_at > now()",
        None,
    )
}
impl ByTokenStmt {
    pub async fn prepare<'a, C: GenericClient>(
        mut self,
        client: &'a C,
    ) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        token_sha256: &'a T1,
    ) -> ByTokenQuery<'c, 'a, 's, C, ByToken, 1> {
        ByTokenQuery {
            client,
            params: [token_sha256],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ByTokenBorrowed, tokio_postgres::Error> {
                    Ok(ByTokenBorrowed {
                        id: row.try_get(0)?,
                        role: row.try_get(1)?,
                        country: row.try_get(2)?,
                        currency: row.try_get(3)?,
                        language: row.try_get(4)?,
                    })
                },
            mapper: |it| ByToken::from(it),
        }
    }
}
pub struct ProfileStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn profile() -> ProfileStmt {
    ProfileStmt(
        "select country, currency, language from user_profiles where user_id = $1",
        None,
    )
}
impl ProfileStmt {
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
    ) -> ProfileQuery<'c, 'a, 's, C, Profile, 1> {
        ProfileQuery {
            client,
            params: [user_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor:
                |row: &tokio_postgres::Row| -> Result<ProfileBorrowed, tokio_postgres::Error> {
                    Ok(ProfileBorrowed {
                        country: row.try_get(0)?,
                        currency: row.try_get(1)?,
                        language: row.try_get(2)?,
                    })
                },
            mapper: |it| Profile::from(it),
        }
    }
}
pub struct SeedsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn seeds() -> SeedsStmt {
    SeedsStmt(
        "select a.id, a.name, a.listeners, a.image_url, s.created_at, (a.info_fetched_at is not null and a.albums_fetched_at is not null) as ingested from user_seed_artists s join artists a on a.id = s.artist_id where s.user_id = $1 order by s.created_at, a.id",
        None,
    )
}
impl SeedsStmt {
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
    ) -> SeedsQuery<'c, 'a, 's, C, Seeds, 1> {
        SeedsQuery {
            client,
            params: [user_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SeedsBorrowed, tokio_postgres::Error> {
                Ok(SeedsBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    listeners: row.try_get(2)?,
                    image_url: row.try_get(3)?,
                    created_at: row.try_get(4)?,
                    ingested: row.try_get(5)?,
                })
            },
            mapper: |it| Seeds::from(it),
        }
    }
}
pub struct InsertSeedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_seed() -> InsertSeedStmt {
    InsertSeedStmt(
        "insert into user_seed_artists (user_id, artist_id) values ($1, $2) on conflict (user_id, artist_id) do nothing",
        None,
    )
}
impl InsertSeedStmt {
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
        user_id: &'a i64,
        artist_id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[user_id, artist_id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertSeedParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for InsertSeedStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertSeedParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.user_id, &params.artist_id))
    }
}
pub struct DeleteSeedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_seed() -> DeleteSeedStmt {
    DeleteSeedStmt(
        "delete from user_seed_artists where user_id = $1 and artist_id = $2",
        None,
    )
}
impl DeleteSeedStmt {
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
        user_id: &'a i64,
        artist_id: &'a i64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(self.0, &[user_id, artist_id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DeleteSeedParams,
        std::pin::Pin<
            Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
        >,
        C,
    > for DeleteSeedStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DeleteSeedParams,
    ) -> std::pin::Pin<
        Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>,
    > {
        Box::pin(self.bind(client, &params.user_id, &params.artist_id))
    }
}
