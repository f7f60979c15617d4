//! The polite layer over a real socket: what is kept, what is parsed, when everyone stops, and what never leaves.

#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up should fail where it stands")]

#[path = "http/doubles.rs"]
mod doubles;
#[path = "http/ebay.rs"]
mod ebay;
#[path = "http/prices.rs"]
mod prices;
#[path = "http/server.rs"]
mod server;

use std::sync::atomic::Ordering;
use std::time::Duration;

use doubles::{FETCH, MARKED, World};
use server::{Reply, Server};
use vinilogy_upstream::lastfm::ArtistRef;
use vinilogy_upstream::{Class, Error, Fetch, Upstream};

const ARTIST: &str = r#"{"artist":{"name":"Radiohead","stats":{"listeners":"12"}}}"#;
const STATS: &str = r#"{"num_for_sale":1,"lowest_price":{"currency":"EUR","value":22.5},"blocked_from_sale":false}"#;
const RADIOHEAD: ArtistRef<'static> = ArtistRef::Name("Radiohead");

fn replies(replies: impl IntoIterator<Item = Reply>) -> World {
    World::new(Server::new(replies))
}

#[tokio::test]
async fn a_fresh_answer_is_recalled_and_not_fetched_again() {
    let world = replies([Reply::json(200, ARTIST)]);
    let first = world.upstreams.lastfm.artist(RADIOHEAD, FETCH).await.unwrap();
    let second = world.upstreams.lastfm.artist(RADIOHEAD, FETCH).await.unwrap();
    assert_eq!((first.listeners, second), (Some(12), first));
    assert_eq!((world.server.requests().len(), world.budget.taken()), (1, 1));
    let (exchange, fresh_for) = world.kept.all().remove(0);
    assert_eq!((exchange.endpoint.as_str(), exchange.status, exchange.complete), ("artist.getInfo", 200, true));
    assert_eq!((exchange.body.as_slice(), fresh_for), (ARTIST.as_bytes(), Some(FETCH.fresh_for)));
}

