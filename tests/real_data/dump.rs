//! A thousand real releases, read in place.
use std::path::Path;

use libtest_mimic::Failed;
use support::{TestDatabase, count, versions};
use vinilogy_dump::{Content, Options, Source, load};

#[tokio::main]
pub async fn loaded_whole_and_only_once(shared: &Path) -> Result<(), Failed> {
    let path = shared.join("datasets/discogs-dump-20200806-sample/releases.xml.gz");
    let database = TestDatabase::create().await;
    let (store, client) = (database.store(2), database.connect().await);
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
    Ok(())
}
