//! Scratch databases on the local server: small ones for a single figure, and the volume, a catalogue of a real one's size that is
//! made once and kept until the migrations or its recipe change.
use anyhow::{Context as _, Result};
use sha2::{Digest, Sha256};
use tokio_postgres::{Client, NoTls};
use vinilogy_core::store::{DatabaseSettings, Store};

use super::{listeners, names, titles};
use crate::local::{Variables, root};

/// A database of this command.
pub struct Database {
    name: String,
    admin: String,
}

const VOLUME: &str = "bench_volume";
/// To be changed with the recipe below, so that a volume of the old one is made anew.
const RECIPE: &str = "6";

impl Database {
    /// An empty one with the schema; whatever had this name before is gone.
    pub async fn create(variables: &Variables, name: &str) -> Result<Self> {
        let database = Self::named(variables, name)?;
        database.drop().await?;
        connect(&database.admin).await?.batch_execute(&format!("create database {name}")).await?;
        database.store(1)?.migrate().await?;
        Ok(database)
    }

    fn named(variables: &Variables, name: &str) -> Result<Self> {
        Ok(Self { name: name.to_owned(), admin: variables.expect("DATABASE_URL")? })
    }

    /// A store over so many connections.
    pub fn store(&self, connections: usize) -> Result<Store> {
        Ok(Store::open(&self.settings(connections))?)
    }

    /// How to reach it.
    pub fn settings(&self, connections: usize) -> DatabaseSettings {
        DatabaseSettings { url: self.url(), ca_file: None, connections }
    }

    /// Unencrypted: the server is on this machine.
    pub fn url(&self) -> String {
        let base = self.admin.split('?').next().unwrap_or_default();
        let server = base.rsplit_once('/').map_or(base, |(server, _)| server);
        format!("{server}/{}?sslmode=disable", self.name)
    }

    /// A plain connection.
    pub async fn connect(&self) -> Result<Client> {
        connect(&self.url()).await
    }

    /// Gone, with whoever is connected.
    pub async fn drop(&self) -> Result<()> {
        let admin = connect(&self.admin).await?;
        admin.batch_execute(&format!("drop database if exists {} with (force)", self.name)).await?;
        Ok(())
    }
}

async fn connect(url: &str) -> Result<Client> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.context("the database does not answer")?;
    #[expect(clippy::disallowed_methods, reason = "a command lives as long as its connections")]
    tokio::spawn(connection);
    Ok(client)
}

/// 500,000 artists, 1 million albums, 500,000 pressings with 2 million prices, 10,000 listeners with a set of twenty each.
pub async fn volume(variables: &Variables) -> Result<Database> {
    let wanted = format!("{RECIPE} {}", migrations()?);
    let volume = Database::named(variables, VOLUME)?;
    let admin = connect(&volume.admin).await?;
    let made = "select shobj_description(oid, 'pg_database') from pg_database where datname = $1";
    let made: Option<String> = admin.query_opt(made, &[&VOLUME]).await?.and_then(|row| row.get(0));
    if made.as_deref() == Some(&wanted) {
        return Ok(volume);
    }
    eprintln!("Filling {VOLUME}; this takes minutes and is done once.");
    let volume = Database::create(variables, VOLUME).await?;
    let client = volume.connect().await?;
    names::copy(&client).await?;
    titles::copy(&client).await?;
    client.batch_execute(CATALOGUE).await.context("catalogue")?;
    listeners::fill(&client).await?;
    client.batch_execute("vacuum (analyze)").await?;
    admin.batch_execute(&format!("comment on database {VOLUME} is '{wanted}'")).await?;
    Ok(volume)
}

/// Makes room on the disk.
pub async fn drop_volume(variables: &Variables) -> Result<()> {
    Database::named(variables, VOLUME)?.drop().await
}

