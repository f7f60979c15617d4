//! Artists with what is known of them beside the name.

use super::*;

fn artist(name: &str, country: &str, albums: &[&str]) -> ArtistEvidence {
    ArtistEvidence {
        country: (!country.is_empty()).then(|| country.to_owned()),
        albums: albums.iter().map(|title| (*title).to_owned()).collect(),
        ..ArtistEvidence::named(name)
    }
}

#[test]
fn ids_decide_alone() {
    let (one, other) = (Some(Uuid::from_u128(1)), Some(Uuid::from_u128(2)));
    let with = |name: &str, mbid, discogs_id| ArtistEvidence { mbid, discogs_id, ..ArtistEvidence::named(name) };
    for (a, b, score) in [
        (with("Prince", one, None), with("The Artist Formerly Known As", one, None), 1.0),
        (with("Prince", one, None), with("Prince", other, None), 0.0),
        (with("Prince", None, Some(1)), with("Prince", None, Some(2)), 0.0),
        (with("Prince", None, Some(1)), with("O(+>", None, Some(1)), 1.0),
        (with("Prince", one, Some(1)), with("Prince", other, Some(1)), 0.5),
        (with("Prince", one, Some(1)), with("Prince", one, Some(2)), 0.5),
        (with("Prince", one, None), with("Prince", None, Some(1)), 1.0),
    ] {
        assert_eq!(artist_match(&a, &b).score, score, "{a:?} {b:?}");
    }
}

#[test]
fn what_is_known_beside_the_name_decides_between_namesakes() {
    const SEATTLE: &[&str] = &["Bleach", "Nevermind", "In Utero"];
    const LONDON: &[&str] = &["The Story of Simon Simopath", "All of Us"];
    for (a, b, sure) in [
        (artist("Nirvana", "", &[]), artist("Nirvana", "", &[]), true),
        (artist("Nirvana", "US", &[]), artist("Nirvana", "GB", &[]), false),
        (artist("Nirvana", "US", SEATTLE), artist("Nirvana", "", LONDON), false),
        (artist("Nirvana", "US", SEATTLE), artist("Nirvana (2)", "", &[]), false),
        (artist("Nirvana", "US", SEATTLE), artist("Nirvana (2)", "us", &[]), true),
        (artist("Nirvana", "", SEATTLE), artist("Nirvana (2)", "", &["Nevermind (Remastered)"]), true),
        (artist("Nirvana", "", SEATTLE), artist("Nirvana (2)", "", LONDON), false),
        (
            artist("Queen", "", &["Greatest Hits", "Queen", "Live"]),
            artist("Queen (4)", "", &["Greatest Hits", "Queen", "Live"]),
            false,
        ),
        (artist("James Brown", "", SEATTLE), artist("J. Brown", "", &[]), false),
        (artist("James Brown", "", SEATTLE), artist("J. Brown", "", SEATTLE), true),
        (artist("Radiohead", "", SEATTLE), artist("Portishead", "", SEATTLE), false),
    ] {
        let (there, back) = (artist_match(&a, &b), artist_match(&b, &a));
        assert_eq!(there.is_sure(), sure, "{a:?} {b:?} {there:?}");
        assert_eq!(there, back);
    }
}

#[test]
fn each_doubt_has_its_name() {
    let penalties = |a: &ArtistEvidence, b: &ArtistEvidence| -> Vec<Penalty> {
        artist_match(a, b).reasons.iter().map(|reason| reason.penalty).collect()
    };
    let plain = artist("Nirvana", "US", &["Bleach", "Nevermind"]);
    assert_eq!(penalties(&plain, &plain), []);
    assert_eq!(penalties(&plain, &artist("Nirvana (2)", "", &[])), [Penalty::Homonym]);
    assert_eq!(penalties(&plain, &artist("Nirvana", "GB", &["A one", "B two"])), [Penalty::Albums, Penalty::Country]);
    let alias = ArtistEvidence { aliases: vec!["Nirvana".to_owned()], ..artist("Ted Ed Fred", "", &[]) };
    assert_eq!(penalties(&plain, &alias), [Penalty::Alias]);
    assert!(artist_match(&plain, &alias).is_sure());
}
