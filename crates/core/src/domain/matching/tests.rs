//! Albums and artists that are the same, that are not, and what holds of every comparison.

use proptest::prelude::*;

use super::*;

fn work<'a>(artist: &'a str, title: &'a str, year: i16) -> Work<'a> {
    Work { artist, title, year: Some(year) }
}

#[test]
fn one_album_as_two_services_write_it() {
    for (a, b) in [
        (("Radiohead", "OK Computer", 1997), ("Radiohead", "OK Computer", 1997)),
        (("The Beatles", "Abbey Road", 1969), ("Beatles", "Abbey Road (2019 Mix)", 1969)),
        (("Guns N’ Roses", "Appetite for Destruction", 1987), ("Guns N' Roses", "Appetite For Destruction", 1988)),
        (("Led Zeppelin", "Led Zeppelin II", 1969), ("Led Zeppelin", "Led Zeppelin 2", 1969)),
        (
            ("Brian Eno & David Byrne", "My Life in the Bush of Ghosts", 1981),
            ("David Byrne / Brian Eno*", "My Life In The Bush Of Ghosts", 0),
        ),
        (("Prince", "Purple Rain", 1984), ("Prince And The Revolution", "Purple Rain", 1984)),
        (("Nirvana", "Nevermind", 1991), ("Nirvana (2)", "Nevermind - 2011 Remaster", 2011)),
        (("Sigur Rós", "Ágætis byrjun", 1999), ("Sigur Ros", "Agaetis Byrjun", 1999)),
        (("Weezer", "Weezer (Blue Album)", 1994), ("Weezer", "Weezer", 1994)),
        (
            ("Smashing Pumpkins", "Mellon Collie and the Infinite Sadness", 1995),
            ("The Smashing Pumpkins", "Mellon Collie & The Infinite Saddness", 1995),
        ),
        (("The Clash", "Sandinista!", 1980), ("The Clash", "Sandinista", 1980)),
        (("Portishead", "Dummy", 1994), ("Portishead", "Dummy", 0)),
        (("AC/DC", "Back in Black", 1980), ("ACDC", "Back In Black", 1980)),
    ] {
        let found = confidence(work(a.0, a.1, a.2), work(b.0, b.1, b.2));
        assert!(found.is_sure(), "{a:?} {b:?} {found:?}");
    }
}

#[test]
fn two_albums_however_close() {
    for (a, b, because) in [
        (("Led Zeppelin", "Led Zeppelin II", 1969), ("Led Zeppelin", "Led Zeppelin III", 1970), Penalty::Number),
        (("Led Zeppelin", "Led Zeppelin", 1969), ("Led Zeppelin", "Led Zeppelin IV", 1971), Penalty::Number),
        (("Weezer", "Weezer", 1994), ("Weezer", "Weezer", 2001), Penalty::Year),
        (("Weezer", "Weezer (Blue Album)", 1994), ("Weezer", "Weezer", 2001), Penalty::Year),
        (("Nirvana", "Nevermind", 1991), ("Nirvana", "Nevermind (Live)", 1991), Penalty::Recording),
        (("Taylor Swift", "1989", 2014), ("Taylor Swift", "1989 (Taylor's Version)", 2023), Penalty::Recording),
        (("Radiohead", "Kid A", 2000), ("Radiohead", "Amnesiac", 2001), Penalty::Title),
        (("Radiohead", "Kid A", 2000), ("Radiohead", "Kid B", 2000), Penalty::Title),
        (("Queen", "Greatest Hits", 1981), ("ABBA", "Greatest Hits", 1976), Penalty::Artist),
        (("Adele", "19", 2008), ("Adele", "21", 2011), Penalty::Number),
        (("Chicago", "Chicago 16", 1982), ("Chicago", "Chicago 17", 1984), Penalty::Number),
        (("The Traveling Wilburys", "Vol. 1", 1988), ("Traveling Wilburys", "Volume Three", 1990), Penalty::Number),
        (("The The", "Soul Mining", 1983), ("The The", "Infected", 1986), Penalty::Title),
        (("Nirvana", "Nevermind", 1991), ("Sex Pistols", "Never Mind The Bollocks", 1977), Penalty::Artist),
    ] {
        let found = confidence(work(a.0, a.1, a.2), work(b.0, b.1, b.2));
        assert!(!found.is_sure(), "{a:?} {b:?} {found:?}");
        assert!(found.reasons.iter().any(|reason| reason.penalty == because), "{a:?} {b:?} {found:?}");
    }
}

