//! Titles of listings as sellers write them: which are of the album, which are refused and why.

mod pressings;

use pressings::pressings;
use proptest::prelude::*;

use super::*;

fn wanted<'a>(artist: &'a str, title: &'a str, year: i16) -> Wanted<'a> {
    Wanted { artist, title, year: Some(year), others: &[], pressings: &[] }
}

fn judged(title: &str, wanted: &Wanted<'_>) -> OfferMatch {
    offer_match(&Listing { title, ..Listing::default() }, wanted)
}

const ANIMALS: Wanted<'static> = Wanted {
    artist: "Pink Floyd",
    title: "Animals",
    year: Some(1977),
    others: &["The Wall", "The Dark Side of the Moon", "Wish You Were Here", "Meddle", "Ummagumma", "More"],
    pressings: &[],
};

#[test]
fn records_of_the_album_are_sure() {
    for (artist, album, year, titles) in [
        (
            "Pink Floyd",
            "Animals",
            1977,
            &[
                "PINK FLOYD Animals LP 1977 UK 1st Press HARVEST SHVL 815 Gatefold EX/EX",
                "Pink Floyd - Animals / 1977 Release '83 Pressing / Prog Rock Classic Vinyl LP",
                "*** RARE *** Pink Floyd: Animals - original 1977 vinyl LP + poster - NM L@@K!!",
                "Pink Floyd – Animals (2018 Remix) 180g Gatefold LP NEW SEALED",
                "ANIMALS - PINK FLOYD VINYL ALBUM RECORD",
                "PINK FLOYD ANIMALS LP JAPAN OBI CBS/SONY 25AP 340 VG+",
                "Pink Floyd Animals 12\" Vinyl LP Record with lyric sheet & insert",
                "Pink Floyd - Animals - Schallplatte LP Vinyl Deutsche Erstpressung 1977 Klappcover",
                "PINK FLOYD - ANIMALS - LP VINILO ESPAÑA 1977 EMI HARVEST PORTADA DOBLE",
                "Disque vinyle 33 tours PINK FLOYD \"Animals\" 1977 pressage français",
                "PINK FLOYD ANIMALS LP VINILE 1977 STAMPA ITALIANA EMI GATEFOLD OTTIMO",
                "Pink Floyd Animals, LP, ristampa 2016, 180 gr, nuovo sigillato",
                "pink floyd animals lp free postage",
                "Pink Floyd Animals LP - plays great, VG+ with all inserts, see photos",
                "Floyd, Pink - Animals LP",
            ][..],
        ),
        (
            "David Bowie",
            "The Rise and Fall of Ziggy Stardust and the Spiders From Mars",
            1972,
            &["David Bowie The Rise And Fall Of Ziggy Stardust And The Spiders From Mars LP RCA 1972"],
        ),
        (
            "Guns N' Roses",
            "Appetite for Destruction",
            1987,
            &["Guns N Roses Appetite For Destruction Vinyl LP 1987 Geffen EX"],
        ),
        (
            "The Beatles",
            "Abbey Road",
            1969,
            &[
                "BEATLES ABBEY ROAD LP APPLE PCS 7088 MISALIGNED UK 1969",
                "The Beatles - Abbey Road Anniversary 2019 Mix LP",
            ],
        ),
        (
            "AC/DC",
            "Back in Black",
            1980,
            &["AC/DC - Back In Black LP 50th Anniversary Gold Vinyl", "ACDC Back In Black Vinyl Record"],
        ),
        ("Prince and the Revolution", "Purple Rain", 1984, &["Prince Purple Rain LP Purple Vinyl 1984 with Poster"]),
        ("Sigur Rós", "Ágætis byrjun", 1999, &["Sigur Ros - Agaetis Byrjun 2LP Vinyl New"]),
        (
            "Oasis",
            "(What's the Story) Morning Glory?",
            1995,
            &["OASIS Morning Glory 2LP 1995 Creation CRELP 189", "Oasis - What's The Story Morning Glory 2 x LP"],
        ),
        (
            "Led Zeppelin",
            "Led Zeppelin IV",
            1971,
            &["Led Zeppelin IV LP 1971 Atlantic K 50008", "Led Zeppelin - Led Zeppelin 4 vinyl lp"],
        ),
        ("The Smiths", "The Queen Is Dead", 1986, &["SMITHS the queen is dead LP ROUGH TRADE rough96"]),
        ("The Cure", "Disintegration", 1989, &["The Cure Disentegration LP 1989 Fiction"]),
        (
            "Héroes del Silencio",
            "Senderos de traición",
            1990,
            &[
                "HEROES DEL SILENCIO Senderos De Traicion LP Vinilo 1990 + CD",
                "Héroes del Silencio - Senderos de traición (LP-Vinilo + CD) nuevo precintado",
            ],
        ),
        ("Radiohead", "Kid A", 2000, &["Radiohead - Kid A - 2x10\" vinyl LP 2000", "RADIOHEAD Kid A 2 LP SEALED"]),
        ("Michael Jackson", "Bad", 1987, &["Michael Jackson - Bad Vinyl LP 1987 Epic"]),
        ("Fleetwood Mac", "Rumours", 1977, &["FLEETWOOD MAC Rumors LP 1977 Warner Bros BSK 3010 VG+"]),
        ("Kraftwerk", "Die Mensch-Maschine", 1978, &["Kraftwerk - Die Mensch Maschine LP 1978 Kling Klang"]),
        ("Taylor Swift", "1989", 2014, &["Taylor Swift 1989 2LP Vinyl 2014"]),
    ] {
        for title in titles {
            let found = judged(title, &wanted(artist, album, year));
            assert!(found.is_sure(), "{title}: {found:?}");
        }
    }
}

