//! The built-in world: large enough, the same in every run, and scalable.

use std::collections::HashSet;

use serde_json::Value;
use vinilogy_sim::{Limits, Options, World, router};

use crate::support::{get, lastfm, mbid, ok, open, studio, world};

#[tokio::test]
async fn it_has_the_promised_artists_and_albums() {
    let counts = world().counts();
    assert!(counts.artists >= 60 && counts.studio_albums >= 300, "{counts:?}");
    assert!(
        counts.release_groups > counts.studio_albums && counts.names_only > 0 && counts.listeners > 0,
        "{counts:?}"
    );
    let router = open();
    let mut titles = 0;
    for name in world().artist_names() {
        titles += studio(&router, &name).await.len();
    }
    assert!(titles >= 300, "{titles} studio albums can be reached over MusicBrainz");
}

#[test]
fn names_come_by_popularity_and_once() {
    let names = world().artist_names();
    assert_eq!(names[0], "Radiohead");
    assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
    assert!(!names.iter().any(|name| name == "Muse"), "who has no albums here is not worth ingesting");
    assert_eq!(world().artist_mbids("Nirvana").len(), 2);
}

#[test]
fn listeners_start_with_artists_of_the_catalogue() {
    let (seeds, names) = (world().listener_seeds(10), world().artist_names());
    assert_eq!(seeds.len(), 10);
    assert!(seeds.iter().all(|seed| names.contains(seed)));
}

#[tokio::test]
async fn two_worlds_of_one_scale_answer_the_same() {
    let again = router(World::builtin(1).into(), Options { limits: Limits::none(), ..Options::default() });
    let first = open();
    for path in [
        lastfm("method=artist.getSimilar&artist=Can"),
        format!("/musicbrainz/ws/2/release-group?artist={}&inc=url-rels&limit=100&fmt=json", mbid("Can")),
        "/discogs/masters/5030/versions?per_page=100".to_owned(),
        "/discogs/releases/100000512".to_owned(),
        "/discogs/marketplace/stats/100000513?curr_abbr=EUR".to_owned(),
    ] {
        let (one, other) = (get(&first, &path).await, get(&again, &path).await);
        assert_eq!((one.status, &one.body), (200, &other.body), "{path}");
    }
}

#[tokio::test]
async fn a_scaled_world_keeps_the_real_artists_and_adds_others() {
    let world = World::builtin(4);
    let (small, large) = (crate::support::world().counts(), world.counts());
    assert_eq!(large.artists, small.artists * 4);
    let invented = world.artist_names().into_iter().find(|name| name.contains("Harbour")).unwrap();
    let router = router(world.into(), Options { limits: Limits::none(), ..Options::default() });
    assert_eq!(studio(&router, "Radiohead").await, studio(&open(), "Radiohead").await);
    let body = ok(&router, &lastfm(&format!("method=artist.getInfo&artist={}", invented.replace(' ', "+")))).await;
    assert_eq!(body["artist"]["name"], Value::String(invented));
}

#[tokio::test]
async fn true_years_are_kept_where_musicbrainz_knows_them() {
    let router = open();
    for (artist, title, year) in [
        ("Radiohead", "Kid A", "2000"),
        ("Los Planetas", "Super 8", "1994"),
        ("Молчат Дома", "Этажи", "2018"),
        ("Miles Davis", "Kind of Blue", "1959"),
    ] {
        let path = format!("/musicbrainz/ws/2/release-group?artist={}&limit=100&fmt=json", mbid(artist));
        let body = ok(&router, &path).await;
        let group = body["release-groups"].as_array().unwrap().iter().find(|group| group["title"] == title).unwrap();
        let date = group["first-release-date"].as_str().unwrap();
        assert!(date.is_empty() || date.starts_with(year), "{title}: {date}");
    }
}

#[tokio::test]
async fn what_the_world_says_of_its_albums_is_what_it_serves() {
    let router = open();
    for artist in world().artist_names() {
        for album in world().studio_albums(&artist) {
            let Some(master) = album.master else { continue };
            let path = format!("/discogs/masters/{master}/versions?format=Vinyl&per_page=1");
            let items = ok(&router, &path).await["pagination"]["items"].as_u64();
            assert_eq!(items, Some(album.pressings as u64), "{artist} - {}", album.title);
            assert!((5..=150).contains(&album.pressings));
        }
    }
}
