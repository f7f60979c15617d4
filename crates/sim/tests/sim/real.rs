//! The real world, when its data sets are there.

use vinilogy_sim::{Limits, Options, World, router};

use crate::support::{lastfm, ok, shared};

#[tokio::test]
async fn the_data_sets_become_a_world() {
    let Some(datasets) = shared("datasets") else { return };
    let world = World::real(&datasets).unwrap();
    let counts = world.counts();
    assert!(counts.artists >= 300 && counts.studio_albums >= 1500 && counts.listeners > 1800, "{counts:?}");
    let (seeds, names) = (world.listener_seeds(15), world.artist_names());
    assert_eq!(seeds.len(), 15);
    assert!(seeds.iter().all(|seed| names.contains(seed)), "{seeds:?}");
    let router = router(world.into(), Options { limits: Limits::none(), ..Options::default() });
    let artist = ok(&router, &lastfm("method=artist.getInfo&artist=Radiohead")).await;
    let mbid = artist["artist"]["mbid"].as_str().unwrap().to_owned();
    assert_eq!(mbid, "a74b1b7f-71a5-4011-9441-d0b5e4122711");
    let similar = ok(&router, &lastfm("method=artist.getSimilar&artist=Radiohead")).await;
    let names: Vec<&str> =
        similar["similarartists"]["artist"].as_array().unwrap().iter().filter_map(|row| row["name"].as_str()).collect();
    assert!(names.len() >= 20 && names.contains(&"Muse"), "{names:?}");
    let groups =
        ok(&router, &format!("/musicbrainz/ws/2/release-group?artist={mbid}&inc=url-rels&limit=100&fmt=json")).await;
    let computer =
        groups["release-groups"].as_array().unwrap().iter().find(|group| group["title"] == "OK Computer").unwrap();
    assert!(computer.to_string().contains("https://www.discogs.com/master/21491"));
    let master = ok(&router, "/discogs/masters/21491").await;
    assert_eq!((master["title"].as_str(), master["year"].as_i64()), (Some("OK Computer"), Some(1997)));
    // A pressing of the dump: its own id, label, number, country and tracks.
    let grace = ok(&router, "/discogs/masters/9298/versions?format=Vinyl&per_page=100").await;
    let real = grace["versions"].as_array().unwrap().iter().find(|row| row["id"] == 12_645_414).unwrap();
    assert_eq!(real["resource_url"], "https://api.discogs.com/releases/12645414");
    let release = ok(&router, "/discogs/releases/12645414").await;
    assert_eq!((release["title"].as_str(), release["master_id"].as_i64()), (Some("Grace"), Some(9298)));
    assert_eq!(release["labels"][0]["catno"], real["catno"]);
    assert!(release["tracklist"].as_array().unwrap().iter().any(|track| track["title"] == "Hallelujah"));
}

#[test]
fn a_missing_data_set_is_named() {
    let empty = std::env::temp_dir().join(format!("vinilogy-sim-{}", std::process::id()));
    std::fs::create_dir_all(&empty).unwrap();
    let error = World::real(&empty).err().unwrap().to_string();
    std::fs::remove_dir(&empty).unwrap();
    assert!(error.contains("hetrec2011-lastfm-2k/artists.dat.gz"), "{error}");
}