#[test]
fn what_is_no_record_of_the_album_is_refused_by_name() {
    for (title, penalty) in [
        ("Pink Floyd Animals CD 2011 Remaster Digipak", Penalty::Medium),
        ("Pink Floyd - Animals SACD Hybrid Analogue Productions NEW", Penalty::Medium),
        ("PINK FLOYD Animals MINI LP CD Japan OBI TOCP-65744", Penalty::Medium),
        ("Pink Floyd - Animals MC Musikkassette 1977", Penalty::Medium),
        ("Pink Floyd Animals Cassette Tape Columbia 1977 tested", Penalty::Medium),
        ("Pink Floyd Animals 8-Track Tape", Penalty::Medium),
        ("Pink Floyd Animals Blu-ray Audio 5.1", Penalty::Medium),
        ("PINK FLOYD ANIMALS K7 AUDIO 1977", Penalty::Medium),
        ("Pink Floyd Animals T-Shirt Black XL Official", Penalty::Merchandise),
        ("Pink Floyd Animals PROMO POSTER 1977 original 24x36 LP vinyl", Penalty::Merchandise),
        ("Pink Floyd Animals tour programme 1977", Penalty::Merchandise),
        ("Pink Floyd - Animals Songbook Sheet Music", Penalty::Merchandise),
        ("Póster Pink Floyd Animals 1977 cartel", Penalty::Merchandise),
        ("Pink Floyd Animals framed album cover art", Penalty::Merchandise),
        ("Pink Floyd Animals LP SLEEVE ONLY no record", Penalty::SleeveOnly),
        ("Pink Floyd Animals - empty cover - EX", Penalty::SleeveOnly),
        ("Pink Floyd Animals nur Cover ohne Vinyl", Penalty::SleeveOnly),
        ("PINK FLOYD ANIMALS SOLO COPERTINA SENZA DISCO", Penalty::SleeveOnly),
        ("Pink Floyd Animals pochette seule sans disque 33t", Penalty::SleeveOnly),
        ("Pink Floyd Animals solo portada sin vinilo", Penalty::SleeveOnly),
        ("Pink Floyd LP bundle Animals Meddle Ummagumma", Penalty::Lot),
        ("PINK FLOYD JOB LOT 5 x LPs inc Animals", Penalty::Lot),
        ("Pink Floyd Schallplatten Konvolut Animals u.a. 6 LPs", Penalty::Lot),
        ("Pink Floyd Vinyl LPs - CHOOSE - Animals", Penalty::Lot),
        ("Lote 4 vinilos Pink Floyd Animals", Penalty::Lot),
        ("Pink Floyd Animals 7\" Single promo 1977", Penalty::Single),
        ("Pink Floyd - Animals EP vinyl", Penalty::Single),
        ("A Tribute To Pink Floyd Animals LP various", Penalty::Tribute),
        ("Animals - the music of Pink Floyd performed by string quartet LP", Penalty::Tribute),
        ("Pink Floyd - The Wall 2LP 1979 Harvest (not Animals)", Penalty::OtherAlbum),
        ("Pink Floyd - Wish You Were Here LP", Penalty::Title),
        ("Pink Floyd Animals Live 1977 Oakland Bootleg LP", Penalty::Recording),
        ("Pink Floyd Animals Demos & Outtakes vinyl", Penalty::Recording),
        ("The Animals - Animal Tracks LP 1965", Penalty::Artist),
        ("Animals LP 1977", Penalty::Artist),
        ("Roger Waters Animals LP", Penalty::Artist),
        ("Pink Floyd Animals LP 1969", Penalty::Year),
        ("", Penalty::Title),
        ("🐷🐷🐷", Penalty::Artist),
    ] {
        let found = judged(title, &ANIMALS);
        assert!(!found.is_sure() && found.has(penalty) && found.release.is_none(), "{title}: {found:?}");
    }
}

