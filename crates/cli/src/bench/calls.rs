//! P8: how many upstream calls an album's pressings take, counted by the simulator.
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use aws_config::SdkConfig;
use vinilogy_app::jobs::{
    ImportArtists, IngestAlbums, IngestArtist, IngestImages, IngestReleaseDetails, IngestReleases, Job, PriceOffers,
    PriceReleases,
};
use vinilogy_app::{Config, Context, aws};
use vinilogy_core::store::Album;
use vinilogy_sim::{Limits, Options, Sim, World};
use vinilogy_upstream::Rate;

use super::database::Database;
use super::rows::Row;
use crate::local::Variables;

const ARTISTS: [&str; 8] =
    ["Radiohead", "Pink Floyd", "The Beatles", "David Bowie", "Björk", "Kraftwerk", "Miles Davis", "Fleetwood Mac"];

/// Every album of a few artists through the worker itself, with its queues and its archive.
pub async fn measure(variables: &Variables) -> Result<Vec<Row>> {
    let database = Database::create(variables, "bench_calls").await?;
    let cloud = Cloud::create(variables).await?;
    let counted = Box::pin(count(&database, &cloud)).await;
    cloud.delete().await?;
    database.drop().await?;
    Ok(vec![counted?])
}

async fn count(database: &Database, cloud: &Cloud) -> Result<Row> {
    let sim = simulator().await?;
    let context = cloud.context(database, &sim)?;
    let (mut known, mut unknown) = (Tally::default(), Tally::default());
    for album in albums(&context).await? {
        sim.control().reset_calls();
        IngestReleases { album_id: album.id }.run(&context).await?;
        let calls = sim.control().calls().total();
        let release_count = context.store().album(album.id.into()).await?.release_count;
        let pages = u64::try_from(release_count)?.div_ceil(100).max(1);
        match album.discogs_master_id {
            Some(_) => known.add(calls, pages),
            None => unknown.add(calls, pages + 1),
        }
    }
    let off = known.off + unknown.off;
    let measured = format!(
        "{} calls for {} albums of known masters (⌈n/100⌉: {}), {} for {} of unknown ones (⌈n/100⌉ + 1: {}); {off} albums differ",
        known.calls, known.albums, known.expected, unknown.calls, unknown.albums, unknown.expected
    );
    Ok(Row::new("P8", "upstream calls for an album's pressings", "⌈n/100⌉, + 1 when the master is unknown", measured))
}

/// The built-in world without limits.
pub async fn simulator() -> Result<Sim> {
    let world = Arc::new(World::builtin(1));
    let options = Options { limits: Limits::none(), latency: Duration::ZERO };
    Sim::start(world, options, SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await
}

async fn albums(context: &Context) -> Result<Vec<Album>> {
    let mut albums = Vec::new();
    for name in ARTISTS {
        let artist_id = context.store().get_or_create_artist(name, None).await?.id;
        IngestArtist::Known { artist_id }.run(context).await.with_context(|| name.to_owned())?;
        IngestAlbums { artist_id }.run(context).await.with_context(|| name.to_owned())?;
        albums.extend(context.store().albums_of(artist_id.into()).await?);
    }
    ensure!(!albums.is_empty(), "the world has no albums");
    Ok(albums)
}

#[derive(Default)]
struct Tally {
    albums: u64,
    calls: u64,
    expected: u64,
    off: u64,
}

impl Tally {
    fn add(&mut self, calls: u64, expected: u64) {
        self.albums += 1;
        self.calls += calls;
        self.expected += expected;
        self.off += u64::from(calls != expected);
    }
}

/// Queues and a bucket of this command's own.
pub struct Cloud {
    endpoint: String,
    name: String,
    sdk: SdkConfig,
}

impl Cloud {
    /// With names that nobody else has.
    pub async fn create(variables: &Variables) -> Result<Self> {
        let endpoint = variables.expect("AWS_ENDPOINT_URL")?;
        let [region, id, secret] =
            ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].map(|name| variables.expect(name));
        let sdk = aws::at(&endpoint, &region?, &id?, &secret?);
        let cloud = Self { endpoint, name: format!("bench-{}", uuid::Uuid::new_v4().simple()), sdk };
        for queue in QUEUES {
            cloud.sqs().create_queue().queue_name(cloud.queue(queue)).send().await?;
        }
        cloud.s3().create_bucket().bucket(&cloud.name).create_bucket_configuration(cloud.here()).send().await?;
        Ok(cloud)
    }

    fn here(&self) -> aws_sdk_s3::types::CreateBucketConfiguration {
        let region = self.sdk.region().map(ToString::to_string).unwrap_or_default();
        let region = aws_sdk_s3::types::BucketLocationConstraint::from(region.as_str());
        aws_sdk_s3::types::CreateBucketConfiguration::builder().location_constraint(region).build()
    }

    fn sqs(&self) -> aws_sdk_sqs::Client {
        aws_sdk_sqs::Client::new(&self.sdk)
    }

    fn s3(&self) -> aws_sdk_s3::Client {
        aws_sdk_s3::Client::from_conf(aws_sdk_s3::config::Builder::from(&self.sdk).force_path_style(true).build())
    }

    fn queue(&self, job: &str) -> String {
        format!("{}-{job}", self.name)
    }

    fn url(&self, queue: &str) -> String {
        format!("{}/000000000000/{queue}", self.endpoint)
    }

    /// A sandbox over these, a database and the simulator.
    pub fn context(&self, database: &Database, sim: &Sim) -> Result<Context> {
        let mut config = Config::read(&|name| match name {
            "DATABASE_URL" => Some(database.url()),
            "QUEUE_URL_PREFIX" => Some(self.url(&self.queue(""))),
            "ARCHIVE_BUCKET" => Some(self.name.clone()),
            _ => None,
        })?;
        let rate = Rate { calls: 60_000, per: Duration::from_secs(1) };
        let upstream = &mut config.upstream;
        let vendors = [
            (&mut upstream.lastfm, sim.lastfm_url()),
            (&mut upstream.musicbrainz, sim.musicbrainz_url()),
            (&mut upstream.discogs, sim.discogs_url()),
            (&mut upstream.coverartarchive, sim.coverartarchive_url()),
            (&mut upstream.ebay, sim.ebay_url()),
            (&mut upstream.ecb, sim.ecb_url()),
        ];
        for (vendor, url) in vendors {
            (vendor.url, vendor.rate) = (url, rate);
        }
        upstream.lastfm_key = Some("0123456789abcdef0123456789abcdef".to_owned());
        upstream.discogs_token = Some("token".to_owned());
        Context::reaching(config, self.sdk.clone())
    }

    /// Gone with all that they hold.
    pub async fn delete(&self) -> Result<()> {
        for queue in QUEUES {
            self.sqs().delete_queue().queue_url(self.url(&self.queue(queue))).send().await?;
        }
        let mut pages = self.s3().list_objects_v2().bucket(&self.name).into_paginator().send();
        while let Some(page) = pages.next().await {
            for key in page?.contents.unwrap_or_default().into_iter().filter_map(|object| object.key) {
                self.s3().delete_object().bucket(&self.name).key(key).send().await?;
            }
        }
        self.s3().delete_bucket().bucket(&self.name).send().await?;
        Ok(())
    }
}

/// What the worker and its predecessors send to.
const QUEUES: [&str; 8] = [
    ImportArtists::NAME,
    IngestImages::NAME,
    IngestArtist::NAME,
    IngestAlbums::NAME,
    IngestReleases::NAME,
    IngestReleaseDetails::NAME,
    PriceOffers::NAME,
    PriceReleases::NAME,
];
