//! What becomes of sparse, old and broken Discogs bodies.

use super::*;
use crate::Upstream;
use crate::exchange::tests::answer;

fn body(json: &str) -> Exchange {
    answer(Upstream::Discogs, 200, json)
}

fn versions(rows: &str) -> Result<VersionPage, Error> {
    read_versions(&body(&format!(
        r#"{{"pagination":{{"page":1,"pages":1,"items":1,"urls":{{}}}},"versions":[{rows}]}}"#
    )))
}

#[test]
fn a_version_of_which_little_is_known_is_still_a_version() {
    for row in [
        r#"{"id":1,"title":" T "}"#,
        r#"{"id":1,"title":"T","label":"","country":"","catno":"none","released":"0","format":"","major_formats":[],"thumb":"","stats":{}}"#,
        r#"{"id":"1","title":"T","country":null,"released":"","thumb":null,"stats":{"community":{}}}"#,
    ] {
        let page = versions(row).unwrap();
        let version = &page.versions[0];
        assert_eq!((version.id, version.title.as_str(), version.format.as_str()), (1, "T", ""), "{row}");
        assert_eq!(
            (&version.country, &version.label, &version.catno, &version.thumb_url, &version.released),
            (&None, &None, &None, &None, &None)
        );
        assert_eq!((version.released_year, version.have, version.want), (None, None, None));
    }
}

#[test]
fn a_version_is_translated() {
    let page = versions(
        r#"{"id":7,"title":"Hot Tuna","label":"RCA (2)","country":"US","catno":"LSP-4353","released":"1970-05-00","format":"LP, Album",
        "major_formats":["Vinyl"],"status":"Accepted","thumb":"https://i.discogs.com/x.jpeg",
        "stats":{"community":{"in_wantlist":290,"in_collection":3936}}}"#,
    );
    let version = page.unwrap().versions.remove(0);
    assert_eq!((version.have, version.want, version.released_year), (Some(3936), Some(290), Some(1970)));
    assert_eq!((version.label.as_deref(), version.released.as_deref()), (Some("RCA"), Some("1970-05-00")));
}

#[test]
fn what_is_missing_is_named() {
    let malformed = |field: &str| Err(Error::Malformed { field: field.to_owned() });
    assert_eq!(versions(r#"{"id":1,"title":"T"},{"title":"U"}"#), malformed("versions[1].id: missing"));
    assert_eq!(versions(r#"{"id":null,"title":"T"}"#), malformed("versions[0].id: a number is required"));
    assert_eq!(
        versions(r#"{"id":{},"title":"T"}"#),
        malformed("versions[0].id: invalid type: map, expected a number, or a number as text")
    );
    assert_eq!(read_versions(&body("{}")), malformed("pagination: missing"));
}

#[test]
fn tracks_are_counted_once() {
    let release = read_release(&body(
        r#"{"id":1,"title":"T","tracklist":[
        {"position":"","type_":"heading","title":"Side A","duration":""},
        {"position":"A1","type_":"track","title":"One","duration":"4:23"},
        {"position":"","type_":"index","title":"Suite","duration":"10:00","sub_tracks":[{"position":"A2a","type_":"track","title":"x","duration":""}]},
        {"position":"","type_":"index","title":"Suite 2","duration":"","sub_tracks":[{"position":"B1a","type_":"track","title":"y","duration":"1:00"},{"position":"B1b","title":"z"}]},
        {"position":"B2","title":"Old rows have no type"}]}"#,
    ));
    let release = release.unwrap();
    let titles = |heading: bool| {
        release
            .tracks
            .iter()
            .filter(|track| track.heading == heading)
            .map(|track| track.title.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(titles(false), ["One", "Suite", "y", "z", "Old rows have no type"]);
    assert_eq!(titles(true), ["Side A", "Suite 2"]);
    assert_eq!(release.track_count(), 5);
}

#[test]
fn a_release_is_translated() {
    let release = read_release(&body(
        r#"{"id":1,"title":"T","year":0,"released":"1998-07-00","country":null,"master_id":0,
        "artists":[{"name":"Muse (4)","anv":"","join":","},{"name":"X","anv":"Y*","join":"&"},{"name":"Z","join":","}],
        "labels":[{"name":"L (6)","catno":"none"},{"name":"L (6)","catno":"none"}],
        "formats":[{"name":"Vinyl","qty":"99999999999999999999","descriptions":["LP"],"text":"180 Gram"}],
        "identifiers":[{"type":"Barcode","value":"1 2 3"},{"type":"Matrix / Runout","value":"M"}],
        "images":[{"type":"secondary","uri":"s"},{"type":"primary","uri":""}],
        "community":{"have":5,"want":6,"rating":{"count":0,"average":0}},"thumb":""}"#,
    ));
    let release = release.unwrap();
    assert_eq!(release.credit, "Muse, Y & Z");
    assert_eq!((release.year, release.master, release.thumb_url, release.country), (Some(1998), None, None, None));
    assert_eq!(
        (release.rating_average, release.rating_count, release.have, release.want),
        (None, Some(0), Some(5), Some(6))
    );
    assert_eq!(release.labels, [Label { name: "L".to_owned(), catno: None, id: None }]);
    assert_eq!(release.formats[0].quantity, None);
    let on_it: Vec<_> = release.identifiers.iter().map(|one| (one.kind.as_str(), one.value.as_str())).collect();
    assert_eq!(on_it, [("Barcode", "1 2 3"), ("Matrix / Runout", "M")]);
    assert_eq!(release.image_url.as_deref(), Some("s"));
}

#[test]
fn nothing_for_sale_is_an_answer() {
    let seen_at = body("{}").fetched_at;
    let nothing = Stats { for_sale: Some(0), lowest: None, blocked: false, seen_at };
    assert_eq!(read_stats(&body(r#"{"num_for_sale":0,"lowest_price":null,"blocked_from_sale":false}"#)), Ok(nothing));
    let blocked = Stats { for_sale: None, lowest: None, blocked: true, seen_at };
    assert_eq!(read_stats(&body(r#"{"num_for_sale":null,"lowest_price":null,"blocked_from_sale":true}"#)), Ok(blocked));
    let price = read_stats(&body(r#"{"num_for_sale":66,"lowest_price":{"value":64,"currency":"EUR"}}"#)).unwrap();
    assert_eq!(price.lowest, Some(Amount { currency: "EUR".to_owned(), value: 64.0 }));
    let broken = read_stats(&body(r#"{"lowest_price":{"currency":"EUR"}}"#));
    assert_eq!(broken, Err(Error::Malformed { field: "lowest_price.value: missing".to_owned() }));
}

#[test]
fn search_rows_of_any_type_are_read() {
    let rows = read_search(&body(
        r#"{"results":[{"id":95780,"type":"artist","title":"Trash80","thumb":null,"master_id":null},
        {"id":1,"type":"release","title":"A - B","year":"2008","label":"8bitpeoples","catno":"none","country":"","master_id":0},
        {"id":2,"type":"master","title":"A - B","year":"","label":["X","X (2)","Y"],"master_id":2}]}"#,
    ));
    let rows = rows.unwrap().hits;
    assert_eq!((rows[0].year, rows[0].master), (None, None));
    assert_eq!((rows[1].year, rows[1].master, &rows[1].country, &rows[1].catno), (Some(2008), None, &None, &None));
    assert_eq!(rows[1].labels, ["8bitpeoples"]);
    assert_eq!((rows[2].year, rows[2].labels.join("|").as_str()), (None, "X|Y"));
}