#[tokio::test]
async fn what_does_not_fit_is_named_kept_and_read_again_without_a_call() {
    let world = replies([Reply::json(200, r#"{"artist":{"stats":{}}}"#)]);
    for _ in 0..2 {
        let artist = world.upstreams.lastfm.artist(RADIOHEAD, FETCH).await;
        assert_eq!(artist, Err(Error::Malformed { field: "artist.name: missing".to_owned() }));
    }
    assert_eq!(world.server.requests().len(), 1);
    assert_eq!(world.kept.all()[0].1, Some(FETCH.fresh_for));
}

#[tokio::test]
async fn what_cannot_be_kept_is_not_read() {
    let world = replies([Reply::json(200, r#"{"artist":{}}"#), Reply::json(429, "{}").and("retry-after: 9")]);
    world.kept.failing.store(true, Ordering::Relaxed);
    let kept = world.upstreams.lastfm.artist(RADIOHEAD, FETCH).await;
    assert!(matches!(&kept, Err(Error::Unavailable(why)) if why.contains("the disk is full")), "{kept:?}");
    // A refusal counts even then: it is in the status, not in the body.
    assert!(world.upstreams.lastfm.artist(RADIOHEAD, FETCH).await.is_err());
    assert_eq!(world.budget.pauses(), [(Upstream::Lastfm, Duration::from_secs(9))]);
    world.kept.failing.store(false, Ordering::Relaxed);
    assert!(world.kept.all().is_empty());
}

#[tokio::test]
async fn a_definite_no_is_remembered_for_a_day_at_most() {
    let world = replies([Reply::json(404, r#"{"message":"Release not found."}"#)]);
    for _ in 0..2 {
        assert_eq!(world.upstreams.discogs.marketplace_stats(1, "EUR", FETCH).await, Err(Error::NotFound));
    }
    assert_eq!(world.server.requests().len(), 1);
    assert_eq!(world.kept.all()[0].1, Some(Duration::from_secs(86_400)));
}

#[tokio::test]
async fn discogs_stops_everyone_for_as_long_as_it_says_or_for_its_window() {
    let limited = || Reply::json(429, r#"{"message":"You are making requests too quickly."}"#);
    let empty = Reply::Whole(429, vec![], b"\n".to_vec());
    let date = |reply: Reply, date| reply.and("date: Sat, 21 Nov 2026 07:00:00 GMT").and(date);
    let table = [
        (limited().and("retry-after: 7"), 7),
        (date(limited(), "retry-after: Sat, 21 Nov 2026 07:00:20 GMT"), 20),
        (date(limited(), "retry-after: Sat, 21 Nov 2026 06:00:00 GMT"), 1),
        (limited().and("retry-after: 86400"), 300),
        (limited().and("retry-after: -3"), 1),
        (limited().and("retry-after: soon"), 60),
        (limited(), 60),
        (empty, 60),
    ];
    let world = replies(table.iter().map(|(reply, _)| reply.clone()));
    for (_, seconds) in &table {
        let pause = Duration::from_secs(*seconds);
        assert_eq!(world.upstreams.discogs.release(1, FETCH).await, Err(Error::RateLimited(Some(pause))));
        assert_eq!(world.budget.pauses().last(), Some(&(Upstream::Discogs, pause)));
    }
    assert_eq!(world.kept.all().len(), table.len());
    assert!(world.kept.all().iter().all(|(_, fresh_for)| fresh_for.is_none()));
}

#[tokio::test]
async fn refusals_in_a_row_double_and_an_answer_ends_the_row() {
    let limited = || Reply::json(200, r#"{"error":29,"message":"Rate Limit Exceeded"}"#);
    let none = Reply::json(200, r#"{"error":6,"message":"The artist you supplied could not be found"}"#);
    let world = replies([limited(), limited(), limited(), none, limited()]);
    let artists = ["a", "b", "c", "d", "e"];
    for name in artists {
        assert!(world.upstreams.lastfm.artist(ArtistRef::Name(name), FETCH).await.is_err());
    }
    let pauses: Vec<u64> = world.budget.pauses().iter().map(|(_, pause)| pause.as_secs()).collect();
    assert_eq!(pauses, [1, 2, 4, 1]);
}

#[tokio::test]
async fn musicbrainz_stops_everyone_only_for_what_is_our_fault() {
    let own = r#"{"error":"Your requests are exceeding the allowable rate limit. Please see …"}"#;
    let busy = r#"{"error":"The MusicBrainz web server is currently busy. Please try again later."}"#;
    let shed = Reply::json(503, busy).and("x-ratelimit-who: search-shed").and("retry-after: 0");
    let world = replies([shed, Reply::json(503, own).and("x-ratelimit-who: 192.0.2.1")]);
    let Err(Error::RateLimited(Some(wait))) = world.upstreams.musicbrainz.search_artists("x", FETCH).await else {
        panic!("load shedding means to come back")
    };
    assert!((5..=30).contains(&wait.as_secs()), "{wait:?}");
    assert_eq!(world.budget.pauses(), []);
    let second = Duration::from_secs(1);
    let limited = world.upstreams.musicbrainz.search_artists("x", FETCH).await;
    assert_eq!(limited, Err(Error::RateLimited(Some(second))));
    assert_eq!(world.budget.pauses(), [(Upstream::Musicbrainz, second)]);
}

#[tokio::test]
async fn an_exhausted_discogs_window_leaves_out_one_interval_if_others_used_it_up() {
    let left = |limit, left| {
        let reply = Reply::json(200, STATS).and(&format!("x-discogs-ratelimit: {limit}"));
        reply.and(&format!("x-discogs-ratelimit-remaining: {left}"))
    };
    let pauses = async |reply, calls| {
        let world = World::with(Server::new([reply]), |settings| settings.discogs.rate.calls = calls);
        world.upstreams.discogs.marketplace_stats(1, "EUR", FETCH).await.unwrap();
        world.budget.pauses().len()
    };
    assert_eq!(pauses(left(60, 0), 60).await, 1, "59 of 60 would be ours");
    assert_eq!(pauses(left(25, 0), 60).await, 1, "they allow less than we think");
    assert_eq!(pauses(left(25, 0), 25).await, 0, "our own pace explains it");
    assert_eq!(pauses(left(60, 1), 60).await, 0);
}

#[tokio::test]
async fn broken_bodies_are_evidence_and_nothing_more() {
    let html = Reply::Whole(200, vec!["content-type: text/html".to_owned()], b"<html>busy</html>".to_vec());
    let latin = b"{\"artist\":{\"name\":\"Sigur R\xf3s\"}}".to_vec();
    let latin = Reply::Whole(200, vec!["content-type: application/json; charset=iso-8859-1".to_owned()], latin);
    let table = [
        (Reply::Cut(br#"{"artist":{"name":"Radio"#.to_vec()), false),
        (Reply::json(200, r#"{"artist":{"name":"Radio"#), true),
        (html, true),
        (latin, true),
        (Reply::json(200, ""), true),
        (Reply::json(502, "<html>Bad Gateway</html>"), true),
        (Reply::json(500, r#"{"message":"Query time exceeded."}"#), true),
    ];
    let world = replies(table.iter().map(|(reply, _)| reply.clone()));
    for (index, (reply, complete)) in table.iter().enumerate() {
        let artist = world.upstreams.lastfm.artist(RADIOHEAD, FETCH).await;
        assert!(matches!(artist, Err(Error::Unavailable(_))), "{index}: {artist:?}");
        let (exchange, fresh_for) = world.kept.all().remove(index);
        let (Reply::Cut(sent) | Reply::Whole(_, _, sent)) = reply else { panic!("all of them have a body") };
        assert_eq!((&exchange.body, exchange.complete, fresh_for), (sent, *complete, None), "{index}");
    }
    assert_eq!(world.budget.pauses(), []);
}

#[tokio::test]
async fn the_deadline_ends_what_hangs_and_what_drips() {
    for (reply, beginnings) in [(Reply::Hang, 0), (Reply::Drip, 1)] {
        let world = World::with(Server::new([reply]), |settings| settings.lastfm.deadline = Duration::from_millis(700));
        let artist = world.upstreams.lastfm.artist(RADIOHEAD, FETCH).await;
        assert!(matches!(artist, Err(Error::Unavailable(_))), "{artist:?}");
        assert_eq!(world.server.requests().len(), 1, "a deadline is not tried again");
        let kept = world.kept.all();
        assert_eq!(kept.len(), beginnings);
        for (exchange, fresh_for) in kept {
            assert!(!exchange.complete && exchange.body.starts_with(b"{") && fresh_for.is_none());
        }
    }
}

#[tokio::test]
async fn a_closed_connection_is_tried_once_more_in_a_slot_of_its_own() {
    let world = replies([Reply::Close, Reply::json(200, ARTIST)]);
    assert!(world.upstreams.lastfm.artist(RADIOHEAD, FETCH).await.is_ok());
    assert_eq!((world.server.requests().len(), world.budget.taken()), (2, 2));
    let world = replies([Reply::Close]);
    let artist = world.upstreams.lastfm.artist(RADIOHEAD, FETCH).await;
    assert!(matches!(artist, Err(Error::Unavailable(_))), "{artist:?}");
    assert_eq!((world.server.requests().len(), world.budget.taken()), (2, 2));
}

#[tokio::test]
async fn without_a_slot_nothing_is_sent() {
    let world = replies([Reply::json(200, ARTIST)]);
    let wait = Duration::from_secs(17);
    *world.budget.refuse.lock().unwrap() = Some(wait);
    for class in [Class::Interactive, Class::Bulk] {
        let artist = world.upstreams.lastfm.artist(RADIOHEAD, Fetch { class, ..FETCH }).await;
        assert_eq!(artist, Err(Error::RateLimited(Some(wait))));
    }
    assert!(world.server.requests().is_empty());
}

#[tokio::test]
async fn what_is_sent_is_what_the_contracts_say() {
    let world = replies([Reply::json(200, "{}")]);
    let up = &world.upstreams;
    let mbid = "a74b1b7f-71a5-4011-9441-d0b5e4122711".parse().unwrap();
    assert!(up.lastfm.similar(ArtistRef::Name("AC/DC + Björk"), FETCH).await.is_err());
    assert!(up.musicbrainz.release_groups(mbid, 100, FETCH).await.is_err());
    assert!(up.discogs.master_versions(23934, 2, FETCH).await.is_err());
    assert!(up.discogs.search_masters("Nirvana", "Nevermind", FETCH).await.is_err());
    let sent = world.server.requests();
    let wanted = [
        "/?artist=AC%2FDC+%2B+Bj%C3%B6rk&limit=100&method=artist.getSimilar&autocorrect=1&format=json&api_key=",
        "/release-group?artist=a74b1b7f-71a5-4011-9441-d0b5e4122711&type=album&release-group-status=website-default\
         &inc=artist-credits+url-rels&limit=100&offset=100&fmt=json ",
        "/masters/23934/versions?format=Vinyl&page=2&per_page=100 ",
        "/database/search?type=master&artist=Nirvana&release_title=Nevermind&per_page=100 ",
    ];
    for (sent, wanted) in sent.iter().zip(wanted) {
        assert!(sent.starts_with(&format!("GET {wanted}")), "{sent}");
        assert!(sent.contains("user-agent: Vinilogy/0.1 (+https://github.com/vinilogy/vinilogy)"), "{sent}");
    }
    assert!(sent[2].contains(&format!("authorization: Discogs token={MARKED}")), "{}", sent[2]);
}
