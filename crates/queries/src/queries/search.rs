// This file was generated with `clorinde`. Do not modify.

#[derive(Debug)]
pub struct FindParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::BytesSql,
> {
    pub typed: T1,
    pub kind: Option<T2>,
    pub limit: i64,
    pub others: Option<T3>,
    pub key: T4,
    pub token_sha256: Option<T5>,
}
#[derive(Debug)]
pub struct FindAlikeParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::StringSql,
> {
    pub words: T2,
    pub terms: T4,
    pub kind: Option<T5>,
    pub limit: i64,
    pub key: T6,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub kind: String,
    pub id: i64,
    pub popularity: i16,
    pub own: i32,
    pub key: String,
    pub artist_id: i64,
    pub artist_name: String,
    pub artist_key: String,
    pub artist_image_url: Option<String>,
    pub listeners: Option<i64>,
    pub title: Option<String>,
    pub first_release_year: Option<i16>,
    pub cover_url: Option<String>,
}
pub struct FoundBorrowed<'a> {
    pub kind: &'a str,
    pub id: i64,
    pub popularity: i16,
    pub own: i32,
    pub key: &'a str,
    pub artist_id: i64,
    pub artist_name: &'a str,
    pub artist_key: &'a str,
    pub artist_image_url: Option<&'a str>,
    pub listeners: Option<i64>,
    pub title: Option<&'a str>,
    pub first_release_year: Option<i16>,
    pub cover_url: Option<&'a str>,
}
impl<'a> From<FoundBorrowed<'a>> for Found {
    fn from(
        FoundBorrowed {
            kind,
            id,
            popularity,
            own,
            key,
            artist_id,
            artist_name,
            artist_key,
            artist_image_url,
            listeners,
            title,
            first_release_year,
            cover_url,
        }: FoundBorrowed<'a>,
    ) -> Self {
        Self {
            kind: kind.into(),
            id,
            popularity,
            own,
            key: key.into(),
            artist_id,
            artist_name: artist_name.into(),
            artist_key: artist_key.into(),
            artist_image_url: artist_image_url.map(|v| v.into()),
            listeners,
            title: title.map(|v| v.into()),
            first_release_year,
            cover_url: cover_url.map(|v| v.into()),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct FoundQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<FoundBorrowed, tokio_postgres::Error>,
    mapper: fn(FoundBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> FoundQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(FoundBorrowed) -> R) -> FoundQuery<'c, 'a, 's, C, R, N> {
        FoundQuery {
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
pub struct FindStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn find() -> FindStmt {
    FindStmt(
        "with famous as materialized ( select kind, id, popularity, key from search_names where words @@ ($1::text)::tsquery and popularity >= 130 and ($2::text is null or kind = $2) order by popularity desc limit 40 ), known as materialized ( select kind, id, popularity, key from search_names where words @@ ($1::text)::tsquery and popularity >= 100 and popularity < 130 and ($2::text is null or kind = $2) and (select count(*) from famous) < $3 order by popularity desc limit 40 ), heard as materialized ( select kind, id, popularity, key from search_names where words @@ ($1::text)::tsquery and popularity >= 70 and popularity < 100 and ($2::text is null or kind = $2) and (select count(*) from famous) + (select count(*) from known) < $3 order by popularity desc limit 40 ), few as materialized ( select (select count(*) from famous) + (select count(*) from known) + (select count(*) from heard) < $3 as are_found, (select count(*) from (select from search_names where words @@ ($4::text)::tsquery and popularity >= 70 and popularity < 100 and (select count(*) from famous) + (select count(*) from known) + (select count(*) from heard) < $3 limit 100) heard_of) < 100 and $4::text is not null as are_others ), rest as materialized ( select kind, id, popularity, key from (select kind, id, popularity, key, words from search_names where words @@ ($4::text)::tsquery and popularity < 70 and (select are_found and are_others from few) offset 0) others where words @@ ($1::text)::tsquery and ($2::text is null or kind = $2) union all select kind, id, popularity, key from search_names where words @@ ($1::text)::tsquery and popularity < 70 and ($2::text is null or kind = $2) and (select are_found and not are_others from few) order by popularity desc limit 40 ), exact as materialized ( select kind, id, popularity, key from search_names where key = $5 and ($2::text is null or kind = $2) order by popularity desc limit 10 ), caller as materialized ( select user_id from sessions where token_sha256 = $6 and expires_at > now() ), picked as materialized ( select kind, id, popularity, key, case kind when 'artist' then 2 else 1 end as own from (select n.kind, n.id, n.popularity, n.key, n.words from caller join user_seed_artists s using (user_id) join search_names n on n.artist_id = s.artist_id offset 0) seeded where words @@ ($1::text)::tsquery and ($2::text is null or kind = $2) order by own desc, popularity desc limit 40 ), had as materialized ( select kind, id, popularity, key from (select n.kind, n.id, n.popularity, n.key, n.words from caller join user_discogs_collections c using (user_id) join releases r on r.discogs_id = c.discogs_id join search_names n on n.id = r.album_id and n.kind = 'album' where c.list = 'collection' offset 0) owned where words @@ ($1::text)::tsquery and ($2::text is null or kind = $2) order by popularity desc limit 40 ), chosen as ( select kind, id, max(popularity) as popularity, max(key) as key, max(own) as own from (select kind, id, popularity, key, 0 as own from famous union all select *, 0 from known union all select *, 0 from heard union all select *, 0 from rest union all select *, 0 from exact union all select *, 2 from had union all select kind, id, popularity, key, own from picked) every group by kind, id ) select c.kind, c.id, c.popularity, c.own, c.key, a.id as artist_id, a.name as artist_name, a.name_key as artist_key, a.image_url as artist_image_url, a.listeners, b.title, b.first_release_year, b.cover_url from chosen c left join albums b on c.kind = 'album' and b.id = c.id join artists a on a.id = coalesce(b.artist_id, c.id)",
        None,
    )
}
impl FindStmt {
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
        T5: crate::BytesSql,
    >(
        &'s self,
        client: &'c C,
        typed: &'a T1,
        kind: &'a Option<T2>,
        limit: &'a i64,
        others: &'a Option<T3>,
        key: &'a T4,
        token_sha256: &'a Option<T5>,
    ) -> FoundQuery<'c, 'a, 's, C, Found, 6> {
        FoundQuery {
            client,
            params: [typed, kind, limit, others, key, token_sha256],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<FoundBorrowed, tokio_postgres::Error> {
                Ok(FoundBorrowed {
                    kind: row.try_get(0)?,
                    id: row.try_get(1)?,
                    popularity: row.try_get(2)?,
                    own: row.try_get(3)?,
                    key: row.try_get(4)?,
                    artist_id: row.try_get(5)?,
                    artist_name: row.try_get(6)?,
                    artist_key: row.try_get(7)?,
                    artist_image_url: row.try_get(8)?,
                    listeners: row.try_get(9)?,
                    title: row.try_get(10)?,
                    first_release_year: row.try_get(11)?,
                    cover_url: row.try_get(12)?,
                })
            },
            mapper: |it| Found::from(it),
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
    T5: crate::BytesSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        FindParams<T1, T2, T3, T4, T5>,
        FoundQuery<'c, 'a, 's, C, Found, 6>,
        C,
    > for FindStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a FindParams<T1, T2, T3, T4, T5>,
    ) -> FoundQuery<'c, 'a, 's, C, Found, 6> {
        self.bind(
            client,
            &params.typed,
            &params.kind,
            &params.limit,
            &params.others,
            &params.key,
            &params.token_sha256,
        )
    }
}
pub struct FindAlikeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn find_alike() -> FindAlikeStmt {
    FindAlikeStmt(
        "with typed as ( select word, term, place from unnest($1::text[], $2::text[]) with ordinality t (word, term, place) ), alike as materialized ( select t.place, string_agg(format('''%s''', d.word), ' | ') as words from typed t cross join lateral ( select near.word from (select distinct known.word from search_words known where search_near(known.word) && search_near(t.word) and length(t.word) > 3) near cross join lateral ( select least(levenshtein(near.word, t.word), case t.place when cardinality($1) then levenshtein(left(near.word, length(t.word)), t.word) end) as distance) far where far.distance <= 2 order by far.distance, near.word limit 60) d group by t.place ), question as materialized ( select string_agg('(' || t.term || coalesce(' | ' || a.words, '') || ')', ' & ')::tsquery as words from typed t left join alike a using (place) ), famous as materialized ( select kind, id, popularity, key from search_names where words @@ (select words from question) and popularity >= 130 and ($3::text is null or kind = $3) order by popularity desc limit 40 ), known as materialized ( select kind, id, popularity, key from search_names where words @@ (select words from question) and popularity >= 100 and popularity < 130 and ($3::text is null or kind = $3) and (select count(*) from famous) < $4 order by popularity desc limit 40 ), heard as materialized ( select kind, id, popularity, key from search_names where words @@ (select words from question) and popularity >= 70 and popularity < 100 and ($3::text is null or kind = $3) and (select count(*) from famous) + (select count(*) from known) < $4 order by popularity desc limit 40 ), rest as materialized ( select kind, id, popularity, key from search_names where words @@ (select words from question) and popularity < 70 and ($3::text is null or kind = $3) and (select count(*) from famous) + (select count(*) from known) + (select count(*) from heard) < $4 order by popularity desc limit 40 ), together as materialized ( select kind, id, popularity, key from search_names where key %> $5 and popularity >= 100 and ($3::text is null or kind = $3) and not exists (select from famous) and not exists (select from known) and not exists (select from heard) and not exists (select from rest) order by word_similarity($5, key) desc, popularity desc limit 20 ), chosen as ( select *, 0 as own from famous union all select *, 0 from known union all select *, 0 from heard union all select *, 0 from rest union all select *, 0 from together ) select c.kind, c.id, c.popularity, c.own, c.key, a.id as artist_id, a.name as artist_name, a.name_key as artist_key, a.image_url as artist_image_url, a.listeners, b.title, b.first_release_year, b.cover_url from chosen c left join albums b on c.kind = 'album' and b.id = c.id join artists a on a.id = coalesce(b.artist_id, c.id)",
        None,
    )
}
impl FindAlikeStmt {
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
        T5: crate::StringSql,
        T6: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        words: &'a T2,
        terms: &'a T4,
        kind: &'a Option<T5>,
        limit: &'a i64,
        key: &'a T6,
    ) -> FoundQuery<'c, 'a, 's, C, Found, 5> {
        FoundQuery {
            client,
            params: [words, terms, kind, limit, key],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<FoundBorrowed, tokio_postgres::Error> {
                Ok(FoundBorrowed {
                    kind: row.try_get(0)?,
                    id: row.try_get(1)?,
                    popularity: row.try_get(2)?,
                    own: row.try_get(3)?,
                    key: row.try_get(4)?,
                    artist_id: row.try_get(5)?,
                    artist_name: row.try_get(6)?,
                    artist_key: row.try_get(7)?,
                    artist_image_url: row.try_get(8)?,
                    listeners: row.try_get(9)?,
                    title: row.try_get(10)?,
                    first_release_year: row.try_get(11)?,
                    cover_url: row.try_get(12)?,
                })
            },
            mapper: |it| Found::from(it),
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
    T5: crate::StringSql,
    T6: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        FindAlikeParams<T1, T2, T3, T4, T5, T6>,
        FoundQuery<'c, 'a, 's, C, Found, 5>,
        C,
    > for FindAlikeStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a FindAlikeParams<T1, T2, T3, T4, T5, T6>,
    ) -> FoundQuery<'c, 'a, 's, C, Found, 5> {
        self.bind(
            client,
            &params.words,
            &params.terms,
            &params.kind,
            &params.limit,
            &params.key,
        )
    }
}
