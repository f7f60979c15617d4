//! A thousand real releases, read in place.
use std::path::PathBuf;

use support::shared;
use vinilogy_dump::{Content, Options, Source, load};

use crate::xml::{count, database, versions};

fn sample(file: &str) -> Option<PathBuf> {
    let path = shared().map(|shared| shared.join("datasets/discogs-dump-20200806-sample").join(file));
    let path = path.filter(|path| path.is_file());
    if path.is_none() {
        eprintln!("skipped: {file} of the dump's sample is not there (VINILOGY_SHARED)");
    }
    path
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_is_loaded_whole_and_only_once() {
    let Some(path) = sample("releases.xml.gz") else { return };
    let (_database, store, client) = database().await;
    let open = || Source::open(&path).expect("the sample");
    let loaded = load(&store, Content::Releases, open(), &Options::default(), |_| {}).await.expect("loaded");
    assert_eq!((loaded.stored.records, loaded.stored.vinyl, loaded.stored.malformed), (1000, 507, 0));
    for (what, query, wanted) in [
        ("pressings", "select count(*) from releases", 507),
        ("pages", "select count(*) from release_details where tracks <> '[]' and formats <> '[]'", 507),
        (
            "of masters",
            "select count(*) from releases r join albums a on a.id = r.album_id where a.discogs_master_id > 0",
            357,
        ),
        ("without", "select count(*) from albums where discogs_release_id is not null", 150),
        (
            "miscounted",
            "select count(*) from albums a where release_count <> (select count(*) from releases where album_id = a.id)",
            0,
        ),
        ("nameless", "select count(*) from artists where name_key = '' or discogs_id is null", 0),
    ] {
        assert_eq!(count(&client, query).await, wanted, "{what}");
    }
    let before = versions(&client).await;
    let again = load(&store, Content::Releases, open(), &Options::default(), |_| {}).await.expect("again");
    assert_eq!((again.stored.records, again.stored.written), (1000, 0));
    assert_eq!(versions(&client).await, before);
}