fn migrations() -> Result<String> {
    let mut files: Vec<_> = std::fs::read_dir(root().join("migrations"))?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut digest = Sha256::new();
    for file in files {
        digest.update(std::fs::read(file)?);
    }
    Ok(digest.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Every sixteenth album has pressings, eight on average and 32 at most. A pressing has four
/// quotes: one of Discogs to anywhere and to Spain, two of others to Spain; and three histories of twelve points.
const CATALOGUE: &str = "
set synchronous_commit = off;
insert into albums (artist_id, title, title_key, first_release_year, discogs_master_id, master_confidence, cover_url, track_count,
                    rating_hundredths, rating_votes, wanted_at, releases_fetched_at, prices_fetched_at)
select artist_id, title, title_key, 1955 + n % 70, 1000000 + n, 1,
       'https://i.discogs.com/' || md5(n::text) || '.jpeg', 8 + n % 7, 300 + n % 180, n % 3000,
       case when n % 16 = 0 then now() end, now(), now()
from titles order by n;
with sized as (
    select n, 1 + n * 7 % 5 + n / 16 % 8 + case when n % 160 = 0 then 20 else 0 end as pressings
    from generate_series(16, 1000000, 16) n
), numbered as (
    select n, k, row_number() over (order by n, k) as place from sized, generate_series(1, 32) k where k <= pressings
)
insert into releases (album_id, discogs_id, title, country, year, released, format, label, catno, thumb_url, official, have, want,
                      for_sale, priced_at)
select n, place, 'Album ' || n, (array['Spain', 'UK', 'US', 'Germany', 'France', 'Japan', 'Italy', 'Europe'])[1 + (n + k) % 8],
       1955 + (n + k * 3) % 70, (1955 + (n + k * 3) % 70)::text,
       (array['LP, Album', 'LP, Album, RE', '2xLP, Album, RM, 180', 'LP, Album, Ltd', 'LP, Album, Mono'])[1 + k % 5],
       'Label ' || place % 4000, 'CAT ' || place, 'https://i.discogs.com/' || md5(place::text) || '.jpeg', k % 9 <> 0,
       (place * 31 % 9000)::integer, (place * 17 % 4000)::integer, (place % 60)::integer, now()
from numbered where place <= 500000;
insert into quotes (album_id, release_id, provider, offer, ships_to, sale, currency, amount, shipping, media, seller, ships_from, url,
                    very_good_plus, item_cents, delivered_low, delivered_high, tax_cents, estimated, rate_day, rank, rank_cents, observed_at)
select r.album_id, r.id, o.provider, r.discogs_id::text, o.ships_to, o.sale, o.currency, p.amount, o.shipping, o.media, o.seller, o.ships_from,
       'https://www.discogs.com/sell/release/' || r.discogs_id, coalesce(o.media >= 6, false), p.cents, p.cents + o.low, p.cents + o.high,
       case when o.high is not null then 0 end, o.shipping is null and o.high is not null, current_date, case when o.high is null then 2 else 0 end,
       p.cents + coalesce(o.high, 0), now() - make_interval(mins => (r.id % 3000)::integer)
from releases r
cross join (values ('discogs', 'ZZ', 'lowest', 'EUR', 37, null::bigint, null::integer, null::integer, null::smallint, null::text, null::text),
                   ('discogs', 'ES', 'lowest', 'EUR', 37, null, 500, 1400, null, null, null),
                   ('ebay', 'ES', 'fixed', 'EUR', 43, 490, 490, 490, 6, 'seller 1', 'DE'),
                   ('shop:one', 'ES', 'fixed', 'GBP', 47, 350, 420, 420, 5, 'one', 'GB'))
           as o (provider, ships_to, sale, currency, factor, shipping, low, high, media, seller, ships_from)
cross join lateral (select 900 + (r.id * o.factor) % 9000 as amount, (900 + (r.id * o.factor) % 9000) * case o.currency when 'GBP' then 115 else 100 end / 100 as cents) p;
insert into price_histories (release_id, provider, class, currency, minutes, lows, for_sale)
select r.id, o.provider, 'any', o.currency,
       array(select 29000000 + (k * 10000)::integer from generate_series(0, 11) k),
       array(select (900 + (r.id * 37 + k * 131) % 9000)::integer from generate_series(0, 11) k),
       array(select (3 + (r.id + k) % 20)::integer from generate_series(0, 11) k)
from releases r cross join (values ('discogs', 'EUR'), ('ebay', 'EUR'), ('shop:one', 'GBP')) as o (provider, currency);
insert into exchange_rates (currency, day, per_euro)
select c.currency, current_date - d, c.per_euro + d * 10000
from (values ('USD', 117900000), ('GBP', 87000000), ('JPY', 18144000000), ('SEK', 1095000000)) as c (currency, per_euro), generate_series(0, 90) d;
insert into album_best_price (album_id, ships_to, class, quote_id, offers)
select distinct on (q.album_id, q.ships_to, c.class) q.album_id, q.ships_to, c.class, q.id,
       count(*) over (partition by q.album_id, q.ships_to, c.class)
from quotes q
left join releases r on r.id = q.release_id
left join (
    select a.id, coalesce(min(o.year) filter (where o.year >= a.first_release_year), min(o.year)) as year
    from albums a join releases o on o.album_id = a.id and o.original and o.gone_at is null group by a.id
) f on f.id = q.album_id
cross join lateral (values ('cheapest', true), ('very_good_plus', q.very_good_plus), ('original', r.original and r.year = f.year)) as c (class, is_one)
where c.is_one
order by q.album_id, q.ships_to, c.class, q.rank, q.rank_cents, q.item_cents, q.observed_at, q.id;
update albums a set release_count = c.count
from (select album_id, count(*) as count from releases group by album_id) c
where c.album_id = a.id;
";
