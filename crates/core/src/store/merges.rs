//! Two rows that turn out to be one: all that refers to the loser follows to the winner, and the loser's id still leads there.
use std::collections::HashSet;

use deadpool_postgres::Transaction;
use vinilogy_queries::queries::{artists, matches, merges};

use super::matches::{HAND, Service};
use super::quotes::settle_best;
use super::{At, Error, Result};

/// Moves all that refers to the artist `loser` to `winner`, makes one of albums that both have, and leaves a forwarding row.
/// Returns the winner.
pub(super) async fn merge_artists(tx: &Transaction<'_>, loser: i64, winner: i64) -> Result<i64> {
    let ids = ids_of_both(tx, loser, winner).await?;
    merges::move_seeds().bind(tx, &winner, &loser).await.at("merges.move_seeds")?;
    merges::drop_seeds().bind(tx, &loser).await.at("merges.drop_seeds")?;
    merges::move_similars_to().bind(tx, &winner, &loser).await.at("merges.move_similars_to")?;
    merges::drop_similars().bind(tx, &loser).await.at("merges.drop_similars")?;
    merge_double_albums(tx, loser, winner).await?;
    merges::move_albums().bind(tx, &winner, &loser).await.at("merges.move_albums")?;
    merges::move_runs().bind(tx, &winner, &loser).await.at("merges.move_runs")?;
    merges::move_wishes().bind(tx, &winner, &loser).await.at("merges.move_wishes")?;
    merges::move_artist_image().bind(tx, &winner, &loser).await.at("merges.move_artist_image")?;
    merges::drop_artist_image().bind(tx, &loser).await.at("merges.drop_artist_image")?;
    merges::forward_artist().bind(tx, &winner, &loser).await.at("merges.forward_artist")?;
    merges::adopt_artist()
        .bind(tx, &ids.mbid, &ids.discogs_id, &ids.spotify_id.as_deref(), &winner, &loser)
        .await
        .at("merges.adopt_artist")?;
    merges::prefer_artist_decisions().bind(tx, &winner, &loser).await.at("merges.prefer_artist_decisions")?;
    merges::drop_artist_matches().bind(tx, &winner, &loser).await.at("merges.drop_artist_matches")?;
    merges::move_artist_matches().bind(tx, &winner, &loser).await.at("merges.move_artist_matches")?;
    merges::demote_artist_matches().bind(tx, &winner).await.at("merges.demote_artist_matches")?;
    Ok(winner)
}

struct Ids {
    mbid: Option<uuid::Uuid>,
    discogs_id: Option<i64>,
    spotify_id: Option<String>,
}

/// The winner's ids; the loser's where the winner has none, or where a person decided on the loser's alone.
async fn ids_of_both(tx: &Transaction<'_>, loser: i64, winner: i64) -> Result<Ids> {
    let by_hand = |rows: Vec<matches::Link>| -> HashSet<String> {
        let accepted = rows.into_iter().filter(|row| row.decided_by == HAND && row.state == "accepted");
        accepted.map(|row| row.service).collect()
    };
    let hers = by_hand(matches::of_artist().bind(tx, &winner).all().await.at("matches.of_artist")?);
    let his = by_hand(matches::of_artist().bind(tx, &loser).all().await.at("matches.of_artist")?);
    let w = artists::by_id().bind(tx, &winner).opt().await.at("artists.by_id")?.ok_or(Error::NotFound)?;
    let l = artists::by_id().bind(tx, &loser).opt().await.at("artists.by_id")?.ok_or(Error::NotFound)?;
    let his_holds = |service: Service| his.contains(service.name()) && !hers.contains(service.name());
    Ok(Ids {
        mbid: if his_holds(Service::Musicbrainz) { l.mbid.or(w.mbid) } else { w.mbid.or(l.mbid) },
        discogs_id: if his_holds(Service::Discogs) {
            l.discogs_id.or(w.discogs_id)
        } else {
            w.discogs_id.or(l.discogs_id)
        },
        spotify_id: if his_holds(Service::Spotify) {
            l.spotify_id.or(w.spotify_id)
        } else {
            w.spotify_id.or(l.spotify_id)
        },
    })
}

async fn merge_double_albums(tx: &Transaction<'_>, loser: i64, winner: i64) -> Result<()> {
    let pairs = merges::double_albums().bind(tx, &winner, &loser).all().await.at("merges.double_albums")?;
    let mut gone = HashSet::new();
    for pair in pairs {
        // An album is merged once, however many are like it.
        if !gone.contains(&pair.loser) && !gone.contains(&pair.winner) {
            merge_albums(tx, pair.loser, pair.winner).await?;
            gone.insert(pair.loser);
        }
    }
    Ok(())
}

/// Moves all that refers to the album `loser` to `winner`, which takes over what only the loser knew.
pub(super) async fn merge_albums(tx: &Transaction<'_>, loser: i64, winner: i64) -> Result<()> {
    merges::lock_albums().bind(tx, &winner, &loser).all().await.at("merges.lock_albums")?;
    merges::move_releases().bind(tx, &winner, &loser).await.at("merges.move_releases")?;
    merges::move_quotes().bind(tx, &winner, &loser).await.at("merges.move_quotes")?;
    merges::move_price_checks().bind(tx, &winner, &loser).await.at("merges.move_price_checks")?;
    merges::drop_best_prices().bind(tx, &loser).await.at("merges.drop_best_prices")?;
    settle_best(tx, &[winner]).await?;
    merges::drop_sets_with_both().bind(tx, &winner, &loser).await.at("merges.drop_sets_with_both")?;
    merges::move_items().bind(tx, &winner, &loser).await.at("merges.move_items")?;
    merges::move_locked().bind(tx, &winner, &loser).await.at("merges.move_locked")?;
    merges::move_dismissed().bind(tx, &winner, &loser).await.at("merges.move_dismissed")?;
    merges::move_alerts().bind(tx, &winner, &loser).await.at("merges.move_alerts")?;
    merges::move_alert_states().bind(tx, &winner, &loser).await.at("merges.move_alert_states")?;
    merges::move_notifications().bind(tx, &winner, &loser).await.at("merges.move_notifications")?;
    merges::move_album_image().bind(tx, &winner, &loser).await.at("merges.move_album_image")?;
    merges::prefer_album_decisions().bind(tx, &winner, &loser).await.at("merges.prefer_album_decisions")?;
    merges::drop_album_matches().bind(tx, &winner, &loser).await.at("merges.drop_album_matches")?;
    merges::move_album_matches().bind(tx, &winner, &loser).await.at("merges.move_album_matches")?;
    merges::forward_albums().bind(tx, &winner, &loser).await.at("merges.forward_albums")?;
    let facts = merges::album_facts().bind(tx, &loser).one().await.at("merges.album_facts")?;
    merges::drop_album().bind(tx, &loser).await.at("merges.drop_album")?;
    merges::forward_album().bind(tx, &loser, &winner).await.at("merges.forward_album")?;
    merges::adopt_album()
        .bind(
            tx,
            &facts.mbid,
            &facts.first_release_year,
            &facts.discogs_master_id,
            &facts.releases_fetched_at,
            &facts.master_confidence,
            &facts.cover_url.as_deref(),
            &facts.track_count,
            &facts.rating_hundredths,
            &facts.rating_votes,
            &facts.studio,
            &facts.discogs_release_id,
            &facts.wanted_at,
            &winner,
        )
        .await
        .at("merges.adopt_album")?;
    matches::supersede_masters()
        .bind(tx, &Service::Musicbrainz.name(), &[winner].as_slice())
        .await
        .at("matches.supersede_masters")?;
    Ok(())
}
