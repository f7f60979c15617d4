//! What becomes of sparse, linked and merged MusicBrainz bodies.

use super::*;
use crate::Upstream;
use crate::exchange::tests::answer;

#[test]
fn discogs_urls_come_in_many_forms() {
    for url in [
        "https://www.discogs.com/master/23934",
        "http://www.discogs.com/master/23934",
        "https://www.discogs.com/en/master/23934-Nirvana-Nevermind",
        "https://discogs.com/Nirvana-Nevermind/master/23934?ev=rr",
        "//www.discogs.com/master/23934#images",
    ] {
        assert_eq!(discogs_id(url, "master"), Some(23934), "{url}");
    }
    for url in [
        "https://www.discogs.com/release/23934",
        "https://www.discogs.com/master/",
        "https://www.discogs.com/master/abc",
        "https://www.discogs.com/master/0",
        "https://www.discogs.com/master/99999999999999999999",
        "https://evildiscogs.com/master/1",
        "https://www.discogs.com/user/master",
        "master/1",
        "",
    ] {
        assert_eq!(discogs_id(url, "master"), None, "{url}");
    }
}

fn group(relations: &str) -> ReleaseGroup {
    let json = format!(r#"{{"id":"f5093c06-23e3-404f-aeaa-40f72885ee3a","title":"T","relations":[{relations}]}}"#);
    read_release_group(&answer(Upstream::Musicbrainz, 200, &json)).unwrap()
}

fn relation(ended: &str, resource: &str) -> String {
    format!(r#"{{"type":"discogs","ended":{ended},"url":{{"resource":"{resource}"}}}}"#)
}

#[test]
fn ended_links_count_only_when_there_are_no_others() {
    let (ended, current) =
        (relation("true", "https://www.discogs.com/master/1"), relation("false", "https://www.discogs.com/master/2"));
    let null = relation("null", "https://www.discogs.com/master/3");
    assert_eq!(group(&format!("{ended},{current},{null},{current}")).discogs_masters, [2, 3]);
    assert_eq!(group(&ended).discogs_masters, [1]);
    assert_eq!(
        group(&format!("{ended},{}", relation("false", "https://www.discogs.com/release/9"))).discogs_masters,
        [1]
    );
    assert!(group("").discogs_masters.is_empty());
    let other = r#"{"type":"allmusic","ended":false,"url":{"resource":"https://www.allmusic.com/album/1"}},{"type":"member of band","ended":false}"#;
    assert!(group(other).discogs_masters.is_empty());
}

#[test]
fn a_group_of_which_little_is_known_is_still_a_group() {
    for json in [
        r#"{"id":"f5093c06-23e3-404f-aeaa-40f72885ee3a","title":"T"}"#,
        r#"{"id":"f5093c06-23e3-404f-aeaa-40f72885ee3a","title":"T","primary-type":null,"secondary-types":null,"first-release-date":"","relations":null}"#,
    ] {
        let group = read_release_group(&answer(Upstream::Musicbrainz, 200, json)).unwrap();
        assert_eq!((group.primary_type, group.first_release_year), (None, None));
        assert!(group.secondary_types.is_empty() && group.credit.is_empty());
    }
}

fn page(credits: &[&[u128]]) -> ReleaseGroupPage {
    let groups: Vec<String> = credits
        .iter()
        .map(|credit| {
            let artists: Vec<String> = credit
                .iter()
                .map(|id| format!(r#"{{"name":"A","artist":{{"id":"{}"}}}}"#, Uuid::from_u128(*id)))
                .collect();
            format!(r#"{{"id":"{}","title":"T","artist-credit":[{}]}}"#, Uuid::from_u128(99), artists.join(","))
        })
        .collect();
    let json = format!(r#"{{"release-group-count":{},"release-groups":[{}]}}"#, groups.len(), groups.join(","));
    read_release_groups(Uuid::from_u128(1), &answer(Upstream::Musicbrainz, 200, &json)).unwrap()
}

#[test]
fn a_merged_artist_is_known_by_the_id_that_all_groups_credit() {
    let id = Uuid::from_u128;
    assert_eq!(page(&[]).artist, id(1));
    assert_eq!(page(&[&[1], &[1, 2]]).artist, id(1));
    assert_eq!(page(&[&[2], &[3, 2]]).artist, id(2));
    assert_eq!(page(&[&[2], &[3]]).artist, id(1), "nobody is on all of them");
    assert_eq!(page(&[&[2, 3]]).artist, id(1), "it could be either");
    assert_eq!(page(&[&[2], &[]]).artist, id(1), "without credits there is no telling");
}

#[test]
fn what_is_missing_is_named() {
    let json = r#"{"release-group-count":1,"release-groups":[{"id":"f5093c06-23e3-404f-aeaa-40f72885ee3a"}]}"#;
    let read = read_release_groups(Uuid::nil(), &answer(Upstream::Musicbrainz, 200, json));
    assert_eq!(read, Err(Error::Malformed { field: "release-groups[0].title: missing".to_owned() }));
}

#[test]
fn names_in_other_alphabets_are_known_as_they_are_sorted() {
    let names = |name: &str, sorted: &str| {
        let json = format!(
            r#"{{"id":"f5093c06-23e3-404f-aeaa-40f72885ee3a","name":"{name}","sort-name":"{sorted}","aliases":[{{"name":"Alias"}}]}}"#
        );
        read_artist(&answer(Upstream::Musicbrainz, 200, &json)).unwrap().other_names()
    };
    assert_eq!(names("椎名林檎", "Shiina, Ringo"), ["Alias", "Ringo Shiina", "Shiina Ringo"]);
    assert_eq!(names("Кино", "Kino"), ["Alias", "Kino"]);
    assert_eq!(names("Кино", "Кино"), ["Alias"]);
    assert_eq!(names("Björk", "Björk"), ["Alias"]);
    assert_eq!(names("Nick Cave", "Cave, Nick"), ["Alias"]);
}