#[test]
fn a_hit_of_a_search_is_cut_where_it_fits() {
    let album = work("Nirvana", "In Utero", 1993);
    assert_eq!(
        confidence_of_hit(album, "Nirvana - In Utero", Some(1993)).unwrap(),
        Match { score: 1.0, reasons: vec![] }
    );
    assert!(confidence_of_hit(work("A - B", "C", 1990), "A - B - C", None).unwrap().is_sure());
    assert!(confidence_of_hit(work("A", "B - C", 1990), "A - B - C", None).unwrap().is_sure());
    for hit in ["", "Nirvana", " - ", "Nirvana - ", "Nirvana-In Utero"] {
        assert_eq!(confidence_of_hit(album, hit, None), None, "{hit}");
    }
    assert_eq!(split_artist_title("Nirvana (2) - In Utero - Live"), Some(("Nirvana", "In Utero - Live")));
}

#[test]
fn the_likeliest_hit_wins_and_of_equals_the_first() {
    let weezer = work("Weezer", "Weezer", 2001);
    let hits = [
        ("Weezer - Weezer", Some(2000)),
        ("Weezer - Weezer", Some(2001)),
        ("Weezer - Weezer", Some(2001)),
        ("noise", None),
    ];
    assert_eq!(best_hit(weezer, hits).map(|(at, found)| (at, found.is_sure())), Some((1, true)));
    assert_eq!(best_hit(weezer, []), None);
}

#[test]
fn an_album_is_found_by_another_name_of_its_artist() {
    let album = work("椎名林檎", "無罪モラトリアム", 1999);
    let hits = [("Sheena Ringo - 勝訴ストリップ", Some(2000)), ("Sheena Ringo - 無罪モラトリアム", Some(1999))];
    assert!(!best_hit(album, hits).unwrap().1.is_sure());
    let aliases = ["Sheena Ringo".to_owned(), "Ringo Sheena".to_owned()];
    let (at, found) = best_hit_by_alias(album, &aliases, hits).unwrap();
    assert!(at == 1 && found.is_sure(), "{found:?}");
    assert_eq!(found.reasons, [Reason { penalty: Penalty::Alias, distance: 0.05 }]);
    assert_eq!(best_hit_by_alias(album, &[], hits), best_hit(album, hits));
}

#[test]
fn only_the_same_name_is_surely_the_same_artist() {
    for (name, hit, score, sure) in [
        ("Radiohead", "Radiohead", 100, true),
        ("the smashing pumpkins", "Smashing Pumpkins", 90, true),
        ("Soul Parlor", "Soulparlor", 100, true),
        ("ACDC", "AC/DC", 100, true),
        ("Beyonce", "Beyoncé", 60, true),
        ("Radiohead", "Radiohead", 0, false),
        ("Billy Anderson", "Bill Anderson", 100, false),
        ("Alvin Lee", "Calvin Lee", 100, false),
        ("Radiohead", "Radiohead Tribute Band", 100, false),
        ("Hank Williams", "Hank Williams Jr.", 100, false),
        ("Nirvana", "Nirvana", -5, false),
        ("Beatles", "The Beatles", 100, true),
        ("Toten Hosen", "Die Toten Hosen", 100, true),
        ("Baxter", "Les Baxter", 100, false),
        ("The Ex", "Los Ex", 100, false),
        ("Los Lobos", "Lobos, Los", 100, true),
    ] {
        let found = same_artist(name, hit, score);
        assert_eq!(found.is_sure(), sure, "{name} {hit} {found:?}");
        assert_eq!(found.reasons.is_empty(), found.score == 1.0, "{name} {hit} {found:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn is_symmetric_and_bounded(a in any::<(String, String, Option<i16>)>(), b in any::<(String, String, Option<i16>)>(), hit in any::<i32>()) {
        let work_a = Work { artist: &a.0, title: &a.1, year: a.2 };
        let work_b = Work { artist: &b.0, title: &b.1, year: b.2 };
        let (one, other) = (confidence(work_a, work_b), confidence(work_b, work_a));
        prop_assert!((0.0..=1.0).contains(&one.score));
        prop_assert!((one.score - other.score).abs() < 1e-6);
        prop_assert_eq!(confidence(work_a, work_a).score, 1.0);
        prop_assert!((0.0..=1.0).contains(&same_artist(&a.0, &b.0, hit).score));
    }

    #[test]
    fn years_further_apart_are_never_likelier(near in 0_i16..50, further in 0_i16..50) {
        let album = |year| work("Weezer", "Weezer", year);
        let (near, far) = (near.min(further), near.max(further));
        prop_assert!(confidence(album(1950), album(1950 + near)).score >= confidence(album(1950), album(1950 + far)).score);
    }
}
