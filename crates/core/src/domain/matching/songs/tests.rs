//! Songs that are one recording, and songs that are two.

use proptest::prelude::*;

use super::*;

fn song<'a>(title: &'a str, album: &'a str) -> Song<'a> {
    Song { artist: "Somebody", title, album, year: Some(2011) }
}

#[test]
fn one_recording_as_two_shops_sell_it() {
    for (a, b) in [
        (("Gone", "Trilogy"), ("Gone (Album Version (Edited)) [Clean]", "Trilogy (Edited Version) [Clean]")),
        (("Closer (feat. Mike)", "Closer"), ("Closer [feat. Mike] [Explicit]", "Closer (Deluxe)")),
        (("Halcyon", "Halcyon Days (Deluxe Edition)"), ("Halcyon", "Halcyon")),
        (("Boiling ( Medlar Remix )", "Control"), ("Boiling (Medlar remix)", "Control")),
        (("Pearl, Pt. II", "Uptown"), ("Pearl, Part 2", "Uptown [Clean]")),
        (("Don't Stop - 2011 Remaster", "A"), ("Don’t Stop", "A")),
        (("Firecracker (Live)", "Live"), ("Firecracker (Live in Amsterdam)", "Live")),
        (("This Love (Will Be Your Downfall)", "Lights"), ("This Love", "Lights")),
    ] {
        let found = songs_match(song(a.0, a.1), song(b.0, b.1));
        assert!(found.is_sure(), "{a:?} {b:?} {found:?}");
    }
}

#[test]
fn two_recordings() {
    for (a, b, because) in [
        (("Applause (Goldhouse Remix)", "Applause"), ("Applause (Electrotech Remix)", "Applause"), Penalty::Recording),
        (("The A Team (Live)", "Festival"), ("The A Team", "+"), Penalty::Recording),
        (("Hello - Acoustic", "Hello"), ("Hello", "Hello"), Penalty::Recording),
        (("Suite, Pt. I", "Suite"), ("Suite, Pt. II", "Suite"), Penalty::Number),
        (("Forever", "Album"), ("For You", "Album"), Penalty::Title),
        (("Hurt (Me)", "Album"), ("Hurt (Yourself)", "Album"), Penalty::Title),
    ] {
        let found = songs_match(song(a.0, a.1), song(b.0, b.1));
        assert!(!found.is_sure(), "{a:?} {b:?} {found:?}");
        assert!(found.reasons.iter().any(|reason| reason.penalty == because), "{a:?} {b:?} {found:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn is_symmetric_reflexive_and_bounded(a in any::<(String, String, String, Option<i16>)>(), b in any::<(String, String, String, Option<i16>)>()) {
        let song_a = Song { artist: &a.0, title: &a.1, album: &a.2, year: a.3 };
        let song_b = Song { artist: &b.0, title: &b.1, album: &b.2, year: b.3 };
        let (one, other) = (songs_match(song_a, song_b), songs_match(song_b, song_a));
        prop_assert!((one.score - other.score).abs() < 1e-5);
        prop_assert!((0.0..=1.0).contains(&one.score));
        prop_assert_eq!(songs_match(song_a, song_a).score, 1.0);
    }
}
