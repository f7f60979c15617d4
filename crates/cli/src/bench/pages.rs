//! P4: a page of an album's pressings with their best prices, through all that a request passes.
use std::time::Instant;

use anyhow::{Result, ensure};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use tower::ServiceExt as _;

use super::database::volume;
use super::names::dice;
use super::recs::routes;
use super::rows::{Row, Times};
use crate::local::Variables;

const REQUESTS: usize = 3_000;
const WARM_UP: usize = 300;

/// The page of fifty, and all offers of an album compared.
pub async fn measure(variables: &Variables) -> Result<Vec<Row>> {
    let volume = volume(variables).await?;
    let client = volume.connect().await?;
    let albums = "select id from albums where release_count >= 20 order by id";
    let albums: Vec<i64> = client.query(albums, &[]).await?.iter().map(|row| row.get(0)).collect();
    let size: i64 = client.query_one("select pg_total_relation_size('price_histories')", &[]).await?.get(0);
    let points = "select count(*), sum(cardinality(minutes)) from price_histories";
    let points = client.query_one(points, &[]).await?;
    let (histories, points): (i64, i64) = (points.get(0), points.get(1));
    let routes = routes(volume.settings(2))?;
    let mut rows = Vec::new();
    for (path, what) in [
        ("releases?ships_to=ES", "`GET /albums/{id}/releases`: 20 to 32 pressings with best prices, 2 M quotes"),
        ("releases?ships_to=ES&currency=GBP", "the same read in pounds"),
        ("prices?country=ES", "`GET /albums/{id}/prices`: all offers of these compared"),
    ] {
        let mut times = Times::default();
        for n in 0..WARM_UP + REQUESTS {
            let album = albums[usize::try_from(dice(n as u64) % albums.len() as u64)?];
            let started = Instant::now();
            read(&routes, &format!("/albums/{album}/{path}")).await?;
            if n >= WARM_UP {
                times.push(started.elapsed());
            }
        }
        rows.push(Row::new("P4", what, "p99 ≤ 20 ms", times.p50_p99()));
    }
    let measured = format!("{} MB, {} bytes a point", size / 1_000_000, size / points.max(1));
    rows.push(Row::new("–", format!("{histories} price histories of {points} points with their index"), "–", measured));
    Ok(rows)
}

async fn read(routes: &axum::Router, path: &str) -> Result<()> {
    let response = routes.clone().oneshot(Request::get(path).body(Body::empty())?).await?;
    ensure!(response.status() == StatusCode::OK, "{path}: {}", response.status());
    let body = to_bytes(response.into_body(), usize::MAX).await?;
    ensure!(body.len() > 5_000, "{path}: twenty pressings are longer than {} bytes", body.len());
    Ok(())
}
