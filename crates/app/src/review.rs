//! Decisions on links by people, and what is sent because of them.
use vinilogy_core::domain::ids::MatchId;
use vinilogy_core::store::{Decided, Error, Follows, Reviewer, Service, Subject, Verdict};

use crate::Context;
use crate::jobs::{IngestAlbums, IngestArtist, IngestReleases};
use crate::queues::QueueError;

/// The longest id of a service, in bytes.
pub const LONGEST_ID: usize = 200;

/// Accepts or rejects a link; what must be fetched because of it is sent.
///
/// # Errors
/// As [`vinilogy_core::store::Store::decide`].
pub async fn decide(context: &Context, id: MatchId, verdict: Verdict, reviewer: Reviewer) -> Result<Decided, Error> {
    let decided = context.store().decide(id, verdict, reviewer).await?;
    send(context, decided.follows).await;
    Ok(decided)
}

/// Links by hand; what must be fetched because of it is sent.
///
/// # Errors
/// As [`vinilogy_core::store::Store::link_by_hand`].
pub async fn link(
    context: &Context,
    subject: Subject,
    service: Service,
    service_id: &str,
    reviewer: Reviewer,
) -> Result<Decided, Error> {
    let decided = context.store().link_by_hand(subject, service, service_id, reviewer).await?;
    send(context, decided.follows).await;
    Ok(decided)
}

/// The row says already that something is to be fetched: if the queue is away, a sweep finds it.
async fn send(context: &Context, follows: Follows) {
    let queues = context.queues().await;
    let sent: Result<(), QueueError> = match follows {
        Follows::Artist(id) => queues.send(&IngestArtist::Known { artist_id: id.get() }).await,
        Follows::Albums(id) => queues.send(&IngestAlbums { artist_id: id.get() }).await,
        Follows::Releases(id) => queues.send(&IngestReleases { album_id: id.get() }).await,
        Follows::Nothing => Ok(()),
    };
    if let Err(error) = sent {
        tracing::warn!(?follows, %error, "left to the sweep");
    }
}

/// What of ours may be linked to what, and what the ids look like; else what is wrong.
///
/// # Errors
/// A sentence for the person who typed it.
pub fn checked(kind: &str, id: i64, service: &str, service_id: &str) -> Result<(Subject, Service), String> {
    let subject = match kind {
        "artist" => Subject::Artist(id.into()),
        "album" => Subject::Album(id.into()),
        "pressing" => Subject::Pressing(id.into()),
        _ => return Err("kind: must be artist, album or pressing".to_owned()),
    };
    let service = Service::of(service).ok_or("service: must be musicbrainz, discogs or spotify")?;
    let fits = match (subject, service) {
        (Subject::Artist(_) | Subject::Album(_), Service::Musicbrainz) => service_id.parse::<uuid::Uuid>().is_ok(),
        (_, Service::Discogs) => service_id.parse::<i64>().is_ok_and(|id| id > 0),
        (Subject::Artist(_), Service::Spotify) => {
            service_id.len() == 22 && service_id.bytes().all(|b| b.is_ascii_alphanumeric())
        }
        _ => return Err(format!("service: {kind} and {service} are not linked by hand")),
    };
    if !fits {
        return Err(format!("service_id: {service} has no such ids"));
    }
    Ok((subject, service))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_that_a_service_may_have_are_linked() {
        let mbid = "5b11f4ce-a62d-471e-81fc-a69a8278c7da";
        for (kind, service, id, fits) in [
            ("artist", "musicbrainz", mbid, true),
            ("artist", "musicbrainz", "125246", false),
            ("artist", "discogs", "125246", true),
            ("artist", "discogs", "-1", false),
            ("artist", "discogs", "0125246x", false),
            ("artist", "spotify", "6olE6TJLqED3rqDCT0FyPh", true),
            ("artist", "spotify", "6olE6TJLqED3rqDCT0FyP/", false),
            ("artist", "lastfm", "Nirvana", false),
            ("album", "discogs", "13814", true),
            ("album", "musicbrainz", mbid, true),
            ("album", "spotify", "6olE6TJLqED3rqDCT0FyPh", false),
            ("pressing", "discogs", "367084", true),
            ("pressing", "musicbrainz", mbid, false),
            ("label", "discogs", "1", false),
            ("artist", "allmusic", "1", false),
        ] {
            assert_eq!(checked(kind, 1, service, id).is_ok(), fits, "{kind} {service} {id}");
        }
    }
}