#[test]
fn albums_that_are_called_alike_are_told_apart() {
    let zeppelin = Wanted {
        others: &["Led Zeppelin II", "Led Zeppelin III", "Physical Graffiti"],
        ..wanted("Led Zeppelin", "Led Zeppelin", 1969)
    };
    let metallica = wanted("Metallica", "Metallica", 1991);
    let weezer = Wanted { others: &["Weezer", "Pinkerton"], ..wanted("Weezer", "Weezer", 1994) };
    let blue = Wanted { others: &["Court and Spark"], ..wanted("Joni Mitchell", "Blue", 1971) };
    let queen = wanted("Queen", "Queen", 1973);
    let taylor = wanted("Taylor Swift", "1989", 2014);
    let vol4 = wanted("Black Sabbath", "Vol. 4", 1972);
    let singles = wanted("The Smiths", "Singles", 1992);
    for (title, wanted, is_sure) in [
        ("Led Zeppelin - Led Zeppelin LP 1969 Atlantic", &zeppelin, true),
        ("LED ZEPPELIN Self Titled LP Plum label", &zeppelin, true),
        ("Led Zeppelin S/T LP 1st album reissue", &zeppelin, true),
        ("Led Zeppelin - Led Zeppelin II LP", &zeppelin, false),
        ("LED ZEPPELIN III LP gatefold", &zeppelin, false),
        ("Led Zeppelin LP 1969", &zeppelin, false),
        ("Led Zeppelin Physical Graffiti 2LP", &zeppelin, false),
        ("Led Zeppelin Houses Of The Holy LP", &zeppelin, false),
        ("Metallica - Metallica 2LP 180g", &metallica, true),
        ("Metallica - Ride The Lightning LP", &metallica, false),
        ("Metallica - Kill Em All - vinyl LP", &metallica, false),
        ("Weezer - Weezer LP", &weezer, false),
        ("Weezer Pinkerton LP", &weezer, false),
        ("JONI MITCHELL Blue LP 1971 Reprise K44128", &blue, true),
        ("Joni Mitchell Court And Spark LP Blue vinyl", &blue, false),
        ("Joni Mitchell The Hissing Of Summer Lawns LP blue vinyl", &blue, false),
        ("Queen - A Night At The Opera LP", &queen, false),
        ("Queen - Queen LP 1973 EMI", &queen, true),
        ("Queen II LP 1974", &queen, false),
        ("Taylor Swift 1989 (Taylor's Version) 2LP Tangerine", &taylor, false),
        ("Black Sabbath - Vol 4 LP Vertigo swirl", &vol4, true),
        ("Black Sabbath Master Of Reality LP Vol 4", &vol4, true),
        ("The Smiths - Singles LP 1992 WEA", &singles, true),
    ] {
        let found = judged(title, wanted);
        assert_eq!(found.is_sure(), is_sure, "{title}: {found:?}");
    }
}

#[test]
fn others_who_play_it_are_refused() {
    let moon = wanted("Pink Floyd", "The Dark Side of the Moon", 1973);
    let road = wanted("The Beatles", "Abbey Road", 1969);
    for (title, wanted) in [
        ("Easy Star All-Stars - Dub Side Of The Moon LP Pink Floyd reggae", &moon),
        ("The Flaming Lips - The Dark Side Of The Moon LP (Pink Floyd) green vinyl", &moon),
        ("Roger Waters - The Dark Side Of The Moon Redux 2LP Pink Floyd 2023", &moon),
        ("Dream Theater Dark Side Of The Moon 2LP official bootleg", &moon),
        ("George Benson The Other Side Of Abbey Road LP Beatles A&M", &road),
        ("Booker T & The MGs McLemore Avenue Abbey Road Beatles Stax LP", &road),
        ("Abbey Road - London Symphony Orchestra plays the Beatles LP", &road),
    ] {
        let found = judged(title, wanted);
        assert!(!found.is_sure(), "{title}: {found:?}");
    }
    assert!(judged("PINK FLOYD dark side of the moon LP SHVL 804 solid blue triangle 1973 + posters", &moon).is_sure());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_a_confidence(title in any::<String>(), artist in any::<String>(), album in any::<String>(), code in any::<String>()) {
        let pressings = pressings();
        let listing = Listing { title: &title, artist: Some(&artist), album: Some(&album), catno: Some(&code), barcode: Some(&code), ..Listing::default() };
        let found = offer_match(&listing, &Wanted { pressings: &pressings, others: &[&album], ..wanted(&artist, &album, 1977) });
        prop_assert!((0.0..=1.0).contains(&found.confidence) && (0.0..=1.0).contains(&found.release_confidence));
        prop_assert!(found.reasons.iter().all(|reason| reason.weight > 0.0 && reason.weight <= 1.0));
        prop_assert!(found.release.is_none_or(|release| release < pressings.len()));
    }

    #[test]
    fn noise_and_capitals_do_not_matter(noise in prop::sample::subsequence(vec!["RARE", "L@@K", "vinyl", "record", "VG+", "1977", "UK", "gatefold", "stereo", "great"], 0..6)) {
        let title = format!("pink floyd ANIMALS LP {}", noise.join(" "));
        let found = judged(&title, &ANIMALS);
        prop_assert!(found.is_sure(), "{} {:?}", title, found);
        prop_assert!(judged(&title.to_uppercase(), &ANIMALS).is_sure());
        let empty = format!("{title} sleeve only");
        prop_assert!(!judged(&empty, &ANIMALS).is_sure());
    }
}
