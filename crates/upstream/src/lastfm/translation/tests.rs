//! What becomes of sparse and broken Last.fm bodies.

use super::*;
use crate::Upstream;
use crate::exchange::tests::answer;

fn body(json: &str) -> Exchange {
    answer(Upstream::Lastfm, 200, json)
}

#[test]
fn an_artist_of_which_little_is_known_is_still_an_artist() {
    for json in [
        r#"{"artist":{"name":"X"}}"#,
        r#"{"artist":{"name":"X","mbid":"","url":"","image":"","stats":"\n","tags":""}}"#,
        r##"{"artist":{"name":"X","mbid":"not-an-id","image":[{"#text":"","size":"mega"}],"stats":{"listeners":""},"tags":{"tag":""}}}"##,
    ] {
        let unknown = Artist {
            name: "X".to_owned(),
            mbid: None,
            url: None,
            listeners: None,
            playcount: None,
            tags: vec![],
            image_url: None,
            starred: false,
        };
        assert_eq!(read_artist(&body(json)), Ok(unknown), "{json}");
    }
}

#[test]
fn numbers_are_text_or_numbers_and_one_tag_is_an_object() {
    let json = r##"{"artist":{"name":"X","mbid":"a74b1b7f-71a5-4011-9441-d0b5e4122711","stats":{"listeners":"12","playcount":34},
        "tags":{"tag":{"name":"rock"}},"image":[{"#text":"https://i/34s/2a96cbd8b46e442fc41c2b86b821562f.png","size":"mega"}]}}"##;
    let artist = read_artist(&body(json)).unwrap();
    assert_eq!((artist.listeners, artist.playcount), (Some(12), Some(34)));
    assert_eq!(artist.tags, ["rock"]);
    assert_eq!(artist.mbid.map(|mbid| mbid.to_string()).as_deref(), Some("a74b1b7f-71a5-4011-9441-d0b5e4122711"));
    assert_eq!((artist.image_url, artist.starred), (None, true), "the grey star is no image");
}

#[test]
fn the_largest_real_image_is_taken() {
    let json = r##"{"topalbums":{"album":{"name":"A","playcount":5,"image":[{"#text":"s","size":"small"},{"#text":"x","size":"extralarge"},{"#text":"","size":"mega"}]}}}"##;
    assert_eq!(read_top_albums(&body(json)).unwrap()[0].image_url.as_deref(), Some("x"));
}

#[test]
fn similars_are_none_one_or_many() {
    for nothing in [
        r#"{"similarartists":""}"#,
        r#"{"similarartists":{"@attr":{"artist":"X"}}}"#,
        r#"{"similarartists":{"artist":[]}}"#,
    ] {
        assert_eq!(read_similar(&body(nothing)), Ok(vec![]), "{nothing}");
    }
    let one = read_similar(&body(r#"{"similarartists":{"artist":{"name":"Y","match":"0.97"}}}"#)).unwrap();
    assert_eq!(one, [Similar { name: "Y".to_owned(), mbid: None, score: 0.97 }]);
    assert_eq!(read_similar(&body(r#"{"similarartists":{"artist":[{"name":"Y","match":1}]}}"#)).unwrap()[0].score, 1.0);
}

#[test]
fn what_is_missing_is_named() {
    let field = |result: Result<(), Error>| match result {
        Err(Error::Malformed { field }) => field,
        other => panic!("{other:?}"),
    };
    assert_eq!(field(read_artist(&body("{}")).map(drop)), "artist: missing");
    assert_eq!(field(read_artist(&body(r#"{"artist":{}}"#)).map(drop)), "artist.name: missing");
    assert_eq!(field(read_artist(&body(r#"{"artist":{"name":null}}"#)).map(drop)), "artist.name: a text is required");
    let second = r#"{"similarartists":{"artist":[{"name":"Y","match":"1"},{"name":"Z"}]}}"#;
    assert_eq!(field(read_similar(&body(second)).map(drop)), "similarartists.artist[1].match: missing");
    assert_eq!(field(read_similar(&body("{}")).map(drop)), "similarartists: missing");
}
