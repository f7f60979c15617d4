//! What packing saves, and how fast the catalogue is made again from the archive: every artist of the built-in world is ingested by the
//! jobs themselves, first.
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use chrono::Days;
use vinilogy_app::Context;
use vinilogy_app::archive::Held;
use vinilogy_app::jobs::{IngestAlbums, IngestArtist, IngestReleaseDetails, IngestReleases, Job, PriceReleases};
use vinilogy_app::replay::{Report, Stage, replay};
use vinilogy_core::store::ReplayFilter;
use vinilogy_sim::World;

use super::calls::Cloud;
use super::database::Database;
use super::rows::Row;
use crate::local::Variables;

/// Ingests, packs, and replays into an empty database before and after.
pub async fn measure(variables: &Variables) -> Result<Vec<Row>> {
    let database = Database::create(variables, "bench_archive").await?;
    let empty = Database::create(variables, "bench_replay").await?;
    let cloud = Cloud::create(variables).await?;
    let rows = Box::pin(compare(&database, &empty, &cloud, variables)).await;
    cloud.delete().await?;
    database.drop().await?;
    empty.drop().await?;
    rows
}

async fn compare(database: &Database, empty: &Database, cloud: &Cloud, variables: &Variables) -> Result<Vec<Row>> {
    let sim = super::calls::simulator().await?;
    let context = cloud.context(database, &sim)?;
    Box::pin(ingest(&context)).await?;
    let before = held(&context).await?;
    let started = Instant::now();
    let from_singles = replay(&cloud.context(empty, &sim)?, &ReplayFilter::default(), &|_| {}).await?;
    let singles_took = started.elapsed();

    let packing = Instant::now();
    let archive = context.archive().await;
    for group in archive.to_pack(context.now().date_naive() + Days::new(1), usize::MAX).await? {
        let pack = archive.write_pack(&group).await?.context("nobody else packs")?;
        archive.switch(&pack).await?;
    }
    let deleted = archive.delete_leftovers(Duration::ZERO).await?;
    let packing = packing.elapsed();
    let after = held(&context).await?;

    let empty = Database::create(variables, "bench_replay").await?;
    let started = Instant::now();
    let from_packs = replay(&cloud.context(&empty, &sim)?, &ReplayFilter::default(), &|_| {}).await?;
    let packs_took = started.elapsed();
    ensure!(from_singles.failed() + from_packs.failed() == 0, "{from_singles:?} {from_packs:?}");

    let size = format!(
        "{} objects of {} kB became {} of {} kB, {:.1} times smaller, in {:.1} s",
        before.singles,
        kilobytes(&before),
        after.singles + after.packs,
        kilobytes(&after),
        kilobytes(&before) as f64 / kilobytes(&after) as f64,
        packing.as_secs_f64()
    );
    let reads = format!(
        "{} requests to the bucket from single objects, {} from packs ({deleted} objects were packed)",
        from_singles.requests, from_packs.requests
    );
    let rate = format!(
        "{} answers in {:.1} s from single objects, in {:.1} s from packs",
        answers(&from_packs),
        singles_took.as_secs_f64(),
        packs_took.as_secs_f64()
    );
    Ok(vec![
        Row::new("F36", "packed archive", "–", size),
        Row::new("F36", "reads of a replay of everything", "–", reads),
        Row::new("F36", "replay of everything into an empty database", "–", rate),
    ])
}

async fn ingest(context: &Context) -> Result<()> {
    let store = context.store();
    for name in World::builtin(1).artist_names() {
        let artist_id = store.get_or_create_artist(&name, None).await?.id;
        IngestArtist::Known { artist_id }.run(context).await.with_context(|| name.clone())?;
        IngestAlbums { artist_id }.run(context).await.with_context(|| name.clone())?;
        for album in store.albums_of(artist_id.into()).await? {
            IngestReleases { album_id: album.id }.run(context).await.with_context(|| name.clone())?;
            if let Some(release_id) = store.most_owned_without_details(album.id.into(), Duration::ZERO).await? {
                IngestReleaseDetails { release_id }.run(context).await.with_context(|| name.clone())?;
            }
            PriceReleases { album_id: album.id }.run(context).await.with_context(|| name.clone())?;
        }
    }
    Ok(())
}

/// All endpoints together.
async fn held(context: &Context) -> Result<Held> {
    let mut all = Held::default();
    for held in context.archive().await.held().await?.values() {
        all += held;
    }
    Ok(all)
}

fn kilobytes(held: &Held) -> u64 {
    (held.single_bytes + held.pack_bytes).div_ceil(1000)
}

fn answers(report: &Report) -> u64 {
    Stage::ALL.iter().filter_map(|stage| report.stages.get(stage)).map(|counts| counts.answers).sum()
}
